import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import { MAX_RECEIPT_BYTES, RECEIPT_TRUSTED_COMMENT, parseReceipt } from '../core/outbox/receipt.ts';
import type { Receipt, ReceiptProblem } from '../core/outbox/receipt.ts';
import type { MinisignPublicKey } from './minisign-keys.ts';
import { minisignVerify } from './minisign-signature.ts';
import type { SignatureProblem } from './minisign-signature.ts';

/** A longer signature file is refused unread. */
export const MAX_SIGNATURE_CHARACTERS = 1024;

/** A file with the text of its .minisig file. */
export interface SignedFile {
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/**
 * Takes a receipt only with the centre's signature.
 *
 * @param receiptKey the one that the centre's card names
 */
export function readSignedReceipt(
  receiptKey: MinisignPublicKey,
  { bytes, signature }: SignedFile,
): Result<Receipt, SignatureProblem | ReceiptProblem> {
  if (bytes.length > MAX_RECEIPT_BYTES) return fail({ kind: 'tooLarge' });
  if (signature.length > MAX_SIGNATURE_CHARACTERS) return fail({ kind: 'malformed' });
  const signed = { message: bytes, signature, trustedComment: RECEIPT_TRUSTED_COMMENT };
  const verified = minisignVerify(receiptKey, signed);
  return verified.ok ? parseReceipt(bytes) : verified;
}
