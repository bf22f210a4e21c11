import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { runCentre } from '../../../centre/run-centre.ts';
import { RECOVERY_FILE } from '../../../core/staff/recovery.ts';
import { openFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { DEVICE_SECRET_FILE } from '../../../electron/store/home-layout.ts';
import { openHome } from '../../../electron/store/home.ts';
import { DeskRecovery } from '../../../electron/staff/desk-recovery.ts';
import { openStaff } from '../../../electron/staff/open-staff.ts';
import { systemRandom } from '../../../node/random.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { makeDemoHome } from '../../../tools/demo/make-demo-home.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { HandUptime } from '../hand-uptime.ts';
import { CHEAP_KEYS } from '../test-home.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** A demo home with its centre beside it, and a kiosk that asks. */
async function house() {
  const home = join(temporaryFolder(), 'home');
  await makeDemoHome(home, {}, 1);
  const deviceSecret = expectOk(openFileDeviceSecret(join(home, DEVICE_SECRET_FILE)));
  const opened = expectOk(
    await openHome({
      directory: home,
      deviceSecret,
      random: systemRandom,
      clock: systemClock,
      draftKeyPolicy: CHEAP_KEYS,
    }),
  );
  onTestFinished(() => opened.close());
  const { custody } = opened;
  if (custody === null) throw new Error('A demo home is enrolled');
  const { centreId } = JSON.parse(readFileSync(join(home, 'centre', 'centre.json'), 'utf8')) as { centreId: string };
  const clock = { aheadMs: 0, nowMs: () => systemClock.nowMs() + clock.aheadMs };
  const recovery = new DeskRecovery({ home: opened, custody, centreId, random: systemRandom, clock });
  const accounts = openStaff({
    ...{ home: opened, custody, deviceSecret, random: systemRandom },
    uptime: new HandUptime(),
  });
  const permit = join(home, 'stick', RECOVERY_FILE);
  return { home, recovery, accounts, clock, permit, state: opened.state };
}

let said: string[];
beforeAll(() => {
  said = [];
});

/** Lets the centre permit what a kiosk asks for. */
async function permits(home: string, { kioskId, challenge }: { kioskId: string; challenge: string }): Promise<number> {
  const args = ['--kiosk', kioskId.slice(0, 8), '--challenge', challenge.replace(/.{4}/g, '$& ').trim()];
  const folders = ['--home', join(home, 'centre'), '--out', join(home, 'stick'), '--json'];
  return runCentre(['permit', ...args, ...folders], {
    say: (line) => void said.push(line),
    complain: (line) => void said.push(line),
    clock: systemClock,
    random: systemRandom,
  });
}

test('A permit of the centre lets one administrator be set up, once', async () => {
  const { home, recovery, accounts, state } = await house();
  expectOk(await accounts.setUp({ name: 'Naja', pin: '739182' }));
  expect(accounts.needsSetUp).toBe(false);
  const asked = expectOk(recovery.ask());
  expect(recovery.ask()).toEqual(ok(asked));
  expect(recovery.take()).toEqual(fail({ kind: 'noFile' }));
  expect(await permits(home, asked)).toBe(0);
  expectOk(recovery.take());
  expect(accounts.needsSetUp).toBe(true);
  expect(state.content.recovery).toEqual({ challenge: null, isPermitted: true });
  expectOk(await accounts.setUp({ name: 'Malik', pin: '918273' }));
  expect(accounts.needsSetUp).toBe(false);
  expect(await accounts.setUp({ name: 'Inuk', pin: '562917' })).toEqual(fail({ kind: 'notFirst' }));
  // The same file again, for a kiosk that asks anew or not at all.
  expect(recovery.take()).toEqual(fail({ kind: 'otherChallenge' }));
  expect(expectOk(recovery.ask()).challenge).not.toBe(asked.challenge);
  expect(recovery.take()).toEqual(fail({ kind: 'otherChallenge' }));
});

test('A permit that is too old is not taken, and one that was changed is not believed', async () => {
  const { home, recovery, accounts, clock, permit } = await house();
  expectOk(await accounts.setUp({ name: 'Naja', pin: '739182' }));
  const asked = expectOk(recovery.ask());
  expect(await permits(home, asked)).toBe(0);
  clock.aheadMs = 8 * DAY_MS;
  expect(recovery.take()).toEqual(fail({ kind: 'expired' }));
  clock.aheadMs = 0;
  const text = readFileSync(permit, 'utf8');
  writeFileSync(permit, text.replace(/"validUntil": "\d{4}/, '"validUntil": "2999'));
  expect(recovery.take()).toEqual(fail({ kind: 'notSigned' }));
  // A file that the same root signed for something else.
  copyFileSync(join(home, 'centre', 'centre.json'), permit);
  copyFileSync(join(home, 'centre', 'centre.json.minisig'), `${permit}.minisig`);
  expect(recovery.take()).toEqual(fail({ kind: 'notSigned' }));
  writeFileSync(permit, ' '.repeat(5000));
  expect(recovery.take()).toEqual(fail({ kind: 'noFile' }));
  rmSync(permit);
  expect(recovery.take()).toEqual(fail({ kind: 'noFile' }));
  expect(accounts.needsSetUp).toBe(false);
});

test('Another centre’s permit is not believed', async () => {
  const [one, other] = [await house(), await house()];
  const asked = expectOk(one.recovery.ask());
  expect(await permits(other.home, expectOk(other.recovery.ask()))).toBe(0);
  copyFileSync(other.permit, one.permit);
  copyFileSync(`${other.permit}.minisig`, `${one.permit}.minisig`);
  expect(one.recovery.take()).toEqual(fail({ kind: 'notSigned' }));
  expect(expectOk(one.recovery.ask())).toEqual(asked);
});

test('The centre permits nothing to a kiosk that it does not know, or without its root key', async () => {
  const { home, recovery } = await house();
  const asked = expectOk(recovery.ask());
  expect(await permits(home, { ...asked, kioskId: '00000000-0000-4000-8000-000000000000' })).toBe(2);
  expect(await permits(home, { ...asked, challenge: 'short' })).toBe(2);
  rmSync(join(home, 'centre', 'root.key'));
  expect(await permits(home, asked)).toBe(2);
  expect(said.at(-1)).toContain('noRootKey');
});
