import { languageOf, LANGUAGE_TAGS } from '../i18n/language.ts';
import type { LanguageTag } from '../../core/basics/language.ts';
import { spokenText } from '../../core/speech/spoken-text.ts';
import type { Piece } from './piece.ts';

/** What is marked as a whole while some of its words are heard. */
const UNIT = 'button, label, li, h1, h2, h3, p, dt, dd, output, textarea';
/** Shown, but not said: pictures, and what says itself elsewhere. */
const UNSPOKEN = '[aria-hidden="true"], [hidden], [data-unspoken], svg, script, style';
/** Around words that are said in their own language, whatever the screen's: names of languages, a greeting to all. */
const EVERY_LANGUAGE = '[data-every-language]';

/** Words with a letter or a digit; a lone dot between two words is nothing to say. */
const SAYABLE = /[\p{L}\p{N}]/u;
/** A colon leads the eye on; a voice does not say it. */
const LEADING_ON = /[:\s]+$/u;

/**
 * Gathers the words that stand below an element, in the order in which they stand, piece by piece: only what is in the
 * language of the screen, so that the line in the site's language is left out.
 */
export function collectPieces(root: Element, language: LanguageTag): readonly Piece[] {
  if (root.closest('[aria-hidden="true"]') !== null) return [];
  return [...below(root, language)];
}

function* below(element: Element, language: LanguageTag): Generator<Piece> {
  if (element.matches(UNSPOKEN) || !isShown(element)) return;
  let words = '';
  for (const child of element.childNodes) {
    if (child instanceof Text) words += child.data;
    if (!(child instanceof Element)) continue;
    yield* pieceOf(words, element, language);
    words = '';
    yield* below(child, language);
  }
  yield* pieceOf(words, element, language);
}

/** A field's own words are its value, which is no text of the page. */
function isShown(element: Element): boolean {
  return !(element instanceof HTMLTextAreaElement) && element.checkVisibility();
}

function* pieceOf(words: string, element: Element, language: LanguageTag): Generator<Piece> {
  const text = spokenText(words).replace(LEADING_ON, '');
  if (!SAYABLE.test(text)) return;
  const own = languageAt(element, language);
  const isSaid = languageOf(own) === languageOf(language) || element.closest(EVERY_LANGUAGE) !== null;
  if (isSaid) yield makePiece(text, own, element);
}

/** A piece of words that belong to an element. */
export function makePiece(text: string, language: LanguageTag, element: Element): Piece {
  return {
    text: spokenText(text),
    language,
    isOwn: element.closest('[data-own-words]') !== null,
    sensitivity: Number(element.closest('[data-sensitivity]')?.getAttribute('data-sensitivity') ?? 0),
    element: element.closest(UNIT) ?? element,
  };
}

/** The language that an element is marked with; that of the screen where the mark is none of the kiosk's. */
export function languageAt(element: Element, screen: LanguageTag): LanguageTag {
  const tag = element.closest('[lang]')?.getAttribute('lang');
  return LANGUAGE_TAGS.find((each) => each === tag) ?? screen;
}
