import { Decrypter } from 'age-encryption';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';

/**
 * Opens an age file: binary, sealed to keys. What is armoured or under a passphrase is none of ours and is refused.
 *
 * @param identities age's, X25519 or post-quantum hybrid
 * @returns all of what was sealed, or none of it: `sealedToOthers` when no identity fits, `damaged` for anything else
 */
export async function unseal(
  sealed: Uint8Array,
  identities: readonly string[],
): Promise<Result<Uint8Array, 'sealedToOthers' | 'damaged'>> {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  try {
    return ok(await decrypter.decrypt(sealed));
  } catch (thrown) {
    // age tells its failures apart only by their text. Both are refusals; this one is worth its own word.
    const isForOthers = thrown instanceof Error && thrown.message.startsWith('no identity matched');
    return fail(isForOthers ? 'sealedToOthers' : 'damaged');
  }
}
