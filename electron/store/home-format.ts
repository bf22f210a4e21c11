import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';

/** The format of HOME that this program writes. An older one is migrated by numbered steps; there is none yet. */
export const HOME_FORMAT = 1;

/** Why a format.json was not taken. */
export type FormatError =
  /** No HOME stands here, or its making was interrupted. */
  | { readonly kind: 'missing' }
  /** A newer program wrote this HOME: to be opened by that program only. */
  | { readonly kind: 'newerFormat'; readonly found: number }
  | { readonly kind: 'damaged'; readonly part: 'format' }
  | { readonly kind: 'io'; readonly code: string };

const formatSchema = z.looseObject({ format: z.int().min(1) });

/** Reads which format a HOME has, and refuses what this program cannot keep. */
export function checkFormat(formatFile: string): Result<null, FormatError> {
  const read = attempt(() => readFileSync(formatFile, 'utf8'));
  if (!read.ok) return fail(read.error.kind === 'io' ? read.error : { kind: 'missing' });
  const parsed = formatSchema.safeParse(parseJson(read.value));
  if (!parsed.success) return fail({ kind: 'damaged', part: 'format' });
  const { format } = parsed.data;
  return format > HOME_FORMAT ? fail({ kind: 'newerFormat', found: format }) : ok(null);
}

/** Writes format.json into a HOME that is whole otherwise. */
export function writeFormat(formatFile: string): Result<null, FileError> {
  return createDurably(formatFile, Buffer.from(`${JSON.stringify({ format: HOME_FORMAT })}\n`));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
