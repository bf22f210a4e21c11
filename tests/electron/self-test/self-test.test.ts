import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SelfTest } from '../../../core/self-test/self-test.ts';
import { runSelfTest, type Probes } from '../../../electron/self-test/run-self-test.ts';
import type { SaidAtTheDesk } from '../../../electron/self-test/self-test-desk.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { programContent } from '../content/shipped-content.ts';
import { HandUptime } from '../hand-uptime.ts';
import { makeKioskHome, moveSecretToKeyStore, startKiosk } from '../intake/kiosk-home.ts';

const WELL: Probes = {
  sound: () => ({ finding: 'heard' }),
  headset: () => ({ finding: 'heard' }),
  testCall: () => ({ finding: 'answered' }),
  printer: () => ({ finding: 'ready' }),
  clock: () => ({ finding: 'agrees' }),
  disk: () => ({ finding: 'hasRoom' }),
  mirror: () => ({ finding: 'none' }),
  lastDelivery: () => ({ finding: 'inTime' }),
  destination: () => ({ finding: 'byHand' }),
  content: () => ({ finding: 'whole' }),
};
const findingOf = ({ results }: SelfTest, check: string) => results.find((result) => result.check === check)?.finding;

test('Every check may hang, and the self-test is over within a minute', async () => {
  const uptime = new HandUptime();
  const hangs = (): Promise<never> => new Promise(() => undefined);
  const probes = Object.fromEntries(Object.keys(WELL).map((check) => [check, hangs])) as unknown as Probes;
  const running = runSelfTest(probes, { uptime, hasChannel: true });
  uptime.pass(60);
  const tested = await running;
  expect(new Set(tested.results.map(({ finding }) => finding))).toEqual(new Set(['timedOut']));
  expect(tested.hasPassed).toBe(false);
  expect(uptime.waiting).toBe(0);
});

test('A check that breaks says so, and nothing of what was thrown; nothing waits on', async () => {
  const uptime = new HandUptime();
  const broken: Probes = {
    ...WELL,
    printer: () => {
      throw new Error('/home/somebody');
    },
  };
  const tested = await runSelfTest(broken, { uptime, hasChannel: true });
  expect(findingOf(tested, 'printer')).toBe('broken');
  expect(tested.hasPassed).toBe(true);
  expect(JSON.stringify(tested)).not.toContain('somebody');
  expect(uptime.waiting).toBe(0);
});

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());
afterEach(() => rmSync(centre.out, { recursive: true, force: true }));

const SAID: SaidAtTheDesk = { sound: 'heard', headset: 'heard', canPrint: () => Promise.resolve(false) };

async function house(isDemo: boolean) {
  const home = makeKioskHome(centre, { isDemo });
  if (!isDemo) await moveSecretToKeyStore(home, 'gnome_libsecret');
  const kiosk = await startKiosk(home, programContent());
  const set = (settings: object): void => {
    kiosk.home.state.change((content) => ({ ...content, settings: { ...content.settings, ...settings } }));
  };
  return { kiosk, set };
}

test('The day of a demo is opened as it is, and remembered', async () => {
  const { kiosk, set } = await house(true);
  set({ selfTestOn: null });
  const tested = await kiosk.selfTest.run(SAID);
  expect(tested.hasPassed).toBe(true);
  expect(findingOf(tested, 'printer')).toBe('none');
  expect(findingOf(tested, 'destination')).toBe('byHand');
  expect(findingOf(tested, 'mirror')).toBe('none');
  expect(kiosk.home.state.content.settings.selfTestOn).toBe('2026-03-04');
});

test('A house in earnest stays closed while Greenlandic is a draft, and a failed test takes the day back', async () => {
  const { kiosk } = await house(false);
  expect(kiosk.describe().readiness).toBe('ready');
  const tested = await kiosk.selfTest.run(SAID);
  expect(tested.results.find(({ check }) => check === 'content')).toMatchObject({
    finding: 'notApproved',
    outcome: 'failed',
    isNeeded: true,
  });
  expect(tested.hasPassed).toBe(false);
  expect(kiosk.describe().readiness).toBe('notOpened');
  expect(kiosk.visit.isReady).toBe(false);
});

test('A house in earnest whose day was not opened offers nothing', async () => {
  const { kiosk, set } = await house(false);
  set({ selfTestOn: '2026-03-03' });
  expect(kiosk.describe().readiness).toBe('notOpened');
  expect(kiosk.visit.act({ kind: 'proceed' }).ok).toBe(false);
});

test.each<[string, object, string, string]>([
  ['without a test call of today', { testCallOn: '2026-03-03' }, 'testCall', 'notAnswered'],
  [
    'whose destination is gone',
    { destinations: [{ kind: 'folder', name: 'stick', folder: '/nowhere/at-all' }] },
    'destination',
    'notReached',
  ],
])('A house %s is told so', async (_, settings, check, finding) => {
  const { kiosk, set } = await house(true);
  set(settings);
  expect(findingOf(await kiosk.selfTest.run(SAID), check)).toBe(finding);
});

test('A house whose content was changed is not opened', async () => {
  const { kiosk } = await house(true);
  const folder = join(kiosk.home.layout.content, kiosk.visit.content.id.slice(0, 16));
  writeFileSync(join(folder, 'locales', 'da', 'kiosk.json'), '{}');
  const tested = await kiosk.selfTest.run(SAID);
  expect(findingOf(tested, 'content')).toBe('altered');
  expect(tested.hasPassed).toBe(false);
});

test('Sound that nobody heard keeps a house closed that calls by sound alone, and no other', async () => {
  const { kiosk, set } = await house(true);
  const unheard: SaidAtTheDesk = { ...SAID, sound: 'notHeard' };
  expect((await kiosk.selfTest.run(unheard)).hasPassed).toBe(false);
  set({ secondChannelUrl: 'https://calls.example/' });
  expect((await kiosk.selfTest.run(unheard)).hasPassed).toBe(true);
});
