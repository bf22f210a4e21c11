import { z } from 'zod';
import type { Result } from '../basics/result.ts';
import { minisignLineField, siteIdField, utcField, uuidField } from './fields.ts';
import { parseVersionedJson } from './versioned-json.ts';
import type { JsonProblem } from './versioned-json.ts';

/** kiosk.json: what the centre keeps of a kiosk, brought over by hand at enrolment. */
export const kioskCardSchema = z.strictObject({
  format: z.literal(1),
  kioskId: uuidField,
  centreId: uuidField,
  siteId: siteIdField,
  /** Checks the kiosk's signatures. */
  publicKey: minisignLineField,
  enrolledAt: utcField,
});

export type KioskCard = Readonly<z.infer<typeof kioskCardSchema>>;

/** Reads kiosk.json. */
export function parseKioskCard(bytes: Uint8Array): Result<KioskCard, JsonProblem> {
  return parseVersionedJson(bytes, kioskCardSchema);
}
