import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { espeakSynthesizer, findProgram } from '../../../electron/speech/synthesizer.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'matu-voice-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A stand-in for espeak-ng that does what the script says. */
function program(script: string): string {
  const file = join(folder, 'voice');
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const WAV = `printf 'RIFF\\377\\377\\377\\177WAVEfmt \\020\\000\\000\\000\\001\\000\\001\\000\\042\\126\\000\\000\\104\\254\\000\\000\\002\\000\\020\\000data\\333\\377\\377\\177ABCD'`;

test('hands the words over by standard input, and nothing of them by arguments or the environment', async () => {
  const told = program(`(echo "$@"; env; echo ---; cat) > ${folder}/told; ${WAV}`);
  const sound = await espeakSynthesizer(told).speak('Aviâja Søndergård 0101', 'kl');
  const [before = '', after] = readFileSync(join(folder, 'told'), 'utf8').split('---\n');
  expect(after).toBe('Aviâja Søndergård 0101');
  expect(before).toContain('-v kl');
  expect(before).not.toMatch(/Avi|Søn|0101/);
  expect(before).not.toContain('HOME=');
  expect(sound).not.toBeNull();
});

test('writes the true lengths into what came through a pipe', async () => {
  const sound = await espeakSynthesizer(program(`cat > /dev/null; ${WAV}`)).speak('Ja', 'da');
  const bytes = Buffer.from(sound ?? []);
  expect(bytes.length).toBe(48);
  expect([bytes.readUInt32LE(4), bytes.readUInt32LE(40)]).toEqual([40, 4]);
});

test('takes no phonetic letters from a person', async () => {
  await espeakSynthesizer(program(`cat > ${folder}/told; ${WAV}`)).speak('x[[[h@l]]', 'da');
  expect(readFileSync(join(folder, 'told'), 'utf8')).not.toContain('[[');
});

test.each([
  ['ends badly', `${WAV}; exit 1`],
  ['says nothing', 'exit 0'],
  ['says something else than sound', 'echo "no sound here, only a long line of words, more than forty-four"'],
  ['closes its ears and goes', 'exec 0<&-; exit 3'],
])('is silent when the program %s', async (_, script) => {
  expect(await espeakSynthesizer(program(script)).speak('Ja '.repeat(600), 'da')).toBeNull();
});

describe('what the Greenlandic voice crashes at', () => {
  const CRASH = 'kill -SEGV $$';

  test('is said with its Danish words in the Danish voice', async () => {
    const script = `cat >> ${folder}/told; case "$*" in *" -m "*) ${WAV};; *) ${CRASH};; esac`;
    expect(await espeakSynthesizer(program(script)).speak('Kisitsit 28-mut & <Blå> Kors', 'kl')).not.toBeNull();
    expect(readFileSync(join(folder, 'told'), 'utf8')).toContain(
      'Kisitsit <voice xml:lang="da">28-mut</voice> &amp; &lt;<voice xml:lang="da">Blå</voice>&gt; Kors',
    );
  });

  test('is said whole in the Danish voice when that does not help', async () => {
    const script = `cat > ${folder}/told; case "$*" in *"-v da"*) ${WAV};; *) ${CRASH};; esac`;
    expect(await espeakSynthesizer(program(script)).speak('Arfineq <pingasut>', 'kl')).not.toBeNull();
    expect(readFileSync(join(folder, 'told'), 'utf8')).toBe('Arfineq <pingasut>');
  });

  test('is not tried again in another language', async () => {
    const script = `echo x >> ${folder}/tries; cat > /dev/null; ${CRASH}`;
    expect(await espeakSynthesizer(program(script)).speak('28', 'sv')).toBeNull();
    expect(readFileSync(join(folder, 'tries'), 'utf8')).toBe('x\n');
  });
});

test('is silent when the program is gone', async () => {
  expect(await espeakSynthesizer(join(folder, 'gone')).speak('Ja', 'da')).toBeNull();
});

test('silence ends the children, and a fifth one is not begun', async () => {
  const synthesizer = espeakSynthesizer(program('exec sleep 60'));
  const five = Array.from({ length: 5 }, () => synthesizer.speak('Ja', 'da'));
  expect(await five[4]).toBeNull();
  synthesizer.hush();
  expect(await Promise.all(five)).toEqual([null, null, null, null, null]);
  expect(await espeakSynthesizer(program(`cat > /dev/null; ${WAV}`)).speak('Ja', 'da')).not.toBeNull();
});

test('a sound without end is cut off', async () => {
  expect(await espeakSynthesizer(program('exec cat /dev/zero')).speak('Ja', 'da')).toBeNull();
});

test('finds a program in the path, and none that may not be run', () => {
  program('exit 0');
  writeFileSync(join(folder, 'text'), 'no program');
  expect(findProgram('voice', `/nowhere::${folder}`)).toBe(join(folder, 'voice'));
  expect(findProgram('text', folder)).toBeNull();
  expect(findProgram('voice', undefined)).toBeNull();
});

const espeak = findProgram('espeak-ng', process.env['PATH']);

describe.skipIf(espeak === null)('The real espeak-ng (where it is installed)', () => {
  test.each([
    ['kl', 'Sunaana nukittortittarpaatit?'],
    ['da', 'Hvad giver dig kræfter?'],
    ['sv', 'Vad ger dig krafter?'],
  ] as const)('speaks %s in at least half a second of sound', async (language, text) => {
    const sound = Buffer.from((await espeakSynthesizer(espeak ?? '').speak(text, language)) ?? []);
    expect(sound.readUInt32LE(40) / sound.readUInt32LE(28)).toBeGreaterThan(0.5);
    expect(sound.readUInt32LE(40)).toBe(sound.length - 44);
  });

  test.runIf(process.platform === 'linux')(
    'leaves nothing of the words on the disk or in a process’s arguments (on Linux, which shows them)',
    async () => {
      const words = 'Kanariefuglen hedder Aviaja. '.repeat(60);
      const before = readdirSync(tmpdir());
      const child = { isOver: false };
      const speaking = espeakSynthesizer(espeak ?? '')
        .speak(words, 'da')
        .finally(() => (child.isOver = true));
      const seen: string[] = [];
      while (!child.isOver) {
        seen.push(...argumentsOfProcesses());
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
      expect(await speaking).not.toBeNull();
      expect(seen.some((line) => line.includes('--stdin'))).toBe(true);
      expect(seen.filter((line) => line.includes('Kanariefuglen'))).toEqual([]);
      const fresh = readdirSync(tmpdir()).filter((name) => !before.includes(name));
      expect(fresh.filter((name) => name.includes('espeak'))).toEqual([]);
    },
  );
});

/** The arguments of every running espeak-ng. */
function argumentsOfProcesses(): readonly string[] {
  const read = (id: string): string => {
    try {
      return readFileSync(`/proc/${id}/cmdline`, 'utf8');
    } catch {
      // It ended meanwhile.
      return '';
    }
  };
  const ids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return ids.map(read).filter((line) => line.includes('espeak-ng'));
}
