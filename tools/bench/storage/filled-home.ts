import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { FLOOR_BYTES } from '../../../core/bundle/padding.ts';
import type { Outbox } from '../../../electron/outbox/outbox.ts';
import { openFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { openHome, type Custody, type Home } from '../../../electron/store/home.ts';
import { DEVICE_SECRET_FILE } from '../../../electron/store/home-layout.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { makeDemoHome } from '../../demo/make-demo-home.ts';
import { expectDone } from '../../simulate/trouble.ts';

/** Codes are stretched little: that time has nothing to do with the disk. */
const LOG2N = 10;

/** Filling a home must not take longer than measuring it: what is filled in need not outlive a power cut. */
const HASTY: FileSystem = { ...nodeFileSystem, fsync: () => undefined, fdatasync: () => undefined };

/** A home that is open, with what it keeps for people. */
export type FilledHome = Home & { readonly custody: Custody };

/** Makes a home with so many sealed intakes, through the kiosk's own outbox. */
export async function makeFilledHome(home: string, stored: number): Promise<void> {
  await makeDemoHome(home, {}, LOG2N);
  const filled = await openFilledHome(home, HASTY);
  // No smaller one is ever sealed. What is in it nobody reads here.
  const bytes = systemRandom.bytes(FLOOR_BYTES);
  for (let count = 0; count < stored; count += 1) commitNext(filled.custody.outbox, bytes);
  await filled.close();
}

/** Opens a home as the kiosk does, without the content. */
export async function openFilledHome(home: string, fs: FileSystem = nodeFileSystem): Promise<FilledHome> {
  const opened = await openHome({
    directory: home,
    deviceSecret: expectDone(openFileDeviceSecret(join(home, DEVICE_SECRET_FILE)), 'The home has no secret'),
    random: systemRandom,
    clock: systemClock,
    draftKeyPolicy: { lowestLog2N: LOG2N },
    fs,
  });
  const found = expectDone(opened, 'The home cannot be opened');
  const { custody } = found;
  if (custody === null) throw new Error('The home is not enrolled');
  return { ...found, custody };
}

/** Keeps bytes as the next sealed intake. */
export function commitNext(outbox: Outbox, bytes: Uint8Array): void {
  const { seq } = outbox.next();
  new DataView(bytes.buffer, bytes.byteOffset).setUint32(0, seq);
  expectDone(outbox.commit({ seq, intakeId: randomUUID(), bytes, withdrawTag: null }), 'An intake was not kept');
}
