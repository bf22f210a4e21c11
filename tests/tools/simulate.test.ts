import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runCentre } from '../../centre/run-centre.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { systemClock } from '../../node/system-clock.ts';
import { checkHome } from '../../electron/fsck/check-home.ts';
import { openSimulatedHome } from '../../tools/simulate/open-simulated-home.ts';
import { parseRequest, type SimulateRequest } from '../../tools/simulate/request.ts';
import { runSimulate } from '../../tools/simulate/run-simulate.ts';
import { Dice } from '../../tools/simulate/dice.ts';
import { bundleChild, startChild } from '../child-process.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const PROGRAM = fileURLToPath(new URL('../../tools/simulate.ts', import.meta.url));
const INTAKES = 3;
const KILLS = 5;
const SEED = 'once more';

const requestOf = (home: string, ackFile: string | null = null): SimulateRequest => ({
  ...{ home, ackFile, intakes: INTAKES, seed: SEED, log2N: 1, json: true },
});

/** Makes a simulated home in which nobody was yet, where one was left half-made. */
async function emptyHome(): Promise<string> {
  const home = join(temporaryFolder(), 'home');
  mkdirSync(join(home, 'centre'), { recursive: true });
  writeFileSync(join(home, 'centre', 'root.key'), 'half-made');
  writeFileSync(
    join(home, 'simulation.json'),
    JSON.stringify({ format: 1, seed: 'of before', log2N: 3, isMade: false, begun: null }),
  );
  const { kiosk } = await openSimulatedHome(home, { seed: SEED, log2N: 1 });
  await kiosk.home.close();
  return home;
}

/** Lets the centre open everything that a home sealed; returns what each person answered, in order. */
async function openedAnswers(home: string): Promise<readonly unknown[]> {
  const bundles = readdirSync(join(home, 'outbox')).map((name) => join(home, 'outbox', name));
  const out = join(temporaryFolder(), 'opened');
  const lines: string[] = [];
  const args = ['open', ...bundles, '--home', join(home, 'centre'), '--kiosk', join(home, 'kiosk.json')];
  const surroundings = { random: systemRandom, clock: systemClock, say: (line: string) => void lines.push(line) };
  const code = await runCentre([...args, '--out', out, '--json'], {
    ...surroundings,
    complain: (line) => void lines.push(line),
  });
  expect([code, lines.slice(0, -1).filter((line) => line.includes('REFUSED'))]).toEqual([0, []]);
  const { opened } = JSON.parse(lines.at(-1) ?? '') as { opened: { intakeId: string }[] };
  return opened.map(({ intakeId }) => answersIn(readFileSync(join(out, intakeId, 'intake.json'), 'utf8')));
}

/** An intake without what is random or of the clock. */
function answersIn(json: string): unknown {
  const { language, culture, answers } = JSON.parse(json, (key, value: unknown) =>
    key === 'answeredAt' ? undefined : value,
  ) as { language: string; culture: string; answers: readonly unknown[] };
  expect(answers.length).toBeGreaterThan(10);
  return { language, culture, answers };
}

/** Every line that was acknowledged must be true of the home. */
function expectAcknowledged(home: string, ackFile: string, count: number): void {
  const lines = readFileSync(ackFile, 'utf8').trimEnd().split('\n');
  const sealed = lines.filter((line) => line.startsWith('sealed ')).map((line) => line.split(' '));
  expect(sealed.map(([, seq]) => Number(seq))).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  for (const [, seq = '', , sha256] of sealed) {
    const file = readFileSync(join(home, 'outbox', `${seq.padStart(8, '0')}.age`));
    expect(nodeHasher.sha256(file)).toBe(sha256);
  }
  const revisions = new Map<string, number>();
  for (const line of lines.filter((each) => each.startsWith('draft '))) {
    const [, locator = '', revision] = line.split(' ');
    // One more each time; after a kill perhaps one that was saved and not acknowledged lies between.
    const before = revisions.get(locator) ?? 0;
    expect([before + 1, before + 2]).toContain(Number(revision));
    revisions.set(locator, Number(revision));
  }
}

test('killed again and again, a simulation loses nothing and comes to the same intakes as without', async () => {
  const calm = await emptyHome();
  const killed = join(temporaryFolder(), 'home');
  await cp(calm, killed, { recursive: true });
  const ackFile = join(killed, '..', 'acks');
  const program = await bundleChild(PROGRAM);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const before = existsSync(ackFile) ? statSync(ackFile).size : 0;
    const child = startChild(program, '--home', killed, '--intakes', '99', '--ack', ackFile);
    let hasEnded = false;
    void child.nextLine().then(() => (hasEnded = true));
    while (!existsSync(ackFile) || statSync(ackFile).size === before) {
      expect(hasEnded).toBe(false);
      await wait(5);
    }
    await wait(kill * 23);
    // The next one starts while this one is just dying.
    void child.kill();
  }
  const summary = await runSimulate(requestOf(killed, ackFile), () => undefined);
  expectAcknowledged(killed, ackFile, summary.sealed);
  const checked = expectOk(
    await checkHome({ directory: killed, random: systemRandom, clock: systemClock, trusted: null }),
  );
  expect(checked).toMatchObject({ found: { sealed: summary.sealed, gaps: [], forks: [], damagedDrafts: 0 } });
  await runSimulate(requestOf(calm), () => undefined);
  expect((await openedAnswers(killed)).slice(0, INTAKES)).toEqual(await openedAnswers(calm));
}, 240_000);

test('a folder that simulate did not make is left alone', async () => {
  const home = temporaryFolder();
  writeFileSync(join(home, 'something'), '');
  await expect(runSimulate(requestOf(home), () => undefined)).rejects.toThrow('is not empty');
  expect(readdirSync(home)).toEqual(['something']);
});

test.each([
  [[], '--home DIR'],
  [['--home', 'x'], '--intakes N'],
  [['--home', 'x', '--intakes', '0'], '--intakes N'],
  [['--home', 'x', '--intakes', 'many'], '--intakes N'],
  [['--home', 'x', '--intakes', '1', '--kdf-log2n', '40'], 'from 1 to 20'],
  [['--home', 'x', '--intakes', '1', '--quick'], '--quick'],
])('%j is refused with a word about what is wrong', (args, words) => {
  const parsed = parseRequest(args);
  expect(parsed.ok ? '' : parsed.error).toContain(words);
});

test('what is not said is as usual', () => {
  expect(parseRequest(['--home', 'x', '--intakes', '7'])).toEqual({
    ok: true,
    value: { home: 'x', intakes: 7, seed: null, ackFile: null, log2N: 10, json: false },
  });
});

test('the same seed throws the same, another one otherwise', () => {
  const throws = (seed: string) => {
    const dice = new Dice(seed);
    return Array.from({ length: 20 }, () => dice.below(1000));
  };
  expect(throws('a 1')).toEqual(throws('a 1'));
  expect(throws('a 1')).not.toEqual(throws('a 2'));
  expect(new Set(throws('a 1')).size).toBeGreaterThan(10);
});
