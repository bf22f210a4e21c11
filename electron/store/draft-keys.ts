import { toUtf8 } from '../../core/basics/utf8.ts';
import { TAKE_BACK_KEY_BYTES } from '../../core/outbox/withdrawal.ts';
import { AES_GCM_KEY_BYTES } from '../../node/aes-gcm.ts';
import { deriveKey } from '../../node/hkdf.ts';
import { stretchSecret } from '../../node/scrypt.ts';
import type { Epoch } from './epochs.ts';

/** The cost of stretching a code, as a power of two: 2^17 takes half a second and 128 MiB, 2^16 half of both. */
export const DRAFT_KEY_COST = { usual: 17, lowest: 16 } as const;

/** How codes are stretched on this kiosk. */
export interface DraftKeySettings {
  /** The kiosk's own. */
  readonly salt: Uint8Array;
  readonly log2N: number;
}

/** The lowest cost that is accepted. Only tests pass another one than the usual. */
export interface DraftKeyPolicy {
  readonly lowestLog2N: number;
}

export const DRAFT_KEY_POLICY: DraftKeyPolicy = { lowestLog2N: DRAFT_KEY_COST.lowest };

/** What a code leads to in one epoch. */
export interface DraftKeys {
  /** Encrypts the draft's own key (32 bytes). */
  readonly keyEncryptionKey: Uint8Array;
  /** The draft's name, 32 hexadecimal characters: without the code it says nothing. */
  readonly locator: string;
}

const STRETCHED_BYTES = 32;
const LOCATOR_BYTES = 16;
const NO_SALT = new Uint8Array();

/** Stretches a code (16 digits), so that trying every code is not worth it; the result is for the caller to wipe. */
export async function stretchCode(code: string, { salt, log2N }: DraftKeySettings): Promise<Uint8Array> {
  const secret = toUtf8(code);
  const stretched = await stretchSecret({ secret, salt, log2N, lengthBytes: STRETCHED_BYTES });
  secret.fill(0);
  return stretched;
}

/**
 * Derives the key with which a stretched code takes a sealed intake back. No epoch is in it: a letter may wait for the
 * centre longer than any draft lives. Source: docs/bundle-format.md, "Taking an intake back"
 */
export function takeBackKeyOf(stretched: Uint8Array): Uint8Array {
  const purpose = 'matu take back v1';
  return deriveKey({ secret: stretched, salt: NO_SALT, purpose, lengthBytes: TAKE_BACK_KEY_BYTES });
}

/** Derives what a stretched code leads to in an epoch. */
export function draftKeysOf(stretched: Uint8Array, epoch: Epoch): DraftKeys {
  const secret = Buffer.concat([stretched, epoch.secret]);
  const derive = (purpose: string, lengthBytes: number) => deriveKey({ secret, salt: NO_SALT, purpose, lengthBytes });
  const keyEncryptionKey = derive('matu draft key v1', AES_GCM_KEY_BYTES);
  const locator = Buffer.from(derive('matu draft locator v1', LOCATOR_BYTES)).toString('hex');
  secret.fill(0);
  return { keyEncryptionKey, locator };
}
