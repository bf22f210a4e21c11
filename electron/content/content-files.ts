import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { attempt, type FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** A content version's files by path, with `/` between folders whatever the system. */
export type ContentFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Why a folder gave no content.
 *
 * - notRead: the system did not let it be read
 * - noFile: something in it is neither file nor folder, a link for example, which could lead anywhere
 */
export type ContentFilesProblem =
  { readonly kind: 'notRead'; readonly cause: FileError } | { readonly kind: 'noFile'; readonly path: string };

/** Reads every file below a folder. */
export function readContentFiles(folder: string): Result<ContentFiles, ContentFilesProblem> {
  const read = attempt(() => [...walk(folder, '')]);
  if (!read.ok) return fail({ kind: 'notRead', cause: read.error });
  const files = new Map<string, Uint8Array>();
  for (const { path, bytes } of read.value) {
    if (bytes === null) return fail({ kind: 'noFile', path });
    files.set(path, bytes);
  }
  return ok(files);
}

/** Finds everything below a folder but the folders themselves; `bytes` is null for what is no file. */
function* walk(folder: string, path: string): Generator<{ readonly path: string; readonly bytes: Uint8Array | null }> {
  for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
    const inner = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, inner);
    else yield { path: inner, bytes: entry.isFile() ? readFileSync(join(folder, inner)) : null };
  }
}

/** The name of a content version: SHA-256 over the digest and path of every file, 64 hexadecimal characters. */
export function contentVersionId(files: ContentFiles): string {
  const lines = [...files].map(([path, bytes]) => `${path}\n${nodeHasher.sha256(bytes)}\n`).sort();
  return nodeHasher.sha256(toUtf8(lines.join('')));
}
