import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newChallenge, RECOVERY_FILE } from '../../core/staff/recovery.ts';
import { systemRandom } from '../../node/random.ts';
import { runSimulate } from '../../tools/simulate/run-simulate.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PAGE = readFileSync(join(ROOT, 'docs', 'operations.md'), 'utf8');
const INTAKES = 3;

/** What the page says in a section, by its heading. */
function section(title: string): string {
  const [, rest = ''] = PAGE.split(`\n## ${title}\n`);
  return rest.split('\n## ')[0] ?? '';
}

/** What a program says at its end, where it is told to say it as JSON. */
function lastLine(told: string): unknown {
  return JSON.parse(told.trimEnd().split('\n').at(-1) ?? '');
}

function texts(file: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(ROOT, 'locales', 'da', `${file}.json`), 'utf8')) as Record<string, string>;
}

test('Every word that the page points at stands on the screen so', () => {
  const known = new Set(['desk', 'kiosk', 'safety'].flatMap((file) => Object.values(texts(file))));
  const named = Array.from(PAGE.matchAll(/\*\*([^*]+)\*\*/g), ([, word = '']) => word);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((word) => !known.has(word))).toEqual([]);
});

describe('What the page tells somebody to type', () => {
  let made: string;
  beforeAll(async () => {
    made = join(mkdtempSync(join(tmpdir(), 'matu-test-')), 'home');
    const request = { home: made, intakes: INTAKES, seed: 'operations', ackFile: null, log2N: 1, json: true };
    await runSimulate(request, () => undefined);
  }, 120_000);
  afterAll(() => rmSync(dirname(made), { recursive: true }));

  /** A house and its centre, made anew. */
  function house(): { readonly home: string; readonly folder: string; readonly places: Record<string, string> } {
    const folder = temporaryFolder();
    const home = join(folder, 'home');
    cpSync(made, home, { recursive: true, filter: (path) => !path.endsWith('.sock') });
    const { kioskId } = JSON.parse(readFileSync(join(home, 'kiosk.json'), 'utf8')) as { kioskId: string };
    const stick = join(folder, 'stick');
    mkdirSync(stick);
    const places = {
      ...{ ID: kioskId, SEQ: String(INTAKES), STICK: stick, CENTRE: join(home, 'centre') },
      ...{ HOME: home, COPY: home, FOLDER: join(home, 'outbox'), '…': newChallenge(systemRandom) },
    };
    return { home, folder, places };
  }

  /** Runs a command of a section as it stands there, but for the words in capitals. @returns its exit code and output */
  async function types(
    title: string,
    verb: string,
    places: Readonly<Record<string, string>>,
    more: readonly string[] = [],
  ): Promise<{ readonly code: number; readonly told: string }> {
    const commands = Array.from(section(title).matchAll(/`npm run ([^`]+)`/g), ([, command = '']) => command);
    const command = commands.find((each) => each.split(' ')[2] === verb);
    if (command === undefined) throw new Error(`The page does not say ${verb} under "${title}"`);
    const words = command.split(' ').map((word) => places[word.replaceAll('"', '')] ?? word);
    try {
      const { stdout } = await promisify(execFile)('npm', ['run', '-s', ...words, ...more], { cwd: ROOT });
      return { code: 0, told: stdout };
    } catch (ended) {
      const { code, stdout, stderr } = ended as { code: number; stdout: string; stderr: string };
      return { code, told: `${stdout}${stderr}` };
    }
  }

  const LOST = 'A kiosk is lost or stolen';
  const BROKEN = 'A broken disk';

  test('a broken disk: what is on it is counted, brought to the centre once, and nothing is missing', async () => {
    const { places } = house();
    expect(await types(BROKEN, 'fsck', places)).toMatchObject({ code: 0 });
    expect(await types(BROKEN, 'receive', places)).toMatchObject({ code: 0 });
    const again = await types(BROKEN, 'receive', places, ['--json']);
    expect(again.code).toBe(0);
    const proof = await types(LOST, 'prove', places, ['--json']);
    expect(lastLine(proof.told)).toMatchObject({ kiosk: places['ID'], from: 1, to: INTAKES, missing: [], forks: [] });
  }, 120_000);

  test('a lost kiosk: it is shut out, and the centre says what it has', async () => {
    const { places } = house();
    expect(await types(BROKEN, 'receive', places)).toMatchObject({ code: 0 });
    expect(await types(LOST, 'revoke', places)).toMatchObject({ code: 0 });
    const proof = await types(LOST, 'prove', places, ['--json']);
    expect(lastLine(proof.told)).toMatchObject({ to: INTAKES, missing: [] });
  }, 120_000);

  test('nobody can unlock the desk: the centre writes a permit', async () => {
    const { places } = house();
    const { code } = await types('The only administrator has forgotten their PIN', 'permit', places);
    expect(code).toBe(0);
    expect(existsSync(join(places['STICK'] ?? '', RECOVERY_FILE))).toBe(true);
  }, 120_000);

  test('a new key of the centre: the kiosk takes the new card', async () => {
    const { places } = house();
    const rotate = ['run', '-s', 'matu-centre', '--', 'rotate', '--receipt-key', '--home', places['CENTRE'] ?? ''];
    await promisify(execFile)('npm', rotate, { cwd: ROOT });
    for (const name of ['centre.json', 'centre.json.minisig', 'root.pub'])
      cpSync(join(places['CENTRE'] ?? '', name), join(places['STICK'] ?? '', name));
    expect(await types('The centre has a new key', 'enrol', places)).toMatchObject({ code: 0 });
  }, 120_000);
});
