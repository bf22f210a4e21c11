import { z } from 'zod';
import { languageSchema } from '../basics/language.ts';
import type { Result } from '../basics/result.ts';
import { calendarDay } from '../translation/dates.ts';
import { lineField, minisignLineField, siteIdField, timeZoneField, utcField, uuidField } from './fields.ts';
import { recipientsField } from './recipients.ts';
import { parseVersionedJson } from './versioned-json.ts';
import type { JsonProblem } from './versioned-json.ts';

const readingTimeSchema = z.strictObject({
  /** 1 is Monday, 7 is Sunday, as in ISO 8601. */
  weekday: z.int().min(1).max(7),
  /** Local time at the site, `HH:MM`. */
  from: z.string().regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/),
});

const phoneNumberSchema = z.strictObject({
  label: lineField,
  number: z.string().regex(/^\+?[0-9][0-9 ()-]{1,22}[0-9]$/),
});

/** What a house needs to know about itself and its centre; also the form of the file that `init --site` takes. */
export const siteSchema = z.strictObject({
  siteId: siteIdField,
  name: lineField,
  country: z.enum(['DK', 'SE', 'GL']),
  /** The language in which the house and its centre work. */
  language: languageSchema,
  timeZone: timeZoneField.refine(isKnownTimeZone),
  /** When the centre reads what has come; nobody is promised a reader at other times. */
  centreReads: z.array(readingTimeSchema).max(21),
  phoneNumbers: z.array(phoneNumberSchema).max(20),
  /** Rules that change what is said and shown. Set by the centre, never guessed from the country. */
  policy: z.strictObject({
    /** The person has a right to treatment within 14 days, counted from Send. */
    fourteenDays: z.boolean(),
    /** Medicine cannot be given to someone who stays anonymous. */
    noMedicineWhileAnonymous: z.boolean(),
  }),
});

/** centre.json: who opens the bundles of a kiosk, and under which rules. Worth something only with its signature. */
export const centreCardSchema = z.strictObject({
  format: z.literal(1),
  centreId: uuidField,
  /** Rises with each issue; a kiosk refuses to go back. */
  version: z.int().min(1),
  issuedAt: utcField,
  name: lineField,
  recipients: recipientsField,
  receiptKey: minisignLineField,
  site: siteSchema,
});

export type CentreSite = Readonly<z.infer<typeof siteSchema>>;
export type CentreCard = Readonly<z.infer<typeof centreCardSchema>>;

/** Reads centre.json. Its signature is checked by `readSignedCentreCard` in node. */
export function parseCentreCard(bytes: Uint8Array): Result<CentreCard, JsonProblem> {
  return parseVersionedJson(bytes, centreCardSchema);
}

/** Reads the site part alone, as an operator writes it for `init --site`. */
export function parseCentreSite(bytes: Uint8Array): Result<CentreSite, JsonProblem> {
  return parseVersionedJson(bytes, siteSchema);
}

// A zone that the program does not know would stop it in the middle of a visit, so the card is not taken at all.
function isKnownTimeZone(timeZone: string): boolean {
  try {
    // As days are worked out everywhere: another language's formats would be loaded for this alone, at every start.
    calendarDay(0, timeZone);
    return true;
  } catch {
    return false;
  }
}
