import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Random } from '../../core/basics/random.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createDurably, replaceDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import type { DeviceSecret } from './device-secret.ts';
import type { HomeLayout } from './home-layout.ts';

/** Why a format.json was not taken. */
export type FormatError =
  /** No HOME stands here, or its making was interrupted. */
  | { readonly kind: 'missing' }
  /** A newer program wrote this HOME: to be opened by that program only. */
  | { readonly kind: 'newerFormat'; readonly found: number }
  | { readonly kind: 'damaged'; readonly part: 'format' }
  | { readonly kind: 'io'; readonly code: string };

/** What a HOME is migrated with. */
export interface Migrated {
  readonly layout: HomeLayout;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly fs: FileSystem;
}

/** Why a step was not done. What it had begun does no harm: it is done again at the next start. */
export type MigrationError = FileError | { readonly kind: 'damaged'; readonly part: 'epochs' };

/**
 * Brings a HOME from the format before to the next one. A step may be stopped anywhere and is then done again, so it
 * leaves alone what it has done already.
 */
export type MigrationStep = (home: Migrated) => Result<null, MigrationError>;

const formatSchema = z.looseObject({ format: z.int().min(1) });

/** Reads which format a HOME has, and refuses what this program, whose own format is `newest`, cannot keep. */
export function readFormat(formatFile: string, newest: number): Result<number, FormatError> {
  const read = attempt(() => readFileSync(formatFile, 'utf8'));
  if (!read.ok) return fail(read.error.kind === 'io' ? read.error : { kind: 'missing' });
  const parsed = formatSchema.safeParse(parseJson(read.value));
  if (!parsed.success) return fail({ kind: 'damaged', part: 'format' });
  const { format } = parsed.data;
  return format > newest ? fail({ kind: 'newerFormat', found: format }) : ok(format);
}

/** Writes format.json into a new HOME that is whole otherwise. */
export function writeFormat(formatFile: string, format: number): Result<null, FileError> {
  return createDurably(formatFile, formatText(format));
}

/**
 * Migrates a HOME to the newest format, one numbered step after the other. Each step's number is written when it is
 * done; from then on older programs refuse the HOME.
 *
 * @param steps the first one leads from format 1 to 2, and so on
 */
export function migrateHome(
  home: Migrated,
  steps: readonly MigrationStep[],
): Result<null, FormatError | MigrationError> {
  const { formatFile } = home.layout;
  const found = readFormat(formatFile, steps.length + 1);
  if (!found.ok) return found;
  for (const [index, step] of steps.entries()) {
    const format = index + 2;
    if (format <= found.value) continue;
    const done = step(home);
    if (!done.ok) return done;
    const written = replaceDurably(formatFile, formatText(format), home.fs);
    if (!written.ok) return written;
  }
  return ok(null);
}

function formatText(format: number): Uint8Array {
  return Buffer.from(`${JSON.stringify({ format })}\n`);
}
