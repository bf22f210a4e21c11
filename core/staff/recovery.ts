import { z } from 'zod';
import type { Random } from '../basics/random.ts';
import type { Result } from '../basics/result.ts';
import { utcField, uuidField } from '../bundle/fields.ts';
import { parseVersionedJson, type JsonProblem } from '../bundle/versioned-json.ts';

/** The permit's file, in the folder for delivering by hand; its signature stands beside it as `<name>.minisig`. */
export const RECOVERY_FILE = 'matu-recovery.json';

/** A longer file is refused unread. */
export const MAX_RECOVERY_BYTES = 4096;

const CHALLENGE_BYTES = 16;

/** 128 random bits in hexadecimal: what a kiosk asks with, and what one permit is for. */
export const challengeSchema = z.string().regex(/^[0-9a-f]{32}$/);

const permitSchema = z.strictObject({
  format: z.literal(1),
  centreId: uuidField,
  kioskId: uuidField,
  challenge: challengeSchema,
  validUntil: utcField,
});

/**
 * The centre lets one kiosk set up an administrator anew, once. It counts only with the signature of the centre's root for
 * `matu recovery v1`.
 */
export type RecoveryPermit = Readonly<z.infer<typeof permitSchema>>;

/** Why a permit does not count here. */
export type PermitProblem = { readonly kind: 'otherCentre' | 'otherKiosk' | 'otherChallenge' | 'expired' };

/** Draws what a kiosk asks with. */
export function newChallenge(random: Random): string {
  return Array.from(random.bytes(CHALLENGE_BYTES), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Reads a permit. Its signature is checked elsewhere. */
export function parsePermit(bytes: Uint8Array): Result<RecoveryPermit, JsonProblem> {
  return parseVersionedJson(bytes, permitSchema);
}

/**
 * Tells what keeps a permit from counting; null when nothing does.
 *
 * @param asked who asks, and with which challenge; null where nobody has asked
 * @param nowMs milliseconds since 1970
 */
export function permitProblem(
  { centreId, kioskId, challenge, validUntil }: RecoveryPermit,
  asked: { readonly centreId: string; readonly kioskId: string; readonly challenge: string | null },
  nowMs: number,
): PermitProblem | null {
  if (centreId !== asked.centreId) return { kind: 'otherCentre' };
  if (kioskId !== asked.kioskId) return { kind: 'otherKiosk' };
  if (challenge !== asked.challenge) return { kind: 'otherChallenge' };
  return nowMs > Date.parse(validUntil) ? { kind: 'expired' } : null;
}
