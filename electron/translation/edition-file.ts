import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { languageTagSchema, type LanguageTag } from '../../core/basics/language.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { editionEventSchema, type EditionEvent } from '../../core/translation/edition-events.ts';
import { readCapped } from '../../node/capped-file.ts';
import { removeUnfinished, replaceDurably, syncDirectory } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** The form of the file. A newer one is refused: it may hold what this program would lose. */
const FORMAT = 1;
const LINE_END = 0x0a;
/** Years of work on every text of a language; what is larger is no file of ours. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The first line: what the file is, and by which it is known that nothing behind it was changed or lost. */
const headSchema = z.strictObject({
  format: z.literal(FORMAT),
  language: languageTagSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const anyFormatSchema = z.looseObject({ format: z.int().min(1) });

/** Why the events of an edition cannot be read. Nothing is written over such a file. */
export type EditionFileProblem =
  | { readonly kind: 'damaged' }
  | { readonly kind: 'newerFormat'; readonly found: number }
  | { readonly kind: 'notRead'; readonly cause: FileError };

/**
 * Reads the events of an edition, the oldest first.
 *
 * @param path HOME/translations/<tag>.jsonl; a file that is not there is an edition in which nothing has happened
 */
export function readEdition(path: string, tag: LanguageTag): Result<readonly EditionEvent[], EditionFileProblem> {
  if (!existsSync(path)) return ok([]);
  const read = readCapped(path, MOST_BYTES);
  if (!read.ok)
    return fail(read.error.kind === 'tooLarge' ? { kind: 'damaged' } : { kind: 'notRead', cause: read.error });
  const headEnd = read.value.indexOf(LINE_END) + 1;
  const head = parseJson(fromUtf8(read.value.subarray(0, headEnd)) ?? '');
  const { data: anyFormat } = anyFormatSchema.safeParse(head);
  if (anyFormat !== undefined && anyFormat.format > FORMAT)
    return fail({ kind: 'newerFormat', found: anyFormat.format });
  const body = read.value.subarray(headEnd);
  const { data: own } = headSchema.safeParse(head);
  if (own?.language !== tag || own.sha256 !== nodeHasher.sha256(body)) return fail({ kind: 'damaged' });
  const lines = (fromUtf8(body) ?? '').split('\n').slice(0, -1);
  const events = z.array(editionEventSchema).safeParse(lines.map(parseJson));
  return events.success ? ok(events.data) : fail({ kind: 'damaged' });
}

/**
 * Writes the events of an edition: all that were there, and new ones behind them. After a power cut the file is the old
 * one or the new one, whole.
 */
export function writeEdition(
  path: string,
  { tag, events }: { readonly tag: LanguageTag; readonly events: readonly EditionEvent[] },
  fs: FileSystem = nodeFileSystem,
): Result<null, FileError> {
  const folder = ensureFolder(dirname(path), fs);
  if (!folder.ok) return folder;
  const body = toUtf8(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  const head = { format: FORMAT, language: tag, sha256: nodeHasher.sha256(body) };
  return replaceDurably(path, Buffer.concat([toUtf8(`${JSON.stringify(head)}\n`), body]), fs);
}

function ensureFolder(folder: string, fs: FileSystem): Result<null, FileError> {
  if (existsSync(folder)) return removeUnfinished(folder, fs);
  const made = attempt(() => mkdirSync(folder, { mode: 0o700 }));
  return made.ok ? syncDirectory(dirname(folder), fs) : made;
}
