import type { Language } from '../basics/language.ts';

/** A word that stands in many texts, and by which one it is known in each language. */
interface Term {
  readonly danish: RegExp;
  /** The word as it is shown to whoever translates, and how its forms are recognised. */
  readonly sv: readonly [word: string, forms: RegExp];
  readonly kl: readonly [word: string, forms: RegExp];
}

/**
 * The words that should be the same everywhere, so that a person meets one word for one thing. Forms are recognised by
 * their beginnings: Greenlandic and Swedish inflect them.
 */
const TERMS: readonly Term[] = [
  {
    danish: /\bcent(?:er|ret|ers|rets)\b/iu,
    sv: ['mottagning', /mottagning|enhet|centr|center/iu],
    kl: ['katsorsaavik', /katsorsaa/iu],
  },
  { danish: /\bkode/iu, sv: ['kod', /kod/iu], kl: ['kode', /kode/iu] },
  { danish: /\bspørgsmål/iu, sv: ['fråga', /fråg/iu], kl: ['apeqqut', /apeq|aper/iu] },
  { danish: /\bsvar/iu, sv: ['svar', /svar/iu], kl: ['akissut', /aki/iu] },
  { danish: /\bhjælp/iu, sv: ['hjälp', /hjälp|stöd/iu], kl: ['ikiuut', /iki[uo]/iu] },
  { danish: /\blæge/iu, sv: ['läkare', /läkar/iu], kl: ['nakorsaq', /nakorsa/iu] },
  { danish: /\b(?:barn|børn)/iu, sv: ['barn', /barn/iu], kl: ['meeraq', /meera|meeqq/iu] },
  { danish: /\bfamilie/iu, sv: ['familj', /famil|släkt/iu], kl: ['ilaqutariit', /ilaq/iu] },
  {
    danish: /\bstoffer/iu,
    sv: ['droger', /drog/iu],
    kl: ['ikiaroornartut', /ikiaroornart|aanngajaarniut/iu],
  },
  { danish: /\balkohol/iu, sv: ['alkohol', /alko/iu], kl: ['imigassaq', /imig|imer|alkohol|aalakoor/iu] },
  { danish: /\bvenn?(?:er)?\b/iu, sv: ['vän', /vän/iu], kl: ['ikinngut', /ikinng/iu] },
  { danish: /\bbreve?(?:t|ne)?\b/iu, sv: ['brev', /brev/iu], kl: ['allakkat', /alla[kg]/iu] },
];

/** The usual words for what a Danish text says that its translation seems to lack; a hint, because sentences differ. */
export function missingTerms(text: string, danish: string, language: Language): readonly string[] {
  if (language === 'da') return [];
  return TERMS.filter((term) => term.danish.test(danish) && !term[language][1].test(text)).map(
    (term) => term[language][0],
  );
}
