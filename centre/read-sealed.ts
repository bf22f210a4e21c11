import { readFileSync, statSync } from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { MAX_BUNDLE_BYTES } from '../core/bundle/names.ts';
import { attempt } from '../node/file-system.ts';

/** Reads a bundle; its size is asked for first, because a huge file would fill the memory. */
export function readSealed(path: string): Result<Uint8Array, 'unreadable' | 'tooLarge'> {
  const read = attempt(() => (statSync(path).size > MAX_BUNDLE_BYTES ? null : readFileSync(path)));
  if (!read.ok) return fail('unreadable');
  return read.value === null ? fail('tooLarge') : ok(read.value);
}
