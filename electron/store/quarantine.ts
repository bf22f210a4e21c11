import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { createDurably, moveDurably, removeDurably, renameDurably, temporaryNameFor } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';

/** Why something stands in quarantine; begins the file's name. */
export type QuarantineReason = 'damaged' | 'torn' | 'unfinished';

/** Where things are set aside, and what that is written with. */
export interface QuarantinePlace {
  readonly quarantine: string;
  readonly fs: FileSystem;
}

/** Moves a file out of the way, durably. */
export function quarantineFile(
  { quarantine, fs }: QuarantinePlace,
  path: string,
  reason: QuarantineReason,
): Result<null, FileError> {
  return moveDurably(path, quarantineName(quarantine, basename(path), reason), fs);
}

/** Keeps bytes that are about to be cut off a file. */
export function quarantineBytes(
  { quarantine, fs }: QuarantinePlace,
  { fileName, bytes }: { readonly fileName: string; readonly bytes: Uint8Array },
): Result<null, FileError> {
  return createDurably(quarantineName(quarantine, fileName, 'torn'), bytes, fs);
}

/** Removes what stands in quarantine of one file: for a person who deletes everything. */
export function removeFromQuarantine({ quarantine, fs }: QuarantinePlace, fileName: string): Result<null, FileError> {
  const names = attempt(() => readdirSync(quarantine).filter((name) => name.includes(fileName)));
  if (!names.ok) return names;
  for (const name of names.value) {
    const removed = removeDurably(join(quarantine, name), fs);
    if (!removed.ok) return removed;
  }
  return ok(null);
}

/** Lets what stands in quarantine of one file follow it to its new name. */
export function renameInQuarantine(
  { quarantine, fs }: QuarantinePlace,
  { from, to }: { readonly from: string; readonly to: string },
): Result<null, FileError> {
  const names = attempt(() => readdirSync(quarantine).filter((name) => name.includes(from)));
  if (!names.ok) return names;
  for (const name of names.value) {
    const moved = renameDurably(join(quarantine, name), join(quarantine, name.replace(from, to)), fs);
    if (!moved.ok) return moved;
  }
  return ok(null);
}

/** Moves the unfinished files of a folder away: nobody was told that they were saved. */
export function quarantineUnfinished(
  place: QuarantinePlace,
  folder: string,
  suffix: string,
): Result<number, FileError> {
  const names = attempt(() => readdirSync(folder).filter((name) => name.endsWith(suffix)));
  if (!names.ok) return names;
  for (const name of names.value) {
    const moved = quarantineFile(place, join(folder, name), 'unfinished');
    if (!moved.ok) return moved;
  }
  return ok(names.value.length);
}

// The part by chance keeps two finds of one file apart.
function quarantineName(quarantine: string, fileName: string, reason: QuarantineReason): string {
  return temporaryNameFor(join(quarantine, `${reason}-${fileName}`)).replace(/\.tmp$/, '');
}
