import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from '../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../core/basics/utf8.ts';
import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import { formatJson, parseVersionedJson } from '../core/bundle/versioned-json.ts';
import { compareHeads, type HeadComparison } from '../core/outbox/head-comparison.ts';
import { LEDGER_HEAD_TRUSTED_COMMENT, parseLedgerHead, type LedgerHead } from '../core/outbox/ledger-head.ts';
import { replaceDurably } from '../node/durable-file.ts';
import { attempt } from '../node/file-system.ts';
import { parsePublicKeyLine } from '../node/minisign-keys.ts';
import { minisignVerify, type SignatureProblem } from '../node/minisign-signature.ts';
import type { HeadRefusal } from './head-refusal.ts';

/** A larger head is refused unread: this is what a kiosk writes after more than ten thousand withdrawals. */
export const MAX_HEAD_BYTES = 4 * 1024 * 1024;
const MAX_SIGNATURE_BYTES = 1024;
const PRIVATE_DIRECTORY_MODE = 0o700;

/** A head that was taken, and how it stands to the one before. */
export interface TakenHead {
  readonly head: LedgerHead;
  readonly comparison: Exclude<HeadComparison, 'setBack' | 'forked'>;
}

/**
 * Checks a kiosk's head, compares it with the newest one kept in the centre's home, and keeps it unless it is older.
 * What was refused changes nothing: the kept head goes on being the measure.
 *
 * @param headFile its signature stands beside it, as `<headFile>.minisig`
 */
export function keepHead(headFile: string, home: string, kiosk: KioskCard): Result<TakenHead, HeadRefusal> {
  const signed = readSigned(headFile);
  if (!signed.ok) return signed;
  const head = checkHead(signed.value, kiosk);
  if (!head.ok) return head;
  const kept = readKeptHead(home, kiosk);
  if (!kept.ok) return kept;
  const comparison = compareHeads(kept.value, head.value);
  if (comparison === 'setBack' || comparison === 'forked') return fail(comparison);
  const written = comparison === 'older' ? ok(null) : write(keptPath(home, kiosk), signed.value);
  return written.ok ? ok({ head: head.value, comparison }) : written;
}

/** A head as it came, and as it is kept: both texts in one file, so that a power cut never leaves one without the other. */
const signedHeadSchema = z.strictObject({ format: z.literal(1), head: z.string(), signature: z.string() }).readonly();
type SignedHead = z.infer<typeof signedHeadSchema>;

function readSigned(path: string): Result<SignedHead, HeadRefusal> {
  const signature = `${path}.minisig`;
  const found = attempt(() => {
    const isSmall = statSync(path).size <= MAX_HEAD_BYTES && statSync(signature).size <= MAX_SIGNATURE_BYTES;
    return isSmall ? { head: readFileSync(path), signature: readFileSync(signature, 'utf8') } : null;
  });
  if (!found.ok) return fail('unreadable');
  if (found.value === null) return fail('tooLarge');
  const head = fromUtf8(found.value.head);
  return head === null ? fail('badSignature') : ok({ format: 1, head, signature: found.value.signature });
}

function checkHead({ head: text, signature }: SignedHead, kiosk: KioskCard): Result<LedgerHead, HeadRefusal> {
  const publicKey = parsePublicKeyLine(kiosk.publicKey);
  if (publicKey === null) return fail('otherSigner');
  const message = toUtf8(text);
  const verified = minisignVerify(publicKey, { message, signature, trustedComment: LEDGER_HEAD_TRUSTED_COMMENT });
  if (!verified.ok) return fail(SIGNATURE_REFUSALS[verified.error.kind]);
  const head = parseLedgerHead(message);
  if (!head.ok) return fail(head.error.kind === 'otherFormat' ? 'otherFormat' : 'badHead');
  return head.value.kioskId === kiosk.kioskId ? head : fail('otherKiosk');
}

const SIGNATURE_REFUSALS: Readonly<Record<SignatureProblem['kind'], HeadRefusal>> = {
  malformed: 'badSignature',
  wrongSignature: 'badSignature',
  otherKey: 'otherSigner',
  otherTrustedComment: 'otherPurpose',
};

/** The head that was kept last; null when there is none. One that is damaged must not count as none. */
export function readKeptHead(home: string, kiosk: KioskCard): Result<LedgerHead | null, 'keptHeadDamaged'> {
  const bytes = attempt(() => readFileSync(keptPath(home, kiosk)));
  if (!bytes.ok) return bytes.error.kind === 'missing' ? ok(null) : fail('keptHeadDamaged');
  const kept = parseVersionedJson(bytes.value, signedHeadSchema);
  const checked = kept.ok ? checkHead(kept.value, kiosk) : kept;
  return checked.ok ? checked : fail('keptHeadDamaged');
}

function keptPath(home: string, { kioskId }: KioskCard): string {
  return join(home, 'heads', `${kioskId}.json`);
}

function write(path: string, signed: SignedHead): Result<null, HeadRefusal> {
  const made = attempt(() => mkdirSync(dirname(path), { recursive: true, mode: PRIVATE_DIRECTORY_MODE }));
  const written = made.ok ? replaceDurably(path, formatJson(signed)) : made;
  return written.ok ? ok(null) : fail('cannotWrite');
}
