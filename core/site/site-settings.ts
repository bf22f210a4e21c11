import { z } from 'zod';
import { OFFERS } from '../intake/after-send.ts';
import { openingHoursSchema } from './opening-hours.ts';
import { panelSchema } from './panel.ts';
import { timingsSchema } from './timings.ts';

const folderField = z.string().min(1).max(1000).nullable();

/** What an administrator of a house sets at the desk. Everything else about a house stands in its centre's signed card. */
export const SITE_SETTING_FIELDS = {
  /** When the house is open; empty where it is not said, and then nobody is told when to come again. */
  openingHours: openingHoursSchema,
  timings: timingsSchema,
  panel: panelSchema,
  /** What this house invites to after Send; nothing until it says so. */
  offers: z.array(z.enum(OFFERS)).readonly(),
  /** Where a second channel takes a call; null for a house without one. */
  secondChannelUrl: z.url({ protocol: /^https?$/ }).nullable(),
  /** The system's name of the printer for codes and slips; null for the one that the system prints on. */
  printerName: z.string().min(1).max(200).nullable(),
  /** The folder that sealed intakes are exported to; null until staff choose one. */
  destinationFolder: folderField,
  /** A folder on a second medium that keeps copies of the sealed intakes; null for a house without one. */
  mirrorFolder: folderField,
  /** How many days an intake is kept after the centre has signed for it. */
  keptDaysAfterReceipt: z.int().min(0).max(365),
  /** The site's calendar day on which somebody last rang the numbers that stand on the screens, `YYYY-MM-DD`. */
  numbersTestedOn: z.iso.date().nullable(),
} as const;

/** All of them, as a desk shows them. */
export const siteSettingsSchema = z.strictObject(SITE_SETTING_FIELDS);
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** Some of them, as a desk changes them. */
export const siteSettingsChangeSchema = siteSettingsSchema.partial();
export type SiteSettingsChange = z.infer<typeof siteSettingsChangeSchema>;
