import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { syncDirectory, TEMPORARY_SUFFIX, writeTemporary } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import { contentVersionId, readContentFiles, type ContentFiles, type ContentFilesProblem } from './content-files.ts';
import type { ContentProblem } from './content-problem.ts';
import { parseContent, type ContentVersion } from './content-version.ts';

/** Folders of content versions are named by the first part of their id, which is plenty to tell them apart. */
const FOLDER_NAME_LENGTH = 16;
const VERSION_FOLDER = /^[0-9a-f]{16}$/;

/** What a version has that the house itself has published: which program's version it stands on, and what is its own. */
export const HOUSE_FILE = 'house.json';

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
  const written = writeVersion(folder, files.value, { twins: [], fs: nodeFileSystem });
  if (!written.ok) return fail({ kind: 'notWritten', cause: written.error });
  const synced = syncDirectory(contentFolder);
  if (!synced.ok) return fail({ kind: 'notWritten', cause: synced.error });
  onInstalled();
  return ok(id);
}

/** A content version by its files. */
export interface VersionFiles {
  readonly id: string;
  readonly files: ContentFiles;
}

/**
 * Puts a version that was made here beside the others. One that stands there damaged is put there anew: a version is
 * known by its bytes, so nothing else can take its place.
 *
 * @param like versions that stand there whole: a file that one of them has too costs no room again, where the file
 * system has hard links
 */
export function installVersion(
  contentFolder: string,
  { id, files }: VersionFiles,
  { like, fs = nodeFileSystem }: { readonly like: readonly VersionFiles[]; readonly fs?: FileSystem },
): Result<null, FileError> {
  removeInterrupted(contentFolder);
  if (checkInstalled(contentFolder, id).ok) return ok(null);
  const twins = like.map((each) => ({ folder: folderOf(contentFolder, each.id), files: each.files }));
  const written = writeVersion(folderOf(contentFolder, id), files, { twins, fs });
  return written.ok ? syncDirectory(contentFolder, fs) : written;
}

/** Removes what interrupted writings of any version left. What cannot be removed now takes room until the next time. */
function removeInterrupted(contentFolder: string): void {
  const names = attempt(() => readdirSync(contentFolder).filter((name) => name.endsWith(TEMPORARY_SUFFIX)));
  for (const name of names.ok ? names.value : []) removeFolder(join(contentFolder, name));
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

/** Reads the files of a version, checked like `loadContent`. */
export function readVersion(contentFolder: string, id: string): Result<VersionFiles, ContentStoreProblem> {
  const files = readInstalled(contentFolder, id);
  return files.ok ? ok({ id, files: files.value }) : files;
}

/** Checks that a version stands in a home with not one byte changed. */
export function checkInstalled(contentFolder: string, id: string): Result<null, ContentStoreProblem> {
  const files = readInstalled(contentFolder, id);
  return files.ok ? ok(null) : files;
}

/**
 * Reads the files of the version that a home got last from a program, checked like `loadContent`. What the house itself
 * has published stands on one of these.
 *
 * @returns null for a home that has none yet
 */
export function newestInstalled(contentFolder: string): Result<VersionFiles | null, ContentStoreProblem> {
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
    .filter(({ name }) => !existsSync(join(contentFolder, name, HOUSE_FILE)))
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

/** Where a version stands. */
export function folderOf(contentFolder: string, id: string): string {
  return join(contentFolder, id.slice(0, FOLDER_NAME_LENGTH));
}

/** How a version is written. */
interface Writing {
  /** Folders of versions that may have some of its files. */
  readonly twins: readonly { readonly folder: string; readonly files: ContentFiles }[];
  readonly fs: FileSystem;
}

/** Writes a version beside its folder and reveals it whole; what an interrupted writing left is begun anew. */
function writeVersion(folder: string, files: ContentFiles, writing: Writing): Result<null, FileError> {
  const unfinished = `${folder}${TEMPORARY_SUFFIX}`;
  const cleared = removeFolder(unfinished);
  if (!cleared.ok) return cleared;
  const written = writeFiles(unfinished, files, writing);
  const freed = written.ok ? removeFolder(folder) : written;
  const revealed = freed.ok ? attempt(() => writing.fs.rename(unfinished, folder)) : freed;
  if (revealed.ok) return ok(null);
  // Half a version must not keep a full disk full.
  removeFolder(unfinished);
  return revealed;
}

function removeFolder(folder: string): Result<void, FileError> {
  return attempt(() => rmSync(folder, { recursive: true, force: true }));
}

function writeFiles(folder: string, files: ContentFiles, { twins, fs }: Writing): Result<null, FileError> {
  for (const [path, bytes] of files) {
    const target = join(folder, ...path.split('/'));
    const made = attempt(() => mkdirSync(dirname(target), { recursive: true, mode: 0o700 }));
    if (!made.ok) return made;
    const twin = twins.find((each) => isSame(each.files.get(path), bytes));
    const linked = twin !== undefined && attempt(() => fs.link(join(twin.folder, ...path.split('/')), target)).ok;
    const written = linked ? ok(null) : writeTemporary(target, bytes, fs);
    if (!written.ok) return written;
  }
  return syncFolders(folder, fs);
}

function isSame(one: Uint8Array | undefined, other: Uint8Array): boolean {
  return one !== undefined && Buffer.compare(one, other) === 0;
}

/** Makes the names durable, innermost folders first, so that the final rename reveals whole folders only. */
function syncFolders(folder: string, fs: FileSystem): Result<null, FileError> {
  const entries = attempt(() => readdirSync(folder, { withFileTypes: true }));
  if (!entries.ok) return entries;
  for (const entry of entries.value) {
    const synced = entry.isDirectory() ? syncFolders(join(folder, entry.name), fs) : ok(null);
    if (!synced.ok) return synced;
  }
  return syncDirectory(folder, fs);
}
