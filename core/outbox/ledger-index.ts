import type { Sha256 } from '../basics/hasher.ts';
import { endsKeeping, isTakenBack } from './ledger-entry.ts';
import type { LedgerEntry, TakenBackEntry } from './ledger-entry.ts';

type SealedEntry = Extract<LedgerEntry, { kind: 'sealed' }>;

/** Finds what a ledger says of an intake. Looked up and never searched for: no answer may take longer the more there is. */
export class LedgerIndex {
  readonly #byIntakeId = new Map<string, SealedEntry>();
  readonly #byTag = new Map<Sha256, SealedEntry>();
  readonly #bySeq = new Map<number, SealedEntry>();
  readonly #ended = new Map<number, Exclude<LedgerEntry['kind'], 'sealed'>>();
  readonly #waiting = new Map<number, SealedEntry>();
  readonly #receipted = new Map<number, LedgerEntry>();
  readonly #takenBack: TakenBackEntry[] = [];
  readonly #gone: LedgerEntry[] = [];
  #last: SealedEntry | null = null;
  #lines = 0;

  constructor(entries: readonly LedgerEntry[]) {
    for (const entry of entries) this.add(entry);
  }

  /** How many intakes were ever sealed, those that were taken back included. */
  get sealedCount(): number {
    return this.#byIntakeId.size;
  }

  /** How many lines the ledger has. */
  get lines(): number {
    return this.#lines;
  }

  /** How many intakes the centre has not signed for yet. */
  get waitingCount(): number {
    return this.#waiting.size;
  }

  /** The intake that was sealed last; null before the first. */
  get last(): SealedEntry | null {
    return this.#last;
  }

  /** Takes in what was appended to the ledger. */
  add(entry: LedgerEntry): void {
    this.#lines += 1;
    if (entry.kind === 'sealed') this.#addSealed(entry);
    else this.#addEnd(entry);
  }

  /** The sealing of an intake; null where it was never sealed. */
  sealed(intakeId: string): SealedEntry | null {
    return this.#byIntakeId.get(intakeId) ?? null;
  }

  /** The sealing whose manifest carries a withdrawal tag. */
  tagged(tag: Sha256): SealedEntry | null {
    return this.#byTag.get(tag) ?? null;
  }

  /** The sealing of a number. */
  numbered(seq: number): SealedEntry | null {
    return this.#bySeq.get(seq) ?? null;
  }

  /** What has ended the waiting of an intake; null while it waits for the centre. */
  end(seq: number): Exclude<LedgerEntry['kind'], 'sealed'> | null {
    return this.#ended.get(seq) ?? null;
  }

  /** The sealings that the centre has not signed for yet, in their order. */
  waiting(): readonly SealedEntry[] {
    return [...this.#waiting.values()];
  }

  /** What the centre has signed for and is still kept, by the lines that say so. */
  receipted(): readonly LedgerEntry[] {
    return [...this.#receipted.values()];
  }

  /** What people took back, before the receipt or after it. */
  takenBack(): readonly TakenBackEntry[] {
    return this.#takenBack;
  }

  /** What the kiosk keeps no more: taken back, or purged after the receipt. */
  gone(): readonly LedgerEntry[] {
    return this.#gone;
  }

  #addSealed(entry: SealedEntry): void {
    this.#last = entry;
    this.#byIntakeId.set(entry.intakeId, entry);
    this.#bySeq.set(entry.seq, entry);
    this.#waiting.set(entry.seq, entry);
    if (entry.withdrawTag !== undefined) this.#byTag.set(entry.withdrawTag, entry);
  }

  #addEnd(entry: Exclude<LedgerEntry, SealedEntry>): void {
    this.#ended.set(entry.seq, entry.kind);
    this.#waiting.delete(entry.seq);
    this.#receipted.delete(entry.seq);
    if (entry.kind === 'receipted') this.#receipted.set(entry.seq, entry);
    if (isTakenBack(entry)) this.#takenBack.push(entry);
    if (endsKeeping(entry)) this.#gone.push(entry);
  }
}
