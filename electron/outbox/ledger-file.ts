import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { checkLedger, ledgerLineHash } from '../../core/outbox/ledger.ts';
import type { LedgerProblem } from '../../core/outbox/ledger.ts';
import { formatLedgerLine, ledgerMessage } from '../../core/outbox/ledger-entry.ts';
import type { LedgerEntry, TakenBackEntry } from '../../core/outbox/ledger-entry.ts';
import type { AppendFile } from '../../node/append-file.ts';
import { openAppendFile } from '../../node/append-file.ts';
import { createDurably, replaceDurably, truncateDurably } from '../../node/durable-file.ts';
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../node/ed25519.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { quarantineBytes } from '../store/quarantine.ts';

/** The ledger's file in its folder. */
export const LEDGER_NAME = 'ledger.jsonl';
const LINE_END = 0x0a;

/** Where the ledger stands and who signs it. */
export interface LedgerOptions {
  readonly folder: string;
  readonly quarantine: string;
  readonly kioskId: string;
  /** The kiosk's Ed25519 seed, 32 bytes. */
  readonly seed: Uint8Array;
  readonly fs?: FileSystem;
}

/** Why a ledger was not opened. */
export type LedgerOpenError = FileError | { readonly kind: 'ledgerDamaged'; readonly problem: LedgerProblem };

/**
 * Why an entry was not added. `uncertain`: it may stand in the ledger after the next start or not; until then nobody
 * may be told either.
 */
export type LedgerAppendError = FileError | { readonly kind: 'uncertain' };

type SealedEntry = Extract<LedgerEntry, { kind: 'sealed' }>;
type CentreEntry = Exclude<LedgerEntry, SealedEntry | TakenBackEntry>;

/** What the caller says of what happened; the rest of the entry is the ledger's own. */
export type LedgerFacts =
  | Pick<SealedEntry, 'kind' | 'seq' | 'sha256' | 'at' | 'intakeId' | 'withdrawTag'>
  | Pick<TakenBackEntry, 'kind' | 'seq' | 'sha256' | 'at' | 'preimage'>
  | Pick<CentreEntry, 'kind' | 'seq' | 'sha256' | 'at'>;

/** Makes the empty ledger of a new HOME. */
export function createLedger(folder: string): Result<null, FileError> {
  return createDurably(join(folder, LEDGER_NAME), new Uint8Array());
}

/**
 * Opens and checks the ledger. A last line without its end, or with a hole, was never acknowledged: it is cut off and
 * kept in quarantine. Any other damage is for people to look into, and nothing is opened.
 */
export function openLedger(
  options: LedgerOptions,
): Result<{ readonly ledger: Ledger; readonly hadTornLine: boolean }, LedgerOpenError> {
  const path = join(options.folder, LEDGER_NAME);
  const file = attempt(() => readFileSync(path));
  if (!file.ok) return file;
  const whole = file.value.subarray(0, wholeLength(file.value));
  const lines = linesOf(whole);
  const entries = checkLedger(lines, { ...options, hasher: nodeHasher, verify: verifierOf(options.seed) });
  if (!entries.ok) return fail({ kind: 'ledgerDamaged', problem: entries.error });
  const torn = file.value.subarray(whole.length);
  const { quarantine, fs = nodeFileSystem } = options;
  const kept =
    torn.length === 0 ? ok(null) : quarantineBytes({ quarantine, fs }, { fileName: LEDGER_NAME, bytes: torn });
  if (!kept.ok) return kept;
  // Also when nothing is cut: a line may have been written, but not synced, when the kiosk was killed.
  const synced = truncateDurably(path, whole.length, fs);
  if (!synced.ok) return synced;
  const appendFile = openAppendFile(path, fs);
  if (!appendFile.ok) return appendFile;
  const start = {
    entries: entries.value,
    lastLine: lines.at(-1) ?? null,
    goodBytes: whole.length,
    file: appendFile.value,
  };
  return ok({ ledger: new Ledger(options, start), hadTornLine: torn.length > 0 });
}

interface LedgerStart {
  readonly entries: readonly LedgerEntry[];
  readonly lastLine: string | null;
  readonly goodBytes: number;
  readonly file: AppendFile;
}

/** The kiosk's signed list of what it promised. It only grows, and outlives what it lists. */
export class Ledger {
  readonly #options: LedgerOptions;
  readonly #path: string;
  readonly #entries: LedgerEntry[];
  #lastLineHash: Sha256 | null;
  #goodBytes: number;
  /** Null after a failed append, until the file was written anew. */
  #file: AppendFile | null;

  constructor(options: LedgerOptions, { entries, lastLine, goodBytes, file }: LedgerStart) {
    this.#options = options;
    this.#path = join(options.folder, LEDGER_NAME);
    this.#entries = [...entries];
    this.#lastLineHash = lastLine === null ? null : ledgerLineHash(lastLine, nodeHasher);
    this.#goodBytes = goodBytes;
    this.#file = file;
  }

  get entries(): readonly LedgerEntry[] {
    return this.#entries;
  }

  get lastLineHash(): Sha256 | null {
    return this.#lastLineHash;
  }

  /** Adds what happened; durable when this returns ok, and surely not there after any error but `uncertain`. */
  append(facts: LedgerFacts): Result<LedgerEntry, LedgerAppendError> {
    if (this.#file === null && !this.#writeAnew().ok) return fail({ kind: 'uncertain' });
    const { kioskId, seed } = this.#options;
    const place = { kioskId, line: this.#entries.length + 1, previous: this.#lastLineHash };
    const entry: LedgerEntry = { ...facts, ...place };
    const signature = Buffer.from(ed25519Sign(seed, ledgerMessage(entry))).toString('hex');
    const line = formatLedgerLine({ entry, signature });
    const bytes = Buffer.from(`${line}\n`);
    const appended = this.#file?.append(bytes) ?? fail({ kind: 'dead' });
    if (!appended.ok) return this.#takeBack(appended.error);
    this.#entries.push(entry);
    this.#lastLineHash = ledgerLineHash(line, nodeHasher);
    this.#goodBytes += bytes.length;
    return ok(entry);
  }

  close(): void {
    this.#file?.close();
  }

  /** After a failed append the line may be on disk nevertheless: only a new file without it makes sure that it is not. */
  #takeBack(error: FileError | { readonly kind: 'dead' }): Result<never, LedgerAppendError> {
    this.#file = null;
    const isTakenBack = this.#writeAnew().ok;
    return fail(isTakenBack && error.kind !== 'dead' ? error : { kind: 'uncertain' });
  }

  #writeAnew(): Result<null, FileError> {
    const good = attempt(() => readFileSync(this.#path).subarray(0, this.#goodBytes));
    if (!good.ok) return good;
    const written = replaceDurably(this.#path, good.value, this.#options.fs);
    if (!written.ok) return written;
    const opened = openAppendFile(this.#path, this.#options.fs ?? nodeFileSystem);
    if (!opened.ok) return opened;
    this.#file = opened.value;
    return ok(null);
  }
}

/**
 * How far the lines go that reached the disk whole. A disk may write the end of a line and not the sectors before it,
 * which then hold zeros. What was synced has none.
 */
function wholeLength(file: Buffer): number {
  const end = file.lastIndexOf(LINE_END) + 1;
  const start = end < 2 ? 0 : file.lastIndexOf(LINE_END, end - 2) + 1;
  return file.subarray(start, end).includes(0) ? start : end;
}

function verifierOf(seed: Uint8Array): (message: Uint8Array, signature: string) => boolean {
  const publicKey = ed25519PublicKey(seed);
  return (message, signature) => ed25519Verify(publicKey, message, Buffer.from(signature, 'hex'));
}

/** Splits whole lines; bytes that are no text make a line that no check accepts. */
function linesOf(whole: Uint8Array): readonly string[] {
  return (fromUtf8(whole) ?? '\n').split('\n').slice(0, -1);
}
