import type { Hasher, Sha256 } from '../basics/hasher.ts';
import type { Result } from '../basics/result.ts';
import { fail, ok } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { nextDelivery } from './delivery.ts';
import type { DeliveryState } from './delivery.ts';
import { isTakenBack, ledgerMessage, parseLedgerLine } from './ledger-entry.ts';
import type { LedgerEntry, LedgerLine } from './ledger-entry.ts';
import { revealsTag } from './withdrawal.ts';

/** What a ledger is checked against. */
export interface LedgerCheck {
  readonly kioskId: string;
  readonly hasher: Hasher;
  /** Tells whether the kiosk made this signature (128 hexadecimal characters) over these bytes. */
  verify(message: Uint8Array, signature: string): boolean;
}

/**
 * Why a ledger is not to be trusted, and at which line (from 1).
 *
 * - malformed: not a line as the kiosk writes it
 * - otherKiosk: a line of another kiosk
 * - brokenChain: a line was changed, removed, doubled or moved
 * - wrongSignature: the last line, which vouches for all before it, was not signed by this kiosk
 * - impossible: the entries contradict each other (a fork, a purge without a receipt, a second sealing, a withdrawal
 *   that does not reveal what its intake was tagged with)
 */
export interface LedgerProblem {
  readonly kind: 'malformed' | 'otherKiosk' | 'brokenChain' | 'wrongSignature' | 'impossible';
  readonly line: number;
}

/** Returns the hash by which the next line names this one. */
export function ledgerLineHash(line: string, hasher: Hasher): Sha256 {
  return hasher.sha256(toUtf8(line));
}

/**
 * Checks a whole ledger. Only the last line's signature is verified: it covers the hash of the line before, that one
 * the hash before it, and so on; checking 10,000 signatures would keep a kiosk from starting for a second and a half.
 *
 * @param lines without their line ends
 */
export function checkLedger(
  lines: readonly string[],
  check: LedgerCheck,
): Result<readonly LedgerEntry[], LedgerProblem> {
  const read = readChain(lines, check);
  if (!read.ok) return read;
  const last = read.value.at(-1);
  if (last !== undefined && !check.verify(ledgerMessage(last.entry), last.signature)) {
    return fail({ kind: 'wrongSignature', line: last.entry.line });
  }
  const entries = read.value.map(({ entry }) => entry);
  const impossible = firstImpossible(entries, check.hasher);
  return impossible === null ? ok(entries) : fail({ kind: 'impossible', line: impossible.line });
}

function readChain(
  lines: readonly string[],
  { kioskId, hasher }: LedgerCheck,
): Result<readonly LedgerLine[], LedgerProblem> {
  const read: LedgerLine[] = [];
  let previous: Sha256 | null = null;
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    const parsed = parseLedgerLine(text);
    if (parsed === null) return fail({ kind: 'malformed', line });
    if (parsed.entry.kioskId !== kioskId) return fail({ kind: 'otherKiosk', line });
    if (parsed.entry.line !== line || parsed.entry.previous !== previous) return fail({ kind: 'brokenChain', line });
    read.push(parsed);
    previous = ledgerLineHash(text, hasher);
  }
  return ok(read);
}

interface Known {
  readonly sha256: Sha256;
  readonly withdrawTag: Sha256 | undefined;
  readonly state: DeliveryState;
}

/** Returns the first entry that cannot have happened after the ones before it. */
function firstImpossible(entries: readonly LedgerEntry[], hasher: Hasher): LedgerEntry | null {
  const known = new Map<number, Known>();
  const intakeIds = new Set<string>();
  let lastSeq = 0;
  for (const entry of entries) {
    if (entry.kind === 'sealed') {
      if (entry.seq <= lastSeq || intakeIds.has(entry.intakeId)) return entry;
      lastSeq = entry.seq;
      intakeIds.add(entry.intakeId);
      known.set(entry.seq, { sha256: entry.sha256, withdrawTag: entry.withdrawTag, state: 'sealed' });
      continue;
    }
    const before = known.get(entry.seq);
    if (before?.sha256 !== entry.sha256) return entry;
    if (isTakenBack(entry) && !revealsTag(entry.preimage, before.withdrawTag, hasher)) return entry;
    const state = nextDelivery(before.state, entry.kind);
    if (state === null) return entry;
    known.set(entry.seq, { ...before, state });
  }
  return null;
}
