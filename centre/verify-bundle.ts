import type { Sha256 } from '../core/basics/hasher.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { fromUtf8 } from '../core/basics/utf8.ts';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import { parseManifest } from '../core/bundle/manifest.ts';
import type { Manifest } from '../core/bundle/manifest.ts';
import {
  BUNDLE_NAMES,
  LISTED_NAMES,
  MAX_BUNDLE_BYTES,
  MAX_FILE_BYTES,
  SIGNATURE_NAME,
  SUMS_NAME,
} from '../core/bundle/names.ts';
import type { BundleName } from '../core/bundle/names.ts';
import { recipientsHash } from '../core/bundle/recipients.ts';
import { matchesSums } from '../core/bundle/sums.ts';
import { isCanaryIntake } from '../core/bundle/canary.ts';
import { BUNDLE_TRUSTED_COMMENT, CANARY_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import { parseIntake } from '../core/intake/intake.ts';
import type { Intake } from '../core/intake/intake.ts';
import { parsePublicKeyLine } from '../node/minisign-keys.ts';
import type { MinisignPublicKey } from '../node/minisign-keys.ts';
import { minisignVerify, UNTRUSTED_LINE } from '../node/minisign-signature.ts';
import type { SignatureProblem } from '../node/minisign-signature.ts';
import { nodeHasher } from '../node/sha256.ts';
import { readTar } from '../node/tar.ts';
import { areZero } from '../node/zero-bytes.ts';
import type { Refusal } from './refusal.ts';
import { unseal } from './unseal.ts';

/** What a bundle is checked against. */
export interface Expected {
  readonly card: CentreCard;
  /** The kiosks that a bundle may come from; the key id in its signature says which of them to look at. */
  readonly kiosks: readonly KioskCard[];
  readonly identities: readonly string[];
  /** The sets of keys that a bundle may be sealed to beside the card's, by their hash. */
  readonly formerRecipients?: readonly Sha256[];
  /** Up to which number revoked kiosks are still believed, by their ids. */
  readonly revokedAfter?: ReadonlyMap<string, number>;
}

/** A bundle of which every part was checked. */
export interface VerifiedBundle {
  readonly manifest: Manifest;
  readonly intake: Intake;
  readonly intakeBytes: Uint8Array;
  readonly fhirBytes: Uint8Array;
}

/** Why a bundle was refused. */
export interface BundleRefusal {
  readonly reason: Refusal;
  /** What a kiosk of this centre signed for it all the same; null when nobody can be told of it. */
  readonly signed: Pick<Manifest, 'kioskId' | 'seq'> | null;
}

type BundleParts = ReadonlyMap<BundleName, Uint8Array>;

/**
 * Opens a sealed bundle and checks all of it, from the outside in. Writes nothing.
 *
 * Source: docs/bundle-format.md, "Checking"
 */
export async function verifyBundle(
  sealed: Uint8Array,
  expected: Expected,
): Promise<Result<VerifiedBundle, BundleRefusal>> {
  const opened = await openSigned(sealed, expected, BUNDLE_TRUSTED_COMMENT);
  return opened.ok ? checkContents(opened.value) : opened;
}

/** Opens a kiosk's canary and checks all of it, as a bundle is checked. */
export async function verifyCanary(sealed: Uint8Array, expected: Expected): Promise<Result<Manifest, Refusal>> {
  const opened = await openSigned(sealed, expected, CANARY_TRUSTED_COMMENT);
  if (!opened.ok) return fail(opened.error.reason);
  const { parts, manifest } = opened.value;
  return isCanaryIntake(part(parts, 'intake.json')) ? ok(manifest) : fail('badCanary');
}

/** What was opened, and is signed by a kiosk for this centre and for this purpose. */
interface OpenedParts {
  readonly parts: BundleParts;
  readonly manifest: Manifest;
}

async function openSigned(
  sealed: Uint8Array,
  expected: Expected,
  trustedComment: string,
): Promise<Result<OpenedParts, BundleRefusal>> {
  if (sealed.length > MAX_BUNDLE_BYTES) return unsigned('tooLarge');
  const archive = await unseal(sealed, expected.identities);
  if (!archive.ok) return unsigned(archive.error);
  const members = BUNDLE_NAMES.map((name) => ({ name, maxBytes: MAX_FILE_BYTES[name] }));
  const read = readTar(archive.value, members);
  if (!read.ok) return unsigned('badArchive');
  // readTar returns the members that it was asked for, in their order.
  const parts = new Map(BUNDLE_NAMES.map((name, index) => [name, read.value[index]?.bytes ?? new Uint8Array()]));
  const signed = signerOf(parts, expected.kiosks, trustedComment);
  return signed.ok ? checkPlace(parts, { ...expected, kiosk: signed.value }) : unsigned(signed.error);
}

function unsigned(reason: Refusal): Result<never, BundleRefusal> {
  return fail({ reason, signed: null });
}

/** Finds who signed, for which purpose, and checks that each listed file is the one that was signed. */
function signerOf(
  parts: BundleParts,
  kiosks: readonly KioskCard[],
  trustedComment: string,
): Result<KioskCard, Refusal> {
  const sums = part(parts, SUMS_NAME);
  const signature = fromUtf8(part(parts, SIGNATURE_NAME)) ?? '';
  // Nobody signs the first line, and nothing of a bundle may be changed unseen.
  if (!signature.startsWith(UNTRUSTED_LINE)) return fail('badSignature');
  for (const kiosk of kiosks) {
    const publicKey = publicKeyOf(kiosk);
    if (publicKey === null) continue;
    const verified = minisignVerify(publicKey, { message: sums, signature, trustedComment });
    if (!verified.ok && verified.error.kind === 'otherKey') continue;
    if (!verified.ok) return fail(SIGNATURE_REFUSALS[verified.error.kind]);
    const listed = LISTED_NAMES.map((name) => ({ name, bytes: part(parts, name) }));
    return matchesSums(sums, listed, nodeHasher) ? ok(kiosk) : fail('badSums');
  }
  return fail('otherSigner');
}

/** Kept with the card: of thousands of bundles each would read the same key. */
const publicKeys = new WeakMap<KioskCard, MinisignPublicKey | null>();

function publicKeyOf(kiosk: KioskCard): MinisignPublicKey | null {
  const known = publicKeys.get(kiosk);
  if (known !== undefined) return known;
  const read = parsePublicKeyLine(kiosk.publicKey);
  publicKeys.set(kiosk, read);
  return read;
}

const SIGNATURE_REFUSALS: Readonly<Record<SignatureProblem['kind'], Refusal>> = {
  malformed: 'badSignature',
  wrongSignature: 'badSignature',
  otherKey: 'otherSigner',
  otherTrustedComment: 'otherPurpose',
};

/** What a bundle is checked against when it is known who signed it. */
type ExpectedOfKiosk = Expected & { readonly kiosk: KioskCard };

function checkPlace(parts: BundleParts, expected: ExpectedOfKiosk): Result<OpenedParts, BundleRefusal> {
  const manifest = parseManifest(part(parts, 'manifest.json'));
  if (!manifest.ok) return unsigned(manifest.error.kind === 'otherFormat' ? 'otherFormat' : 'badManifest');
  const stranger = strangerRefusal(manifest.value, expected);
  if (stranger !== null) return unsigned(stranger);
  const unwanted = unwantedRefusal(manifest.value, expected);
  return unwanted === null
    ? ok({ parts, manifest: manifest.value })
    : fail({ reason: unwanted, signed: manifest.value });
}

function checkContents({ parts, manifest }: OpenedParts): Result<VerifiedBundle, BundleRefusal> {
  const intakeBytes = part(parts, 'intake.json');
  const intake = parseIntake(intakeBytes);
  if (!intake.ok) return fail({ reason: 'badIntake', signed: manifest });
  if (intake.value.intakeId !== manifest.intakeId) return fail({ reason: 'otherIntake', signed: manifest });
  if (!areZero(part(parts, 'pad'))) return fail({ reason: 'badPad', signed: manifest });
  return ok({ manifest, intake: intake.value, intakeBytes, fhirBytes: part(parts, 'fhir.json') });
}

/** Checks that the bundle belongs to this kiosk and this centre. */
function strangerRefusal(manifest: Manifest, { card, kiosk }: ExpectedOfKiosk): Refusal | null {
  if (manifest.kioskId !== kiosk.kioskId) return 'otherKiosk';
  return manifest.centreId !== card.centreId || kiosk.centreId !== card.centreId ? 'otherCentre' : null;
}

/** Checks that the kiosk is still believed, and that it sealed to keys of this centre. */
function unwantedRefusal(manifest: Manifest, expected: ExpectedOfKiosk): Refusal | null {
  const { card, kiosk, formerRecipients = [], revokedAfter } = expected;
  if (manifest.seq > (revokedAfter?.get(kiosk.kioskId) ?? manifest.seq)) return 'revoked';
  const sets = [recipientsHash(card.recipients, nodeHasher), ...formerRecipients];
  return sets.includes(manifest.recipientsHash) ? null : 'otherRecipients';
}

function part(parts: BundleParts, name: BundleName): Uint8Array {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`The archive was read without ${name}`);
  return bytes;
}
