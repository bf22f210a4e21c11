import type { Language, LanguageTag } from '../../core/basics/language.ts';
import { languageOf } from './language.ts';

/** How a text stands: `privacy` is what must be understood in an approved wording before anyone goes on. */
export type Weight = 'question' | 'privacy' | 'plain';

/** Where the line in the site's language stands beside a text. */
export type SecondLine = 'none' | 'under' | 'first';

/**
 * Decides where the site's language stands beside a Greenlandic text.
 *
 * An unapproved Greenlandic question has the site's language under it. Texts on privacy and safety turn around: the
 * site's language stands first and the Greenlandic draft under it. Everything else stands alone.
 */
export function secondLine(text: {
  readonly language: LanguageTag;
  readonly unapproved: boolean;
  readonly weight: Weight;
}): SecondLine {
  if (languageOf(text.language) !== 'kl' || !text.unapproved || text.weight === 'plain') return 'none';
  return text.weight === 'privacy' ? 'first' : 'under';
}

/** The language that stands beside unapproved Greenlandic: the site's, or Danish where the site speaks Greenlandic. */
export function secondLanguage(siteLanguage: Language): Language {
  return siteLanguage === 'kl' ? 'da' : siteLanguage;
}

/** From this sensitivity on an item's texts are `privacy`. */
const HIGH_SENSITIVITY = 3;

/** Items of lower sensitivity whose answers are about danger, about medicine, or are a permission. */
const PRIVACY_ITEMS: readonly string[] = [
  ...['urgent', 'shaking'],
  ...['illness', 'illness-what', 'substitution'],
  ...['anonymity', 'discreet', 'named-after-shared'],
];

/** What the names of the permissions have in common; a centre's own content may bring more of them. */
const PERMISSION = /-permission$/;

type WeighedItem = { readonly linkId: string; readonly sensitivity: number };

/**
 * Tells whether an item's texts must stand in an approved wording first: all that is highly sensitive, and what
 * concerns danger, medicine or a permission. A mistake in their wording harms, so a draft may not carry them.
 */
export function itemWeight({ linkId, sensitivity }: WeighedItem): Weight {
  const isPrivacy = sensitivity >= HIGH_SENSITIVITY || PRIVACY_ITEMS.includes(linkId) || PERMISSION.test(linkId);
  return isPrivacy ? 'privacy' : 'question';
}

/** Hints that are the permission itself: what a person chooses under them is what the centre may do. */
const PERMISSION_HINTS: readonly string[] = ['contact-way'];

/**
 * How what stands beside an item's title weighs: its cards, and in the read back what was said.
 *
 * @param isAsked the person asked for the site's language, by the mark beside the title
 */
export function detailWeight(item: WeighedItem, isAsked: boolean): Weight {
  if (itemWeight(item) === 'privacy') return 'privacy';
  return isAsked ? 'question' : 'plain';
}

/** How an item's hint weighs. */
export function hintWeight(item: WeighedItem, isAsked: boolean): Weight {
  return PERMISSION_HINTS.includes(item.linkId) ? 'privacy' : detailWeight(item, isAsked);
}
