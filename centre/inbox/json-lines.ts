import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { openAppendFile } from '../../node/append-file.ts';
import type { AppendError, AppendFile } from '../../node/append-file.ts';
import { createDurably, truncateDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';

/** Why a file of lines cannot be used: it cannot be read or written, or this line of it (from 1) is none. */
export type LinesProblem = FileError | { readonly kind: 'damaged'; readonly line: number };

interface ReadLines<T> {
  readonly entries: readonly T[];
  /** Up to the last line end: what follows was being written when the machine stopped, and nobody was told of it. */
  readonly wholeBytes: number;
  readonly isTorn: boolean;
}

/** Reads a file that holds one JSON object a line; a file that is not there is an empty one. */
export function readJsonLines<T>(path: string, schema: z.ZodType<T>): Result<readonly T[], LinesProblem> {
  const read = readLines(path, schema);
  return read.ok ? ok(read.value.entries) : read;
}

/**
 * A file of lines that only grows. What an append returned ok for is durable. It does not hold what stood in it: the
 * index of an inbox has a line for each intake that ever came.
 */
export class JsonLines<T> {
  readonly #file: AppendFile;

  private constructor(file: AppendFile) {
    this.#file = file;
  }

  /** Opens the file, makes it when it is missing, and cuts off a line that was never finished. */
  static open<T>(
    path: string,
    schema: z.ZodType<T>,
    fs: FileSystem = nodeFileSystem,
  ): Result<JsonLines<T>, LinesProblem> {
    const created = createDurably(path, new Uint8Array(0), fs);
    if (!created.ok && created.error.kind !== 'exists') return created;
    const read = readLines(path, schema);
    if (!read.ok) return read;
    const { wholeBytes, isTorn } = read.value;
    const cut = isTorn ? truncateDurably(path, wholeBytes, fs) : ok(null);
    if (!cut.ok) return cut;
    const file = openAppendFile(path, fs);
    return file.ok ? ok(new JsonLines(file.value)) : file;
  }

  /** Appends several entries by one write and one sync. */
  append(entries: readonly T[]): Result<null, AppendError> {
    if (entries.length === 0) return ok(null);
    return this.#file.append(toUtf8(entries.map((entry) => `${JSON.stringify(entry)}\n`).join('')));
  }

  close(): void {
    this.#file.close();
  }
}

function readLines<T>(path: string, schema: z.ZodType<T>): Result<ReadLines<T>, LinesProblem> {
  const bytes = attempt(() => readFileSync(path));
  if (!bytes.ok) return bytes.error.kind === 'missing' ? ok({ entries: [], wholeBytes: 0, isTorn: false }) : bytes;
  const wholeBytes = bytes.value.lastIndexOf('\n') + 1;
  const entries: T[] = [];
  for (const [index, line] of linesOf(bytes.value.subarray(0, wholeBytes)).entries()) {
    const entry = schema.safeParse(parseJson(line));
    if (!entry.success) return fail({ kind: 'damaged', line: index + 1 });
    entries.push(entry.data);
  }
  return ok({ entries, wholeBytes, isTorn: wholeBytes < bytes.value.length });
}

function linesOf(whole: Uint8Array): readonly string[] {
  // Bytes that are no UTF-8 become one line that is no JSON.
  return whole.length === 0 ? [] : (fromUtf8(whole)?.slice(0, -1).split('\n') ?? ['']);
}
