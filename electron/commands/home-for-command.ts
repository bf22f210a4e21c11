import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createFileDeviceSecret } from '../store/device-secret.ts';
import type { DeviceSecret } from '../store/device-secret.ts';
import { DEVICE_SECRET_FILE, homeLayout, KEPT_DEVICE_SECRET_FILE } from '../store/home-layout.ts';
import { createHome, openHome } from '../store/home.ts';
import type { Home } from '../store/home.ts';
import { createKeptDeviceSecret, openDeviceSecret } from '../store/kept-device-secret.ts';
import { settingsOf } from '../store/state-content.ts';
import type { CommandSurroundings } from './surroundings.ts';

type Opening = Pick<CommandSurroundings, 'random' | 'clock' | 'keyStore'>;

/** Why a command did not get its home: `noHome`, or the word of what kept it from being made or opened. */
export interface NoHome {
  readonly kind: string;
}

/** Opens a home for one command; nobody's code is stretched there. */
export async function openForCommand(
  directory: string,
  { random, clock, keyStore }: Opening,
): Promise<Result<Home, NoHome>> {
  const deviceSecret = await openDeviceSecret(directory, keyStore);
  if (!deviceSecret.ok) return deviceSecret.error.kind === 'missing' ? fail({ kind: 'noHome' }) : deviceSecret;
  const draftKeyPolicy = { lowestLog2N: 1 };
  return openHome({ directory, deviceSecret: deviceSecret.value, random, clock, draftKeyPolicy });
}

/** Makes a home where there is none: a demo home keeps its secret in a file, any other in the machine's key store. */
export async function makeForCommand(
  directory: string,
  isDemo: boolean,
  opening: Opening,
): Promise<Result<unknown, NoHome>> {
  if (existsSync(homeLayout(directory).formatFile)) return ok(null);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  // A making that was interrupted has left its secret.
  const left = await openDeviceSecret(directory, opening.keyStore);
  const deviceSecret = left.ok || left.error.kind !== 'missing' ? left : await makeSecret(directory, isDemo, opening);
  if (!deviceSecret.ok) return deviceSecret;
  const settings = settingsOf({ isDemo, dutyPersonName: null, destinationFolder: null });
  const { random } = opening;
  return createHome({ directory, deviceSecret: deviceSecret.value, random, settings, enrolment: null });
}

async function makeSecret(
  directory: string,
  isDemo: boolean,
  { random, keyStore }: Opening,
): Promise<Result<DeviceSecret, NoHome>> {
  if (isDemo) return createFileDeviceSecret(join(directory, DEVICE_SECRET_FILE), random);
  if (keyStore === null) return fail({ kind: 'noHome' });
  const path = join(directory, KEPT_DEVICE_SECRET_FILE);
  return createKeptDeviceSecret(path, { keyStore, random, acceptsReducedProtection: false });
}
