import { z } from 'zod';
import { cultureSchema, languageSchema } from '../basics/language.ts';
import type { Result } from '../basics/result.ts';
import { sha256Field, timeZoneField, utcField, uuidField } from './fields.ts';
import { parseVersionedJson } from './versioned-json.ts';
import type { JsonProblem } from './versioned-json.ts';

const versionField = z
  .string()
  .max(128)
  .regex(/^[0-9A-Za-z][0-9A-Za-z.+_-]*$/);

/** An earlier intake of the same person, as the slip names it. */
const slipField = z.strictObject({
  kioskId: uuidField,
  seq: z.int().min(1),
  /** The first characters of the SHA-256 of the sealed file. */
  sha256Start: z.string().regex(/^[0-9a-f]{8,64}$/),
});

/** Says what a bundle is and where it belongs in a kiosk's chain; it says nothing about the person's answers. */
export const manifestSchema = z
  .strictObject({
    format: z.literal(1),
    kioskId: uuidField,
    centreId: uuidField,
    /** Counts a kiosk's bundles from 1, without a gap. */
    seq: z.int().min(1),
    /** SHA-256 of the sealed file before this one; null for the first. */
    prevHash: sha256Field.nullable(),
    intakeId: uuidField,
    addsTo: slipField.nullable(),
    /** Whom this was sealed to; see `recipientsHash`. */
    recipientsHash: sha256Field,
    contentVersion: versionField,
    language: languageSchema,
    culture: cultureSchema,
    createdAt: utcField,
    timeZone: timeZoneField,
    clockConfidence: z.enum(['high', 'low']),
    /** Counts the kiosk's starts; with `seq` it orders bundles when the clock was wrong. */
    bootCounter: z.int().min(0),
    appVersion: versionField,
    /** SHA-256 of the value that a tombstone reveals when the person takes the intake back; null without a code. */
    withdrawTag: sha256Field.nullable(),
  })
  .refine(({ seq, prevHash }) => (seq === 1) === (prevHash === null), { path: ['prevHash'] });

export type Manifest = Readonly<z.infer<typeof manifestSchema>>;

/** Reads manifest.json. */
export function parseManifest(bytes: Uint8Array): Result<Manifest, JsonProblem> {
  return parseVersionedJson(bytes, manifestSchema);
}
