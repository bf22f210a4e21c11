import { z } from 'zod';
import type { Sha256 } from '../basics/hasher.ts';
import { sha256Field } from '../bundle/fields.ts';
import { exportNameOf } from './delivery.ts';
import type { Delivery, WaitingState } from './delivery.ts';
import type { LedgerIndex } from './ledger-index.ts';

/** Of how many intakes the wish is remembered. It is for the day of Send, and no house seals so many in a day. */
const MOST_WISHES = 100;

const seqField = z.int().min(1);

const noteSchema = z.discriminatedUnion('kind', [
  /** All intakes from one number to another have come this far. `sha256` is of the sealed file of `to`. */
  z
    .strictObject({
      kind: z.literal('run'),
      state: z.enum(['sent', 'stored']),
      from: seqField,
      to: seqField,
      sha256: sha256Field,
    })
    .readonly(),
  /** The person of this intake lets the house ring the centre on the day of Send. */
  z.strictObject({ kind: z.literal('wish'), seq: seqField, sha256: sha256Field }).readonly(),
]);

/** A run goes over at most so many numbers that wait no more, so that nobody looks through all there ever were. */
const WIDEST_GAP = 64;

/** What the kiosk remembers of intakes on their way and the ledger does not tell. */
export type DeliveryNote = z.infer<typeof noteSchema>;

/** A row of an older state, which had one for each intake on its way. */
const olderRowSchema = z.object({
  seq: seqField,
  sha256: sha256Field,
  state: z.enum(['sealed', 'sent', 'stored']),
  ringToday: z.boolean().default(false),
});

/**
 * The notes in the state. They do not grow with what is stored: what was copied together is one run, wishes are few, and
 * an intake that was only sealed has none.
 */
export const deliveryNotesSchema = z.preprocess(
  (value) => (Array.isArray(value) ? value.flatMap(notesOfOlderRow) : value),
  z.array(noteSchema).readonly(),
);

function notesOfOlderRow(row: unknown): readonly unknown[] {
  const older = olderRowSchema.safeParse(row);
  if (!older.success) return [row];
  const { seq, sha256, state, ringToday } = older.data;
  const run = state === 'sealed' ? [] : [{ kind: 'run', state, from: seq, to: seq, sha256 }];
  return ringToday ? [...run, wishOf({ seq, sha256 })] : run;
}

/**
 * Rebuilds what is on its way from the ledger, which is right, and from the notes, which may be old or lost. A state that
 * was lost falls back to `sealed`: then the intake is delivered once more, which does no harm. What is noted of another
 * sealed file than the ledger's, or without a line, counts for nothing.
 */
export function rebuildDeliveries(
  index: Pick<LedgerIndex, 'waiting' | 'numbered'>,
  notes: readonly DeliveryNote[],
): readonly Delivery[] {
  return deliveriesOf(index.waiting(), index, notes);
}

/** The same for some of the sealings that wait. */
export function deliveriesOf(
  waiting: ReturnType<LedgerIndex['waiting']>,
  index: Pick<LedgerIndex, 'numbered'>,
  notes: readonly DeliveryNote[],
): readonly Delivery[] {
  const valid = notes.filter(
    (note) => index.numbered(note.kind === 'run' ? note.to : note.seq)?.sha256 === note.sha256,
  );
  const wishes = new Set(valid.flatMap((note) => (note.kind === 'wish' ? [note.seq] : [])));
  return waiting.map(({ seq, sha256, at }) => ({
    seq,
    sha256,
    sealedAt: at,
    state: notedState(valid, seq),
    fileName: exportNameOf(sha256),
    ringToday: wishes.has(seq),
  }));
}

/** How far an intake that waits has come, as far as it was noted. */
export function notedState(notes: readonly DeliveryNote[], seq: number): WaitingState {
  const run = notes.find((note) => note.kind === 'run' && note.from <= seq && seq <= note.to);
  return run?.kind === 'run' ? run.state : 'sealed';
}

/**
 * Notes down what the ledger does not tell of deliveries. A run may go over numbers that wait no more: no number is used
 * twice.
 *
 * @param deliveries in the order of their numbers
 */
export function notesOf(deliveries: readonly Delivery[]): readonly DeliveryNote[] {
  const runs: (DeliveryNote & { kind: 'run' })[] = [];
  let before: WaitingState = 'sealed';
  for (const { seq, sha256, state } of deliveries) {
    if (state !== 'sealed') {
      const begun = state === before ? runs.pop() : undefined;
      runs.push({ kind: 'run', state, from: begun?.from ?? seq, to: seq, sha256 });
    }
    before = state;
  }
  return [...runs, ...newest(deliveries.filter(({ ringToday }) => ringToday).map(wishOf))];
}

/**
 * Notes down that intakes which were only sealed have come further, without looking at all the others.
 *
 * @param carried in the order of their numbers
 * @returns null when one of them lies within what is noted already: then everything is noted anew
 */
export function withCarried(
  notes: readonly DeliveryNote[],
  { carried, state, isWaiting }: NewlyCarried,
): readonly DeliveryNote[] | null {
  const runs = notes.filter((note) => note.kind === 'run');
  for (const { seq, sha256 } of carried) {
    const last = runs.at(-1);
    if (last !== undefined && seq <= last.to) return null;
    const goesOn = last?.state === state && noneBetween(last.to, seq, isWaiting);
    if (goesOn) runs.pop();
    runs.push({ kind: 'run', state, from: goesOn ? last.from : seq, to: seq, sha256 });
  }
  return [...runs, ...notes.filter((note) => note.kind === 'wish' && isWaiting(note.seq))];
}

/** Intakes that were copied to one state, and whether a number still waits. */
interface NewlyCarried {
  readonly carried: readonly Wished[];
  readonly state: 'sent' | 'stored';
  readonly isWaiting: (seq: number) => boolean;
}

function noneBetween(from: number, to: number, isWaiting: NewlyCarried['isWaiting']): boolean {
  if (to - from > WIDEST_GAP) return false;
  for (let seq = from + 1; seq < to; seq += 1) if (isWaiting(seq)) return false;
  return true;
}

/** Adds the wish of an intake that is about to be sealed. */
export function withWish(notes: readonly DeliveryNote[], wished: Wished): readonly DeliveryNote[] {
  const wishes = notes.filter(({ kind }) => kind === 'wish');
  return [...notes.filter(({ kind }) => kind === 'run'), ...newest([...wishes, wishOf(wished)])];
}

/** Drops the wish of an intake that was not kept, or was taken back. */
export function withoutWish(notes: readonly DeliveryNote[], { seq, sha256 }: Wished): readonly DeliveryNote[] {
  return notes.filter((note) => note.kind === 'run' || note.seq !== seq || note.sha256 !== sha256);
}

interface Wished {
  readonly seq: number;
  readonly sha256: Sha256;
}

function wishOf({ seq, sha256 }: Wished): DeliveryNote {
  return { kind: 'wish', seq, sha256 };
}

function newest(wishes: readonly DeliveryNote[]): readonly DeliveryNote[] {
  return wishes.slice(-MOST_WISHES);
}
