import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../temporary-folder.ts';

/** The two files that somebody brings to load the invented instrument, with some of its terms changed. */
export function inventedFiles(
  language: 'da' | 'sv',
  changedTerms: object = {},
): { readonly questionnaire: string; readonly terms: string } {
  const path = new URL(`../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  const file = JSON.parse(readFileSync(path, 'utf8')) as { readonly questionnaire: unknown; readonly terms: object };
  const folder = temporaryFolder();
  const paths = { questionnaire: join(folder, 'questionnaire.json'), terms: join(folder, 'terms.json') };
  writeFileSync(paths.questionnaire, JSON.stringify(file.questionnaire));
  writeFileSync(paths.terms, JSON.stringify({ ...file.terms, ...changedTerms }));
  return paths;
}
