import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import type { Delivery, WaitingState } from '../../core/outbox/delivery.ts';
import { notedState, notesOf, rebuildDeliveries, withWish, withoutWish } from '../../core/outbox/delivery-notes.ts';
import type { DeliveryNote } from '../../core/outbox/delivery-notes.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import type { FileError } from '../../node/file-system.ts';
import type { State } from '../store/state.ts';

type Named = Pick<LedgerEntry, 'seq' | 'sha256'>;

/** What the state remembers of the intakes on their way: how far they have come, and wishes. */
export class DeliveryMemory {
  readonly #state: State;
  /** Wishes whose lines the next start will find or not; until then they stay. */
  readonly #uncertain: Named[] = [];

  constructor(state: State) {
    this.#state = state;
  }

  /** Brings the notes in line with the ledger; writes only when they differ. */
  rebuild(entries: readonly LedgerEntry[]): Result<null, FileError> {
    const notes = notesOf(this.deliveries(entries));
    return isDeepStrictEqual(notes, this.#notes) ? ok(null) : this.#write(notes);
  }

  /** The intakes that the centre has not signed for yet, in the order of their sealing. */
  deliveries(entries: readonly LedgerEntry[]): readonly Delivery[] {
    return rebuildDeliveries(entries, this.#notes);
  }

  /** How far an intake that waits has come. */
  stateOf(seq: number): WaitingState {
    return notedState(this.#notes, seq);
  }

  /** Remembers how far intakes have come. */
  remember(deliveries: readonly Delivery[]): Result<null, FileError> {
    return this.#write(this.#uncertain.reduce(withWish, notesOf(deliveries)));
  }

  /** Remembers the wish of an intake that is about to be sealed. */
  addWish(wished: Named): Result<null, FileError> {
    return this.#write(withWish(this.#notes, wished));
  }

  /** Drops the wish of an intake, if there is one. The next start does it where this fails. */
  dropWish(wished: Named): void {
    const left = withoutWish(this.#notes, wished);
    if (left.length < this.#notes.length) this.#write(left);
  }

  /** Keeps a wish until the next start tells whether its intake was sealed. */
  keepUncertain(wished: Named): void {
    this.#uncertain.push(wished);
  }

  get #notes(): readonly DeliveryNote[] {
    return this.#state.content.deliveries;
  }

  #write(deliveries: readonly DeliveryNote[]): Result<null, FileError> {
    return this.#state.change((content) => ({ ...content, deliveries }));
  }
}
