import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { syncDirectory, TEMPORARY_SUFFIX, writeTemporary } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError } from '../../node/file-system.ts';
import { contentVersionId, readContentFiles, type ContentFiles, type ContentFilesProblem } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { parseContent, type ContentVersion } from './content-version.ts';

/** Folders of content versions are named by the first part of their id, which is plenty to tell them apart. */
const FOLDER_NAME_LENGTH = 16;
const VERSION_FOLDER = /^[0-9a-f]{16}$/;

/** Why the program's content was not installed. */
export type InstallProblem = ContentFilesProblem | { readonly kind: 'notWritten'; readonly cause: FileError };

/** Why a content version cannot be used. */
export type ContentStoreProblem =
  | ContentFilesProblem
  | ContentProblem
  | { readonly kind: 'missing'; readonly id: string }
  | { readonly kind: 'altered'; readonly id: string };

/**
 * Copies the program's own content into HOME/content/ as an immutable version, unless it is there already.
 * Windows never read the program's folder itself: packaged files cannot be changed, content versions can be added.
 *
 * @param programContent the folder that the build copied content into
 * @param contentFolder HOME/content
 * @param onInstalled called when the home got a copy that it did not have
 * @returns the id of the version
 */
export function installContent(
  programContent: string,
  contentFolder: string,
  onInstalled: () => void = () => undefined,
): Result<string, InstallProblem> {
  const files = readContentFiles(programContent);
  if (!files.ok) return files;
  const id = contentVersionId(files.value);
  const folder = folderOf(contentFolder, id);
  if (isInstalled(contentFolder, id)) return ok(id);
  const written = writeVersion(folder, files.value);
  if (!written.ok) return fail({ kind: 'notWritten', cause: written.error });
  const synced = syncDirectory(contentFolder);
  if (!synced.ok) return fail({ kind: 'notWritten', cause: synced.error });
  onInstalled();
  return ok(id);
}

/** Whether a version stands in a home, whole as far as its name tells; see `checkInstalled`. */
export function isInstalled(contentFolder: string, id: string): boolean {
  return existsSync(folderOf(contentFolder, id));
}

/** Reads a version and checks that not one byte of it was changed. */
export function loadContent(contentFolder: string, id: string): Result<ContentVersion, ContentStoreProblem> {
  const files = readInstalled(contentFolder, id);
  return files.ok ? parseContent(id, files.value) : files;
}

/** Checks that a version stands in a home with not one byte changed. */
export function checkInstalled(contentFolder: string, id: string): Result<null, ContentStoreProblem> {
  const files = readInstalled(contentFolder, id);
  return files.ok ? ok(null) : files;
}

/**
 * Reads the files of the version that a home got last, checked like `loadContent`.
 *
 * @returns null for a home that has none yet
 */
export function newestInstalled(
  contentFolder: string,
): Result<{ readonly id: string; readonly files: ContentFiles } | null, ContentStoreProblem> {
  const found = attempt(() => (existsSync(contentFolder) ? installedFolders(contentFolder) : []));
  if (!found.ok) return fail({ kind: 'notRead', cause: found.error });
  const newest = found.value.at(-1);
  if (newest === undefined) return ok(null);
  const files = readContentFiles(join(contentFolder, newest));
  if (!files.ok) return files;
  const id = contentVersionId(files.value);
  return id.startsWith(newest) ? ok({ id, files: files.value }) : fail({ kind: 'altered', id: newest });
}

/** The folders of versions, the one that was installed last behind the others: a version gets its place whole. */
function installedFolders(contentFolder: string): readonly string[] {
  return readdirSync(contentFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && VERSION_FOLDER.test(entry.name))
    .map(({ name }) => ({ name, installedMs: statSync(join(contentFolder, name)).mtimeMs }))
    .sort((one, other) => one.installedMs - other.installedMs || (one.name < other.name ? -1 : 1))
    .map(({ name }) => name);
}

function readInstalled(contentFolder: string, id: string): Result<ContentFiles, ContentStoreProblem> {
  const folder = folderOf(contentFolder, id);
  if (!existsSync(folder)) return fail({ kind: 'missing', id });
  const files = readContentFiles(folder);
  if (!files.ok) return files;
  return contentVersionId(files.value) === id ? files : fail({ kind: 'altered', id });
}

function folderOf(contentFolder: string, id: string): string {
  return join(contentFolder, id.slice(0, FOLDER_NAME_LENGTH));
}

/** Writes a version beside its folder and reveals it whole; what an interrupted writing left is begun anew. */
function writeVersion(folder: string, files: ContentFiles): Result<null, FileError> {
  const unfinished = `${folder}${TEMPORARY_SUFFIX}`;
  const cleared = removeFolder(unfinished);
  if (!cleared.ok) return cleared;
  const written = writeFiles(unfinished, files);
  const revealed = written.ok ? attempt(() => renameSync(unfinished, folder)) : written;
  if (revealed.ok) return ok(null);
  // Half a version must not keep a full disk full.
  removeFolder(unfinished);
  return revealed;
}

function removeFolder(folder: string): Result<void, FileError> {
  return attempt(() => rmSync(folder, { recursive: true, force: true }));
}

function writeFiles(folder: string, files: ContentFiles): Result<null, FileError> {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'));
    const made = attempt(() => mkdirSync(dirname(target), { recursive: true, mode: 0o700 }));
    const written = made.ok ? writeTemporary(target, bytes, nodeFileSystem) : made;
    if (!written.ok) return written;
  }
  return syncFolders(folder);
}

/** Makes the names durable, innermost folders first, so that the final rename reveals whole folders only. */
function syncFolders(folder: string): Result<null, FileError> {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if (!entries.ok) return entries;
  for (const entry of entries.value) {
    const synced = entry.isDirectory() ? syncFolders(join(folder, entry.name)) : ok(null);
    if (!synced.ok) return synced;
  }
  return syncDirectory(folder);
}
