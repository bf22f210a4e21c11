import { z } from 'zod';

const DAY_MS = 24 * 60 * 60 * 1000;
/** At most so often it is noted how far the receipts have come, so that the notes do not grow with what is stored. */
const NOTE_EVERY_MS = DAY_MS;

/**
 * When the ledger had so many lines, in milliseconds as PassedTime has them. What was receipted in one of them has
 * been receipted for as long as this note stands, whatever the clock of the day says.
 */
export const purgeNotesSchema = z
  .array(z.strictObject({ lines: z.int().min(1), passedMs: z.int().min(0) }).readonly())
  .readonly();

export type PurgeNotes = z.infer<typeof purgeNotesSchema>;

/** What is looked at when the kiosk asks itself what it may let go of. */
export interface PurgeLook {
  /** As PassedTime has it. */
  readonly passedMs: number;
  /** How many lines the ledger has. */
  readonly lines: number;
  /** How long an intake is kept after its receipt, in whole days. */
  readonly keptDays: number;
}

/** A receipted intake; `line`: where the ledger says so. */
interface ReceiptedAt {
  readonly line: number;
}

/**
 * Decides what may be let go of: what was receipted `keptDays` days ago or longer, by time that surely passed.
 * Lost notes make a stay longer, and never shorter.
 *
 * @param receipted what is still kept
 * @returns the notes to be kept from now on, the same object where nothing changed
 */
export function planPurge<T extends ReceiptedAt>(
  receipted: readonly T[],
  notes: PurgeNotes,
  { passedMs, lines, keptDays }: PurgeLook,
): { readonly due: readonly T[]; readonly notes: PurgeNotes } {
  const noted = isNoteDue(receipted, notes, passedMs) ? [...notes, { lines, passedMs }] : notes;
  const dueLine = noted
    .filter((note) => passedMs - note.passedMs >= keptDays * DAY_MS)
    .reduce((highest, note) => Math.max(highest, note.lines), 0);
  const kept = noted.filter((note) => note.lines > dueLine);
  return {
    due: receipted.filter(({ line }) => line <= dueLine),
    // The notes that are due go only with what they are for: a stop in between must not begin the wait anew.
    notes: receipted.some(({ line }) => line <= dueLine) || kept.length === noted.length ? noted : kept,
  };
}

function isNoteDue(receipted: readonly ReceiptedAt[], notes: PurgeNotes, passedMs: number): boolean {
  const last = notes.at(-1);
  if (!receipted.some(({ line }) => line > (last?.lines ?? 0))) return false;
  // An older state may have come back with notes of a time that has not passed yet: they count for nothing new.
  return last === undefined || Math.abs(passedMs - last.passedMs) >= NOTE_EVERY_MS;
}
