import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/basics/clock.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { toUtf8 } from '../core/basics/utf8.ts';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import {
  MOST_RECEIPTED_AT_ONCE,
  RECEIPT_TRUSTED_COMMENT,
  formatReceipt,
  receiptNameOf,
  receiptNumberIn,
} from '../core/outbox/receipt.ts';
import type { Receipt } from '../core/outbox/receipt.ts';
import { createDurably } from '../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../node/file-system.ts';
import type { FileSystem } from '../node/file-system.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, parseSecretKeyFile } from '../node/minisign-keys.ts';
import type { MinisignSecretKey } from '../node/minisign-keys.ts';
import { minisignSign } from '../node/minisign-signature.ts';
import { nodeHasher } from '../node/sha256.ts';
import { HOME_FILES } from './centre-home.ts';

/** The folder of a centre's home where each kiosk's receipts are kept, in a folder by its kioskId. */
export const RECEIPTS_FOLDER = 'receipts';
const PRIVATE_DIRECTORY_MODE = 0o700;

/** What a centre signs for. */
export interface ReceiptFacts extends Pick<Receipt, 'kioskId'> {
  /** In any order; of doubled ones the first counts. All of it must be durable already. */
  readonly received: Receipt['received'];
  readonly refused?: Receipt['refused'];
  readonly canary?: Receipt['canary'];
}

/** A signed receipt, to be put where the kiosk finds it: two files, the signature as `<name>.minisig`. */
export interface SignedReceipt {
  readonly name: string;
  readonly receipt: Receipt;
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/** Who signs, and where it is written down. */
export interface ReceiptSigner {
  readonly home: string;
  readonly card: CentreCard;
  readonly clock: Clock;
  readonly fs?: FileSystem;
}

/** Why no receipt was signed. `otherReceiptKey`: receipt.key is not the one that centre.json names. */
export type SignReceiptProblem = { readonly kind: 'missing' | 'malformed' | 'otherReceiptKey' | 'cannotWrite' };

/**
 * Signs receipts for a kiosk and keeps each under `HOME/receipts/<kioskId>/` before anybody gets it: so a number is used
 * once, and the centre can show what it signed for. Several where one would be too long; one, though it lists nothing,
 * where nothing is given.
 */
export function signReceipts(
  signer: ReceiptSigner,
  facts: ReceiptFacts,
): Result<readonly SignedReceipt[], SignReceiptProblem> {
  const key = readReceiptKey(signer);
  if (!key.ok) return key;
  const folder = join(signer.home, RECEIPTS_FOLDER, facts.kioskId);
  const first = nextNumber(folder, facts.kioskId);
  if (!first.ok) return first;
  const signed: SignedReceipt[] = [];
  for (const part of partsOf(facts)) {
    const number = first.value + signed.length;
    const one = sign(key.value, receiptOf(signer, { ...part, kioskId: facts.kioskId, number }));
    const kept = keep(folder, one, signer.fs ?? nodeFileSystem);
    if (!kept.ok) return kept;
    signed.push(one);
  }
  return ok(signed);
}

function readReceiptKey({ home, card }: ReceiptSigner): Result<MinisignSecretKey, SignReceiptProblem> {
  const file = attempt(() => readFileSync(join(home, HOME_FILES.receiptSecret), 'utf8'));
  if (!file.ok) return fail({ kind: 'missing' });
  const key = parseSecretKeyFile(file.value);
  if (key === null) return fail({ kind: 'malformed' });
  const isNamed = formatPublicKeyLine(minisignPublicKeyOf(key)) === card.receiptKey;
  return isNamed ? ok(key) : fail({ kind: 'otherReceiptKey' });
}

/** One more than the highest that was ever begun, whether it was signed or not. */
function nextNumber(folder: string, kioskId: string): Result<number, SignReceiptProblem> {
  const names = attempt(() => {
    mkdirSync(folder, { recursive: true, mode: PRIVATE_DIRECTORY_MODE });
    return readdirSync(folder);
  });
  if (!names.ok) return fail({ kind: 'cannotWrite' });
  const numbers = names.value.map((name) => receiptNumberIn(name, kioskId, nodeHasher) ?? 0);
  return ok(numbers.reduce((highest, number) => Math.max(highest, number), 0) + 1);
}

type Part = Pick<Receipt, 'received' | 'refused' | 'canary'>;

function partsOf({ received, refused = [], canary = null }: ReceiptFacts): readonly Part[] {
  const lists = { received: inOrder(received), refused: inOrder(refused) };
  const longest = Math.max(1, lists.received.length, lists.refused.length);
  return Array.from({ length: Math.ceil(longest / MOST_RECEIPTED_AT_ONCE) }, (_, index) => {
    const [from, to] = [index * MOST_RECEIPTED_AT_ONCE, (index + 1) * MOST_RECEIPTED_AT_ONCE];
    const part = { received: lists.received.slice(from, to), refused: lists.refused.slice(from, to) };
    return { ...part, canary: index === 0 ? canary : null };
  });
}

function inOrder<T extends { readonly seq: number }>(list: readonly T[]): readonly T[] {
  const bySeq = new Map<number, T>();
  for (const each of list) if (!bySeq.has(each.seq)) bySeq.set(each.seq, each);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

function receiptOf({ card, clock }: ReceiptSigner, facts: Part & Pick<Receipt, 'kioskId' | 'number'>): Receipt {
  return { format: 1, centreId: card.centreId, issuedAt: new Date(clock.nowMs()).toISOString(), ...facts };
}

function sign(key: MinisignSecretKey, receipt: Receipt): SignedReceipt {
  const bytes = formatReceipt(receipt);
  const signature = minisignSign(key, bytes, RECEIPT_TRUSTED_COMMENT);
  return { name: receiptNameOf(receipt, nodeHasher), receipt, bytes, signature };
}

function keep(
  folder: string,
  { name, bytes, signature }: SignedReceipt,
  fs: FileSystem,
): Result<null, SignReceiptProblem> {
  const files = [
    [name, bytes],
    [`${name}.minisig`, toUtf8(signature)],
  ] as const;
  for (const [file, content] of files) {
    if (!createDurably(join(folder, file), content, fs).ok) return fail({ kind: 'cannotWrite' });
  }
  return ok(null);
}
