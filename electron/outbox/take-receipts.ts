import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AuditEvent, RecordEvents } from '../../core/audit/events.ts';
import type { ValueOf } from '../../core/audit/values.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { Receipt, ReceiptProblem } from '../../core/outbox/receipt.ts';
import { receiptNameOf } from '../../core/outbox/receipt.ts';
import { createDurably, renameDurably } from '../../node/durable-file.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import type { MinisignPublicKey } from '../../node/minisign-keys.ts';
import type { SignatureProblem } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSignedReceipt } from '../../node/signed-receipt.ts';
import type { SignedFile } from '../../node/signed-receipt.ts';
import type { LedgerAppendError } from './ledger-file.ts';
import type { Outbox } from './outbox.ts';

/** What the names of kept receipts have more than those of receipts on their way: a part of their digest. */
export const KEPT_MARK = /\.[0-9a-f]{16}(?=\.json$)/;

/** Whose receipts count, and for whom. */
export interface ReceiptAuthority {
  readonly kioskId: string;
  readonly centreId: string;
  /** Of the newest card that was taken: from then on no older key signs for anything. */
  readonly receiptKey: MinisignPublicKey;
}

/** What receipts are taken with. */
export interface ReceiptTaking {
  readonly outbox: Pick<Outbox, 'standing' | 'markReceipted'>;
  /** The folder where the centre's signatures are kept: what allowed the kiosk to let go. */
  readonly folder: string;
  readonly authority: ReceiptAuthority;
  /** Told of a canary that the centre has opened; answers whether it is the one that is waited for. */
  readonly confirm: (canary: Sha256) => Result<boolean, FileError>;
  readonly record: RecordEvents;
  /** False once HOME is about to be closed. */
  readonly goesOn: () => boolean;
  readonly fs?: FileSystem;
}

/** What a receipt brought. Each number counts intakes. */
export interface TakenReceipt {
  readonly number: number;
  /** Newly signed for. */
  readonly receipted: number;
  /** Signed for before: the same receipt again, or another that says the same. */
  readonly known: number;
  /** Taken back by their persons before the centre signed. */
  readonly takenBack: number;
  /** Not what this kiosk sealed under these numbers: nothing follows from them but an alarm. */
  readonly unknown: number;
  /** Signed by this kiosk and not taken by the centre; they wait on. */
  readonly refused: readonly number[];
  /** True when it signs for the canary that the enrolment waits for. */
  readonly confirmed: boolean;
}

/**
 * Why a receipt was not taken, or not wholly. `uncertain`: whether all of it was noted down is known after the next
 * start. `closed`: the home was closed meanwhile; the rest is taken the next time.
 */
export type TakeReceiptError =
  | SignatureProblem
  | ReceiptProblem
  | { readonly kind: 'otherKiosk' }
  | { readonly kind: 'otherCentre' }
  | { readonly kind: 'closed' }
  | LedgerAppendError;

/**
 * Takes a receipt as some destination brought it. Taking it again changes nothing, and a stop in the middle loses
 * nothing: the rest is taken the next time.
 *
 * Source: docs/bundle-format.md, "What the centre signs: receipts"
 */
export async function takeReceipt(
  file: SignedFile,
  taking: ReceiptTaking,
): Promise<Result<TakenReceipt, TakeReceiptError>> {
  const checked = checkReceipt(file, taking.authority);
  const taken = checked.ok ? await take(file, checked.value, taking) : checked;
  if (!taken.ok) taking.record({ event: 'receiptRefused', reason: refusalWord(taken.error.kind) });
  return taken;
}

function checkReceipt(file: SignedFile, authority: ReceiptAuthority): Result<Receipt, TakeReceiptError> {
  const receipt = readSignedReceipt(authority.receiptKey, file);
  if (!receipt.ok) return receipt;
  if (receipt.value.centreId !== authority.centreId) return fail({ kind: 'otherCentre' });
  return receipt.value.kioskId === authority.kioskId ? receipt : fail({ kind: 'otherKiosk' });
}

async function take(
  file: SignedFile,
  receipt: Receipt,
  taking: ReceiptTaking,
): Promise<Result<TakenReceipt, TakeReceiptError>> {
  const { outbox, record } = taking;
  const standings = receipt.received.map((pair) => ({ pair, standing: outbox.standing(pair) }));
  const count = (wanted: string): number => standings.filter(({ standing }) => standing === wanted).length;
  const news = standings.filter(({ standing }) => standing === 'waiting').map(({ pair }) => pair);
  const paths = pathsOf(file, receipt, taking);
  const refused = receipt.refused.filter((pair) => outbox.standing(pair) === 'waiting').map(({ seq }) => seq);
  const isKept = news.length > 0 || refused.length > 0 || receipt.canary !== null || existsSync(paths.begun);
  // Before the first line: nothing is let go without the signature that allows it.
  const kept = isKept ? keep(file, paths, taking) : ok(null);
  if (!kept.ok) return kept;
  const confirmed = receipt.canary === null ? ok(false) : taking.confirm(receipt.canary);
  if (!confirmed.ok) return confirmed;
  let receipted = 0;
  for (const pair of news) {
    const noted = outbox.markReceipted(pair);
    // Taken back in this very moment: that stands.
    if (!noted.ok && noted.error.kind !== 'notWaiting') return fail(noted.error);
    if (noted.ok) receipted += 1;
    // Each line is synced; the kiosk answers somebody in between.
    await nextTurn();
    if (!taking.goesOn()) return fail({ kind: 'closed' });
  }
  const finished = isKept ? finish(paths, taking) : ok(null);
  if (!finished.ok) return finished;
  const taken = {
    ...{ number: receipt.number, receipted, known: count('known'), takenBack: count('takenBack') },
    ...{ unknown: count('unknown'), refused, confirmed: confirmed.value },
  };
  record(...eventsOf(taken));
  return ok(taken);
}

/** Where a receipt is kept. Under its own name only when all that it says is noted: until then it is asked for again. */
interface KeptPaths {
  readonly begun: string;
  readonly whole: string;
  readonly signature: string;
}

function pathsOf({ bytes }: SignedFile, receipt: Receipt, { folder }: ReceiptTaking): KeptPaths {
  // A centre that was restored may use a number again: both are kept.
  const name = receiptNameOf(receipt, nodeHasher).replace(/json$/, `${nodeHasher.sha256(bytes).slice(0, 16)}.json`);
  const whole = join(folder, name);
  return { begun: `${whole}.begun`, whole, signature: `${whole}.minisig` };
}

/** Keeps a receipt with its signature, once. */
function keep({ bytes, signature }: SignedFile, paths: KeptPaths, { fs }: ReceiptTaking): Result<null, FileError> {
  if (existsSync(paths.whole)) return ok(null);
  const files = [
    [paths.begun, bytes],
    [paths.signature, toUtf8(signature)],
  ] as const;
  for (const [path, content] of files) {
    const created = createDurably(path, content, fs);
    if (!created.ok && created.error.kind !== 'exists') return created;
  }
  return ok(null);
}

function finish({ begun, whole }: KeptPaths, { fs }: ReceiptTaking): Result<null, FileError> {
  return existsSync(begun) ? renameDurably(begun, whole, fs) : ok(null);
}

function eventsOf({ receipted, unknown, refused, confirmed }: TakenReceipt): readonly AuditEvent[] {
  return [
    ...(receipted > 0 ? [{ event: 'receiptTaken', count: receipted } as const] : []),
    ...(unknown > 0 ? [{ event: 'receiptUnknown', count: unknown } as const] : []),
    ...(refused.length > 0 ? [{ event: 'centreRefused', count: refused.length } as const] : []),
    ...(confirmed ? [{ event: 'centreConfirmed' } as const] : []),
  ];
}

/** What the audit log says: whose fault it is, and no more. */
function refusalWord(kind: TakeReceiptError['kind']): ValueOf<'receiptProblem'> {
  switch (kind) {
    case 'otherKey':
    case 'otherKiosk':
    case 'otherCentre':
      return kind;
    case 'malformed':
    case 'wrongSignature':
    case 'otherTrustedComment':
      return 'forged';
    case 'tooLarge':
    case 'notCanonical':
    case 'notJson':
    case 'otherFormat':
    case 'otherShape':
      return 'noReceipt';
    case 'full':
    case 'exists':
    case 'missing':
    case 'io':
    case 'uncertain':
    case 'closed':
      return 'notWritten';
  }
}
