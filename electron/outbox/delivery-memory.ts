import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { markCarried } from '../../core/outbox/delivery.ts';
import type { Delivery, WaitingState } from '../../core/outbox/delivery.ts';
import {
  deliveriesOf,
  notedState,
  notesOf,
  rebuildDeliveries,
  withCarried,
  withWish,
  withoutWish,
} from '../../core/outbox/delivery-notes.ts';
import type { DeliveryNote } from '../../core/outbox/delivery-notes.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import type { LedgerIndex } from '../../core/outbox/ledger-index.ts';
import type { FileError } from '../../node/file-system.ts';
import type { State } from '../store/state.ts';

type Named = Pick<LedgerEntry, 'seq' | 'sha256'>;

/** What the state remembers of the intakes on their way: how far they have come, and wishes. */
export class DeliveryMemory {
  readonly #state: State;
  readonly #index: LedgerIndex;
  /** What was not read back from a medium or a server yet, so that nobody looks for it among all that waits. */
  readonly #unstored = new Set<number>();
  /** Wishes whose lines the next start will find or not; until then they stay. */
  readonly #uncertain: Named[] = [];

  constructor(state: State, index: LedgerIndex) {
    this.#state = state;
    this.#index = index;
    this.#findUnstored(this.deliveries());
  }

  /** Brings the notes in line with the ledger; writes only when they differ. */
  rebuild(): Result<null, FileError> {
    const notes = notesOf(this.deliveries());
    return isDeepStrictEqual(notes, this.#notes) ? ok(null) : this.#write(notes);
  }

  /** The intakes that the centre has not signed for yet, in the order of their sealing. */
  deliveries(): readonly Delivery[] {
    return rebuildDeliveries(this.#index, this.#notes);
  }

  /** Those of them that were not read back from a medium or a server yet. */
  unstored(): readonly Delivery[] {
    for (const seq of this.#unstored) if (this.#index.end(seq) !== null) this.#unstored.delete(seq);
    const sealings = [...this.#unstored].flatMap((seq) => this.#index.numbered(seq) ?? []);
    return deliveriesOf(sealings, this.#index, this.#notes);
  }

  /** How far an intake that waits has come. */
  stateOf(seq: number): WaitingState {
    return notedState(this.#notes, seq);
  }

  /** An intake was sealed. */
  add(seq: number): void {
    this.#unstored.add(seq);
  }

  /** Remembers that copies were read back: `copied` through the system's cache, `readBack` from the medium. */
  markCarried(seqs: ReadonlySet<number>, event: 'copied' | 'readBack'): Result<null, FileError> {
    const written = this.#write(this.#uncertain.reduce(withWish, this.#notesAfter(seqs, event)));
    if (written.ok && event === 'readBack') for (const seq of seqs) this.#unstored.delete(seq);
    return written;
  }

  /** Remembers the wish of an intake that is about to be sealed. */
  addWish(wished: Named): Result<null, FileError> {
    return this.#write(withWish(this.#notes, wished));
  }

  /** Drops the wish of an intake, if there is one. The next start does it where this fails. */
  dropWish(wished: Named): Result<null, FileError> {
    const left = withoutWish(this.#notes, wished);
    return left.length < this.#notes.length ? this.#write(left) : ok(null);
  }

  /** Keeps a wish until the next start tells whether its intake was sealed. */
  keepUncertain(wished: Named): void {
    this.#uncertain.push(wished);
  }

  #notesAfter(seqs: ReadonlySet<number>, event: 'copied' | 'readBack'): readonly DeliveryNote[] {
    const carried = [...seqs].toSorted((one, other) => one - other).flatMap((seq) => this.#index.numbered(seq) ?? []);
    const state = event === 'copied' ? 'sent' : 'stored';
    const isWaiting = (seq: number): boolean => this.#isWaiting(seq);
    const waiting = carried.filter(({ seq }) => isWaiting(seq));
    return (
      withCarried(this.#notes, { carried: waiting, state, isWaiting }) ??
      notesOf(markCarried(this.deliveries(), seqs, event))
    );
  }

  #isWaiting(seq: number): boolean {
    return this.#index.numbered(seq) !== null && this.#index.end(seq) === null;
  }

  #findUnstored(deliveries: readonly Delivery[]): void {
    for (const { seq, state } of deliveries) if (state !== 'stored') this.#unstored.add(seq);
  }

  get #notes(): readonly DeliveryNote[] {
    return this.#state.content.deliveries;
  }

  #write(deliveries: readonly DeliveryNote[]): Result<null, FileError> {
    return this.#state.change((content) => ({ ...content, deliveries }));
  }
}
