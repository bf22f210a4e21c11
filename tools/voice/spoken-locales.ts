import { DIALECTS, languageOf, LANGUAGES, type Language } from '../../core/basics/language.ts';
import { spokenText } from '../../core/speech/spoken-text.ts';
import { readLayer, readLocales, type DialectFiles, type TextFile } from '../locales/locale-files.ts';

/** Read by staff and by the centre, who are not read to. */
const NOT_SPOKEN: readonly TextFile[] = ['staff', 'page-one', 'desk'];

/** A placeholder: such a text is put together on the screen, and spoken as it then stands there. */
const PLACEHOLDER = '{{';

/**
 * Gathers what the kiosk may have to say word for word, by language, without repetitions. What a dialect words itself is
 * spoken by the voice of its language.
 *
 * @param root the repository's top
 * @param only the files to take from; without it all that are spoken
 */
export function spokenLocales(root: string, only?: readonly TextFile[]): Readonly<Record<Language, readonly string[]>> {
  const locales = readLocales(root);
  const layers = DIALECTS.map((dialect) => ({ language: languageOf(dialect), files: readLayer(root, dialect) }));
  const textsOf = (language: Language): readonly string[] => {
    const own = layers.filter((layer) => layer.language === language).map(({ files }) => files);
    return [...new Set([locales[language], ...own].flatMap((files) => spokenOf(files, only)))];
  };
  const [kl, da, sv] = LANGUAGES;
  return { kl: textsOf(kl), da: textsOf(da), sv: textsOf(sv) };
}

function spokenOf(files: DialectFiles, only: readonly TextFile[] | undefined): readonly string[] {
  const names = (Object.keys(files) as TextFile[]).filter((name) => only?.includes(name) ?? !NOT_SPOKEN.includes(name));
  const texts = names.flatMap((name) => Object.values(files[name] ?? {}));
  return texts.filter((text) => !text.includes(PLACEHOLDER)).map(spokenText);
}
