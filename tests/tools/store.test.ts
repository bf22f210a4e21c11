import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { runStore } from '../../tools/store/run-store.ts';
import { endedHome, keptHome, runningKiosk } from '../electron/fsck/kept-home.ts';

async function run(...args: readonly string[]) {
  const said: string[] = [];
  const complained: string[] = [];
  const code = await runStore(args, {
    random: systemRandom,
    clock: systemClock,
    say: (line) => said.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, said, complained: complained.join('\n') };
}

test.each<[string, number, (home: string) => void, string]>([
  ['in order', 0, () => undefined, '{"sealed":2,"drafts":1,"gaps":[],"forks":[],"quarantined":0}'],
  [
    'repaired',
    1,
    (home) => writeFileSync(join(home, 'outbox', '00000003.age.aa.tmp'), 'unfinished'),
    '{"sealed":2,"drafts":1,"gaps":[],"forks":[],"quarantined":1}',
  ],
  [
    'not to be opened',
    2,
    (home) => rmSync(join(home, 'state'), { recursive: true }),
    '{"sealed":2,"drafts":1,"gaps":[],"forks":[],"quarantined":0}',
  ],
  [
    'with a gap',
    3,
    (home) => rmSync(join(home, 'outbox', '00000001.age')),
    '{"sealed":1,"drafts":1,"gaps":[1],"forks":[],"quarantined":0}',
  ],
])('a home that is %s ends with exit code %i and one line of JSON', async (_, code, damage, line) => {
  const home = await keptHome(2);
  damage(home);
  expect(await run('fsck', '--home', home, '--json')).toMatchObject({ code, said: [line] });
});

test('without --json the numbers and the remedy are said in words', async () => {
  const home = await keptHome(2);
  rmSync(join(home, 'outbox', '00000001.age'));
  expect((await run('fsck', '--home', home)).said).toEqual([
    'Sealed intakes: 1, drafts: 1, in quarantine: 0',
    'Missing or changed: 1',
    'CUSTODY GAP: tell the centre these numbers, and restore the files from a copy if there is one.',
  ]);
});

test('what has come of those that wait no more is said in numbers', async () => {
  expect((await run('fsck', '--home', await endedHome())).said).toContain(
    'Of all that were sealed, signed for and kept for some days: 1, signed for and let go of: 1, taken back: 1, the centre is asked to forget: 1',
  );
});

test('a running kiosk is left alone, and the refusal says what to do', async () => {
  const home = await keptHome(1);
  await runningKiosk(home);
  const refused = await run('fsck', '--home', home, '--json');
  expect(refused).toMatchObject({ code: 2, said: [] });
  expect(refused.complained).toContain('Close the kiosk, then check again.');
});

test('what was not checked is said', async () => {
  const home = await keptHome(1);
  rmSync(join(home, 'device-secret'));
  const checked = await run('fsck', '--home', home, '--json');
  expect(checked.code).toBe(2);
  expect(checked.complained).toContain('Not checked: the state and the epochs.');
  expect(checked.complained).not.toContain('Not verified');
  rmSync(join(home, 'kiosk.json'));
  expect((await run('fsck', '--home', home)).complained).toContain('Not verified: the signatures of the ledger.');
});

test('a home is verified by the centre’s own card where that is given', async () => {
  const [home, other] = [await keptHome(1), await keptHome(1)];
  const card = join(home, 'kiosk.json');
  expect(await run('fsck', '--home', home, '--kiosk', card)).toMatchObject({ code: 0, complained: '' });
  const exchanged = await run('fsck', '--home', other, '--kiosk', card, '--json');
  expect(exchanged.code).toBe(2);
  expect(exchanged.complained).toContain('This home is not of the kiosk of the card that was given');
  const noCard = await run('fsck', '--home', home, '--kiosk', join(home, 'format.json'));
  expect([noCard.code, noCard.said]).toEqual([2, []]);
  expect(noCard.complained).toContain('is not the card of a kiosk');
});

test.each([
  [[], 'Say what to do: fsck, deliver, enrol or receipts.'],
  [['mend', '--home', 'x'], 'Say what to do: fsck, deliver, enrol or receipts.'],
  [['fsck'], 'Say which home: --home DIR.'],
  [['fsck', '--home', 'x', '--hard'], '--hard'],
  [['fsck', '--home', '/nowhere/at/all'], 'is not the home of a kiosk'],
])('%j is refused with a word about what is wrong', async (args, words) => {
  const refused = await run(...args);
  expect([refused.code, refused.said]).toEqual([2, []]);
  expect(refused.complained).toContain(words);
});
