import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { removeDurably, renameDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { epochDigits } from './epochs.ts';
import type { QuarantinePlace } from './quarantine.ts';

/** The epoch in any name that a draft can have, also unfinished or in quarantine. */
const EPOCH_IN_NAME = /(?:^|-)([0-9]{8})-[0-9a-f]{32}\.draft/;
/** A draft of a home of format 1, which had one epoch. */
const NAME_WITHOUT_EPOCH = /^[0-9a-f]{32}\.draft$/;

/**
 * Returns the path of a draft, `<epoch>-<locator>.draft`. Its epoch stands in the name, so that the file can go with it:
 * without the code nothing else in a draft tells where it belongs.
 */
export function draftPath(
  folder: string,
  { epoch, locator }: { readonly epoch: number; readonly locator: string },
): string {
  return join(folder, `${epochDigits(epoch)}-${locator}.draft`);
}

/**
 * Removes what is left of drafts whose epoch was forgotten, also from quarantine.
 *
 * @param oldest the number of the oldest epoch that is left; newer ones may have drafts in any case
 * @returns how many drafts went
 */
export function removeForgotten(
  { folder, quarantine, fs }: QuarantinePlace & { readonly folder: string },
  oldest: number,
): Result<number, FileError> {
  let removed = 0;
  for (const each of [folder, quarantine]) {
    const names = attempt(() => readdirSync(each).filter((name) => epochOf(name) < oldest));
    if (!names.ok) return names;
    for (const name of names.value) {
      const done = removeDurably(join(each, name), fs);
      if (!done.ok) return done;
      if (each === folder) removed += 1;
    }
  }
  return ok(removed);
}

/** Gives the drafts of format 1 the names that they have since format 2. Calling it again does no harm. */
export function nameDraftsByEpoch(
  { folder, fs }: { readonly folder: string; readonly fs: FileSystem },
  epoch: number,
): Result<null, FileError> {
  const names = attempt(() => readdirSync(folder).filter((name) => NAME_WITHOUT_EPOCH.test(name)));
  if (!names.ok) return names;
  for (const name of names.value) {
    const moved = renameDurably(join(folder, name), join(folder, `${epochDigits(epoch)}-${name}`), fs);
    if (!moved.ok) return moved;
  }
  return ok(null);
}

/** The epoch that a name tells; endless for a name that tells none. */
function epochOf(name: string): number {
  return Number(EPOCH_IN_NAME.exec(name)?.[1] ?? Infinity);
}
