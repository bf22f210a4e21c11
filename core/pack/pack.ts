import type { Culture } from '../basics/language.ts';
import type { CultureVersion } from '../questionnaire/culture-version.ts';

/** A loaded pack: one checked questionnaire per culture version. */
export type Pack = Readonly<Record<Culture, CultureVersion>>;
