import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { MAX_RECEIPT_BYTES } from '../../core/outbox/receipt.ts';
import { concernsOneFile } from './destination.ts';
import type { DestinationError, OpenDestination } from './destination.ts';

/** A larger signature is not brought home. */
const MAX_SIGNATURE_BYTES = 1024;

/** A receipt as it lay at a destination, its signature as the text beside it. Nothing in it was checked. */
export interface FoundReceipt {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly signature: string;
}

/** Takes receipts that were brought home. */
export interface ReceiptBox {
  /** Tells by its name whether a file is a receipt that this kiosk does not have yet. */
  readonly wants: (fileName: string) => boolean;
  /** Takes one. What is no receipt, or not for this kiosk, is its own to tell. */
  readonly take: (receipt: FoundReceipt) => Promise<unknown>;
}

/**
 * Brings the receipts home that lie at a destination.
 *
 * @returns how many were brought; one that is too large, or whose signature is not there yet, is left for the next time
 */
export async function fetchReceipts(
  place: Pick<OpenDestination, 'list' | 'fetch'>,
  box: ReceiptBox,
): Promise<Result<number, DestinationError>> {
  const names = await place.list();
  if (!names.ok) return names;
  let count = 0;
  // In the order of their names, which rise.
  for (const name of names.value.filter((each) => box.wants(each)).toSorted()) {
    const found = await fetchSigned(place, name);
    if (!found.ok && !concernsOneFile(found.error)) return found;
    if (!found.ok) continue;
    await box.take(found.value);
    count += 1;
  }
  return ok(count);
}

async function fetchSigned(
  place: Pick<OpenDestination, 'fetch'>,
  name: string,
): Promise<Result<FoundReceipt, DestinationError>> {
  const signature = await place.fetch(`${name}.minisig`, MAX_SIGNATURE_BYTES);
  if (!signature.ok) return signature;
  const bytes = await place.fetch(name, MAX_RECEIPT_BYTES);
  if (!bytes.ok) return bytes;
  return ok({ name, bytes: bytes.value, signature: Buffer.from(signature.value).toString('utf8') });
}
