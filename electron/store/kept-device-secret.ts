import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Random } from '../../core/basics/random.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import { DEVICE_SECRET_BYTES, openFileDeviceSecret, parseDeviceSecret } from './device-secret.ts';
import type { DeviceSecret, DeviceSecretError } from './device-secret.ts';
import { DEVICE_SECRET_FILE, KEPT_DEVICE_SECRET_FILE } from './home-layout.ts';
import { KEY_STORE_BACKENDS } from './key-store.ts';
import type { KeyStore, KeyStoreBackend } from './key-store.ts';

const keptSchema = z.strictObject({
  format: z.literal(1),
  /** Which one it was when the secret was made. */
  backend: z.enum(KEY_STORE_BACKENDS),
  /** The secret's hexadecimal text, encrypted by the key store; base64. */
  secret: z.base64(),
});

/**
 * Why a secret in the machine's key store cannot be used.
 *
 * - noKeyStore: there is none now, or it is locked
 * - otherKeyStore: this one did not encrypt the secret: another account, another machine, another backend
 * - reducedProtection: whoever takes the disk could read it, and nobody has accepted that
 */
export type KeyStoreError = { readonly kind: 'noKeyStore' | 'otherKeyStore' | 'reducedProtection' };

/** What a kept secret is made with. */
export interface KeptSecretParts {
  readonly keyStore: KeyStore;
  readonly random: Random;
  /** An administrator has accepted a key store that protects nothing from whoever takes the disk. */
  readonly acceptsReducedProtection: boolean;
}

/** Makes a device secret that stands in a file, encrypted by the machine's key store. Never replaces one. */
export async function createKeptDeviceSecret(
  path: string,
  { keyStore, random, acceptsReducedProtection }: KeptSecretParts,
): Promise<Result<DeviceSecret, FileError | KeyStoreError>> {
  const backend = await keyStore.backend();
  if (backend === null) return fail({ kind: 'noKeyStore' });
  if (backend === 'basic_text' && !acceptsReducedProtection) return fail({ kind: 'reducedProtection' });
  const secret = random.bytes(DEVICE_SECRET_BYTES);
  const encrypted = Buffer.from(await keyStore.encrypt(Buffer.from(secret).toString('hex'))).toString('base64');
  const created = createDurably(path, Buffer.from(`${JSON.stringify({ format: 1, backend, secret: encrypted })}\n`));
  return created.ok ? ok(kept(secret, backend)) : created;
}

/** Opens a device secret that the machine's key store encrypted. */
export async function openKeptDeviceSecret(
  path: string,
  keyStore: KeyStore,
): Promise<Result<DeviceSecret, DeviceSecretError | KeyStoreError>> {
  const text = attempt(() => readFileSync(path, 'utf8'));
  if (!text.ok) return text;
  const parsed = keptSchema.safeParse(parseJson(text.value));
  if (!parsed.success) return fail({ kind: 'damaged', part: 'deviceSecret' });
  if ((await keyStore.backend()) === null) return fail({ kind: 'noKeyStore' });
  const decrypted = await keyStore.decrypt(Buffer.from(parsed.data.secret, 'base64'));
  if (decrypted === null) return fail({ kind: 'otherKeyStore' });
  const secret = parseDeviceSecret(decrypted);
  return secret === null ? fail({ kind: 'damaged', part: 'deviceSecret' }) : ok(kept(secret, parsed.data.backend));
}

/** Opens the device secret of a home, wherever it is kept; `keyStore` is null for a program that has none. */
export async function openDeviceSecret(
  home: string,
  keyStore: KeyStore | null,
): Promise<Result<DeviceSecret, DeviceSecretError | KeyStoreError>> {
  const path = join(home, KEPT_DEVICE_SECRET_FILE);
  if (!existsSync(path)) return openFileDeviceSecret(join(home, DEVICE_SECRET_FILE));
  return keyStore === null ? fail({ kind: 'noKeyStore' }) : openKeptDeviceSecret(path, keyStore);
}

function kept(secret: Uint8Array, backend: KeyStoreBackend): DeviceSecret {
  return { backend, reducedProtection: backend === 'basic_text', read: () => Uint8Array.from(secret) };
}
