import type { TextProblem } from './locale-files.ts';

/** A source file, for the search for text keys. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Keys that begin like this come from data (the questionnaire, the picture code), so no search can find them. */
const BUILT_FROM_DATA = ['intake.', 'pictures.'];

const KEY_LITERAL = /['"`]((?:kiosk|staff|pageOne)\.[\w.-]+)['"`]/g;
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

/**
 * Checks that every text is used. A source file uses a key when it quotes it or puts it together (`kiosk.month.${month}`).
 * A file that stands for all keys of a kind (`pageOne.${key}`) uses those whose rest it quotes or puts together.
 */
export function checkKeysUsed(
  file: string,
  keys: readonly string[],
  sources: readonly SourceFile[],
): readonly TextProblem[] {
  return keys
    .filter((key) => !BUILT_FROM_DATA.some((start) => key.startsWith(start)))
    .filter((key) => !sources.some(({ text }) => uses(text, key)))
    .map((key) => ({ file, key, remedy: 'Nothing shows this text: remove it in every language.' }));
}

function uses(source: string, key: string): boolean {
  const kind = key.slice(0, key.indexOf('.') + 1);
  const templates = Array.from(source.matchAll(KEY_TEMPLATE), ([, start]) => start ?? '');
  const names = (name: string): boolean =>
    ["'", '"', '`'].some((quote) => source.includes(quote + name + quote)) ||
    templates.some((start) => start !== kind && name.startsWith(start));
  return names(key) || (templates.includes(kind) && names(key.slice(kind.length)));
}
