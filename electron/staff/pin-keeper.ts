import { timingSafeEqual } from 'node:crypto';
import type { Random } from '../../core/basics/random.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { Pin } from '../../core/staff/pin.ts';
import { deriveKey } from '../../node/hkdf.ts';
import { stretchSecret } from '../../node/scrypt.ts';
import type { DeviceSecret } from '../store/device-secret.ts';
import { PIN_BYTES, type KeptPin } from '../store/staff-members.ts';

/** What PINs are kept with. */
export interface PinKeeping {
  /** The pepper: what is kept can be compared on this machine only. */
  readonly deviceSecret: Pick<DeviceSecret, 'read'>;
  readonly random: Random;
  /** The cost of stretching a new PIN, as a power of two. */
  readonly log2N: number;
}

/** Makes what a PIN is compared with later. Takes as long as stretching does. */
export async function keepPin(pin: Pin, { deviceSecret, random, log2N }: PinKeeping): Promise<KeptPin> {
  const salt = hexOf(random.bytes(PIN_BYTES.salt));
  return { salt, log2N, verifier: hexOf(await verifierOf(pin, { salt, log2N }, deviceSecret)) };
}

/** Tells whether a PIN is the one that was kept; each answer takes equally long. */
export async function isKeptPin(pin: string, kept: KeptPin, { deviceSecret }: PinKeeping): Promise<boolean> {
  return timingSafeEqual(await verifierOf(pin, kept, deviceSecret), Buffer.from(kept.verifier, 'hex'));
}

async function verifierOf(
  pin: string,
  { salt, log2N }: Pick<KeptPin, 'salt' | 'log2N'>,
  deviceSecret: PinKeeping['deviceSecret'],
): Promise<Uint8Array> {
  const secret = toUtf8(pin);
  const saltBytes = Buffer.from(salt, 'hex');
  const stretched = await stretchSecret({ secret, salt: saltBytes, log2N, lengthBytes: PIN_BYTES.verifier });
  const pepper = deviceSecret.read();
  const both = Buffer.concat([stretched, pepper]);
  const purpose = 'matu staff pin v1';
  const verifier = deriveKey({ secret: both, salt: saltBytes, purpose, lengthBytes: PIN_BYTES.verifier });
  for (const bytes of [secret, stretched, pepper, both]) bytes.fill(0);
  return verifier;
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
