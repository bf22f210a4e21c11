import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Numbers } from '../../../electron/numbers/numbers.ts';
import type { DeviceSecret } from '../../../electron/store/device-secret.ts';
import { openDeviceSecret } from '../../../electron/store/kept-device-secret.ts';
import type { Kiosk } from '../../../electron/intake/open-kiosk.ts';
import { systemRandom } from '../../../node/random.ts';
import { makeCentre, type MadeCentre } from '../../centre/made-centre.ts';
import { expectOk } from '../../expect-ok.ts';
import { scanFolder } from '../../leaks/scan-folder.ts';
import { programContent } from '../content/shipped-content.ts';
import { FakeKeyStore } from '../fake-key-store.ts';
import { HandUptime } from '../hand-uptime.ts';
import { makeKioskHome, moveSecretToKeyStore, startKiosk } from '../intake/kiosk-home.ts';
import { goesTo, NAME } from '../intake/person.ts';

const QUARTERS_END_MS = Date.parse('2026-04-01T12:00:00Z');
const LONG_MS = 90 * 24 * 60 * 60 * 1000;

let centre: MadeCentre;
beforeAll(async () => {
  centre = await makeCentre();
});
afterAll(() => centre.remove());
afterEach(() => rmSync(centre.out, { recursive: true, force: true }));

/** Opens a house in earnest, or a demo. */
async function house({ isDemo }: { readonly isDemo: boolean }) {
  const home = makeKioskHome(centre, { isDemo });
  if (!isDemo) await moveSecretToKeyStore(home, 'gnome_libsecret');
  const uptime = new HandUptime();
  return { home, uptime, kiosk: await startKiosk(home, programContent(), uptime) };
}

/** Three people send, three delete everything before the end; five call for somebody, and staff try the call. */
async function aDay({ visit, alerts: { desk } }: Kiosk, uptime: HandUptime): Promise<void> {
  for (let person = 0; person < 3; person++) {
    goesTo(visit, 'readBack');
    expectOk(await visit.send({ ringToday: false }));
    visit.finish();
    goesTo(visit, 'call-name');
    expectOk(visit.forget());
    visit.finish();
  }
  for (let call = 0; call < 5; call++) {
    desk.fetch('onDuty');
    uptime.pass(20);
    desk.acknowledge();
  }
  desk.raise('test');
  desk.acknowledge();
}

const numbersFile = (kiosk: Kiosk) => join(kiosk.home.layout.state, 'numbers');

/** What would be shown when the quarter is over. */
function shownLater(kiosk: Kiosk, deviceSecret: DeviceSecret) {
  const numbers = new Numbers({
    folder: kiosk.home.layout.state,
    deviceSecret,
    random: systemRandom,
    clock: { nowMs: () => QUARTERS_END_MS },
    passedMs: () => LONG_MS,
    isCounting: () => true,
  });
  numbers.keep();
  return numbers.report();
}

test('A house counts its visits and calls, and what it counted holds no word of a person', async () => {
  const { home, kiosk, uptime } = await house({ isDemo: false });
  await aDay(kiosk, uptime);
  uptime.pass(5);
  expect(existsSync(numbersFile(kiosk))).toBe(true);
  await kiosk.home.close();
  expect(scanFolder(kiosk.home.layout.state, [NAME])).toEqual([]);
  const secret = expectOk(await openDeviceSecret(home, new FakeKeyStore()));
  const [period, ...more] = shownLater(kiosk, secret);
  expect(more).toEqual([]);
  expect(period?.tables.map(({ name, total }) => [name, total])).toEqual([
    ['visits', 5],
    ['languages', 5],
    ['cultures', 5],
    ['tracks', 5],
    ['turnedAway', null],
    ['stops', null],
    ['callTimes', 5],
    ['receiptTimes', null],
  ]);
  expect(JSON.stringify(period)).not.toContain(NAME);
});

test('A receipt is counted with the time since Send', async () => {
  const { home, kiosk } = await house({ isDemo: false });
  for (let person = 0; person < 5; person++) {
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    kiosk.visit.finish();
  }
  const { outbox } = kiosk.custody;
  for (const delivery of outbox.deliveries()) {
    expectOk(outbox.markReceipted(delivery));
    // The same once more changes nothing.
    expect(outbox.markReceipted(delivery).ok).toBe(false);
  }
  await kiosk.home.close();
  const secret = expectOk(await openDeviceSecret(home, new FakeKeyStore()));
  const receipts = shownLater(kiosk, secret)[0]?.tables.find(({ name }) => name === 'receiptTimes');
  expect(receipts?.total).toBe(5);
});

test('A demo home counts nothing', async () => {
  const { kiosk, uptime } = await house({ isDemo: true });
  await aDay(kiosk, uptime);
  uptime.pass(3600);
  await kiosk.home.close();
  expect(existsSync(numbersFile(kiosk))).toBe(false);
});
