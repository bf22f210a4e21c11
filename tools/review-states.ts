// Brings locales/<language>/review.json up to the texts of today. Run it after every change of a text:
//   npx tsx tools/review-states.ts
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { LANGUAGES } from '../core/basics/language.ts';
import { allTexts, localePath, readLocales, readReviews } from './locales/locale-files.ts';
import { updatedReviews } from './locales/review-update.ts';

const root = join(import.meta.dirname, '..');
const locales = readLocales(root);
const danish = allTexts(locales.da);

for (const language of LANGUAGES) {
  const path = join(root, localePath(language, 'review'));
  const before = existsSync(path) ? readReviews(root, language) : { texts: {} };
  const after = updatedReviews(allTexts(locales[language]), danish, before);
  const style = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(after, null, 2), { ...style, filepath: path }));
  const drafts = Object.values(after.texts).filter(({ status }) => status === 'draft').length;
  console.log(`${language}: ${drafts} of ${Object.keys(after.texts).length} texts are drafts`);
}
