import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { fromUtf8 } from '../core/basics/utf8.ts';
import { readCapped } from '../node/capped-file.ts';
import type { OwnFileProblem } from './own-file.ts';

const MAX_BYTES = 16 * 1024;

/** Reads a file of passphrases, one a line, for scripts: what stands in it is tried in this order. */
export function readPassphraseFile(file: string): Result<readonly string[], OwnFileProblem> {
  const read = readCapped(file, MAX_BYTES);
  if (!read.ok) return fail({ file, kind: read.error.kind === 'tooLarge' ? 'malformed' : 'missing', fields: [] });
  const lines = fromUtf8(read.value)
    ?.replace(/\r?\n$/, '')
    .split(/\r?\n/);
  const isWhole = lines !== undefined && lines.every((line) => line !== '');
  return isWhole ? ok(lines) : fail({ file, kind: 'malformed', fields: [] });
}
