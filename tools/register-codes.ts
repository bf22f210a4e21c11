// npm run codes [-- --same CODE]… [--pack DIR] [--locales DIR]: writes new codes into the register and marks those that
// nothing uses any more. A code whose Danish text or number has changed is left as it was until somebody confirms with
// --same that it means the same. Exit code 1: something is left to decide or to mend; 2: wrong arguments.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { CULTURES } from '../core/basics/language.ts';
import {
  meaningsOf,
  standings,
  updatedRegister,
  type Meaning,
  type Register,
  type Standing,
} from '../core/pack/meanings.ts';
import { requiredTexts } from '../core/pack/required-texts.ts';
import { nodeHasher } from '../node/sha256.ts';
import { remedyFor } from './content/check-codes.ts';
import { OWN_FOLDERS, readContent, REGISTER_FILE, shownPath, type ContentFolders } from './content/content-source.ts';
import { parseContent } from './content/parse-content.ts';

const USAGE = 'Usage: npm run codes [-- --same CODE]… [--pack FOLDER] [--locales FOLDER]';

interface Arguments extends ContentFolders {
  /** Codes that mean the same in other words. */
  readonly same: readonly string[];
}

function readArguments(): Arguments | null {
  const options = {
    same: { type: 'string', multiple: true },
    pack: { type: 'string' },
    locales: { type: 'string' },
  } as const;
  try {
    return { ...OWN_FOLDERS, same: [], ...parseArgs({ options }).values };
  } catch {
    return null;
  }
}

/** Reads the pack, the Danish texts and the register; null when they have to be mended first, which is printed. */
function readMeanings(
  folders: ContentFolders,
): { readonly today: ReadonlyMap<string, Meaning>; register: Register } | null {
  const source = readContent(folders);
  const { pack, locales, register, problems } = parseContent(source);
  const isFirst = !source.files.has(REGISTER_FILE);
  if (pack === null || locales === null || (register === null && !isFirst)) {
    for (const { file, key, remedy } of problems) console.log(`${shownPath(file, folders)}: ${key}: ${remedy}`);
    return null;
  }
  const danish = locales.da.intake;
  const unwritten = CULTURES.flatMap((culture) => requiredTexts(pack[culture])).filter(
    (key) => !Object.hasOwn(danish, key),
  );
  for (const key of new Set(unwritten)) console.log(`${key}: write the Danish text first: it is what the code means.`);
  if (unwritten.length > 0) return null;
  return { today: meaningsOf(pack, danish, nodeHasher), register: register ?? { format: 1, codes: {} } };
}

async function writeRegister(path: string, register: Register): Promise<void> {
  const style = await resolveConfig(path);
  writeFileSync(path, await format(JSON.stringify(register, null, 2), { ...style, filepath: path }));
}

async function run(): Promise<number> {
  const given = readArguments();
  if (given === null) return failWith(USAGE);
  const meanings = readMeanings(given);
  if (meanings === null) return 1;
  const { today, register } = meanings;
  const unknown = given.same.filter((code) => !today.has(code));
  if (unknown.length > 0) return failWith(`No version uses a code called ${unknown.join(', ')}.`);
  const before = standings(register, today);
  const after = updatedRegister(register, today, new Set(given.same));
  await writeRegister(join(given.pack, 'codes.json'), after);
  const left = standings(after, today);
  for (const [code, standing] of left) {
    const remedy = remedyFor(standing, code);
    if (remedy !== null) console.log(`${code}: ${remedy}`);
  }
  const count = (standing: Standing): number => [...before.values()].filter((each) => each === standing).length;
  console.log(`New: ${count('new')}, given up: ${count('unused')}, taken up again: ${count('back')}.`);
  return [...left.values()].every((standing) => standing === 'same') ? 0 : 1;
}

function failWith(message: string): number {
  console.error(message);
  return 2;
}

process.exitCode = await run();
