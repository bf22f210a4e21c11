import { z } from 'zod';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { sha256Field, utcField } from '../../core/bundle/fields.ts';
import { manifestSchema } from '../../core/bundle/manifest.ts';
import type { Manifest } from '../../core/bundle/manifest.ts';

/**
 * What the centre wrote down when an intake arrived: received.json in its folder, and one line of the inbox's index.
 * It says nothing about the person's answers.
 */
export const intakeRecordSchema = z.strictObject({
  format: z.literal(1),
  /** By the centre's own clock. */
  receivedAt: utcField,
  /** Of the sealed file. */
  sha256: sha256Field,
  /** SHA-256 of the files that lie beside the sealed one, so that a change shows without opening anything. */
  files: z.strictObject({ intake: sha256Field, fhir: sha256Field }),
  /** As the kiosk signed it. */
  manifest: manifestSchema,
});

export type IntakeRecord = Readonly<z.infer<typeof intakeRecordSchema>>;

/** As much of an intake as a run keeps in memory of each: its number, its file and the file before it. */
export interface HeldIntake extends Pick<IntakeRecord, 'sha256'> {
  readonly manifest: Pick<Manifest, 'intakeId' | 'kioskId' | 'seq' | 'prevHash'>;
}

/** Leaves behind what nobody asks of an intake that is in, so that memory stays flat however many come. */
export function heldOf({ sha256, manifest: { intakeId, kioskId, seq, prevHash } }: HeldIntake): HeldIntake {
  return { sha256, manifest: { intakeId, kioskId, seq, prevHash } };
}

/** The name under which the sealed original lies in the folder: the one that it travelled under. */
export function sealedNameOf(sha256: Sha256): string {
  return `${sha256.slice(0, 32)}.age`;
}

/** The number under which an intake is spoken of, as on page 1 and on the person's slip: `1a2b3c4d-7`. */
export function numberOf({ manifest: { kioskId, seq } }: IntakeRecord): string {
  return `${kioskId.slice(0, 8)}-${seq}`;
}
