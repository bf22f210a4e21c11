import { z } from 'zod';
import { sha256Field } from '../bundle/fields.ts';

/**
 * How far a kiosk's audit log has come. It goes with every export inside the signed head, so that a log that was cut or
 * written anew shows at the centre.
 */
export const auditCheckpointSchema = z
  .strictObject({
    /** How many lines there ever were, also those that are not kept any more. */
    lines: z.int().min(0),
    /** SHA-256 of the last line without its line end; null for a log without any. */
    lastLineHash: sha256Field.nullable(),
    /** How many events could not be written since the last line. */
    unwritten: z.int().min(0),
  })
  .readonly()
  .refine(({ lines, lastLineHash }) => (lines === 0) === (lastLineHash === null), { path: ['lastLineHash'] });

export type AuditCheckpoint = z.infer<typeof auditCheckpointSchema>;
