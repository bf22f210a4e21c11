import { isSha256, type Sha256 } from '../../../core/basics/hasher.ts';
import { formatLedgerLine, ledgerMessage } from '../../../core/outbox/ledger-entry.ts';
import type { LedgerEntry } from '../../../core/outbox/ledger-entry.ts';
import { ledgerLineHash } from '../../../core/outbox/ledger.ts';
import { withdrawTagOf } from '../../../core/outbox/withdrawal.ts';
import { ed25519PublicKey, ed25519Sign, ed25519Verify } from '../../../node/ed25519.ts';
import { nodeHasher } from '../../../node/sha256.ts';

export const KIOSK_ID = '6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d';
const SEED = new Uint8Array(32).fill(7);

/** What a test says of an entry; the chain and the signature are added. */
export interface Told {
  readonly kind: LedgerEntry['kind'];
  readonly seq: number;
  readonly sha256?: Sha256;
  readonly intakeId?: string;
  /** What a withdrawal reveals; the intake's own key when nothing else is said. */
  readonly preimage?: Sha256;
  /** Sealed before there were take-back codes. */
  readonly isUntagged?: boolean;
}

/** The key that takes back the intake of a number. */
export function keyOf(seq: number): Uint8Array {
  return new Uint8Array(32).fill(seq);
}

/** A key as a withdrawal writes it: its 64 hexadecimal characters have the form of a digest. */
export function preimageOf(seq: number): Sha256 {
  const preimage = Buffer.from(keyOf(seq)).toString('hex');
  if (!isSha256(preimage)) throw new Error('A key has 32 bytes');
  return preimage;
}

/** A digest that belongs to a number. */
export function hashOf(seq: number): Sha256 {
  return nodeHasher.sha256(Uint8Array.of(seq));
}

/** An intake id that belongs to a number. */
export function intakeIdOf(seq: number): string {
  return `00000000-0000-4000-8000-${String(seq).padStart(12, '0')}`;
}

/** Makes the entries of a ledger. */
export function entriesOf(told: readonly Told[], kioskId = KIOSK_ID): readonly LedgerEntry[] {
  return linesAndEntries(told, kioskId).map(({ entry }) => entry);
}

/** Makes the lines of a ledger, chained and signed. */
export function linesOf(told: readonly Told[], kioskId = KIOSK_ID): readonly string[] {
  return linesAndEntries(told, kioskId).map(({ line }) => line);
}

function linesAndEntries(told: readonly Told[], kioskId: string): readonly { entry: LedgerEntry; line: string }[] {
  const made: { entry: LedgerEntry; line: string }[] = [];
  let previous: Sha256 | null = null;
  for (const each of told) {
    const entry = entryOf(each, { kioskId, line: made.length + 1, previous });
    const signature = Buffer.from(ed25519Sign(SEED, ledgerMessage(entry))).toString('hex');
    const line = formatLedgerLine({ entry, signature });
    previous = ledgerLineHash(line, nodeHasher);
    made.push({ entry, line });
  }
  return made;
}

function entryOf(
  { kind, seq, sha256 = hashOf(seq), intakeId = intakeIdOf(seq), preimage = preimageOf(seq), isUntagged }: Told,
  place: Pick<LedgerEntry, 'kioskId' | 'line' | 'previous'>,
): LedgerEntry {
  const common = { ...place, seq, sha256, at: '2026-03-04T05:06:07.890Z' };
  if (kind === 'withdrawn' || kind === 'withdrawalRequested') return { kind, ...common, preimage };
  if (kind !== 'sealed') return { kind, ...common };
  const withdrawTag = withdrawTagOf(keyOf(seq), nodeHasher);
  return isUntagged === true ? { kind, ...common, intakeId } : { kind, ...common, intakeId, withdrawTag };
}

/** Checks against the kiosk that `linesOf` signs for. */
export const check = {
  kioskId: KIOSK_ID,
  hasher: nodeHasher,
  verify: (message: Uint8Array, signature: string) =>
    ed25519Verify(ed25519PublicKey(SEED), message, Buffer.from(signature, 'hex')),
};
