import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { syncDirectory, writeTemporary } from '../../node/durable-file.ts';
import { nodeFileSystem, type FileError } from '../../node/file-system.ts';
import { contentVersionId, readContentFiles, type ContentFiles } from './content-files.ts';
import { parseContent, type ContentProblem, type ContentVersion } from './content-version.ts';

/** Folders of content versions are named by the first part of their id, which is plenty to tell them apart. */
const FOLDER_NAME_LENGTH = 16;

/** Why a content version cannot be used. */
export type ContentStoreProblem =
  | ContentProblem
  | { readonly kind: 'missing'; readonly id: string }
  | { readonly kind: 'altered'; readonly id: string }
  | { readonly kind: 'notWritten'; readonly cause: FileError };

/**
 * Copies the program's own content into HOME/content/ as an immutable version, unless it is there already.
 * Windows never read the program's folder itself: packaged files cannot be changed, content versions can be added.
 *
 * @param programContent the folder that the build copied content into
 * @param contentFolder HOME/content
 * @returns the id of the version
 */
export function installContent(
  programContent: string,
  contentFolder: string,
): Result<string, { readonly kind: 'notWritten'; readonly cause: FileError }> {
  const files = readContentFiles(programContent);
  const id = contentVersionId(files);
  const folder = folderOf(contentFolder, id);
  if (existsSync(folder)) return ok(id);
  const unfinished = `${folder}.tmp`;
  rmSync(unfinished, { recursive: true, force: true });
  const written = writeFiles(unfinished, files);
  if (!written.ok) return fail({ kind: 'notWritten', cause: written.error });
  renameSync(unfinished, folder);
  const synced = syncDirectory(contentFolder);
  return synced.ok ? ok(id) : fail({ kind: 'notWritten', cause: synced.error });
}

/** Reads a version and checks that not one byte of it was changed. */
export function loadContent(contentFolder: string, id: string): Result<ContentVersion, ContentStoreProblem> {
  const folder = folderOf(contentFolder, id);
  if (!existsSync(folder)) return fail({ kind: 'missing', id });
  const files = readContentFiles(folder);
  if (contentVersionId(files) !== id) return fail({ kind: 'altered', id });
  return parseContent(id, files);
}

/**
 * Reads the program's own content in place, for a kiosk that has no home to copy it to and only says that it is closed.
 *
 * @throws when the program itself is damaged
 */
export function loadProgramContent(programContent: string): ContentVersion {
  const files = readContentFiles(programContent);
  const content = parseContent(contentVersionId(files), files);
  if (!content.ok) throw new Error(`The program's content is damaged: ${content.error.kind}`);
  return content.value;
}

function folderOf(contentFolder: string, id: string): string {
  return join(contentFolder, id.slice(0, FOLDER_NAME_LENGTH));
}

function writeFiles(folder: string, files: ContentFiles): Result<null, FileError> {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'));
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
    const written = writeTemporary(target, bytes, nodeFileSystem);
    if (!written.ok) return written;
  }
  return syncFolders(folder);
}

/** Makes the names durable, innermost folders first, so that the final rename reveals whole folders only. */
function syncFolders(folder: string): Result<null, FileError> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const synced = entry.isDirectory() ? syncFolders(join(folder, entry.name)) : ok(null);
    if (!synced.ok) return synced;
  }
  return syncDirectory(folder);
}
