import { mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openKioskWindow, programFromEnvironment } from '../../tools/person/kiosk-window.ts';
import { auditEvents } from '../electron/audit/audit-events.ts';
import { AVIAJA, closesDesk, goesTo, MALIK, opensDesk, setsUp, signsIn, writesNewPin } from './at-the-desk.ts';
import { HAS_KEYRING, Keyring, NEEDS_KEYRING } from './keyring.ts';
import { expect, test } from './kiosk.ts';
import { Centre, enrolsWithoutWindow, type Started } from './without-window.ts';
import { words } from './words.ts';

test.skip(!HAS_KEYRING, NEEDS_KEYRING);

test(`a house in earnest is set up at its desk, delivers, and stays closed while its Greenlandic is a draft ${NEEDS_KEYRING}`, async ({
  home,
}) => {
  test.setTimeout(300_000);
  const folder = dirname(home);
  const house = join(folder, 'house');
  const drive = join(folder, 'drive');
  mkdirSync(drive);
  const keyring = new Keyring(join(folder, 'account'));
  const env = await keyring.begin();
  const { electron, app } = programFromEnvironment();
  const program: Started = { executable: electron, args: [app, '--password-store=gnome-libsecret'], env };
  await enrolsWithoutWindow(program, house, new Centre(folder));
  const kiosk = await openKioskWindow({ electron, app, env }, house, ['--password-store=gnome-libsecret']);
  const page = await kiosk.page();
  await page.locator('main[data-scene="closed"][data-why="noDuty"]').waitFor();

  // The first time: somebody administers, the house is set, and somebody else may be on duty.
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  await goesTo(desk, 'settings');
  const folders = desk.locator('[data-part="folders"]');
  await folders.locator('input').first().fill(drive);
  await folders.locator('[data-does="save"]').click();
  await expect(folders.locator('.desk-outcome')).toHaveText(words('da', 'desk.settings.saved'));
  await goesTo(desk, 'people');
  await desk.locator('[data-does="add"]').click();
  await desk.locator('.desk-field input[type="text"]').fill(MALIK.name);
  await writesNewPin(desk, MALIK.pin);
  await desk.locator('.desk-primary').click();
  await desk.locator('tr[data-person="2"]').waitFor();
  await closesDesk(kiosk, desk);

  // A day.
  const day = await opensDesk(kiosk);
  await day.locator('.desk-names button', { hasText: MALIK.name }).waitFor();
  await signsIn(day, MALIK);
  await day.locator('[data-part="duty"] [data-does="take"]').click();
  await expect(day.locator('[data-part="duty"]')).toContainText(words('da', 'desk.today.duty.you'));
  await day.locator('[data-does="call"]').click();
  await page.locator('[data-does="staff-here"]').click();
  await page.locator('[data-does="staff-yes"]').click();
  await expect(day.locator('[data-part="call"]')).toContainText(words('da', 'desk.today.call.answered'));
  await day.locator('[data-does="test"]').click();
  for (const name of ['sound', 'headset']) await day.locator(`[data-listening="${name}"] [data-does="heard"]`).click();
  const content = day.locator('.desk-results [data-check="content"]');
  await expect(content).toContainText(words('da', 'desk.outcome.failed'), { timeout: 40_000 });
  await expect(day.locator('.desk-ready')).toContainText(words('da', 'desk.today.missing.notOpened'));
  await goesTo(day, 'delivery');
  await day.locator('[data-does="folder"]').click();
  await expect(day.locator('.desk-outcome:not(:empty)')).toContainText(
    words('da', 'desk.delivery.done', { count: 0, receipts: 0 }),
  );
  // Even a house that has nothing tells its centre how far it has come.
  expect(readdirSync(drive).filter((name) => name.startsWith('head-'))).toHaveLength(2);
  await closesDesk(kiosk, day);
  await page.locator('main[data-scene="closed"][data-why="notOpened"]').waitFor();

  const events = auditEvents(join(house, 'audit')).map(({ event }) => event);
  for (const event of ['administratorSetUp', 'settingsChanged', 'personAdded', 'dutyTaken', 'deskOpened'])
    expect(events).toContain(event);
  await kiosk.close();
  await keyring.end();
});
