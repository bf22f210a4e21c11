import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { checkLedger } from '../../core/outbox/ledger.ts';
import { ledgerMessage, parseLedgerLine } from '../../core/outbox/ledger-entry.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import { ed25519Verify } from '../../node/ed25519.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { LEDGER_NAME } from '../outbox/ledger-file.ts';
import type { KioskKey } from './kiosk-key.ts';

/** What a ledger says, as far as its lines can be believed one by one. */
export interface LedgerClaims {
  readonly entries: readonly LedgerEntry[];
  /** False when the kiosk would not open it. */
  readonly isWhole: boolean;
  /** Lines (from 1) that are none, or that the kiosk did not sign. */
  readonly badLines: readonly number[];
}

/**
 * Reads a ledger line by line, also one that is damaged. A last line without its end is not looked at: it was never
 * acknowledged.
 *
 * @param key by which every signature is verified; null where it is not known
 */
export function readLedgerClaims(folder: string, key: KioskKey | null): Result<LedgerClaims, FileError> {
  const file = attempt(() => readFileSync(join(folder, LEDGER_NAME)));
  if (!file.ok) return file;
  const whole = file.value.subarray(0, file.value.lastIndexOf(0x0a) + 1);
  const lines = (fromUtf8(whole) ?? whole.toString('latin1')).split('\n').slice(0, -1);
  const verify = (message: Uint8Array, signature: string): boolean =>
    key === null || ed25519Verify(key.publicKey, message, Buffer.from(signature, 'hex'));
  const parsed = lines.map((text) => {
    const line = parseLedgerLine(text);
    return line !== null && verify(ledgerMessage(line.entry), line.signature) ? line.entry : null;
  });
  const entries = parsed.filter((entry) => entry !== null);
  const kioskId = key?.kioskId ?? entries[0]?.kioskId ?? '';
  const chain = checkLedger(lines, { kioskId, hasher: nodeHasher, verify: () => true });
  const badLines = parsed.flatMap((entry, index) => (entry === null ? [index + 1] : []));
  return ok({ entries, isWhole: chain.ok && badLines.length === 0, badLines });
}

/** Numbers under which two different sealed files were promised. */
export function forksIn(entries: readonly LedgerEntry[]): readonly number[] {
  const first = new Map<number, Sha256>();
  const forks = new Set<number>();
  for (const { kind, seq, sha256 } of entries) {
    if (kind !== 'sealed') continue;
    if ((first.get(seq) ?? sha256) !== sha256) forks.add(seq);
    first.set(seq, sha256);
  }
  return [...forks];
}
