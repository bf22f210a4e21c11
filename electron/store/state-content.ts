import { z } from 'zod';
import { deliverySchema } from '../../core/outbox/delivery.ts';
import { enrolmentSchema } from './enrolment.ts';

const settingsSchema = z
  .strictObject({
    /** A made-up house: the screens carry a DEMO mark. */
    isDemo: z.boolean(),
    /** First name of the person on duty, as the kiosk shows and says it; null when nobody is. */
    dutyPersonName: z.string().min(1).max(100).nullable(),
    /** The folder that sealed intakes are exported to; null until staff choose one. */
    destinationFolder: z.string().min(1).nullable(),
  })
  .readonly();

/** What the kiosk remembers, apart from intakes and drafts. Parsed content is frozen. */
export const stateContentSchema = z
  .strictObject({
    settings: settingsSchema,
    /** Null until the kiosk is enrolled: it offers nothing then. */
    enrolment: enrolmentSchema.nullable(),
    /** Intakes that the centre has not signed for yet. */
    deliveries: z.array(deliverySchema.readonly()).readonly(),
    /** Counts the starts. */
    bootCounter: z.int().min(0),
  })
  .readonly();

export type Settings = z.infer<typeof settingsSchema>;
export type StateContent = z.infer<typeof stateContentSchema>;
