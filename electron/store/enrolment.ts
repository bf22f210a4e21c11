import { z } from 'zod';
import type { Random } from '../../core/basics/random.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { minisignLineField, sha256Field, uuidField } from '../../core/bundle/fields.ts';
import { newMinisignKey } from '../../node/minisign-keys.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { DRAFT_KEY_COST } from './draft-keys.ts';

const hexOf = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

const pinnedFields = {
  /** The centre's root, pinned: minisign's public key line. */
  rootPublicKey: minisignLineField,
  /** The text of centre.json, exactly as it was signed. */
  centreCard: z.string(),
  /** The text of centre.json.minisig: checked at each start. */
  centreCardSignature: z.string(),
};

/** What a kiosk got at its enrolment. Secrets stand here in hexadecimal: the state is one JSON text in a box. */
export const enrolmentSchema = z
  .strictObject({
    kioskId: uuidField,
    /** Signs bundles and the ledger. */
    signingKey: z.strictObject({ keyId: hexOf(8), seed: hexOf(32) }).readonly(),
    ...pinnedFields,
    /** The centre has opened a canary of this kiosk. Until then nobody is received. */
    isConfirmed: z.boolean().default(false),
    /** A card that was taken and counts once the centre has opened what is sealed to it. */
    awaited: z
      .strictObject({ ...pinnedFields, /** SHA-256 of the canary. */ canary: sha256Field })
      .readonly()
      .nullable()
      .default(null),
    /** How codes are stretched; drafts made with other values do not open any more. */
    draftKeys: z.strictObject({ salt: hexOf(32), log2N: z.int().min(1).max(24) }).readonly(),
  })
  .readonly();

export type Enrolment = z.infer<typeof enrolmentSchema>;

/** A centre's card with its signature and the root key that it is checked by. */
export type PinnedCard = Pick<Enrolment, 'rootPublicKey' | 'centreCard' | 'centreCardSignature'>;

/** What an enrolment is made of. */
export interface EnrolmentFacts extends PinnedCard {
  readonly kioskId: string;
  /** The cost of stretching codes as a power of two; 17 unless a test wants it cheaper. */
  readonly log2N?: number;
}

/** Makes a kiosk's enrolment: draws its signing key and the salt of its codes. */
export function newEnrolment({ log2N = DRAFT_KEY_COST.usual, ...facts }: EnrolmentFacts, random: Random): Enrolment {
  const { keyId, seed } = newMinisignKey(random);
  return {
    ...facts,
    isConfirmed: false,
    awaited: null,
    signingKey: { keyId: toHex(keyId), seed: toHex(seed) },
    draftKeys: { salt: toHex(random.bytes(32)), log2N },
  };
}

/** The card that was taken last: its receipt key counts at once, its recipients once it is confirmed. */
export function newestCard({ awaited, rootPublicKey, centreCard, centreCardSignature }: Enrolment): PinnedCard {
  return awaited ?? { rootPublicKey, centreCard, centreCardSignature };
}

/** Lets the awaited card count, when it is its canary that the centre has opened; null for any other canary. */
export function confirmedBy(enrolment: Enrolment, canary: Sha256): Enrolment | null {
  const { awaited } = enrolment;
  if (awaited?.canary !== canary) return null;
  const { rootPublicKey, centreCard, centreCardSignature } = awaited;
  return { ...enrolment, rootPublicKey, centreCard, centreCardSignature, isConfirmed: true, awaited: null };
}

/** Returns the key with which an enrolled kiosk signs. */
export function signingKeyOf({ signingKey }: Enrolment): MinisignSecretKey {
  return { keyId: fromHex(signingKey.keyId), seed: fromHex(signingKey.seed) };
}

/** Returns how an enrolled kiosk stretches codes. */
export function draftKeySettingsOf({ draftKeys }: Enrolment): { readonly salt: Uint8Array; readonly log2N: number } {
  return { salt: fromHex(draftKeys.salt), log2N: draftKeys.log2N };
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function fromHex(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'hex'));
}
