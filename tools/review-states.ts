// Brings locales/<language>/review.json up to the texts of today. Run it after every change of a text:
//   npx tsx tools/review-states.ts
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { DIALECTS, LANGUAGES, type LanguageTag } from '../core/basics/language.ts';
import type { Texts } from '../core/translation/catalogue.ts';
import { allTexts, localePath, readLayer, readLocales, readReviews } from './locales/locale-files.ts';
import { updatedReviews } from './locales/review-update.ts';

const root = join(import.meta.dirname, '..');
const locales = readLocales(root);
const danish = allTexts(locales.da);

for (const language of LANGUAGES) await writeReviews(language, allTexts(locales[language]));
for (const dialect of DIALECTS) {
  const texts = allTexts(readLayer(root, dialect));
  if (Object.keys(texts).length > 0) await writeReviews(dialect, texts);
}

async function writeReviews(tag: LanguageTag, texts: Texts): Promise<void> {
  const path = join(root, localePath(tag, 'review'));
  const before = existsSync(path) ? readReviews(root, tag) : { texts: {} };
  const after = updatedReviews(texts, danish, before);
  const style = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(after, null, 2), { ...style, filepath: path }));
  const drafts = Object.values(after.texts).filter(({ status }) => status === 'draft').length;
  console.log(`${tag}: ${drafts} of ${Object.keys(after.texts).length} texts are drafts`);
}
