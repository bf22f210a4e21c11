import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ok } from '../../../core/basics/result.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import type { DeskWordsByLanguage } from '../../../ipc/desk-contract.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { KIOSK_ID } from '../test-home.ts';
import { openedDesk, type OpenedDesk } from './opened-desk.ts';

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

async function deskOf(role: 'staff' | 'administrator'): Promise<OpenedDesk> {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn(role);
  return desk;
}

/** Sets something for the house. */
function set({ kiosk }: OpenedDesk, settings: object): void {
  expectOk(kiosk.home.state.change((content) => ({ ...content, settings: { ...content.settings, ...settings } })));
}

/** What the audit log of a home says happened, in its order. */
function eventsOf({ kiosk }: OpenedDesk): readonly string[] {
  const { audit } = kiosk.home.layout;
  const text = readdirSync(audit)
    .toSorted()
    .map((name) => readFileSync(join(audit, name), 'utf8'))
    .join('');
  return [...text.matchAll(/"event":"(\w+)"/g)].map(([, event]) => event ?? '');
}

/** Seals something as if somebody had sent it. */
function seals({ kiosk }: OpenedDesk, ringToday: boolean): number {
  const { outbox } = kiosk.custody;
  const sealed = outbox.commit({
    seq: outbox.next().seq,
    intakeId: crypto.randomUUID(),
    bytes: crypto.getRandomValues(new Uint8Array(64)),
    withdrawTag: null,
    ringToday,
  });
  return expectOk(sealed).seq;
}

test('Who takes the duty is named, and whoever stood behind them no longer does', async () => {
  const desk = await deskOf('staff');
  expect((await desk.gets('desk.day', {})).dutyName).toBe('Pipaluk');
  expectOk(await desk.gets('desk.setSecond', { person: 2 }));
  const day = expectOk(await desk.gets('desk.setDuty', { onDuty: true }));
  expect(day).toMatchObject({ dutyName: 'Malik', secondName: null, readiness: 'ready' });
  expect(expectOk(await desk.gets('desk.setSecond', { person: 1 })).secondName).toBe('Aviâja');
  expectOk(await desk.gets('desk.setSecond', { person: null }));
  expect(await desk.gets('desk.setSecond', { person: 9 })).toEqual({ ok: false, error: { kind: 'noSuchPerson' } });
  expect(expectOk(await desk.gets('desk.setDuty', { onDuty: false }))).toMatchObject({
    dutyName: null,
    readiness: 'noDuty',
  });
  expect(eventsOf(desk)).toEqual(
    expect.arrayContaining(['deskOpened', 'secondNamed', 'dutyTaken', 'secondEnded', 'dutyEnded']),
  );
});

test('Duty outlives the desk', async () => {
  const desk = await deskOf('staff');
  expectOk(await desk.gets('desk.setDuty', { onDuty: true }));
  desk.uptime.pass(180);
  expect(desk.windows).toEqual(['open', 'close']);
  expect(desk.kiosk.describe().dutyName).toBe('Malik');
  expect(eventsOf(desk)).toContain('deskLocked');
});

test('Signs keep the desk open, with or without somebody signed in', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  for (let minutes = 0; minutes < 10; minutes += 1) {
    desk.uptime.pass(60);
    await desk.gets('desk.seen', {});
  }
  await desk.signsIn('staff');
  for (let minutes = 0; minutes < 10; minutes += 1) {
    desk.uptime.pass(60);
    await desk.gets('desk.seen', {});
  }
  expect(desk.windows).toEqual(['open']);
  await desk.gets('desk.signOut', {});
  desk.uptime.pass(179);
  expect(desk.windows).toEqual(['open']);
  desk.uptime.pass(1);
  expect(desk.windows).toEqual(['open', 'close']);
});

test('The site says how long the desk stays', async () => {
  const desk = await deskOf('staff');
  set(desk, { timings: { ...desk.kiosk.home.state.content.settings.timings, deskStays: 600 } });
  await desk.gets('desk.seen', {});
  desk.uptime.pass(181);
  await desk.gets('desk.seen', {});
  desk.uptime.pass(599);
  expect(desk.windows).toEqual(['open']);
  desk.uptime.pass(1);
  expect(desk.windows).toEqual(['open', 'close']);
});

test('A test call is raised like one in earnest', async () => {
  const desk = await deskOf('staff');
  await desk.gets('desk.testCall', {});
  expect(desk.kiosk.alerts.desk.show()).toMatchObject({ why: 'test' });
});

test('The self-test of today stands on the day until the next one', async () => {
  const desk = await deskOf('staff');
  set(desk, { selfTestOn: null });
  expect(await desk.gets('desk.day', {})).toMatchObject({ isOpened: false, selfTest: null });
  const day = await desk.gets('desk.selfTest', { sound: 'heard', headset: 'notHeard' });
  expect(day.isOpened).toBe(true);
  expect(day.selfTest?.results.find(({ check }) => check === 'headset')?.outcome).toBe('warning');
  expect((await desk.gets('desk.day', {})).selfTest).toEqual(day.selfTest);
});

test('Those who asked to be rung for stand there until the centre was rung', async () => {
  const desk = await deskOf('staff');
  const wished = seals(desk, true);
  const other = seals(desk, false);
  const { ringToday } = await desk.gets('desk.day', {});
  expect(ringToday).toEqual([{ seq: wished, day: { year: 2026, month: 3, day: 4, weekday: 3 } }]);
  expect(expectOk(await desk.gets('desk.rung', { seq: other })).ringToday).toHaveLength(1);
  expect(expectOk(await desk.gets('desk.rung', { seq: wished })).ringToday).toEqual([]);
  expect(desk.kiosk.home.state.content.deliveries.filter(({ kind }) => kind === 'wish')).toEqual([]);
  expect(desk.kiosk.custody.outbox.waitingCount).toBe(2);
});

test('What waits is counted, and its oldest has its day of fourteen where the site has that right', async () => {
  const desk = await deskOf('staff');
  expect(await desk.gets('desk.delivery', {})).toMatchObject({ oldest: null, hasFolder: false, destinations: [] });
  seals(desk, false);
  const { fourteenDays } = desk.kiosk.site.policy;
  expect(await desk.gets('desk.delivery', {})).toMatchObject({
    counts: { sealed: 1, sent: 0, stored: 0 },
    oldest: { day: { day: 4, month: 3 }, dayOfFourteen: fourteenDays ? 1 : null },
  });
});

test('Everything is delivered into the folder, and a second time changes nothing', async () => {
  const desk = await deskOf('staff');
  const folder = temporaryFolder();
  set(desk, { destinationFolder: folder });
  seals(desk, false);
  seals(desk, true);
  expect(expectOk(await desk.gets('desk.deliver', { to: 'folder' }))).toMatchObject({ count: 2, receipts: 0 });
  const names = readdirSync(folder);
  expect(names.filter((name) => name.endsWith('.age'))).toHaveLength(2);
  expectOk(await desk.gets('desk.deliver', { to: 'folder' }));
  expect(readdirSync(folder)).toEqual(names);
});

test('A folder that is not there is said so, and so is that there is no place', async () => {
  const desk = await deskOf('staff');
  expect(await desk.gets('desk.deliver', { to: 'folder' })).toEqual({ ok: false, error: { kind: 'noDestination' } });
  expect(await desk.gets('desk.deliver', { to: 'destinations' })).toMatchObject({ error: { kind: 'noDestination' } });
  set(desk, { destinationFolder: join(temporaryFolder(), 'stick') });
  expect(await desk.gets('desk.deliver', { to: 'folder' })).toEqual({ ok: false, error: { kind: 'folderMissing' } });
});

test('Two deliveries at once are one', async () => {
  const desk = await deskOf('staff');
  set(desk, { destinationFolder: temporaryFolder() });
  seals(desk, false);
  const both = [desk.gets('desk.deliver', { to: 'folder' }), desk.gets('desk.deliver', { to: 'folder' })];
  expect((await Promise.all(both)).map((delivered) => delivered.ok)).toEqual([true, false]);
});

test('Numbers come with the words of their questions, and as a file that opens nowhere by itself', async () => {
  const desk = await deskOf('staff');
  const { periods, questions } = await desk.gets('desk.numbers', { language: 'sv' });
  expect(periods).toEqual([]);
  expect(Object.keys(questions).length).toBeGreaterThan(50);
  expect(await desk.gets('desk.saveNumbers', { language: 'sv' })).toEqual({ ok: false, error: { kind: 'noFolder' } });
  const folder = temporaryFolder();
  set(desk, { destinationFolder: folder });
  expect(await desk.gets('desk.saveNumbers', { language: 'sv' })).toEqual(ok('matu-2026-03-04.csv'));
  expect(readFileSync(join(folder, 'matu-2026-03-04.csv'), 'utf8')).toBe('"Från","Till","Vad","Namn","Antal"\r\n');
  set(desk, { destinationFolder: join(folder, 'gone') });
  expect(await desk.gets('desk.saveNumbers', { language: 'da' })).toMatchObject({ error: { kind: 'notWritten' } });
});

test('An administrator adds, gives a new PIN and removes; neither oneself nor the last one', async () => {
  const desk = await deskOf('administrator');
  const added = await desk.gets('desk.addPerson', { name: 'Inuk', role: 'administrator', pin: '562917' });
  expect(expectOk(added).map(({ name, role }) => [name, role])).toContainEqual(['Inuk', 'administrator']);
  expect(await desk.gets('desk.addPerson', { name: 'inuk', role: 'staff', pin: '562917' })).toMatchObject({
    error: { kind: 'nameTaken' },
  });
  expect(await desk.gets('desk.removePerson', { person: 1 })).toEqual({ ok: false, error: { kind: 'oneself' } });
  expectOk(await desk.gets('desk.setPin', { person: 3, next: '846153' }));
  expectOk(await desk.gets('desk.removePerson', { person: 3 }));
  expect((await desk.gets('desk.show', {})).people.map(({ id }) => id)).toEqual([1, 2]);
  // Nobody gets the number of who has left.
  const next = expectOk(await desk.gets('desk.addPerson', { name: 'Ivik', role: 'staff', pin: '562917' }));
  expect(next.at(-1)?.id).toBe(4);
});

test('Who was taken off the list is on duty no more, and is not called', async () => {
  const desk = await deskOf('administrator');
  set(desk, { dutyPersonName: 'Malik', secondPersonName: 'Malik' });
  expectOk(await desk.gets('desk.removePerson', { person: 2 }));
  expect(await desk.gets('desk.day', {})).toMatchObject({ dutyName: null, secondName: null, readiness: 'noDuty' });
});

test('The texts are those of the desk, with its keys and the months', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  const { da, sv } = JSON.parse(await desk.gets('desk.texts', {})) as DeskWordsByLanguage;
  expect(Object.keys(da).toSorted()).toEqual(Object.keys(sv).toSorted());
  const beginnings = new Set(Object.keys(da).map((key) => key.split('.')[0]));
  expect(beginnings).toEqual(new Set(['keyboard', 'kiosk', 'desk']));
  expect(Object.keys(da).some((key) => key.startsWith('intake.'))).toBe(false);
});

test('Nothing that the desk says names the kiosk’s own id', async () => {
  const desk = await deskOf('administrator');
  seals(desk, true);
  const said = await Promise.all([
    desk.gets('desk.show', {}),
    desk.gets('desk.day', {}),
    desk.gets('desk.delivery', {}),
    desk.gets('desk.people', {}),
  ]);
  expect(JSON.stringify(said)).not.toContain(KIOSK_ID.slice(0, 8));
});

test('An administrator changes what is named, and nothing else', async () => {
  const desk = await deskOf('administrator');
  const before = await desk.gets('desk.settings', {});
  const hours = [{ weekday: 1, from: '09:00', to: '15:00' }];
  const after = expectOk(await desk.gets('desk.setSettings', { openingHours: hours, mirrorFolder: '/media/other' }));
  expect(after.settings).toEqual({ ...before.settings, openingHours: hours, mirrorFolder: '/media/other' });
  expect(desk.kiosk.home.state.content.settings).toMatchObject({ openingHours: hours, dutyPersonName: 'Pipaluk' });
  expect(await desk.gets('desk.settings', {})).toEqual(after);
});

test.each([{ destinationFolder: 'stick' }, { mirrorFolder: '../other' }])(
  'A folder that is no whole path is not taken: %j',
  async (change) => {
    const desk = await deskOf('administrator');
    expect(await desk.gets('desk.setSettings', change)).toEqual({ ok: false, error: { kind: 'notAbsolute' } });
    expect((await desk.gets('desk.settings', {})).settings).toMatchObject({
      destinationFolder: null,
      mirrorFolder: null,
    });
  },
);

test.each<[string, object]>([
  ['an address that is none', { secondChannelUrl: 'file:///etc' }],
  ['hours that end before they begin', { openingHours: [{ weekday: 1, from: '15:00', to: '09:00' }] }],
  ['a curtain after the question', { timings: { ...USUAL_TIMINGS, curtainAfter: 300 } }],
  ['a time that is too short', { timings: { ...USUAL_TIMINGS, answerWithin: 5 } }],
  ['what is no setting of a house', { isDemo: false }],
  ['what makes a pixel too large', { panel: { kind: 'fixed', pixelsPerMm: 0 } }],
])('%s is refused by the contract', async (_, change) => {
  const desk = await deskOf('administrator');
  expect(await desk.asks('desk.setSettings', change)).toMatchObject({
    error: 'Refused: the request does not fit the contract',
  });
});

test('The numbers on the screens are due until somebody rang them, and again after a month', async () => {
  const desk = await deskOf('administrator');
  expect(await desk.gets('desk.settings', {})).toMatchObject({
    today: '2026-03-04',
    numbersTested: null,
    areNumbersDue: true,
  });
  expectOk(await desk.gets('desk.setSettings', { numbersTestedOn: '2026-03-04' }));
  expect(await desk.gets('desk.day', {})).toMatchObject({ areNumbersDue: false });
  set(desk, { numbersTestedOn: '2026-02-01' });
  expect(await desk.gets('desk.day', {})).toMatchObject({ areNumbersDue: false });
  for (const day of ['2026-01-31', '2026-03-05']) {
    set(desk, { numbersTestedOn: day });
    expect(await desk.gets('desk.day', {})).toMatchObject({ areNumbersDue: true });
  }
});
