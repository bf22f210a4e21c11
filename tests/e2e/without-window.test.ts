import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { KEPT_DEVICE_SECRET_FILE } from '../../electron/store/home-layout.ts';
import { openKioskWindow, programFromEnvironment } from '../../tools/person/kiosk-window.ts';
import { auditEvents } from '../electron/audit/audit-events.ts';
import { HAS_KEYRING, Keyring, NEEDS_KEYRING } from './keyring.ts';
import { expect, test } from './kiosk.ts';
import { Centre, enrolsWithoutWindow, runProgram, type Started } from './without-window.ts';

test.skip(!HAS_KEYRING, NEEDS_KEYRING);

/** Chromium's own switches stand before what is to be done. */
function startedIn(env: Readonly<Record<string, string>>, store = 'gnome-libsecret'): Started {
  const { electron, app } = programFromEnvironment();
  return { executable: electron, args: [app, `--password-store=${store}`], env };
}

test(`a house’s home is made, enrolled and delivered from without a window, its secret in the machine’s keyring ${NEEDS_KEYRING}`, async ({
  home,
}) => {
  test.setTimeout(300_000);
  const folder = dirname(home);
  const house = join(folder, 'house');
  const keyring = new Keyring(join(folder, 'account'));
  const env = await keyring.begin();
  const program = startedIn(env);
  const centre = new Centre(folder);
  const [shown, answered, taken, confirmed] = await enrolsWithoutWindow(program, house, centre);
  expect(shown).toMatchObject({ code: 2, json: { ok: false, kind: 'compare' } });
  expect(answered).toMatchObject({ code: 0, json: { ok: true, kind: 'answered' } });
  expect(taken).toMatchObject({ code: 0, json: { ok: true } });
  expect(confirmed).toMatchObject({ code: 0, json: { ok: true, receipts: 1, confirmed: true } });
  expect(existsSync(join(house, KEPT_DEVICE_SECRET_FILE))).toBe(true);
  expect(existsSync(join(house, 'device-secret'))).toBe(false);

  const drive = join(folder, 'drive');
  mkdirSync(drive);
  const delivered = await runProgram(program, '--home', house, '--deliver', '--to', drive);
  expect(delivered.json).toMatchObject({ delivered: 0 });
  expect(readdirSync(drive).filter((name) => name.startsWith('head-'))).toHaveLength(2);

  // Without the keyring nobody opens it; with it the kiosk does.
  const outside = await runProgram(startedIn(env, 'basic'), '--home', house, '--receipts', centre.stick);
  expect(outside.code).toBe(2);
  const kiosk = await openKioskWindow({ ...programFromEnvironment(), env }, house, [
    '--password-store=gnome-libsecret',
  ]);
  // Nobody is on duty there yet, and everything else is ready.
  await expect.poll(() => auditEvents(join(house, 'audit'))).toContainEqual({ event: 'kioskReady' });
  // The running kiosk has the home.
  expect(await runProgram(program, '--home', house, '--receipts', centre.stick)).toMatchObject({
    code: 2,
    json: { reason: 'alreadyRunning' },
  });
  await kiosk.close();
  await keyring.end();
});

test(`without a key store that protects anything no home of a house is made ${NEEDS_KEYRING}`, async ({ home }) => {
  const folder = dirname(home);
  const house = join(folder, 'house');
  const centre = new Centre(folder);
  await centre.begins();
  const refused = await runProgram(startedIn({}, 'basic'), '--home', house, '--enrol', centre.stick);
  expect(refused).toMatchObject({ code: 2, json: { ok: false } });
  // Older runtimes have none at all then.
  expect(['reducedProtection', 'noKeyStore']).toContain(refused.json['reason']);
  expect(existsSync(join(house, 'format.json'))).toBe(false);
});
