import { scrypt } from 'node:crypto';

/** How hard a code is stretched; r = 8 and p = 1 always. */
export interface ScryptInput {
  readonly secret: Uint8Array;
  readonly salt: Uint8Array;
  /** N = 2^log2N; memory is N KiB. */
  readonly log2N: number;
  readonly lengthBytes: number;
}

const BLOCK_SIZE = 8;

/** Stretches a secret with scrypt on another thread, so that the window stays alive (half a second at N = 2^17). */
export function stretchSecret({ secret, salt, log2N, lengthBytes }: ScryptInput): Promise<Uint8Array> {
  const cost = 2 ** log2N;
  // Node's limit is 32 MiB, and its own count is a little above 128 * N * r.
  const maxmem = 128 * BLOCK_SIZE * cost + 1024 * 1024;
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, lengthBytes, { N: cost, r: BLOCK_SIZE, p: 1, maxmem }, (error, key) => {
      if (error !== null) return reject(error);
      resolve(new Uint8Array(key));
      key.fill(0);
    });
  });
}
