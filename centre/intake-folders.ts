import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import { replaceDurably, syncDirectory, writeTemporary } from '../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../node/file-system.ts';
import type { FileError, FileSystem } from '../node/file-system.ts';
import { systemRandom } from '../node/random.ts';

/** What is written of an intake, in a folder of its own. */
export interface IntakeFolder {
  /** A checked UUID: it becomes the folder's name. */
  readonly intakeId: string;
  readonly intake: Uint8Array;
  readonly fhir: Uint8Array;
  readonly page1: Uint8Array;
}

/** The files in the folder of an intake. */
export const FOLDER_FILES = { intake: 'intake.json', fhir: 'fhir.json', page1: 'page1.html' } as const;

const PRIVATE_DIRECTORY_MODE = 0o700;

/**
 * Compares an intake with what stands under its name.
 * page1.html is left out: it is drawn anew with each opening, because it says which day of fourteen it is.
 */
export function standingOf(out: string, folder: IntakeFolder): 'absent' | 'same' | 'other' {
  const target = join(out, folder.intakeId);
  if (!existsSync(target)) return 'absent';
  const holds = (name: string, bytes: Uint8Array): boolean => {
    const found = attempt(() => readFileSync(join(target, name)));
    return found.ok && found.value.equals(bytes);
  };
  return holds(FOLDER_FILES.intake, folder.intake) && holds(FOLDER_FILES.fhir, folder.fhir) ? 'same' : 'other';
}

/** When an intake was written here first, in milliseconds; null when it was not. */
export function writtenAtMs(out: string, intakeId: string): number | null {
  const found = attempt(() => statSync(join(out, intakeId, FOLDER_FILES.intake)).mtimeMs);
  return found.ok ? found.value : null;
}

/** Draws page1.html of an intake that stands there already anew; afterwards it is the old page or the new, whole. */
export function redrawPage1(out: string, { intakeId, page1 }: IntakeFolder): Result<null, FileError> {
  return replaceDurably(join(out, intakeId, FOLDER_FILES.page1), page1);
}

/**
 * Writes the folders of new intakes, all of them or none: under temporary names first, then each gets its name at
 * once. A failure takes back the names that were given before it.
 *
 * @throws when even taking back fails: then nobody can say what stands there
 */
export function writeFolders(
  out: string,
  folders: readonly IntakeFolder[],
  fs: FileSystem = nodeFileSystem,
): Result<null, FileError> {
  const made = attempt(() => mkdirSync(out, { recursive: true, mode: PRIVATE_DIRECTORY_MODE }));
  if (!made.ok) return made;
  const staged = folders.map((folder) => ({ folder, temporary: join(out, temporaryName()) }));
  const written = writeAndName(out, staged, fs);
  for (const { temporary } of staged) rmSync(temporary, { recursive: true, force: true });
  return written;
}

interface Staged {
  readonly folder: IntakeFolder;
  readonly temporary: string;
}

function writeAndName(out: string, staged: readonly Staged[], fs: FileSystem): Result<null, FileError> {
  for (const { folder, temporary } of staged) {
    const written = writeFolder(temporary, folder, fs);
    if (!written.ok) return written;
  }
  const named = nameAll(out, staged, fs);
  // Only what was absent before this call is written by it, so what now has one of these names came from here.
  if (!named.ok) for (const path of named.error.named) rmSync(path, { recursive: true });
  return named.ok ? named : fail(named.error.cause);
}

/** Gives the staged folders their names; a failure says which were given before it. */
function nameAll(
  out: string,
  staged: readonly Staged[],
  fs: FileSystem,
): Result<null, { readonly named: readonly string[]; readonly cause: FileError }> {
  const named: string[] = [];
  for (const { folder, temporary } of staged) {
    const path = join(out, folder.intakeId);
    const renamed = attempt(() => fs.rename(temporary, path));
    if (!renamed.ok) return fail({ named, cause: renamed.error });
    named.push(path);
  }
  const synced = syncDirectory(out, fs);
  return synced.ok ? synced : fail({ named, cause: synced.error });
}

function writeFolder(path: string, { intake, fhir, page1 }: IntakeFolder, fs: FileSystem): Result<null, FileError> {
  const made = attempt(() => mkdirSync(path, { mode: PRIVATE_DIRECTORY_MODE }));
  if (!made.ok) return made;
  const files = { [FOLDER_FILES.intake]: intake, [FOLDER_FILES.fhir]: fhir, [FOLDER_FILES.page1]: page1 };
  for (const [name, bytes] of Object.entries(files)) {
    const written = writeTemporary(join(path, name), bytes, fs);
    if (!written.ok) return written;
  }
  return syncDirectory(path, fs);
}

function temporaryName(): string {
  return `.part-${Buffer.from(systemRandom.bytes(8)).toString('hex')}`;
}
