import { z } from 'zod';
import { languageTagSchema } from '../basics/language.ts';
import type { Result } from '../basics/result.ts';
import { lineField, minisignLineField, sha256Field, siteIdField, utcField, uuidField } from '../bundle/fields.ts';
import { parseVersionedJson, type JsonProblem } from '../bundle/versioned-json.ts';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from './catalogue.ts';
import { authorSchema, reviewSchema, shortHashSchema } from './review.ts';

/** More texts than any language has; a package with more is none of ours. */
const MOST_TEXTS = 20_000;
/** How many earlier wordings of a text a package names, the newest. */
export const MOST_FOLLOWED = 50;
/** The largest files of one recording, in bytes. */
const MOST_SOUND_BYTES = 4 * 1024 * 1024;
const MOST_CARD_BYTES = 64 * 1024;

const clipSchema = z.strictObject({
  /** The digest of the words that are said: see `clipHash`. */
  words: sha256Field,
  soundBytes: z.int().min(1).max(MOST_SOUND_BYTES),
  /** Size of the card: who speaks, and what they consented to. */
  cardBytes: z.int().min(1).max(MOST_CARD_BYTES),
});

/** manifest.json of a language package: whose words these are, and what belongs to it. Signed by the kiosk it names. */
export const packageManifestSchema = z.strictObject({
  format: z.literal(1),
  kioskId: uuidField,
  centreId: uuidField,
  siteId: siteIdField,
  siteName: lineField,
  /** Checks this very package. It is trusted when somebody has compared its eight words, or had done so before. */
  publicKey: minisignLineField,
  /** Grows with every package of this kiosk, in whatever language. */
  seq: z.int().min(1),
  madeAt: utcField,
  language: languageTagSchema,
  words: z.strictObject({ count: z.int().min(1).max(MOST_TEXTS), sha256: sha256Field }),
  recordings: z.strictObject({
    sha256: sha256Field,
    /** In the order in which they stand in the archive. */
    clips: z
      .array(clipSchema)
      .max(MOST_TEXTS)
      .refine((clips) => new Set(clips.map(({ words }) => words)).size === clips.length),
  }),
});
export type PackageManifest = Readonly<z.infer<typeof packageManifestSchema>>;

/** Room for more than a text may have, so that it is the rule for texts that refuses one and says why. */
const words = z
  .string()
  .min(1)
  .max(4 * MAX_TEXT_LENGTH);

const packagedTextSchema = z.strictObject({
  key: z.string().min(1).max(MAX_KEY_LENGTH),
  /** The Danish text that the words were approved for. */
  danish: words,
  text: words,
  /** Whose words they are; null when nobody said so. */
  by: authorSchema.nullable(),
  /** When they were worded, Unix time. */
  atMs: z.int().min(0),
  /** The hashes of the words that stood there before these, the newest last. */
  follows: z.array(shortHashSchema).max(MOST_FOLLOWED),
  reviews: z.array(reviewSchema).min(2).max(8),
});
/** One approved text as a package carries it. */
export type PackagedText = Readonly<z.infer<typeof packagedTextSchema>>;

/** words.json of a language package. A list, not an object: a doubled key is seen, and no key means anything to JavaScript. */
export const packageWordsSchema = z.strictObject({
  format: z.literal(1),
  texts: z
    .array(packagedTextSchema)
    .min(1)
    .max(MOST_TEXTS)
    .refine((texts) => new Set(texts.map(({ key }) => key)).size === texts.length),
});

/** Reads manifest.json; `readLanguagePackage` in node checks its signature. */
export function parsePackageManifest(bytes: Uint8Array): Result<PackageManifest, JsonProblem> {
  return parseVersionedJson(bytes, packageManifestSchema);
}

/** Reads words.json. */
export function parsePackageWords(
  bytes: Uint8Array,
): Result<Readonly<z.infer<typeof packageWordsSchema>>, JsonProblem> {
  return parseVersionedJson(bytes, packageWordsSchema);
}

/** What the file of a package is called. Nothing is read from the name. */
export function packageFileName({ language, siteId, seq }: PackageManifest, day: string): string {
  return `matu-language-${language}-${day}-${siteId}-${seq}.tar`;
}

/** Tells whether a file in the folder may be a package, by its name. */
export function isPackageFileName(name: string): boolean {
  return /^matu-language-[0-9a-z.-]{1,150}\.tar$/i.test(name);
}
