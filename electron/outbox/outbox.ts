import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '../../core/basics/clock.ts';
import { isSha256 } from '../../core/basics/hasher.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { exportNameOf, markCopied, nextDelivery, rebuildDeliveries } from '../../core/outbox/delivery.ts';
import type { Delivery, DeliveryState } from '../../core/outbox/delivery.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, ledgerHeadNameOf, ledgerHeadOf } from '../../core/outbox/ledger-head.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import type { OutboxRecovery } from '../../core/outbox/recovery.ts';
import { withdrawTagOf } from '../../core/outbox/withdrawal.ts';
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
import { eraseWithdrawn, recoverOutbox, sealedPath } from './outbox-files.ts';

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
  /** As in the manifest. */
  readonly withdrawTag: Sha256 | null;
  /** The house may ring the centre on this day. */
  readonly ringToday?: boolean;
}

/** A sealed intake that a take-back code names, and how far it has come. */
export interface Letter extends Pick<LedgerEntry, 'seq' | 'sha256'> {
  /** UTC. */
  readonly sealedAt: string;
  readonly state: DeliveryState;
}

/**
 * Why an intake was not taken back.
 *
 * - unknown: the key takes back none
 * - tooLate: the centre has signed for it
 * - notErased: it counts as taken back, but its file is still there; the next try or the next start removes it
 * - uncertain: whether it was taken back is known after the next start
 */
export type WithdrawError =
  { readonly kind: 'unknown' } | { readonly kind: 'tooLate' } | { readonly kind: 'notErased' } | LedgerAppendError;

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
  /** Remembered until the next start tells whether their lines stand. */
  readonly #uncertain: Delivery[] = [];
  /** Looked up and never searched for: a try with a code must not take longer the more there is. */
  readonly #byTag = new Map<Sha256, LedgerEntry>();
  readonly #ended = new Map<number, Exclude<LedgerEntry['kind'], 'sealed'>>();

  constructor(
    options: OutboxOptions,
    { ledger, unledgered }: { readonly ledger: Ledger; readonly unledgered: readonly number[] },
  ) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
    this.#ledger = ledger;
    this.#unledgered = unledgered;
    for (const entry of ledger.entries) this.#index(entry);
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
  commit({ seq, intakeId, bytes, withdrawTag, ringToday = false }: SealedIntake): Result<Delivery, CommitError> {
    const before = this.sealed(intakeId);
    if (before !== null) return fail({ kind: 'alreadySealed', ...before });
    if (seq !== this.next().seq) return fail({ kind: 'notNext' });
    const target = sealedPath(this.#options.folder, seq);
    const temporary = temporaryNameFor(target);
    const written = this.#writeUnnamed(temporary, bytes);
    if (!written.ok) return written;
    const at = new Date(this.#options.clock.nowMs()).toISOString();
    const sha256 = nodeHasher.sha256(bytes);
    const delivery: Delivery = {
      seq,
      sha256,
      sealedAt: at,
      state: 'sealed',
      fileName: exportNameOf(sha256),
      ringToday,
    };
    // Before the ledger line, because a start rebuilds everything from that line except the wish, which the unencrypted
    // ledger must not tell. Without a wish there is nothing to lose here.
    const remembered = this.#remember([...this.deliveries(), delivery]);
    if (!remembered.ok && ringToday) {
      removeDurably(temporary, this.#fs);
      return remembered;
    }
    const tag = withdrawTag === null ? {} : { withdrawTag };
    const entry = this.#ledger.append({ kind: 'sealed', seq, sha256, intakeId, at, ...tag });
    if (!entry.ok) {
      // An uncertain line needs its temporary, and what is remembered, at the next start.
      if (entry.error.kind === 'uncertain') this.#uncertain.push(delivery);
      else this.#forgetUnkept(temporary);
      return entry;
    }
    // From here on the intake is kept, whatever happens: what fails now is made up for at the next start.
    this.#index(entry.value);
    if (!publishTemporary({ temporary, target }, this.#fs).ok) this.#unnamed.set(seq, temporary);
    return ok(delivery);
  }

  /** Finds what a take-back key names; null for a key that takes back nothing. */
  letter(key: Uint8Array): Letter | null {
    const sealed = this.#byTag.get(withdrawTagOf(key, nodeHasher));
    if (sealed === undefined) return null;
    const { seq, sha256, at } = sealed;
    const remembered = this.#options.state.content.deliveries.find((delivery) => delivery.sha256 === sha256);
    return { seq, sha256, sealedAt: at, state: this.#ended.get(seq) ?? remembered?.state ?? 'sealed' };
  }

  /**
   * Takes a sealed intake back: the ledger says so first, with the key for proof, and then its file goes. A start after
   * that line removes what is left. Copies that were carried away stay where they are; the centre learns from the head.
   */
  withdraw(key: Uint8Array): Result<null, WithdrawError> {
    const letter = this.letter(key);
    if (letter === null) return fail({ kind: 'unknown' });
    if (letter.state !== 'withdrawn') {
      if (nextDelivery(letter.state, 'withdrawn') === null) return fail({ kind: 'tooLate' });
      const appended = this.#appendWithdrawn(letter, key);
      if (!appended.ok) return appended;
    }
    const { folder, quarantine } = this.#options;
    const erased = eraseWithdrawn({ folder, quarantine, fs: this.#fs }, [letter]);
    this.#unnamed.delete(letter.seq);
    // Made up for at the next start where it fails: the ledger is right.
    this.#remember(this.deliveries());
    return erased.ok ? ok(null) : fail({ kind: 'notErased' });
  }

  /** Tells whether an intake still waits for the centre; it may be taken back while others are copied. */
  isWaiting(seq: number): boolean {
    return !this.#ended.has(seq);
  }

  /** What was taken back, as the ledger has it. */
  withdrawn(): readonly Pick<LedgerEntry, 'seq' | 'sha256'>[] {
    return this.#ledger.entries.filter(({ kind }) => kind === 'withdrawn');
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
    return this.#remember(markCopied(this.deliveries(), seqs));
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

  #index(entry: LedgerEntry): void {
    if (entry.kind !== 'sealed') this.#ended.set(entry.seq, entry.kind);
    else if (entry.withdrawTag !== undefined) this.#byTag.set(entry.withdrawTag, entry);
  }

  #appendWithdrawn({ seq, sha256 }: Letter, key: Uint8Array): Result<null, LedgerAppendError> {
    const preimage = Buffer.from(key).toString('hex');
    if (!isSha256(preimage)) throw new Error('A take-back key has 32 bytes');
    const at = new Date(this.#options.clock.nowMs()).toISOString();
    const entry = this.#ledger.append({ kind: 'withdrawn', seq, sha256, at, preimage });
    if (!entry.ok) return entry;
    this.#index(entry.value);
    return ok(null);
  }

  #lastSealed(): LedgerEntry | undefined {
    return this.#ledger.entries.findLast(({ kind }) => kind === 'sealed');
  }

  #remember(deliveries: readonly Delivery[]): Result<null, FileError> {
    return this.#options.state.change((content) => ({ ...content, deliveries: [...deliveries, ...this.#uncertain] }));
  }

  /** Clears up after an intake that surely has no line; the next start does it where this fails. */
  #forgetUnkept(temporary: string): void {
    removeDurably(temporary, this.#fs);
    this.#remember(this.deliveries());
  }

  #writeUnnamed(temporary: string, bytes: Uint8Array): Result<null, FileError> {
    const written = writeTemporary(temporary, bytes, this.#fs);
    if (!written.ok) return written;
    const synced = syncDirectory(dirname(temporary), this.#fs);
    if (!synced.ok) removeDurably(temporary, this.#fs);
    return synced;
  }
}
