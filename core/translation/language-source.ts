import { z } from 'zod';
import { languageTagSchema } from '../basics/language.ts';
import { lineField, minisignLineField, uuidField } from '../bundle/fields.ts';
import { staffNameSchema } from '../staff/person.ts';
import type { PackageManifest } from './language-package.ts';

/** A kiosk of another house whose language packages are taken. */
const languageSourceSchema = z
  .strictObject({
    kioskId: uuidField,
    /** Pinned: a package that another key signed is none of this kiosk. */
    publicKey: minisignLineField,
    siteName: lineField,
    /** Who compared the eight words, by name, and on which day of the site. */
    trustedBy: staffNameSchema,
    trustedOn: z.iso.date(),
    /** The number of the newest package that was taken in each language; older ones are refused. */
    taken: z
      .array(z.strictObject({ language: languageTagSchema, seq: z.int().min(1) }).readonly())
      .max(10)
      .readonly(),
  })
  .readonly();
export type LanguageSource = z.infer<typeof languageSourceSchema>;

/** More houses than there will ever be kiosks. */
const MOST_SOURCES = 200;

export const languageSourcesSchema = z.array(languageSourceSchema).max(MOST_SOURCES).readonly();

/**
 * How a package stands to the kiosks that are trusted.
 *
 * - own: this kiosk made it
 * - otherKey: a trusted kiosk of that number has another key
 * - older: a package of this kiosk in this language was taken that is newer, or the same
 * - unknown: nobody has compared its words yet
 */
export type SourceStanding = 'own' | 'otherKey' | 'older' | 'unknown' | 'known';

type Signer = Pick<PackageManifest, 'kioskId' | 'publicKey' | 'language' | 'seq'>;

/** Tells how a package, whose signature holds, stands to the kiosks that are trusted. */
export function standingOf(
  { kioskId, publicKey, language, seq }: Signer,
  { sources, ownId }: { readonly sources: readonly LanguageSource[]; readonly ownId: string },
): SourceStanding {
  if (kioskId === ownId) return 'own';
  const source = sources.find((each) => each.kioskId === kioskId);
  if (source === undefined) return 'unknown';
  if (source.publicKey !== publicKey) return 'otherKey';
  const taken = source.taken.find((each) => each.language === language);
  return taken !== undefined && seq <= taken.seq ? 'older' : 'known';
}

/** Puts down that a package was taken, and by whom its kiosk is trusted where nobody trusted it before. */
export function sourcesAfter(
  sources: readonly LanguageSource[],
  { kioskId, publicKey, siteName, language, seq }: Signer & Pick<PackageManifest, 'siteName'>,
  trust: Pick<LanguageSource, 'trustedBy' | 'trustedOn'>,
): readonly LanguageSource[] {
  const others = sources.filter((each) => each.kioskId !== kioskId);
  const known = sources.find((each) => each.kioskId === kioskId) ?? { ...trust, taken: [] };
  const { trustedBy, trustedOn } = known;
  const taken = [...known.taken.filter((each) => each.language !== language), { language, seq }];
  return [...others, { kioskId, publicKey, siteName, trustedBy, trustedOn, taken }];
}
