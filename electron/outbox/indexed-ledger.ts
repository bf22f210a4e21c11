import { isSha256 } from '../../core/basics/hasher.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import type { LedgerEntry, TakenBackEntry } from '../../core/outbox/ledger-entry.ts';
import { LedgerIndex } from '../../core/outbox/ledger-index.ts';
import type { Ledger, LedgerAppendError, LedgerFacts } from './ledger-file.ts';
import type { Named, Receipted } from './sealed-intake.ts';

/** Who takes an intake back, and how. */
export interface TakingBack extends Pick<TakenBackEntry, 'kind' | 'seq' | 'sha256' | 'at'> {
  /** 32 bytes. */
  readonly key: Uint8Array;
}

/** The ledger with its index: what is appended is found at once. */
export class IndexedLedger {
  readonly index: LedgerIndex;
  readonly #ledger: Ledger;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
    this.index = new LedgerIndex(ledger.entries);
  }

  get lastLineHash(): Sha256 | null {
    return this.#ledger.lastLineHash;
  }

  /** What people took back, before the receipt or after it. */
  withdrawn(): readonly Named[] {
    return this.index.takenBack();
  }

  /** What the kiosk keeps no more: taken back, or purged after the receipt. */
  gone(): readonly Named[] {
    return this.index.gone();
  }

  /** What the centre has signed for and is still kept, with the lines that say so. */
  receipted(): readonly Receipted[] {
    return this.index.receipted().map(({ seq, sha256, line }) => ({ seq, sha256, line }));
  }

  append(facts: LedgerFacts): Result<LedgerEntry, LedgerAppendError> {
    const appended = this.#ledger.append(facts);
    if (appended.ok) this.index.add(appended.value);
    return appended;
  }

  /** Adds what a person took back, with the key for proof. */
  appendTakenBack({ key, ...facts }: TakingBack): Result<LedgerEntry, LedgerAppendError> {
    const preimage = Buffer.from(key).toString('hex');
    if (!isSha256(preimage)) throw new Error('A take-back key has 32 bytes');
    return this.append({ ...facts, preimage });
  }

  close(): void {
    this.#ledger.close();
  }
}
