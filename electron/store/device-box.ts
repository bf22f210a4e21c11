import type { Random } from '../../core/basics/random.ts';
import { AES_GCM_KEY_BYTES, AES_GCM_NONCE_BYTES, decryptAesGcm, encryptAesGcm } from '../../node/aes-gcm.ts';
import { deriveKey } from '../../node/hkdf.ts';
import type { DeviceSecret } from './device-secret.ts';

// A box: these eight bytes, a salt (32 bytes), a nonce (12 bytes), the AES-256-GCM ciphertext with its tag.
const MAGIC = Buffer.from('MATUBOX1', 'latin1');
const SALT_BYTES = 32;
const NONCE_START = MAGIC.length + SALT_BYTES;
const CIPHERTEXT_START = NONCE_START + AES_GCM_NONCE_BYTES;

/** What a box is closed with. A box opens only for the purpose it was closed for. */
export interface BoxKeying {
  readonly deviceSecret: DeviceSecret;
  readonly purpose: 'state' | 'epoch' | 'passedTime' | 'numbers';
}

/** Encrypts bytes under the device secret; every box has a key of its own, from a fresh salt. */
export function closeBox({ deviceSecret, purpose }: BoxKeying, plaintext: Uint8Array, random: Random): Uint8Array {
  const salt = random.bytes(SALT_BYTES);
  const nonce = random.bytes(AES_GCM_NONCE_BYTES);
  const key = boxKey({ deviceSecret, purpose }, salt);
  const ciphertext = encryptAesGcm({ key, nonce, additionalData: MAGIC }, plaintext);
  key.fill(0);
  return new Uint8Array(Buffer.concat([MAGIC, salt, nonce, ciphertext]));
}

/** Opens a box; null when it is damaged, or was closed on another machine or for another purpose. */
export function openBox({ deviceSecret, purpose }: BoxKeying, box: Uint8Array): Uint8Array | null {
  if (box.length < CIPHERTEXT_START || !MAGIC.equals(box.subarray(0, MAGIC.length))) return null;
  const nonce = box.subarray(NONCE_START, CIPHERTEXT_START);
  const key = boxKey({ deviceSecret, purpose }, box.subarray(MAGIC.length, NONCE_START));
  const plaintext = decryptAesGcm({ key, nonce, additionalData: MAGIC }, box.subarray(CIPHERTEXT_START));
  key.fill(0);
  return plaintext;
}

function boxKey({ deviceSecret, purpose }: BoxKeying, salt: Uint8Array): Uint8Array {
  const secret = deviceSecret.read();
  const key = deriveKey({ secret, salt, purpose: `matu ${purpose} v1`, lengthBytes: AES_GCM_KEY_BYTES });
  secret.fill(0);
  return key;
}
