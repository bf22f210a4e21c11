import { readFileSync } from 'node:fs';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import type { KeyStoreBackend } from './key-store.ts';

/** Bytes of the device secret. */
export const DEVICE_SECRET_BYTES = 32;

/** The secret that ties a HOME to its machine: the state, the epochs and with them the drafts open under it only. */
export interface DeviceSecret {
  readonly backend: 'file' | KeyStoreBackend;
  /** True when whoever takes the disk takes the secret too. The screens of the staff say so. */
  readonly reducedProtection: boolean;
  /** Returns a copy of the 32 bytes, for the caller to overwrite after use. */
  read(): Uint8Array;
}

/** Why a secret could not be read. */
export type DeviceSecretError = FileError | { readonly kind: 'damaged'; readonly part: 'deviceSecret' };

/** Makes a device secret in a file: for tests and demo homes. Never replaces one. */
export function createFileDeviceSecret(path: string, random: Random): Result<DeviceSecret, FileError> {
  const secret = random.bytes(DEVICE_SECRET_BYTES);
  const created = createDurably(path, Buffer.from(`${Buffer.from(secret).toString('hex')}\n`));
  return created.ok ? ok(fileBacked(secret)) : created;
}

/** Opens a device secret that stands in a file. */
export function openFileDeviceSecret(path: string): Result<DeviceSecret, DeviceSecretError> {
  const text = attempt(() => readFileSync(path, 'utf8'));
  if (!text.ok) return text;
  const secret = text.value.endsWith('\n') ? parseDeviceSecret(text.value.slice(0, -1)) : null;
  return secret === null ? fail({ kind: 'damaged', part: 'deviceSecret' }) : ok(fileBacked(secret));
}

/** Reads a secret from 64 hexadecimal characters; null when they are something else. */
export function parseDeviceSecret(text: string): Uint8Array | null {
  return /^[0-9a-f]{64}$/.test(text) ? new Uint8Array(Buffer.from(text, 'hex')) : null;
}

function fileBacked(secret: Uint8Array): DeviceSecret {
  return { backend: 'file', reducedProtection: true, read: () => Uint8Array.from(secret) };
}
