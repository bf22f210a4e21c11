import { z } from 'zod';
import { STAFF_ROLES, staffIdSchema, staffNameSchema } from '../../core/staff/person.ts';
import { REVIEWER_ROLES } from '../../core/translation/review.ts';

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`));

/** Bytes of a PIN's salt, and of what is kept to compare it with. */
export const PIN_BYTES = { salt: 16, verifier: 32 } as const;

const keptPinSchema = z
  .strictObject({
    salt: hex(PIN_BYTES.salt),
    /** The cost of stretching, as a power of two. */
    log2N: z.int().min(1).max(20),
    verifier: hex(PIN_BYTES.verifier),
  })
  .readonly();

/** What is kept to compare a PIN with. */
export type KeptPin = z.infer<typeof keptPinSchema>;

/** The people of the house who have a PIN, in the order in which they were added. */
export const staffMembersSchema = z
  .array(
    z
      .strictObject({
        id: staffIdSchema,
        name: staffNameSchema,
        role: z.enum(STAFF_ROLES),
        reviewer: z.enum(REVIEWER_ROLES).nullable().default(null),
        pin: keptPinSchema,
      })
      .readonly(),
  )
  .readonly();

/** Somebody of the house, as the state keeps them. */
export type StaffMember = z.infer<typeof staffMembersSchema>[number];
