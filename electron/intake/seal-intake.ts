import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import { languageOf } from '../../core/basics/language.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import { composeBundle } from '../../core/bundle/compose.ts';
import type { Manifest } from '../../core/bundle/manifest.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { sealBundle } from '../../core/bundle/seal.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { afterSendOf, type Offer } from '../../core/intake/after-send.ts';
import { composeIntake, type IntakeSource } from '../../core/intake/compose-intake.ts';
import { toFhir } from '../../core/fhir/bundle.ts';
import { parseIntake, type Intake } from '../../core/intake/intake.ts';
import { pageOne } from '../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../core/intake/page-one-html.ts';
import { newPictureCode, type PictureCode } from '../../core/intake/picture-code.ts';
import type { Site } from '../../core/intake/site.ts';
import type { Visit } from '../../core/intake/visit.ts';
import { withdrawTagOf } from '../../core/outbox/withdrawal.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar } from '../../node/tar.ts';
import type { ContentVersion } from '../content/content-version.ts';
import { slipOf, type LetterInHand } from './letters.ts';
import type { SendWishes } from './visit-surroundings.ts';

/** The part of the outbox that sealing needs. */
export interface SealedFiles {
  /** The number of the next intake and the digest of the sealed file before it. */
  next(): { readonly seq: number; readonly prevHash: Sha256 | null };
  commit(sealed: {
    readonly seq: number;
    readonly intakeId: string;
    readonly bytes: Uint8Array;
    readonly withdrawTag: Sha256 | null;
    readonly ringToday: boolean;
  }): Result<{ readonly sha256: Sha256 }, { readonly kind: string }>;
  /** When the last intake was sealed, in milliseconds; null before the first. */
  lastSealedMs(): number | null;
}

/** Who seals, for whom, and when. */
export interface SealingSurroundings {
  readonly clock: Clock;
  readonly kioskId: string;
  readonly signingKey: MinisignSecretKey;
  readonly centre: CentreCard;
  /** The part of the centre's card that an intake carries. */
  readonly site: Site;
  readonly bootCounter: number;
  readonly appVersion: string;
  readonly outbox: SealedFiles;
  readonly random: Random;
  /** The key that a take-back code comes to: 32 bytes, made in half a second. */
  readonly takeBackKey: (code: PictureCode) => Promise<Uint8Array>;
  /** What the house did at some calls. */
  readonly toldCalls: IntakeSource['toldCalls'];
  /** What the house invites to, now. */
  readonly offers: () => readonly Offer[];
}

// Earlier than this program was made: a kiosk that says so has lost its clock.
const EARLIEST_MS = Date.UTC(2026, 0, 1);

/**
 * Turns a visit into a sealed intake in the outbox.
 *
 * @returns ok only when the sealed file is durable and stands in the ledger; `notComposed` when the visit does not fit
 *   its content, or the centre could not read what comes of it, which is a bug; nothing is lost by it
 */
export async function sealIntake(
  visit: Visit,
  content: ContentVersion,
  around: SealingSurroundings & SendWishes,
): Promise<Result<LetterInHand, { readonly kind: string }>> {
  const nowMs = around.clock.nowMs();
  const intake = intakeOf(visit, content, { site: around.site, toldCalls: around.toldCalls, nowMs });
  if (intake === null) return fail({ kind: 'notComposed' });
  const code = newPictureCode(around.random);
  const key = await around.takeBackKey(code);
  const manifest = manifestOf(intake, { nowMs, withdrawTag: withdrawTagOf(key, nodeHasher) }, around);
  const archive = composeBundle(
    {
      manifest,
      intake: formatJson(intake),
      fhir: formatJson(toFhir(intake)),
      summary: toUtf8(summaryHtml(intake, manifest, content)),
    },
    { hasher: nodeHasher, sign: (message, comment) => minisignSign(around.signingKey, message, comment), writeTar },
  );
  if (!archive.ok) return archive;
  const bytes = await sealBundle(archive.value, around.centre.recipients);
  const { seq, intakeId, withdrawTag, kioskId, timeZone } = manifest;
  const { ringToday } = around;
  const committed = around.outbox.commit({ seq, intakeId, bytes, withdrawTag, ringToday });
  if (!committed.ok) return committed;
  const slip = slipOf({ kioskId, seq, sha256: committed.value.sha256, sealedMs: nowMs, timeZone });
  return ok({ slip, key, code, afterSend: afterSendOf(intake, around.offers()) });
}

/** Makes the intake and reads it as the centre will, because what is sealed can never be mended. */
function intakeOf(
  visit: Visit,
  { pack, catalogue, reviewStatus, instruments }: ContentVersion,
  { site, toldCalls, nowMs }: Pick<SealingSurroundings, 'site' | 'toldCalls'> & { readonly nowMs: number },
): Intake | null {
  try {
    const createdAt = new Date(nowMs).toISOString();
    const intake = composeIntake({ visit, pack, catalogue, reviewStatus, site, createdAt, instruments, toldCalls });
    return parseIntake(formatJson(intake)).ok ? intake : null;
  } catch {
    // What is thrown names the answer whose words are missing, and what leaves a channel is printed.
    return null;
  }
}

function manifestOf(
  intake: Intake,
  { nowMs, withdrawTag }: { readonly nowMs: number; readonly withdrawTag: Sha256 },
  around: SealingSurroundings,
): Manifest {
  const { seq, prevHash } = around.outbox.next();
  const lastSealedMs = around.outbox.lastSealedMs() ?? EARLIEST_MS;
  return {
    format: 1,
    kioskId: around.kioskId,
    centreId: around.centre.centreId,
    seq,
    prevHash,
    intakeId: intake.intakeId,
    addsTo: null,
    recipientsHash: recipientsHash(around.centre.recipients, nodeHasher),
    contentVersion: intake.contentVersion,
    language: languageOf(intake.language),
    culture: intake.culture,
    createdAt: intake.createdAt,
    timeZone: intake.site.timeZone,
    clockConfidence: nowMs >= Math.max(EARLIEST_MS, lastSealedMs) ? 'high' : 'low',
    bootCounter: around.bootCounter,
    appVersion: around.appVersion,
    withdrawTag,
  };
}

/** The reading copy inside the bundle, for whoever opens it by hand. It counts no days: nobody knows when it is read. */
function summaryHtml(intake: Intake, { kioskId, seq, clockConfidence }: Manifest, content: ContentVersion): string {
  const { language } = intake.site;
  const texts = content.catalogue[language];
  const page = pageOne(intake, { kioskId, seq, clockConfidence, nowMs: null }, texts);
  return pageOneHtml(page, pageOneLabels(language, texts));
}
