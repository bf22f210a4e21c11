import type { Language, LanguageTag } from '../../core/basics/language.ts';
import { softHyphenate } from '../../core/translation/soft-hyphens.ts';
import type { Translate } from './format.ts';
import { languageOf } from './language.ts';
import { secondLanguage, secondLine, type Weight } from './second-line.ts';

/** A text and the language that it is in. */
export interface Line {
  readonly text: string;
  readonly language: LanguageTag;
}

/** A text as it stands on the screen; `second` is there only beside unapproved Greenlandic. */
export interface Lines {
  readonly first: Line;
  readonly second: Line | null;
}

/** Texts with placeholders; a value may itself be a text that differs by language, such as a date. */
export type Values = Readonly<
  Record<string, string | number | ((language: LanguageTag, translate: Translate) => string)>
>;

/** What a screen says things with. */
export interface Words {
  readonly language: LanguageTag;
  /** A text in the language of the screen. */
  readonly say: (key: string, values?: Values) => string;
  /** A text in a language of its own. */
  readonly sayIn: (language: LanguageTag, key: string, values?: Values) => string;
  /** A text with the line in the site's language that its weight asks for. */
  readonly lines: (key: string, weight: Weight, values?: Values) => Lines;
}

/** What `createWords` needs to know. */
export interface WordsSource {
  readonly language: LanguageTag;
  readonly siteLanguage: Language;
  /** Keys of this language's texts below `approved`. */
  readonly unapproved: ReadonlySet<string>;
  readonly translate: (language: LanguageTag) => Translate;
}

/** Makes the words of a screen. */
export function createWords({ language, siteLanguage, unapproved, translate }: WordsSource): Words {
  const sayIn: Words['sayIn'] = (each, key, values = {}) => {
    const inLanguage = translate(each);
    return softHyphenate(inLanguage(key, filled(values, each, inLanguage)), languageOf(each));
  };
  const line = (each: LanguageTag, key: string, values?: Values): Line => ({
    text: sayIn(each, key, values),
    language: each,
  });
  return {
    language,
    sayIn,
    say: (key, values) => sayIn(language, key, values),
    lines: (key, weight, values) => {
      const own = line(language, key, values);
      const place = secondLine({ language, unapproved: unapproved.has(key), weight });
      if (place === 'none') return { first: own, second: null };
      const site = line(secondLanguage(siteLanguage), key, values);
      return place === 'under' ? { first: own, second: site } : { first: site, second: own };
    },
  };
}

function filled(values: Values, language: LanguageTag, translate: Translate): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? value(language, translate) : value,
    ]),
  );
}
