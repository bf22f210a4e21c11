import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../core/basics/result.ts';
import { syncDirectory, writeTemporary } from '../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../node/file-system.ts';
import type { FileError } from '../node/file-system.ts';
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
 * page1.html is left out: a later version of this program may draw it in another way.
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

/**
 * Writes the folders of intakes, each completely or not at all: all of them under temporary names first, then each
 * gets its name at once. A failure before the first name leaves nothing behind; a folder that has its name is whole.
 */
export function writeFolders(out: string, folders: readonly IntakeFolder[]): Result<null, FileError> {
  const made = attempt(() => mkdirSync(out, { recursive: true, mode: PRIVATE_DIRECTORY_MODE }));
  if (!made.ok) return made;
  const staged = folders.map((folder) => ({ folder, temporary: join(out, temporaryName()) }));
  const written = writeAndName(out, staged);
  for (const { temporary } of staged) rmSync(temporary, { recursive: true, force: true });
  return written;
}

interface Staged {
  readonly folder: IntakeFolder;
  readonly temporary: string;
}

function writeAndName(out: string, staged: readonly Staged[]): Result<null, FileError> {
  for (const { folder, temporary } of staged) {
    const written = writeFolder(temporary, folder);
    if (!written.ok) return written;
  }
  for (const { folder, temporary } of staged) {
    const named = attempt(() => renameSync(temporary, join(out, folder.intakeId)));
    if (!named.ok) return named;
  }
  return syncDirectory(out);
}

function writeFolder(path: string, { intake, fhir, page1 }: IntakeFolder): Result<null, FileError> {
  const made = attempt(() => mkdirSync(path, { mode: PRIVATE_DIRECTORY_MODE }));
  if (!made.ok) return made;
  const files = { [FOLDER_FILES.intake]: intake, [FOLDER_FILES.fhir]: fhir, [FOLDER_FILES.page1]: page1 };
  for (const [name, bytes] of Object.entries(files)) {
    const written = writeTemporary(join(path, name), bytes, nodeFileSystem);
    if (!written.ok) return written;
  }
  return syncDirectory(path);
}

function temporaryName(): string {
  return `.part-${Buffer.from(systemRandom.bytes(8)).toString('hex')}`;
}
