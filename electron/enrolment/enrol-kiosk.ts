import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { cardChangeOf } from '../../core/bundle/card-change.ts';
import type { CardChange, TrustedCard } from '../../core/bundle/card-change.ts';
import { canaryNameOf } from '../../core/bundle/canary.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import type { KioskCard } from '../../core/bundle/kiosk-card.ts';
import { canSealTo } from '../../core/bundle/seal.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { createDurably, replaceDurably } from '../../node/durable-file.ts';
import { areWords, centreWords, kioskWords } from '../../node/eight-words.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, parsePublicKeyLine } from '../../node/minisign-keys.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSignedCentreCard } from '../../node/signed-centre-card.ts';
import { newEnrolment, newestCard, signingKeyOf } from '../store/enrolment.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { KIOSK_CARD_FILE } from '../store/home-layout.ts';
import type { HomeLayout } from '../store/home-layout.ts';
import type { State } from '../store/state.ts';
import type { OfferedCard } from './centre-folder.ts';
import { makeCanary } from './make-canary.ts';

/** A home that may be enrolled: open, with this process as its only writer. */
export interface EnrolmentPlace {
  readonly layout: Pick<HomeLayout, 'home' | 'receipts'>;
  readonly state: State;
  readonly random: Random;
  readonly clock: Clock;
  readonly appVersion: string;
  readonly fs?: FileSystem;
  /** The cost of stretching codes; only tests ask for another than the usual. */
  readonly log2N?: number;
}

/** A card that is offered, the folder for the answer, and what a person typed. */
export interface EnrolmentRequest {
  readonly offered: OfferedCard;
  readonly out: string;
  /** The centre's eight words as its people said them; null while they were not compared. */
  readonly words: string | null;
}

/**
 * What came of it.
 *
 * - compare: nothing was changed; these words are to be compared with the centre's
 * - answered: the card is kept and waits for the centre to open the canary; kiosk.json and the canary lie in the folder
 * - upToDate: this very card counts already; kiosk.json was written once more
 */
export type EnrolmentOutcome = { readonly centreWords: string } & (
  | { readonly kind: 'compare' }
  | { readonly kind: 'answered' | 'upToDate'; readonly kioskWords: string; readonly files: readonly string[] }
);

/**
 * Why nothing was changed. `otherWords`: what was typed is not what this card has: somebody put another card here, or
 * it was typed wrongly.
 */
export type EnrolmentProblem =
  | FileError
  | { readonly kind: 'otherWords' | 'badRecipients' | 'badCard' }
  | { readonly kind: Extract<CardChange, 'older' | 'twin' | 'otherCentre'> };

/**
 * Takes a centre's card: the first one, a newer one, or one under a new root. What is sealed goes by the card before until
 * the centre has opened the canary. Done again with the same card, it hands out the same canary again.
 */
export async function enrolKiosk(
  place: EnrolmentPlace,
  request: EnrolmentRequest,
): Promise<Result<EnrolmentOutcome, EnrolmentProblem>> {
  const { offered, words } = request;
  const { enrolment } = place.state.content;
  const known = enrolment === null ? null : trustedCard(enrolment);
  if (enrolment !== null && known === null) return fail({ kind: 'badCard' });
  const change = cardChangeOf(known, offered);
  if (change === 'older' || change === 'twin' || change === 'otherCentre') return fail({ kind: change });
  const compared = centreWords(offered.rootPublicKey, offered.card);
  if (change === 'first' || change === 'newRoot') {
    if (words === null) return ok({ kind: 'compare', centreWords: compared });
    if (!areWords(words, compared)) return fail({ kind: 'otherWords' });
  }
  if (enrolment !== null && change === 'same') return handOut(place, request.out, { enrolment, centreWords: compared });
  if (!(await canSealTo(offered.card.recipients))) return fail({ kind: 'badRecipients' });
  const taken = await takeCard(place, offered);
  return taken.ok ? handOut(place, request.out, { enrolment: taken.value, centreWords: compared }) : taken;
}

/** The newest card that the kiosk took, checked once more. */
function trustedCard(enrolment: Enrolment): TrustedCard | null {
  const { rootPublicKey, centreCard: text, centreCardSignature } = newestCard(enrolment);
  const root = parsePublicKeyLine(rootPublicKey);
  const card = root === null ? null : readSignedCentreCard(root, Buffer.from(text, 'utf8'), centreCardSignature);
  return card?.ok === true ? { rootPublicKey, card: card.value, text } : null;
}

/** Seals a canary to the card and keeps both: the canary first, because the state names it. */
async function takeCard(place: EnrolmentPlace, offered: OfferedCard): Promise<Result<Enrolment, FileError>> {
  const { state, random, clock, appVersion, fs } = place;
  const { rootPublicKey, text: centreCard, signature: centreCardSignature } = offered;
  const pinned = { rootPublicKey, centreCard, centreCardSignature };
  const cost = place.log2N === undefined ? {} : { log2N: place.log2N };
  const base = state.content.enrolment ?? newEnrolment({ kioskId: randomUUID(), ...pinned, ...cost }, random);
  const signingKey = signingKeyOf(base);
  const { bootCounter } = state.content;
  const canary = await makeCanary({
    kioskId: base.kioskId,
    signingKey,
    card: offered.card,
    clock,
    bootCounter,
    appVersion,
  });
  const written = replaceDurably(canaryPath(place), canary, fs);
  if (!written.ok) return written;
  const enrolment = { ...base, awaited: { ...pinned, canary: nodeHasher.sha256(canary) } };
  const changed = state.change((content) => ({ ...content, enrolment }));
  return changed.ok ? ok(enrolment) : changed;
}

/** Writes the kiosk's answer: kiosk.json into its home and into the folder, and the canary that is waited for. */
function handOut(
  place: EnrolmentPlace,
  out: string,
  { enrolment, centreWords: words }: { readonly enrolment: Enrolment; readonly centreWords: string },
): Result<EnrolmentOutcome, EnrolmentProblem> {
  const { fs = nodeFileSystem } = place;
  const trusted = trustedCard(enrolment);
  if (trusted === null) return fail({ kind: 'badCard' });
  const card = kioskCardOf(enrolment, trusted.card, place.clock);
  const cardBytes = formatJson(card);
  const canary = enrolment.awaited === null ? null : attempt(() => new Uint8Array(readFileSync(canaryPath(place))));
  if (canary?.ok === false) return canary;
  const files = [
    ['kiosk.json', cardBytes] as const,
    ...(canary === null ? [] : [[canaryNameOf(enrolment.kioskId, nodeHasher), canary.value] as const]),
  ];
  const kept = createDurably(join(place.layout.home, KIOSK_CARD_FILE), cardBytes, fs);
  if (!kept.ok && kept.error.kind !== 'exists') return kept;
  for (const [name, bytes] of files) {
    const written = replaceDurably(join(out, name), bytes, fs);
    if (!written.ok) return written;
  }
  const kind = canary === null ? 'upToDate' : 'answered';
  return ok({ kind, centreWords: words, kioskWords: kioskWords(card), files: files.map(([name]) => name) });
}

/** The kiosk's card as the centre gets it; what the words stand for does not change with the time in it. */
export function kioskCardOf(enrolment: Enrolment, card: CentreCard, clock: Clock): KioskCard {
  return {
    format: 1,
    kioskId: enrolment.kioskId,
    centreId: card.centreId,
    siteId: card.site.siteId,
    publicKey: formatPublicKeyLine(minisignPublicKeyOf(signingKeyOf(enrolment))),
    enrolledAt: new Date(clock.nowMs()).toISOString(),
  };
}

function canaryPath({ layout }: EnrolmentPlace): string {
  return join(layout.receipts, 'canary.age');
}
