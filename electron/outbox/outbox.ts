import { readFileSync } from 'node:fs';
import type { Clock } from '../../core/basics/clock.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { exportNameOf, nextDelivery } from '../../core/outbox/delivery.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, ledgerHeadNameOf, ledgerHeadOf } from '../../core/outbox/ledger-head.ts';
import type { LedgerHead } from '../../core/outbox/ledger-head.ts';
import { standingOf } from '../../core/outbox/receipt-standing.ts';
import type { ReceiptStanding } from '../../core/outbox/receipt-standing.ts';
import type { OutboxRecovery } from '../../core/outbox/recovery.ts';
import { withdrawTagOf } from '../../core/outbox/withdrawal.ts';
import { publishTemporary, removeDurably, temporaryNameFor } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { State } from '../store/state.ts';
import { DeliveryMemory } from './delivery-memory.ts';
import { IndexedLedger, type TakingBack } from './indexed-ledger.ts';
import { openLedger } from './ledger-file.ts';
import type { LedgerAppendError, LedgerOpenError } from './ledger-file.ts';
import { eraseSealed, recoverOutbox, sealedPath, writeUnnamed } from './outbox-files.ts';
import type {
  CommitError,
  Letter,
  Named,
  Receipted,
  RequestWithdrawalError,
  SealedIntake,
  WithdrawError,
} from './sealed-intake.ts';

/** What the outbox works with. */
export interface OutboxOptions {
  readonly folder: string;
  readonly ledgerFolder: string;
  readonly quarantine: string;
  readonly kioskId: string;
  readonly signingKey: MinisignSecretKey;
  readonly state: State;
  readonly clock: Clock;
  /** Told when the centre has signed for an intake, and how long after its sealing, in milliseconds. */
  readonly onReceipted?: (waitedMs: number) => void;
  readonly fs?: FileSystem;
}

/** What the start found and did. */
export interface OutboxFindings extends OutboxRecovery {
  readonly hadTornLedgerLine: boolean;
}

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
  const indexed = new IndexedLedger(ledger);
  const memory = new DeliveryMemory(options.state, indexed.index);
  const rebuilt = memory.rebuild();
  if (!rebuilt.ok) return rebuilt;
  const outbox = new Outbox(options, { ledger: indexed, memory, unledgered: recovery.value.unledgered });
  return ok({ outbox, findings: { ...recovery.value, hadTornLedgerLine: hadTornLine } });
}

interface OutboxStart {
  readonly ledger: IndexedLedger;
  readonly memory: DeliveryMemory;
  readonly unledgered: readonly number[];
}

type Unkept = Pick<Delivery, 'seq' | 'sha256' | 'ringToday'> & { readonly temporary: string };

/** The sealed intakes of this kiosk, from sealing to the centre's receipt. */
export class Outbox {
  readonly #options: OutboxOptions;
  readonly #fs: FileSystem;
  readonly #ledger: IndexedLedger;
  readonly #memory: DeliveryMemory;
  /** The highest number of a file that the ledger does not know; 0 where there is none. */
  readonly #lastUnledgered: number;
  /** Committed intakes whose file could not get its name yet: the temporary is the file. */
  readonly #unnamed = new Map<number, string>();

  constructor(options: OutboxOptions, { ledger, memory, unledgered }: OutboxStart) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
    this.#ledger = ledger;
    this.#memory = memory;
    this.#lastUnledgered = unledgered.reduce((highest, seq) => Math.max(highest, seq), 0);
  }

  /** How many intakes this kiosk ever sealed, those that were taken back included. */
  get sealedCount(): number {
    return this.#ledger.index.sealedCount;
  }

  /** What the next bundle's manifest says: its number, and the SHA-256 of the sealed file before it. */
  next(): { readonly seq: number; readonly prevHash: Sha256 | null } {
    const { last } = this.#ledger.index;
    // The directory counts too: a number that was used once is never used again, even if the ledger was set back.
    if (this.#lastUnledgered > (last?.seq ?? 0)) {
      const file = readFileSync(sealedPath(this.#options.folder, this.#lastUnledgered));
      return { seq: this.#lastUnledgered + 1, prevHash: nodeHasher.sha256(file) };
    }
    return last === null ? { seq: 1, prevHash: null } : { seq: last.seq + 1, prevHash: last.sha256 };
  }

  /** When the last intake was sealed, in milliseconds since 1970; null before the first. */
  lastSealedMs(): number | null {
    const { last } = this.#ledger.index;
    return last === null ? null : Date.parse(last.at);
  }

  /** Tells whether an intake was kept already: a draft that outlived its sealing must not be sent twice. */
  sealed(intakeId: string): { readonly seq: number; readonly sha256: Sha256 } | null {
    const entry = this.#ledger.index.sealed(intakeId);
    return entry === null ? null : { seq: entry.seq, sha256: entry.sha256 };
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
    const written = writeUnnamed(temporary, bytes, this.#fs);
    if (!written.ok) return written;
    const at = this.#now();
    const sha256 = nodeHasher.sha256(bytes);
    // Before the ledger line, because a start rebuilds everything from that line except the wish, which the unencrypted
    // ledger must not tell. Without a wish the state is not touched.
    const remembered = ringToday ? this.#memory.addWish({ seq, sha256 }) : ok(null);
    if (!remembered.ok) {
      removeDurably(temporary, this.#fs);
      return remembered;
    }
    const tag = withdrawTag === null ? {} : { withdrawTag };
    const entry = this.#ledger.append({ kind: 'sealed', seq, sha256, intakeId, at, ...tag });
    if (!entry.ok) {
      this.#clearUp({ seq, sha256, ringToday, temporary }, entry.error);
      return entry;
    }
    // From here on the intake is kept, whatever happens: what fails now is made up for at the next start.
    if (!publishTemporary({ temporary, target }, this.#fs).ok) this.#unnamed.set(seq, temporary);
    this.#memory.add(seq);
    return ok({ seq, sha256, sealedAt: at, state: 'sealed', fileName: exportNameOf(sha256), ringToday });
  }

  /** Finds what a take-back key names; null for a key that takes back nothing. */
  letter(key: Uint8Array): Letter | null {
    const sealed = this.#ledger.index.tagged(withdrawTagOf(key, nodeHasher));
    if (sealed === null) return null;
    const { seq, sha256, at } = sealed;
    return { seq, sha256, sealedAt: at, state: this.#ledger.index.end(seq) ?? this.#memory.stateOf(seq) };
  }

  /**
   * Takes a sealed intake back: the ledger says so first, with the key for proof, and then its file goes. A start after
   * that line removes what is left. Copies that were carried away stay where they are; the centre learns from the head.
   */
  withdraw(key: Uint8Array): Result<null, WithdrawError> {
    const letter = this.letter(key);
    if (letter === null) return fail({ kind: 'unknown' });
    const noted = this.#noteTakenBack(letter, { kind: 'withdrawn', key, refusal: 'tooLate' });
    if (!noted.ok) return noted;
    this.#memory.dropWish(letter);
    return this.#erase([letter]);
  }

  /**
   * Asks the centre to forget an intake that it has signed for: the ledger says so first, with the key for proof, and
   * the kiosk's own copy goes at once. Every head tells the centre from then on.
   */
  requestWithdrawal(key: Uint8Array): Result<null, RequestWithdrawalError> {
    const letter = this.letter(key);
    if (letter === null) return fail({ kind: 'unknown' });
    const noted = this.#noteTakenBack(letter, { kind: 'withdrawalRequested', key, refusal: 'notReceipted' });
    return noted.ok ? this.#erase([letter]) : noted;
  }

  /** How an intake that the centre names stands in the ledger. */
  standing(named: Named): ReceiptStanding {
    return standingOf(named, this.#ledger.index);
  }

  /** Notes down that the centre has signed for an intake. It is kept until it is purged. */
  markReceipted({ seq, sha256 }: Named): Result<null, LedgerAppendError | { readonly kind: 'notWaiting' }> {
    if (this.standing({ seq, sha256 }) !== 'waiting') return fail({ kind: 'notWaiting' });
    const sealed = this.#ledger.index.numbered(seq);
    const at = this.#now();
    const appended = this.#ledger.append({ kind: 'receipted', seq, sha256, at });
    if (!appended.ok) return appended;
    if (sealed !== null) this.#options.onReceipted?.(Date.parse(at) - Date.parse(sealed.at));
    return ok(null);
  }

  /** The intakes that the centre has signed for and that are still kept, with the ledger lines that say so. */
  receipted(): readonly Receipted[] {
    return this.#ledger.receipted();
  }

  /** How many lines the ledger has. */
  get lineCount(): number {
    return this.#ledger.index.lines;
  }

  /**
   * Lets go of intakes that the centre has signed for: the ledger says so first, and then their files go. A start after
   * those lines removes what is left.
   *
   * @param named out of `receipted()`; a few at a time, because each line is synced
   */
  purge(named: readonly Named[]): Result<null, LedgerAppendError | { readonly kind: 'notErased' }> {
    for (const { seq, sha256 } of named) {
      if (this.#ledger.index.end(seq) !== 'receipted') continue;
      const appended = this.#ledger.append({ kind: 'purged', seq, sha256, at: this.#now() });
      if (!appended.ok) return appended;
    }
    // Whatever was asked for, only what the ledger says is gone may go.
    return this.#erase(named.filter(({ seq }) => this.#ledger.index.end(seq) === 'purged'));
  }

  /** Tells whether an intake still waits for the centre; it may be taken back while others are copied. */
  isWaiting(seq: number): boolean {
    return this.#ledger.index.end(seq) === null;
  }

  /** What people took back, before the receipt or after it. */
  withdrawn(): readonly Named[] {
    return this.#ledger.withdrawn();
  }

  /** What the kiosk keeps no more: taken back, or purged after the receipt. */
  gone(): readonly Named[] {
    return this.#ledger.gone();
  }

  /** How many intakes the centre is asked to forget, after it had signed for them. */
  get askedToForget(): number {
    return this.#ledger.index.takenBack().filter(({ kind }) => kind === 'withdrawalRequested').length;
  }

  /** How many intakes the centre has not signed for yet. */
  get waitingCount(): number {
    return this.#ledger.index.waitingCount;
  }

  /** The intakes that the centre has not signed for yet, in the order of their sealing. */
  deliveries(): readonly Delivery[] {
    return this.#memory.deliveries();
  }

  /** Those of them that are not `stored` yet; looked up, however many wait for the centre. */
  unstored(): readonly Delivery[] {
    return this.#memory.unstored();
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

  /** Remembers that copies of intakes were read back: `copied` through the system's cache, `readBack` from the medium. */
  markCarried(seqs: ReadonlySet<number>, event: 'copied' | 'readBack'): Result<null, FileError> {
    return this.#memory.markCarried(seqs, event);
  }

  /** The centre was rung for the person of an intake, who had asked for it. Where nobody had, nothing changes. */
  markRung(seq: number): Result<null, FileError> {
    const rung = this.deliveries().find((delivery) => delivery.seq === seq);
    return rung === undefined ? ok(null) : this.#memory.dropWish(rung);
  }

  /** Returns how far ledger and audit log have come, as a file for the centre with its signature in minisign's form. */
  signedHead(exported: Pick<LedgerHead, 'exportedAt' | 'audit'>): {
    readonly name: string;
    readonly head: Uint8Array;
    readonly signature: string;
  } {
    const { kioskId, signingKey } = this.#options;
    const { index, lastLineHash } = this.#ledger;
    const head = formatJson(ledgerHeadOf(index, { ...exported, kioskId, lastLineHash }));
    const signature = minisignSign(signingKey, head, LEDGER_HEAD_TRUSTED_COMMENT);
    return { name: ledgerHeadNameOf(kioskId, nodeHasher), head, signature };
  }

  close(): void {
    this.#ledger.close();
  }

  /** Writes down that a person took an intake back, once; `refusal` where the intake's state does not allow it. */
  #noteTakenBack<K extends string>(
    { seq, sha256, state }: Letter,
    { kind, key, refusal }: Pick<TakingBack, 'kind' | 'key'> & { readonly refusal: K },
  ): Result<null, LedgerAppendError | { readonly kind: K }> {
    if (state === kind) return ok(null);
    if (nextDelivery(state, kind) === null) return fail({ kind: refusal });
    const appended = this.#ledger.appendTakenBack({ kind, seq, sha256, at: this.#now(), key });
    return appended.ok ? ok(null) : appended;
  }

  #erase(gone: readonly Named[]): Result<null, { readonly kind: 'notErased' }> {
    const { folder, quarantine } = this.#options;
    const erased = eraseSealed({ folder, quarantine, fs: this.#fs }, gone);
    for (const { seq } of gone) this.#unnamed.delete(seq);
    return erased.ok ? ok(null) : fail({ kind: 'notErased' });
  }

  /** Clears up after an intake that got no line; the next start does it where this fails. */
  #clearUp({ seq, sha256, ringToday, temporary }: Unkept, error: LedgerAppendError): void {
    // An uncertain line needs its temporary, and its wish, at the next start.
    if (error.kind === 'uncertain') {
      if (ringToday) this.#memory.keepUncertain({ seq, sha256 });
      return;
    }
    removeDurably(temporary, this.#fs);
    this.#memory.dropWish({ seq, sha256 });
  }

  #now(): string {
    return new Date(this.#options.clock.nowMs()).toISOString();
  }
}
