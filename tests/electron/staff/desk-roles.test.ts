import { afterAll, beforeAll, expect, test } from 'vitest';
import { hasRole, STAFF_ROLES, type StaffRole } from '../../../core/staff/person.ts';
import type { Request } from '../../../ipc/contract.ts';
import { DESK_CHANNELS, DESK_NEEDS, type DeskChannel } from '../../../ipc/desk-channels.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { openedDesk, PINS } from './opened-desk.ts';

const REFUSED = 'Refused: nobody who may do this is signed in';

/** Something that fits the schema of each channel. */
const REQUESTS: { readonly [C in DeskChannel]: Request<C> } = {
  'desk.show': {},
  'desk.texts': {},
  'desk.seen': {},
  'desk.close': {},
  'desk.setUp': { name: 'Inuk', pin: '562917' },
  'desk.signIn': { person: 1, pin: '000000' },
  'desk.askRecovery': {},
  'desk.takeRecovery': {},
  'desk.signOut': {},
  'desk.changePin': { present: '000000', next: '562917' },
  'desk.day': {},
  'desk.setDuty': { onDuty: true },
  'desk.setSecond': { person: null },
  'desk.testCall': {},
  'desk.selfTest': { sound: 'heard', headset: 'heard' },
  'desk.rung': { seq: 1 },
  'desk.delivery': {},
  'desk.deliver': { to: 'folder' },
  'desk.numbers': { language: 'da' },
  'desk.saveNumbers': { language: 'sv' },
  'desk.papers': {},
  'desk.printCards': { language: 'kl' },
  'desk.printLostKiosk': { language: 'da' },
  'desk.drilled': {},
  'desk.openTexts': {},
  'desk.people': {},
  'desk.addPerson': { name: 'Inuk', role: 'staff', pin: '562917' },
  'desk.setPin': { person: 2, next: '562917' },
  'desk.setReviewer': { person: 2, reviewer: 'translator' },
  'desk.removePerson': { person: 2 },
  'desk.setPicture': { person: 2, picture: null },
  'desk.setVoice': { person: 2, language: 'kl', voice: null },
  'desk.settings': {},
  'desk.setSettings': { offers: ['cafe'] },
  'desk.destinations': {},
  'desk.addDestination': { name: 'x', to: 'x', user: null, password: null, privateKey: null, hostKey: null },
  'desk.tryDestination': { name: 'x' },
  'desk.removeDestination': { name: 'x' },
};

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());

type Desk = Awaited<ReturnType<typeof openedDesk>>;

/** Which of all channels are served, whatever came of them. Each is asked after `begin`. */
async function servedOf(desk: Desk, begin: () => Promise<void> | void = () => undefined): Promise<readonly string[]> {
  const served: string[] = [];
  for (const channel of DESK_CHANNELS) {
    await begin();
    const answered = await desk.asks(channel, REQUESTS[channel]);
    if (answered.ok) served.push(channel);
    else expect(answered.error, channel).toBe(REFUSED);
  }
  return served;
}

/** Those that the table lets somebody with a role have done; null is nobody. */
const allowed = (role: StaffRole | null): readonly string[] =>
  DESK_CHANNELS.filter((channel) => DESK_NEEDS[channel] === null || hasRole(role, DESK_NEEDS[channel] ?? 'staff'));

const OPEN_TO_ALL = [
  ...['desk.show', 'desk.texts', 'desk.seen', 'desk.close', 'desk.setUp', 'desk.signIn'],
  ...['desk.askRecovery', 'desk.takeRecovery'],
];

test('nothing is done for a window that is closed', async () => {
  expect(await servedOf(await openedDesk(centre))).toEqual([]);
});

test('with nobody signed in only signing in is possible', async () => {
  const desk = await openedDesk(centre);
  expect(await servedOf(desk, () => desk.opens())).toEqual(OPEN_TO_ALL);
});

test.each(STAFF_ROLES)('for %s everything is done that the table says, and nothing else', async (role) => {
  const desk = await openedDesk(centre);
  const begin = async (): Promise<void> => {
    desk.opens();
    await desk.signsIn(role);
  };
  expect(await servedOf(desk, begin)).toEqual(allowed(role));
});

test('nothing is done for who was signed in until a moment ago', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn('administrator');
  desk.uptime.pass(180);
  expect(desk.windows).toEqual(['open', 'close']);
  expect(await servedOf(desk)).toEqual([]);
  // Opened anew the window has nobody in it.
  expect(await servedOf(desk, () => desk.opens())).toEqual(OPEN_TO_ALL);
});

test('nothing is done any more for who was taken off the list', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  await desk.signsIn('staff');
  await desk.kiosk.accounts.remove(2);
  expect(await servedOf(desk, () => desk.opens())).toEqual(OPEN_TO_ALL);
});

test('who signs in by a window that closed meanwhile is not let in', async () => {
  const desk = await openedDesk(centre);
  desk.opens();
  const signing = desk.asks('desk.signIn', { person: 1, pin: PINS.administrator });
  await desk.gets('desk.close', {});
  expect(await signing).toMatchObject({ ok: false, error: REFUSED });
  desk.opens();
  expect((await desk.gets('desk.show', {})).signedIn).toBeNull();
});
