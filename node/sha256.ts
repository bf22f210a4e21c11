import { createHash } from 'node:crypto';
import { isSha256 } from '../core/basics/hasher.ts';
import type { Hasher } from '../core/basics/hasher.ts';

/** SHA-256 by Node's own cryptography. */
export const nodeHasher: Hasher = {
  sha256(bytes) {
    const digest = createHash('sha256').update(bytes).digest('hex');
    if (!isSha256(digest)) throw new Error('Node wrote a digest in another form');
    return digest;
  },
};
