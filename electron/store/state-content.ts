import { z } from 'zod';
import { deliveryNotesSchema } from '../../core/outbox/delivery-notes.ts';
import { purgeNotesSchema } from '../../core/outbox/purging.ts';
import { USUAL_PANEL } from '../../core/site/panel.ts';
import { SITE_SETTING_FIELDS } from '../../core/site/site-settings.ts';
import { spaceSchema, USUAL_SPACE } from '../../core/site/space.ts';
import { USUAL_TIMINGS } from '../../core/site/timings.ts';
import { challengeSchema } from '../../core/staff/recovery.ts';
import { languageSourcesSchema } from '../../core/translation/language-source.ts';
import { credentialsSchema, destinationsSchema } from './destination-settings.ts';
import { enrolmentSchema } from './enrolment.ts';
import { NO_PUBLICATIONS, publicationsSchema } from './publications.ts';
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
    secondChannelUrl: SITE_SETTING_FIELDS.secondChannelUrl.default(null),
    openingHours: SITE_SETTING_FIELDS.openingHours.default([]),
    timings: SITE_SETTING_FIELDS.timings.default(USUAL_TIMINGS),
    panel: SITE_SETTING_FIELDS.panel.default(USUAL_PANEL),
    space: spaceSchema.default(USUAL_SPACE),
    offers: SITE_SETTING_FIELDS.offers.default([]),
    printerName: SITE_SETTING_FIELDS.printerName.default(null),
    destinationFolder: SITE_SETTING_FIELDS.destinationFolder,
    keptDaysAfterReceipt: SITE_SETTING_FIELDS.keptDaysAfterReceipt.default(7),
    mirrorFolder: SITE_SETTING_FIELDS.mirrorFolder.default(null),
    numbersTestedOn: SITE_SETTING_FIELDS.numbersTestedOn.default(null),
    /** The site's calendar day on which the house last tried out what it does when its kiosk is gone, `YYYY-MM-DD`. */
    drilledOn: z.iso.date().nullable().default(null),
    /** Where sealed intakes are brought to by themselves, in the order in which they are tried; none where a person does. */
    destinations: destinationsSchema.default([]),
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
    /** What a permit of the centre is asked for with, and whether one was taken and not used yet. */
    recovery: z
      .strictObject({ challenge: challengeSchema.nullable(), isPermitted: z.boolean() })
      .readonly()
      .default({ challenge: null, isPermitted: false }),
    /** What the ledger does not tell of the intakes that the centre has not signed for yet. */
    deliveries: deliveryNotesSchema,
    /** Since when the centre's receipts have stood in the ledger. */
    purgeNotes: purgeNotesSchema.default([]),
    /** The content versions of its own texts that the house has published. */
    publications: publicationsSchema.default(NO_PUBLICATIONS),
    /** Approved words that houses give each other: how many packages this kiosk made, and whose packages are taken. */
    languagePackages: z
      .strictObject({ made: z.int().min(0), sources: languageSourcesSchema })
      .readonly()
      .default({ made: 0, sources: [] }),
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
