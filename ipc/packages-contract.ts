import { z } from 'zod';
import { languageTagSchema, type LanguageTag } from '../core/basics/language.ts';
import type { Sha256 } from '../core/basics/hasher.ts';
import type { Result } from '../core/basics/result.ts';
import { sha256Field, uuidField } from '../core/bundle/fields.ts';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from '../core/translation/catalogue.ts';
import type { CalendarDay } from '../core/translation/dates.ts';
import { isPackageFileName } from '../core/translation/language-package.ts';
import type { PackageTaking } from '../core/translation/packaged-texts.ts';
import type { PackageProblemWord } from '../core/translation/package-problem.ts';

/** What an administrator sees of the words that houses give each other. */
export interface ShownPackages {
  /** The eight words of this kiosk, for whoever takes its packages. */
  readonly ownWords: string;
  /** The folder for delivering by hand; null where the house has set none. */
  readonly folder: string | null;
  readonly isFolderThere: boolean;
  /** The files in the folder that may be packages, the newest name first. */
  readonly files: readonly string[];
  readonly languages: readonly {
    readonly language: LanguageTag;
    readonly approved: number;
    readonly recorded: number;
  }[];
  readonly sources: readonly ShownSource[];
}

/** A kiosk whose packages are taken. */
export interface ShownSource {
  readonly kioskId: string;
  readonly siteName: string;
  readonly trustedBy: string;
  readonly trustedOn: CalendarDay;
}

/** What comes of the texts of a package, as far as the window is told. */
export type ShownTaking = Omit<PackageTaking, 'events' | 'standing'>;

/** What is in a package, before anything of it is taken. */
export interface ReadPackage extends ShownTaking {
  readonly name: string;
  /** Of the whole file: the same one is taken, or none. */
  readonly sha256: Sha256;
  readonly language: LanguageTag;
  readonly siteName: string;
  readonly madeOn: CalendarDay;
  readonly texts: number;
  readonly recordings: number;
  /** Whether somebody has compared the words of its kiosk. */
  readonly isKnown: boolean;
  /** The eight words of the kiosk that signed it. */
  readonly words: string;
}

/** What was taken of a package. `voicesRefused`: recordings whose card or sound this kiosk does not take. */
export interface TakenPackage extends ShownTaking {
  readonly voices: number;
  readonly voicesRefused: number;
}

/** What was written. */
export interface WrittenPackage {
  readonly name: string;
  readonly texts: number;
  readonly recordings: number;
}

export interface PackageTrouble {
  readonly kind: PackageProblemWord;
}

const fileName = z.string().max(200).refine(isPackageFileName);
const words = z.string().max(4 * MAX_TEXT_LENGTH);

export const packageRequestSchemas = {
  'translation.packages': z.strictObject({}),
  'translation.exportPackage': z.strictObject({ language: languageTagSchema }),
  'translation.readPackage': z.strictObject({ name: fileName }),
  'translation.importPackage': z.strictObject({
    name: fileName,
    sha256: sha256Field,
    /** Whoever is signed in has compared the eight words with the other house. */
    hasCompared: z.boolean(),
    /** Where the package's words count instead of this house's, which the person looked at. */
    decisions: z
      .array(z.strictObject({ key: z.string().min(1).max(MAX_KEY_LENGTH), danish: words, text: words.nullable() }))
      .max(20_000),
  }),
  'translation.forgetSource': z.strictObject({ kioskId: uuidField }),
} as const;

export interface PackageReplies {
  readonly 'translation.packages': Result<ShownPackages, PackageTrouble>;
  /** Writes the approved words and their recordings into the folder for delivering by hand. */
  readonly 'translation.exportPackage': Result<WrittenPackage, PackageTrouble>;
  readonly 'translation.readPackage': Result<ReadPackage, PackageTrouble>;
  readonly 'translation.importPackage': Result<TakenPackage, PackageTrouble>;
  readonly 'translation.forgetSource': Result<readonly ShownSource[], PackageTrouble>;
}
