import { DIALECTS, languageOf, type Dialect } from '../../core/basics/language.ts';
import { placeholderRemedies } from './completeness.ts';
import {
  localePath,
  TEXT_FILE_NAMES,
  type DialectFiles,
  type LocaleFiles,
  type TextFile,
  type TextProblem,
} from './locale-files.ts';
import { greenlandicRemedies, wordingRemedies } from './wording.ts';

/** What each dialect words itself. */
export type DialectLayers = Readonly<Record<Dialect, DialectFiles>>;

/** Checks that a dialect words only what its language has, by the same rules, and nothing that it inherits anyway. */
export function checkDialects(locales: LocaleFiles, layers: DialectLayers): readonly TextProblem[] {
  return DIALECTS.flatMap((dialect) =>
    TEXT_FILE_NAMES.flatMap((name) =>
      Object.entries(layers[dialect][name] ?? {}).flatMap(([key, text]) =>
        dialectRemedies(text, locales[languageOf(dialect)][name][key], name).map((remedy) => ({
          file: localePath(dialect, name),
          key,
          remedy,
        })),
      ),
    ),
  );
}

function dialectRemedies(text: string, inherited: string | undefined, name: TextFile): readonly string[] {
  if (inherited === undefined) return ['The language has no such text: mend the key, or remove it.'];
  if (inherited === text) return ['The language says the same: remove it, the dialect takes it from there.'];
  return [...placeholderRemedies(text, inherited, name), ...wordingRemedies(text, 'kl'), ...greenlandicRemedies(text)];
}
