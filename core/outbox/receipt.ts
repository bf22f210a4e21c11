import { z } from 'zod';
import type { Hasher } from '../basics/hasher.ts';
import type { Result } from '../basics/result.ts';
import { fail } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { sha256Field, utcField, uuidField } from '../bundle/fields.ts';
import { formatJson, parseVersionedJson } from '../bundle/versioned-json.ts';
import type { JsonProblem } from '../bundle/versioned-json.ts';

/** What the signature of a receipt is for; stands in minisign's trusted comment. */
export const RECEIPT_TRUSTED_COMMENT = 'matu receipt v1';

/** How many intakes one receipt lists at most, and as many refusals; a centre signs several when there are more. */
export const MOST_RECEIPTED_AT_ONCE = 5000;

/** A larger file is refused unread: a full receipt in its one form stays below. */
export const MAX_RECEIPT_BYTES = 2 * 1024 * 1024;

const HIGHEST_NUMBER = 99_999_999;

const pairFields = { seq: z.int().min(1), sha256: sha256Field };

const pairsSchema = z
  .array(z.strictObject(pairFields).readonly())
  .max(MOST_RECEIPTED_AT_ONCE)
  .refine(areRising)
  .readonly();

/** A refusal's name as the centre's program has it, like `otherRecipients`. */
const reasonField = z.string().regex(/^[a-z][A-Za-z]{0,39}$/);

const refusalsSchema = z
  .array(z.strictObject({ ...pairFields, reason: reasonField }).readonly())
  .max(MOST_RECEIPTED_AT_ONCE)
  .refine(areRising)
  .readonly();

/** What the centre signs for: it has these sealed intakes of one kiosk, whole and opened. */
const receiptSchema = z
  .strictObject({
    format: z.literal(1),
    centreId: uuidField,
    kioskId: uuidField,
    /** Rises with each receipt that the centre signs for this kiosk. Says nothing about order: each may come late. */
    number: z.int().min(1).max(HIGHEST_NUMBER),
    issuedAt: utcField,
    /** By number and SHA-256 of the sealed file, in the order of their numbers. */
    received: pairsSchema,
    /** Signed by this kiosk, and not taken all the same. The kiosk keeps them, and its staff ask. */
    refused: refusalsSchema,
    /** SHA-256 of the sealed canary that the centre has opened; null in any other receipt. */
    canary: sha256Field.nullable(),
  })
  .readonly();

export type Receipt = z.infer<typeof receiptSchema>;

/** Why a file is no receipt; `notCanonical`: it says the same as one, in other bytes. */
export type ReceiptProblem = JsonProblem | { readonly kind: 'tooLarge' } | { readonly kind: 'notCanonical' };

/** Writes a receipt in its one form, as it is signed. */
export function formatReceipt(receipt: Receipt): Uint8Array {
  const { format, centreId, kioskId, number, issuedAt, received, refused, canary } = receipt;
  return formatJson({
    ...{ format, centreId, kioskId, number, issuedAt },
    received: received.map(({ seq, sha256 }) => ({ seq, sha256 })),
    refused: refused.map(({ seq, sha256, reason }) => ({ seq, sha256, reason })),
    canary,
  });
}

/** Reads a receipt exactly as `formatReceipt` writes it. Its signature is checked by `readSignedReceipt` in node. */
export function parseReceipt(bytes: Uint8Array): Result<Receipt, ReceiptProblem> {
  if (bytes.length > MAX_RECEIPT_BYTES) return fail({ kind: 'tooLarge' });
  const parsed = parseVersionedJson(bytes, receiptSchema);
  if (!parsed.ok) return parsed;
  const written = formatReceipt(parsed.value);
  const isSame = written.length === bytes.length && written.every((byte, index) => byte === bytes[index]);
  return isSame ? parsed : fail({ kind: 'notCanonical' });
}

/**
 * How the names of a kiosk's receipts begin, wherever they lie: no other kiosk's begin so, and nobody sees from them
 * which kiosk it is. Their signatures stand beside them as `<name>.minisig`.
 */
export function receiptPrefixOf(kioskId: string, hasher: Hasher): string {
  return `receipt-${hasher.sha256(toUtf8(`matu receipts for ${kioskId}`)).slice(0, 32)}-`;
}

/** The file name of a receipt: a new one takes no other one's place. */
export function receiptNameOf({ kioskId, number }: Pick<Receipt, 'kioskId' | 'number'>, hasher: Hasher): string {
  return `${receiptPrefixOf(kioskId, hasher)}${String(number).padStart(8, '0')}.json`;
}

/** The number in the name of one of a kiosk's receipts; null for any other name. */
export function receiptNumberIn(name: string, kioskId: string, hasher: Hasher): number | null {
  const prefix = receiptPrefixOf(kioskId, hasher);
  const digits = name.startsWith(prefix) ? /^([0-9]{8})\.json$/.exec(name.slice(prefix.length))?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}

/** Each number once, in order: then a receipt never says two things of one intake. */
function areRising(list: readonly { readonly seq: number }[]): boolean {
  let highest = 0;
  return list.every(({ seq }) => {
    const isRising = seq > highest;
    highest = seq;
    return isRising;
  });
}
