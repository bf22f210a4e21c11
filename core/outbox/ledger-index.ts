import type { Sha256 } from '../basics/hasher.ts';
import type { LedgerEntry } from './ledger-entry.ts';

type SealedEntry = Extract<LedgerEntry, { kind: 'sealed' }>;

/** Finds what a ledger says of an intake. Looked up and never searched for: no answer may take longer the more there is. */
export class LedgerIndex {
  readonly #byIntakeId = new Map<string, SealedEntry>();
  readonly #byTag = new Map<Sha256, SealedEntry>();
  readonly #bySeq = new Map<number, SealedEntry>();
  readonly #ended = new Map<number, Exclude<LedgerEntry['kind'], 'sealed'>>();
  #last: SealedEntry | null = null;

  constructor(entries: readonly LedgerEntry[]) {
    for (const entry of entries) this.add(entry);
  }

  /** How many intakes were ever sealed, those that were taken back included. */
  get sealedCount(): number {
    return this.#byIntakeId.size;
  }

  /** The intake that was sealed last; null before the first. */
  get last(): SealedEntry | null {
    return this.#last;
  }

  /** Takes in what was appended to the ledger. */
  add(entry: LedgerEntry): void {
    if (entry.kind !== 'sealed') {
      this.#ended.set(entry.seq, entry.kind);
      return;
    }
    this.#last = entry;
    this.#byIntakeId.set(entry.intakeId, entry);
    this.#bySeq.set(entry.seq, entry);
    if (entry.withdrawTag !== undefined) this.#byTag.set(entry.withdrawTag, entry);
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
}
