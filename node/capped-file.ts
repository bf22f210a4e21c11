import { readFileSync, statSync } from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import { attempt } from './file-system.ts';
import type { FileError } from './file-system.ts';

/** Reads a file from outside; a larger one than it can be is refused unread. */
export function readCapped(
  path: string,
  maxBytes: number,
): Result<Uint8Array, FileError | { readonly kind: 'tooLarge' }> {
  const size = attempt(() => statSync(path).size);
  if (!size.ok) return size;
  if (size.value > maxBytes) return fail({ kind: 'tooLarge' });
  const read = attempt(() => new Uint8Array(readFileSync(path)));
  return read.ok && read.value.length > maxBytes ? fail({ kind: 'tooLarge' }) : read;
}
