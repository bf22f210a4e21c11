import { randomBytes } from 'node:crypto';
import type { Random } from '../core/basics/random.ts';

/** The operating system's cryptographic source. */
export const systemRandom: Random = {
  bytes: (length) => new Uint8Array(randomBytes(length)),
};
