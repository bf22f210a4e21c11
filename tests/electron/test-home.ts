import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { newPictureCode } from '../../core/intake/picture-code.ts';
import type { PictureCode } from '../../core/intake/picture-code.ts';
import { createFileDeviceSecret, openFileDeviceSecret } from '../../electron/store/device-secret.ts';
import type { DeviceSecret } from '../../electron/store/device-secret.ts';
import { newEnrolment } from '../../electron/store/enrolment.ts';
import type { Enrolment } from '../../electron/store/enrolment.ts';
import { createHome, openHome } from '../../electron/store/home.ts';
import { settingsOf } from '../../electron/store/state-content.ts';
import type { Custody, Home } from '../../electron/store/home.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../node/minisign-keys.ts';
import { systemRandom } from '../../node/random.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';

export const KIOSK_ID = '6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
export const CHEAP_KEYS = { lowestLog2N: 1 };
export const SETTINGS = settingsOf({
  isDemo: true,
  dutyPersonName: 'Pipaluk',
  destinationFolder: null,
  space: { ballastMiB: 1, leastFreeMiB: 1 },
});
const CLOCK = { nowMs: () => Date.UTC(2026, 2, 4, 5, 6, 7, 890) };

/** Draws a code. */
export function someCode(): PictureCode {
  return newPictureCode(systemRandom);
}

/** An enrolment whose codes are stretched so little that tests stay quick. */
export function cheapEnrolment(): Enrolment {
  const rootPublicKey = formatPublicKeyLine(minisignPublicKeyOf(newMinisignKey(systemRandom)));
  const card = { centreCard: '{}\n', centreCardSignature: '' };
  return newEnrolment({ kioskId: KIOSK_ID, rootPublicKey, ...card, log2N: 1 }, systemRandom);
}

/** Makes an enrolled HOME in a folder of its own, with its device secret beside it. */
export function makeTestHome(enrolment: Enrolment | null = cheapEnrolment()): string {
  const folder = temporaryFolder();
  const directory = join(folder, 'home');
  const deviceSecret = expectOk(createFileDeviceSecret(join(folder, 'secret'), systemRandom));
  expectOk(createHome({ directory, deviceSecret, random: systemRandom, settings: SETTINGS, enrolment }));
  return directory;
}

/** Returns the device secret that `makeTestHome` put beside a HOME. */
export function secretOf(directory: string): DeviceSecret {
  return expectOk(openFileDeviceSecret(join(directory, '..', 'secret')));
}

/** Opens a HOME with what it was made with. */
export function tryTestHome(directory: string): ReturnType<typeof openHome> {
  const deviceSecret = secretOf(directory);
  return openHome({ directory, deviceSecret, random: systemRandom, clock: CLOCK, draftKeyPolicy: CHEAP_KEYS });
}

/** Opens a HOME, which must work; it is closed at the latest when the test is over. */
export async function openTestHome(directory: string): Promise<Home & { readonly custody: Custody }> {
  const home = expectOk(await tryTestHome(directory));
  const { custody } = home;
  if (custody === null) throw new Error('The home is not enrolled');
  return { ...home, custody };
}

/** Opens a HOME for the length of a test. */
export async function openTestHomeForTest(directory: string): Promise<Home & { readonly custody: Custody }> {
  const home = await openTestHome(directory);
  onTestFinished(() => home.close());
  return home;
}

/** What was saved last in a draft whose saves are all whole, as text. */
export function newestOf({ contents }: { readonly contents: readonly Uint8Array[] }): string {
  return Buffer.from(contents.at(-1) ?? []).toString();
}
