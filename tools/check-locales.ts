// Checks every text of every language; `npm run check` runs it. Each line names a file, a key and what to do.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CULTURES, LANGUAGES } from '../core/basics/language.ts';
import { PICTURE_KINDS } from '../core/intake/picture-code.ts';
import { loadPack, type Pack } from '../core/pack/load.ts';
import { requiredTexts } from '../core/pack/required-texts.ts';
import { requestSchemas } from '../ipc/contract.ts';
import { checkDoubledKeys, checkKeys, checkPlaceholders, checkReviews } from './locales/completeness.ts';
import { allTexts, localePath, readLocales, readReviews, TEXT_FILE_NAMES } from './locales/locale-files.ts';
import type { TextProblem } from './locales/locale-files.ts';
import { checkReadability } from './locales/readability.ts';
import { checkKeysExist, checkKeysUsed, type SourceFile } from './locales/usage.ts';
import { checkGreenlandicLength, checkWording } from './locales/wording.ts';

const root = join(import.meta.dirname, '..');
const SOURCE_FOLDERS = ['core', 'centre', 'electron', 'ipc', 'renderer'];

function readPack(): Pack {
  const read = (name: string): unknown =>
    JSON.parse(readFileSync(join(root, 'assets/content/intake', `${name}.json`), 'utf8'));
  const overlays = { greenlandic: read('greenlandic'), danish: read('danish'), swedish: read('swedish') };
  const pack = loadPack({ questionnaire: read('questionnaire'), overlays });
  if (pack.ok) return pack.value;
  const problems = pack.error.map(({ file, place, remedy }) => `${file}: ${place}: ${remedy}`);
  throw new Error(`The questionnaire has problems:\n${problems.join('\n')}`);
}

function readSources(): readonly SourceFile[] {
  return SOURCE_FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  );
}

function pictureKeys(): readonly string[] {
  return PICTURE_KINDS.flatMap(({ kind, pictures }) => [
    `pictures.kind.${kind}`,
    ...pictures.map((picture) => `pictures.${kind}.${picture}`),
  ]);
}

function findProblems(): readonly TextProblem[] {
  const pack = readPack();
  const locales = readLocales(root);
  const sources = readSources();
  const intake = [...new Set(CULTURES.flatMap((culture) => requiredTexts(pack[culture])))];
  const [kl, da, sv] = LANGUAGES;
  const reviews = { kl: readReviews(root, kl), da: readReviews(root, da), sv: readReviews(root, sv) };
  const files = LANGUAGES.flatMap((language) => TEXT_FILE_NAMES.map((name) => localePath(language, name)));
  return [
    ...files.flatMap((file) => checkDoubledKeys(file, readFileSync(join(root, file), 'utf8'))),
    ...checkKeys(locales, { intake, pictures: pictureKeys() }),
    ...checkPlaceholders(locales),
    ...checkWording(locales),
    ...checkGreenlandicLength(locales),
    ...checkReadability(locales),
    ...checkReviews(locales, reviews),
    ...checkKeysExist(sources, new Set(Object.keys(allTexts(locales.da))), new Set(Object.keys(requestSchemas))),
    ...TEXT_FILE_NAMES.flatMap((name) => checkKeysUsed(localePath('da', name), Object.keys(locales.da[name]), sources)),
  ];
}

const problems = findProblems();
for (const { file, key, remedy } of problems) console.error(`${file}: ${key}: ${remedy}`);
if (problems.length > 0) process.exitCode = 1;
else console.log('Every text stands in every language.');
