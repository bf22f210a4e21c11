import { z } from 'zod';
import { languageSchema } from '../basics/language.ts';

/** Site rules that change what is said and shown. Set by the centre, never guessed from the country. */
export const sitePolicySchema = z.strictObject({
  /** The person has a right to treatment within 14 days, counted from Send. */
  fourteenDays: z.boolean(),
  /** Medicine cannot be given to someone who stays anonymous. */
  noMedicineWhileAnonymous: z.boolean(),
});
export type SitePolicy = z.infer<typeof sitePolicySchema>;

/** The house where a kiosk stands. `language` is the one in which its staff and its centre work. */
export const siteSchema = z.strictObject({
  siteId: z.string().min(1).max(60),
  name: z.string().min(1).max(120),
  country: z.enum(['DK', 'SE', 'GL']),
  language: languageSchema,
  /** An IANA zone, for example Europe/Copenhagen. */
  timeZone: z.string().min(1).max(60),
  policy: sitePolicySchema,
});
export type Site = z.infer<typeof siteSchema>;
