import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { ok, type Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { removeDurably, replaceDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { folderOf, isInstalled, loadContent, type ContentStoreProblem } from './content-store.ts';
import type { ContentVersion } from './content-version.ts';
import { prepareContent, readPrepared } from './prepared-content.ts';

/** One of them, or what an interrupted writing of one left. */
const PREPARED_FILE = /^[0-9a-f]{16}\.json(\.[0-9a-f]+\.tmp)?$/;

/** A version that a start may read as fast as the program's own. */
export interface ReadyContent {
  readonly content: ContentVersion;
  /** Of the file beside the version from which starts read it. */
  readonly preparedSha256: Sha256;
}

/**
 * Opens a version by what was prepared from it, as the program's own content is opened. Whether the version itself is
 * whole is asked later, by `checkInstalled`.
 *
 * @param contentFolder HOME/content
 * @returns null where the version, or what was prepared from it, is not there as it was
 */
export function openReady(
  contentFolder: string,
  { id, preparedSha256 }: { readonly id: string; readonly preparedSha256: string },
): ContentVersion | null {
  if (!isInstalled(contentFolder, id)) return null;
  const read = attempt(() => readFileSync(preparedPath(contentFolder, id)));
  if (!read.ok || nodeHasher.sha256(read.value) !== preparedSha256) return null;
  return readPrepared(read.value, recordingsOf(contentFolder, id));
}

/**
 * Reads a version that stands in a home, checks it, and writes beside it what starts read instead of it. Starts read no
 * other version than the one in use: what was prepared from others goes when that is settled; see `removeOtherReady`.
 */
export function makeReady(
  contentFolder: string,
  id: string,
  fs: FileSystem = nodeFileSystem,
): Result<ReadyContent, ContentStoreProblem | FileError> {
  const loaded = loadContent(contentFolder, id);
  if (!loaded.ok) return loaded;
  const bytes = toUtf8(prepareContent(loaded.value));
  const written = replaceDurably(preparedPath(contentFolder, id), bytes, fs);
  if (!written.ok) return written;
  // Recordings stay on the disk until somebody hears them.
  const content = readPrepared(bytes, recordingsOf(contentFolder, id));
  return ok({ content, preparedSha256: nodeHasher.sha256(bytes) });
}

/** Removes what was prepared from versions that are not in use; what cannot be removed now goes the next time. */
export function removeOtherReady(contentFolder: string, id: string, fs: FileSystem = nodeFileSystem): void {
  const names = attempt(() => readdirSync(contentFolder).filter((name) => PREPARED_FILE.test(name)));
  const own = `${folderOf('', id)}.json`;
  for (const name of names.ok ? names.value : []) if (name !== own) removeDurably(join(contentFolder, name), fs);
}

function preparedPath(contentFolder: string, id: string): string {
  return `${folderOf(contentFolder, id)}.json`;
}

function recordingsOf(contentFolder: string, id: string): ContentVersion['recording'] {
  return (language, hash) => {
    const read = attempt(() =>
      readFileSync(join(folderOf(contentFolder, id), 'assets', 'audio', language, `${hash}.opus`)),
    );
    return read.ok ? read.value : null;
  };
}
