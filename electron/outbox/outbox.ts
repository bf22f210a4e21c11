import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../core/basics/clock.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { exportNameOf, markCopied, rebuildDeliveries } from '../../core/outbox/delivery.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, ledgerHeadNameOf, ledgerHeadOf } from '../../core/outbox/ledger-head.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import type { OutboxRecovery } from '../../core/outbox/recovery.ts';
import {
  publishTemporary,
  removeDurably,
  syncDirectory,
  temporaryNameFor,
  writeTemporary,
} from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { State } from '../store/state.ts';
import { openLedger } from './ledger-file.ts';
import type { Ledger, LedgerAppendError, LedgerOpenError } from './ledger-file.ts';
import { recoverOutbox, sealedPath } from './outbox-files.ts';

/** What the outbox works with. */
export interface OutboxOptions {
  readonly folder: string;
  readonly ledgerFolder: string;
  readonly quarantine: string;
  readonly kioskId: string;
  readonly signingKey: MinisignSecretKey;
  readonly state: State;
  readonly clock: Clock;
  readonly fs?: FileSystem;
}

/** What the start found and did. */
export interface OutboxFindings extends OutboxRecovery {
  readonly hadTornLedgerLine: boolean;
}

/** A sealed intake to be kept. */
export interface SealedIntake {
  /** From `next()`, as it stands in the manifest. */
  readonly seq: number;
  readonly intakeId: string;
  /** The age file. */
  readonly bytes: Uint8Array;
}

/**
 * Why an intake was not kept.
 *
 * - notNext: sealed with a number that is not the next one; seal it again
 * - alreadySealed: this intake was kept before; there is nothing to do but to delete its draft
 * - uncertain: whether it was kept is known after the next start; the draft must stay
 */
export type CommitError =
  | { readonly kind: 'notNext' }
  | { readonly kind: 'alreadySealed'; readonly seq: number; readonly sha256: Sha256 }
  | LedgerAppendError;

/** Opens the outbox, checks it against its ledger and finishes what a stop interrupted. */
export function openOutbox(
  options: OutboxOptions,
): Result<{ readonly outbox: Outbox; readonly findings: OutboxFindings }, LedgerOpenError> {
  const { folder, ledgerFolder, quarantine, kioskId, signingKey, fs = nodeFileSystem } = options;
  const opened = openLedger({ folder: ledgerFolder, quarantine, kioskId, seed: signingKey.seed, fs });
  if (!opened.ok) return opened;
  const { ledger, hadTornLine } = opened.value;
  const recovery = recoverOutbox({ folder, quarantine, fs }, ledger.entries);
  if (!recovery.ok) return recovery;
  const rebuilt = rebuildState(options.state, ledger);
  if (!rebuilt.ok) return rebuilt;
  const outbox = new Outbox(options, { ledger, unledgered: recovery.value.unledgered });
  return ok({ outbox, findings: { ...recovery.value, hadTornLedgerLine: hadTornLine } });
}

/** Brings the remembered deliveries in line with the ledger; writes only when they differ. */
function rebuildState(state: State, { entries }: Ledger): Result<null, FileError> {
  const { deliveries: remembered } = state.content;
  const deliveries = rebuildDeliveries(entries, remembered);
  if (isDeepStrictEqual(deliveries, remembered)) return ok(null);
  return state.change((content) => ({ ...content, deliveries }));
}

/** The sealed intakes of this kiosk, from sealing to the centre's receipt. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #fs: FileSystem;
  readonly #ledger: Ledger;
  readonly #unledgered: readonly number[];
  /** Committed intakes whose file could not get its name yet: the temporary is the file. */
  readonly #unnamed = new Map<number, string>();

  constructor(
    options: OutboxOptions,
    { ledger, unledgered }: { readonly ledger: Ledger; readonly unledgered: readonly number[] },
  ) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
    this.#ledger = ledger;
    this.#unledgered = unledgered;
  }

  /** What the next bundle's manifest says: its number, and the SHA-256 of the sealed file before it. */
  next(): { readonly seq: number; readonly prevHash: Sha256 | null } {
    const last = this.#lastSealed();
    const lastUnledgered = Math.max(0, ...this.#unledgered);
    // The directory counts too: a number that was used once is never used again, even if the ledger was set back.
    if (lastUnledgered > (last?.seq ?? 0)) {
      const file = readFileSync(sealedPath(this.#options.folder, lastUnledgered));
      return { seq: lastUnledgered + 1, prevHash: nodeHasher.sha256(file) };
    }
    return last === undefined ? { seq: 1, prevHash: null } : { seq: last.seq + 1, prevHash: last.sha256 };
  }

  /** When the last intake was sealed, in milliseconds since 1970; null before the first. */
  lastSealedMs(): number | null {
    const last = this.#lastSealed();
    return last === undefined ? null : Date.parse(last.at);
  }

  /** Tells whether an intake was kept already: a draft that outlived its sealing must not be sent twice. */
  sealed(intakeId: string): { readonly seq: number; readonly sha256: Sha256 } | null {
    const entry = this.#ledger.entries.find((each) => each.kind === 'sealed' && each.intakeId === intakeId);
    return entry === undefined ? null : { seq: entry.seq, sha256: entry.sha256 };
  }

  /**
   * Keeps a sealed intake. When this returns ok the person may be told that it is kept, and the draft may go.
   * The commit point is the ledger: before it nothing was promised; after it a start finishes the rest.
   */
  commit({ seq, intakeId, bytes }: SealedIntake): Result<Delivery, CommitError> {
    const before = this.sealed(intakeId);
    if (before !== null) return fail({ kind: 'alreadySealed', ...before });
    if (seq !== this.next().seq) return fail({ kind: 'notNext' });
    const target = sealedPath(this.#options.folder, seq);
    const temporary = temporaryNameFor(target);
    const written = this.#writeUnnamed(temporary, bytes);
    if (!written.ok) return written;
    const at = new Date(this.#options.clock.nowMs()).toISOString();
    const sha256 = nodeHasher.sha256(bytes);
    const entry = this.#ledger.appendSealed({ seq, sha256, intakeId, at });
    if (!entry.ok) {
      // An uncertain line needs its temporary at the next start.
      if (entry.error.kind !== 'uncertain') removeDurably(temporary, this.#fs);
      return entry;
    }
    // From here on the intake is kept, whatever happens: what fails now is made up for at the next start.
    if (!publishTemporary({ temporary, target }, this.#fs).ok) this.#unnamed.set(seq, temporary);
    const delivery: Delivery = { seq, sha256, sealedAt: at, state: 'sealed', fileName: exportNameOf(sha256) };
    this.#options.state.change((content) => ({ ...content, deliveries: [...content.deliveries, delivery] }));
    return ok(delivery);
  }

  /** The intakes that the centre has not signed for yet, in the order of their sealing. */
  deliveries(): readonly Delivery[] {
    return rebuildDeliveries(this.#ledger.entries, this.#options.state.content.deliveries);
  }

  /** Reads a sealed file; `damaged` when it is not what the ledger promises. */
  read({ seq, sha256 }: Delivery): Result<Uint8Array, FileError | { readonly kind: 'damaged'; readonly seq: number }> {
    const target = sealedPath(this.#options.folder, seq);
    const temporary = this.#unnamed.get(seq);
    const bytes = attempt(() => readFileSync(target));
    const found = bytes.ok || temporary === undefined ? bytes : attempt(() => readFileSync(temporary));
    if (!found.ok) return found;
    return nodeHasher.sha256(found.value) === sha256 ? ok(found.value) : fail({ kind: 'damaged', seq });
  }

  /** Remembers that copies of intakes were read back through the system's cache. */
  markCopied(seqs: ReadonlySet<number>): Result<null, FileError> {
    const deliveries = markCopied(this.deliveries(), seqs);
    return this.#options.state.change((content) => ({ ...content, deliveries }));
  }

  /** Returns how far the ledger has come, as a file for the centre with its signature in minisign's form. */
  signedHead(exportedAt: string): { readonly name: string; readonly head: Uint8Array; readonly signature: string } {
    const { kioskId, signingKey } = this.#options;
    const { entries, lastLineHash } = this.#ledger;
    const head = formatJson(ledgerHeadOf(entries, { kioskId, lastLineHash, exportedAt }));
    const signature = minisignSign(signingKey, head, LEDGER_HEAD_TRUSTED_COMMENT);
    return { name: ledgerHeadNameOf(kioskId, nodeHasher), head, signature };
  }

  close(): void {
    this.#ledger.close();
  }

  #lastSealed(): LedgerEntry | undefined {
    return this.#ledger.entries.findLast(({ kind }) => kind === 'sealed');
  }

  #writeUnnamed(temporary: string, bytes: Uint8Array): Result<null, FileError> {
    const written = writeTemporary(temporary, bytes, this.#fs);
    if (!written.ok) return written;
    const synced = syncDirectory(dirname(temporary), this.#fs);
    if (!synced.ok) removeDurably(temporary, this.#fs);
    return synced;
  }
}
