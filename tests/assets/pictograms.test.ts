import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import { PICTURE_KINDS } from '../../core/intake/picture-code.ts';
import { NON_ANSWERS } from '../../core/pack/condition.ts';

const root = resolve(import.meta.dirname, '../..');

/** Where the window names a drawing: the property or attribute `pictogram`, and the component itself. */
const PLACE = /(?:\bpictogram[=:]|<Pictogram name=)([^,>\n]*?)(?=\s\w+=|[,>\n])/g;
/** A name within such a place; what stands behind a comparison is compared with something else. */
const NAME = /(?<!=== )['"`]([a-z0-9$}{-]+)['"`]/g;

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

function namedInWindow(): string[] {
  const sources = filesBelow('renderer').filter((path) => /\.tsx?$/.test(path));
  const places = sources.flatMap((path) =>
    [...readFileSync(path, 'utf8').matchAll(PLACE)].map(([, place = '']) => place),
  );
  const names = places.flatMap((place) => [...place.matchAll(NAME)].map(([, name = '']) => name));
  return names.flatMap((name) => CULTURES.map((culture) => name.replace('${culture}', culture)));
}

/** Where the content names a drawing: by itself, along a path, or for one of the three non-answers. */
const NAMING: readonly string[] = ['pictogram', 'imagery', ...NON_ANSWERS];

function namedIn(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([key, value]: [string, unknown]) => {
    if (typeof value === 'string') return NAMING.includes(key) ? [value] : [];
    return namedIn(value);
  });
}

/** The picture code's drawings: a window puts their names together from the ids, so none stands there whole. */
const IN_CODE: readonly string[] = PICTURE_KINDS.flatMap(({ kind, pictures }) => [
  `code-kind-${kind}`,
  ...pictures.map((picture) => `code-${kind}-${picture}`),
]);

test('every drawing that is named ships, and every one that ships is named', () => {
  const shipped = filesBelow('assets/pictograms').map((path) => basename(path, '.svg'));
  const inContent = filesBelow('assets/content').flatMap((path) => namedIn(JSON.parse(readFileSync(path, 'utf8'))));
  const inWindow = namedInWindow().filter((name) => !/^code-.*\$/.test(name));
  expect(shipped.toSorted()).toEqual([...new Set([...inWindow, ...inContent, ...IN_CODE])].toSorted());
});
