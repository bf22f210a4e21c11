import { readFileSync, statSync } from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { attempt } from './file-system.ts';
import type { FileError } from './file-system.ts';

/** Reads a file whole; null where it is larger than any of its kind, so that nothing of it comes into memory. */
export function readSmallFile(path: string, mostBytes: number): Result<Uint8Array | null, FileError> {
  return attempt(() => (statSync(path).size > mostBytes ? null : readFileSync(path)));
}
