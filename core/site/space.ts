import { z } from 'zod';

/** What a home keeps free on its disk, in MiB. */
export const spaceSchema = z
  .strictObject({
    /** The size of the file that is given up when the disk is full, so that the present visit can be saved and sent. */
    ballastMiB: z.int().min(1).max(1024),
    /** With less than this beside the ballast no visit begins. A long visit under a code writes some ten. */
    leastFreeMiB: z.int().min(1).max(10_240),
  })
  .readonly();

export type Space = z.infer<typeof spaceSchema>;

/** What a site has until it chooses otherwise. */
export const USUAL_SPACE: Space = { ballastMiB: 64, leastFreeMiB: 32 };

/** Bytes of a MiB. */
export const MIB = 1024 * 1024;

/**
 * Decides whether a visit may begin: there is room for it, and for the ballast where that was given up.
 *
 * @param freeBytes what the file system says; null where it says nothing, and then the ballast has to do
 */
export function hasRoom(
  { ballastMiB, leastFreeMiB }: Space,
  { freeBytes, hasBallast }: { readonly freeBytes: number | null; readonly hasBallast: boolean },
): boolean {
  if (freeBytes === null) return hasBallast;
  return freeBytes >= (leastFreeMiB + (hasBallast ? 0 : ballastMiB)) * MIB;
}
