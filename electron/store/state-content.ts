import { z } from 'zod';
import { OFFERS } from '../../core/intake/after-send.ts';
import { deliveryNotesSchema } from '../../core/outbox/delivery-notes.ts';
import { purgeNotesSchema } from '../../core/outbox/purging.ts';
import { openingHoursSchema } from '../../core/site/opening-hours.ts';
import { panelSchema, USUAL_PANEL } from '../../core/site/panel.ts';
import { spaceSchema, USUAL_SPACE } from '../../core/site/space.ts';
import { timingsSchema, USUAL_TIMINGS } from '../../core/site/timings.ts';
import { credentialsSchema, destinationsSchema } from './destination-settings.ts';
import { enrolmentSchema } from './enrolment.ts';
import { staffMembersSchema } from './staff-members.ts';

const personNameField = z.string().min(1).max(100).nullable();

const settingsSchema = z
  .strictObject({
    /** A made-up house: the screens carry a DEMO mark. */
    isDemo: z.boolean(),
    /** An administrator has accepted that whoever takes the disk can open the drafts on it, given their codes. */
    acceptsReducedProtection: z.boolean().default(false),
    /** First name of the person on duty, as the kiosk shows and says it; null when nobody is. */
    dutyPersonName: personNameField,
    /** Who is asked when the first does not come; null where nobody else is there. */
    secondPersonName: personNameField.default(null),
    /** The site's calendar day, `YYYY-MM-DD`, on which a test call was last acknowledged. */
    testCallOn: z.iso.date().nullable().default(null),
    /** The site's calendar day, `YYYY-MM-DD`, on which the self-test of opening the day last passed. */
    selfTestOn: z.iso.date().nullable().default(null),
    /** Where a second channel takes a call; null for a house without one. */
    secondChannelUrl: z
      .url({ protocol: /^https?$/ })
      .nullable()
      .default(null),
    /** When the house is open; empty where it is not said, and then nobody is told when to come again. */
    openingHours: openingHoursSchema.default([]),
    timings: timingsSchema.default(USUAL_TIMINGS),
    panel: panelSchema.default(USUAL_PANEL),
    space: spaceSchema.default(USUAL_SPACE),
    /** What this house invites to after Send; nothing until it says so. */
    offers: z.array(z.enum(OFFERS)).readonly().default([]),
    /** The system's name of the printer for codes and slips; null for the one that the system prints on. */
    printerName: z.string().min(1).max(200).nullable().default(null),
    /** The folder that sealed intakes are exported to; null until staff choose one. */
    destinationFolder: z.string().min(1).nullable(),
    /** How many days an intake is kept after the centre has signed for it. */
    keptDaysAfterReceipt: z.int().min(0).max(365).default(7),
    /** Where sealed intakes are brought to by themselves, in the order in which they are tried; none where a person does. */
    destinations: destinationsSchema.default([]),
    /** A folder on a second medium that keeps copies of the sealed intakes; null for a house without one. */
    mirrorFolder: z.string().min(1).nullable().default(null),
  })
  .readonly();

/** What the kiosk remembers, apart from intakes and drafts. Parsed content is frozen. */
export const stateContentSchema = z
  .strictObject({
    settings: settingsSchema,
    /** Null until the kiosk is enrolled: it offers nothing then. */
    enrolment: enrolmentSchema.nullable(),
    /** What lets the kiosk into the destinations. */
    credentials: credentialsSchema.default([]),
    /** Who may open the staff desk; nobody until the first administrator is set up. */
    staff: staffMembersSchema.default([]),
    /** The highest number that somebody of the house was ever given: nobody gets the number of who has left. */
    lastStaffId: z.int().min(0).default(0),
    /** What the ledger does not tell of the intakes that the centre has not signed for yet. */
    deliveries: deliveryNotesSchema,
    /** Since when the centre's receipts have stood in the ledger. */
    purgeNotes: purgeNotesSchema.default([]),
    /** Counts the starts. */
    bootCounter: z.int().min(0),
  })
  .readonly();

export type Settings = z.infer<typeof settingsSchema>;
export type StateContent = z.infer<typeof stateContentSchema>;

/** Makes settings of what a site has chosen; everything else is as usual. */
export function settingsOf(chosen: z.input<typeof settingsSchema>): Settings {
  return settingsSchema.parse(chosen);
}
