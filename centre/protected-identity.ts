import { Decrypter, Encrypter } from 'age-encryption';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../core/basics/utf8.ts';

const AGE_FILE = toUtf8('age-encryption.org/v1\n');
/** What `age -p` takes when nobody says otherwise: 2^18, about a second and 256 MiB for each passphrase that is tried. */
const WORK_FACTOR = 18;

/** Tells an identity file under a passphrase from an open one. */
export function isProtected(file: Uint8Array): boolean {
  return AGE_FILE.every((byte, index) => file[index] === byte);
}

/**
 * Puts an identity file under a passphrase as `age -p` does: `age -d -i` asks for it and opens by the file.
 *
 * @param workFactor the base-2 logarithm of scrypt's cost; lower than usual in tests alone
 */
export function protectIdentityFile(text: string, passphrase: string, workFactor = WORK_FACTOR): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.setScryptWorkFactor(workFactor);
  encrypter.setPassphrase(passphrase);
  return encrypter.encrypt(text);
}

/** Opens an identity file under a passphrase, into memory alone. */
export async function unlockIdentityFile(
  file: Uint8Array,
  passphrase: string,
): Promise<Result<string, 'wrongPassphrase' | 'malformed'>> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const text = fromUtf8(await decrypter.decrypt(file));
    return text === null ? fail('malformed') : ok(text);
  } catch (thrown) {
    // age tells its failures apart only by their text.
    const isWrong = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    return fail(isWrong ? 'wrongPassphrase' : 'malformed');
  }
}
