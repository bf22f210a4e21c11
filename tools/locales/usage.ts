import type { TextProblem } from './locale-files.ts';

/** A source file, for the search for text keys. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Keys that begin like this come from data (the questionnaire, the picture code), so no search can find them. */
const BUILT_FROM_DATA = ['intake.', 'pictures.'];

const KEY_LITERAL = /['"`]((?:kiosk|safety|presence|speech|keyboard|letter|staff|pageOne)\.[\w.-]+)['"`]/g;
const KEY_TEMPLATE = /`((?:[\w-]+\.)+)\$\{/g;

/**
 * Checks that the text keys in source files exist. A name that ends in ".json" is a file, and `otherNames` are names
 * of the same shape that are no text keys, such as those of channels between the processes.
 */
export function checkKeysExist(
  sources: readonly SourceFile[],
  keys: ReadonlySet<string>,
  otherNames: ReadonlySet<string>,
): readonly TextProblem[] {
  return sources.flatMap(({ path, text }) => {
    const named = new Set(Array.from(text.matchAll(KEY_LITERAL), ([, key]) => key ?? ''));
    const unknown = [...named].filter((key) => !keys.has(key) && !otherNames.has(key) && !key.endsWith('.json'));
    return unknown.map((key) => ({ file: path, key, remedy: 'No language has this text: write it, or mend the key.' }));
  });
}

/** What a source file says of text keys: the names that it quotes, and the beginnings of those that it puts together. */
export interface NamedKeys {
  readonly quoted: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

const QUOTED = /(['"`])([\w.-]+)(?=\1)/g;

/** Finds the text keys that each source file names. */
export function namedKeys(sources: readonly SourceFile[]): readonly NamedKeys[] {
  const each = sources.map(({ text }) => ({
    quoted: new Set(Array.from(text.matchAll(QUOTED), ([, , name]) => name ?? '')),
    beginnings: [...new Set(Array.from(text.matchAll(KEY_TEMPLATE), ([, start]) => start ?? ''))],
  }));
  // First what any file quotes: nearly every key is found there.
  return [{ quoted: new Set(each.flatMap(({ quoted }) => [...quoted])), beginnings: [] }, ...each];
}

/**
 * Checks that every text is used. A source file uses a key when it quotes it or puts it together (`kiosk.month.${month}`).
 * A file that stands for all keys of a kind (`pageOne.${key}`) uses those whose rest it quotes or puts together.
 */
export function checkKeysUsed(
  file: string,
  keys: readonly string[],
  named: readonly NamedKeys[],
): readonly TextProblem[] {
  return keys
    .filter((key) => !BUILT_FROM_DATA.some((start) => key.startsWith(start)))
    .filter((key) => !named.some((source) => uses(source, key)))
    .map((key) => ({ file, key, remedy: 'Nothing shows this text: remove it in every language.' }));
}

function uses({ quoted, beginnings }: NamedKeys, key: string): boolean {
  const kind = key.slice(0, key.indexOf('.') + 1);
  const names = (name: string): boolean =>
    quoted.has(name) || beginnings.some((start) => start !== kind && name.startsWith(start));
  return names(key) || (beginnings.includes(kind) && names(key.slice(kind.length)));
}
