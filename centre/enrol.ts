import { join } from 'node:path';
import type { Clock } from '../core/basics/clock.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { toUtf8 } from '../core/basics/utf8.ts';
import { canaryNameOf } from '../core/bundle/canary.ts';
import { parseKioskCard } from '../core/bundle/kiosk-card.ts';
import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import { MAX_BUNDLE_BYTES } from '../core/bundle/names.ts';
import { readCapped } from '../node/capped-file.ts';
import { replaceDurably } from '../node/durable-file.ts';
import { areWords, centreWords, kioskWords } from '../node/eight-words.ts';
import { nodeHasher } from '../node/sha256.ts';
import type { CentreHome } from './centre-home.ts';
import { keepEnrolledKiosk, readEnrolledKiosks } from './enrolled-kiosks.ts';
import type { EnrolledKiosk, KiosksProblem } from './enrolled-kiosks.ts';
import type { Refusal } from './refusal.ts';
import { signReceipts } from './sign-receipt.ts';
import type { SignReceiptProblem, SignedReceipt } from './sign-receipt.ts';
import { verifyCanary } from './verify-bundle.ts';

const MAX_CARD_BYTES = 16 * 1024;

/** A kiosk's answer in a folder, and what a person typed. */
export interface KioskToEnrol {
  readonly home: string;
  readonly centre: CentreHome & { readonly rootPublicKey: string };
  /** Holds kiosk.json and the canary. */
  readonly from: string;
  /** Where the receipt for the canary goes. */
  readonly out: string;
  /** The kiosk's eight words as its people said them; null while they were not compared. */
  readonly words: string | null;
  readonly clock: Clock;
}

/**
 * What came of it.
 *
 * - compare: nothing was kept; the kiosk's words are to be compared with the kiosk's people
 * - enrolled: the kiosk is kept, and the receipt for its canary lies in the folder
 */
export interface Enrolling {
  readonly kind: 'compare' | 'enrolled';
  readonly kioskId: string;
  readonly centreWords: string;
  readonly kioskWords: string;
  /** The name of the receipt; null where nothing was kept. */
  readonly receipt: string | null;
}

/**
 * Why a kiosk was not enrolled.
 *
 * - otherKey: a kiosk of this id is enrolled with another key
 * - revoked: a kiosk that was revoked comes back only as a new one
 * - a refusal of the canary: the centre could not open what this kiosk seals
 */
export type EnrolProblem =
  | { readonly kind: 'unreadable' | 'malformed' | 'otherCentre' | 'otherWords' | 'otherKey' | 'revoked' | 'noReceipt' }
  | { readonly kind: 'canary'; readonly reason: Refusal }
  | { readonly kind: 'kiosks'; readonly problem: KiosksProblem }
  | { readonly kind: 'receipt'; readonly problem: SignReceiptProblem };

/**
 * Enrols a kiosk: compares words unless this very key is enrolled already, opens the canary, keeps the kiosk, and signs
 * for the canary. Doing it again signs once more and changes nothing else.
 */
export async function enrolAtCentre(enrolling: KioskToEnrol): Promise<Result<Enrolling, EnrolProblem>> {
  const { home, centre, words } = enrolling;
  const card = readCard(enrolling);
  if (!card.ok) return card;
  const known = readEnrolledKiosks(home);
  if (!known.ok) return fail({ kind: 'kiosks', problem: known.error });
  const standing = known.value.find(({ card: { kioskId } }) => kioskId === card.value.kioskId);
  if (standing !== undefined && standing.revoked !== null) return fail({ kind: 'revoked' });
  if (standing !== undefined && standing.card.publicKey !== card.value.publicKey) return fail({ kind: 'otherKey' });
  const compared = {
    kioskId: card.value.kioskId,
    centreWords: centreWords(centre.rootPublicKey, centre.card),
    kioskWords: kioskWords(card.value),
  };
  if (standing === undefined && words === null) return ok({ kind: 'compare', ...compared, receipt: null });
  if (words !== null && !areWords(words, compared.kioskWords)) return fail({ kind: 'otherWords' });
  const receipt = await takeCanary(enrolling, card.value, standing);
  return receipt.ok ? ok({ kind: 'enrolled', ...compared, receipt: receipt.value.name }) : receipt;
}

function readCard({ from, centre }: KioskToEnrol): Result<KioskCard, EnrolProblem> {
  const bytes = readCapped(join(from, 'kiosk.json'), MAX_CARD_BYTES);
  if (!bytes.ok) return fail({ kind: 'unreadable' });
  const card = parseKioskCard(bytes.value);
  if (!card.ok) return fail({ kind: 'malformed' });
  return card.value.centreId === centre.card.centreId ? card : fail({ kind: 'otherCentre' });
}

async function takeCanary(
  { home, centre, from, out, clock }: KioskToEnrol,
  card: KioskCard,
  standing: EnrolledKiosk | undefined,
): Promise<Result<SignedReceipt, EnrolProblem>> {
  const sealed = readCapped(join(from, canaryNameOf(card.kioskId, nodeHasher)), MAX_BUNDLE_BYTES);
  if (!sealed.ok) return fail({ kind: 'canary', reason: sealed.error.kind === 'tooLarge' ? 'tooLarge' : 'unreadable' });
  const verified = await verifyCanary(sealed.value, { ...centre, kiosks: [card] });
  if (!verified.ok) return fail({ kind: 'canary', reason: verified.error });
  // Before anybody hears of it: a kiosk that was confirmed must be known here.
  const kept = standing === undefined ? keepEnrolledKiosk(home, { format: 1, card, revoked: null }) : ok(null);
  if (!kept.ok) return fail({ kind: 'kiosks', problem: kept.error });
  const canary = nodeHasher.sha256(sealed.value);
  const signed = signReceipts({ home, card: centre.card, clock }, { kioskId: card.kioskId, received: [], canary });
  if (!signed.ok) return fail({ kind: 'receipt', problem: signed.error });
  const [receipt] = signed.value;
  return receipt === undefined ? fail({ kind: 'noReceipt' }) : layReceipt(out, receipt);
}

/** The signature first: whoever collects receipts takes one when both are there. */
function layReceipt(out: string, receipt: SignedReceipt): Result<SignedReceipt, EnrolProblem> {
  const signature = replaceDurably(join(out, `${receipt.name}.minisig`), toUtf8(receipt.signature));
  const laid = signature.ok ? replaceDurably(join(out, receipt.name), receipt.bytes) : signature;
  return laid.ok ? ok(receipt) : fail({ kind: 'noReceipt' });
}
