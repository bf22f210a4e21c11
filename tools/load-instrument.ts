// Puts an official instrument into the form that a content version holds; see docs/questionnaire.md, "An instrument".
//   npm run instrument -- wording QUESTIONNAIRE.json --slot SLOT --language LANGUAGE
//   npm run instrument -- load QUESTIONNAIRE.json TERMS.json --out FOLDER
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageSchema } from '../core/basics/language.ts';
import { fail, ok, type Result } from '../core/basics/result.ts';
import { parseInstrument, wordingHash, type InstrumentProblem } from '../core/pack/instrument.ts';
import { parseQuestions } from '../core/pack/instrument-questions.ts';
import { nodeHasher } from '../node/sha256.ts';

const USAGE = `npm run instrument -- wording QUESTIONNAIRE.json --slot SLOT --language kl|da|sv
npm run instrument -- load QUESTIONNAIRE.json TERMS.json --out FOLDER`;

const REMEDIES: Readonly<Record<InstrumentProblem['kind'], string>> = {
  notReadable: 'The terms have a mistake here: compare them with docs/questionnaire.md.',
  notQuestionnaire:
    'This is no FHIR R4 Questionnaire: ask the rights holder for one, or have it made from the official text.',
  otherLanguage: 'The questionnaire is in another language than the terms say.',
  unsupported: 'Only questions with one answer to choose can be asked; groups, free text and conditions cannot.',
  noWeight: 'An answer does not say what it counts (ordinalValue).',
  empty: 'There is no question in it.',
  changedWording: 'The wording is not the one that the terms lock. Nothing was loaded: get the official text again.',
};

/** Reads a file as JSON; what cannot be read becomes a line for the person at the keyboard. */
function readJson(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fail(`${path}: This file cannot be read as JSON.`);
  }
}

function explained(path: string, problem: InstrumentProblem): string {
  const place = 'place' in problem ? `${problem.place}: ` : '';
  return `${path}: ${place}${REMEDIES[problem.kind]}`;
}

/** Tells the hash of a wording, to be compared with the official text once and then written into the terms. */
function tellWording(path: string, slot: string, languageName: string): Result<string, string> {
  const language = languageSchema.safeParse(languageName);
  const source = readJson(path);
  if (!source.ok) return source;
  if (!language.success) return fail(USAGE);
  const questions = parseQuestions(source.value, { slot, language: language.data });
  return questions.ok
    ? ok(`wordingSha256: ${wordingHash(questions.value, nodeHasher)}`)
    : fail(explained(path, questions.error));
}

/** Writes FOLDER/<slot>.<language>.json; the same version with another wording is refused. */
function load(questionnairePath: string, termsPath: string, folder: string): Result<string, string> {
  const questionnaire = readJson(questionnairePath);
  const terms = readJson(termsPath);
  if (!questionnaire.ok) return questionnaire;
  if (!terms.ok) return terms;
  const file = { terms: terms.value, questionnaire: questionnaire.value };
  const instrument = parseInstrument(file, nodeHasher);
  if (!instrument.ok) {
    const path = instrument.error.kind === 'notReadable' ? termsPath : questionnairePath;
    return fail(explained(path, instrument.error));
  }
  const { slot, language, officialVersion, wordingSha256 } = instrument.value.terms;
  const target = join(folder, `${slot}.${language}.json`);
  if (hasOtherWording(target, { officialVersion, wordingSha256 })) {
    return fail(`${target}: Version ${officialVersion} stands there with another wording. Nothing was changed.`);
  }
  writeFileSync(target, `${JSON.stringify(file, null, 2)}\n`);
  return ok(`${target}: loaded, with ${instrument.value.questions.length} questions.`);
}

function hasOtherWording(
  target: string,
  { officialVersion, wordingSha256 }: { readonly officialVersion: string; readonly wordingSha256: string },
): boolean {
  const before = existsSync(target) ? readJson(target) : null;
  const known = before?.ok === true ? parseInstrument(before.value, nodeHasher) : null;
  if (known?.ok !== true) return false;
  const { terms } = known.value;
  return terms.officialVersion === officialVersion && terms.wordingSha256 !== wordingSha256;
}

function run(words: readonly string[]): Result<string, string> {
  const options = { slot: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true });
  const [verb, first, second] = positionals;
  if (verb === 'wording' && first !== undefined) return tellWording(first, values.slot ?? '', values.language ?? '');
  if (verb === 'load' && first !== undefined && second !== undefined) return load(first, second, values.out ?? '.');
  return fail(USAGE);
}

const told = run(process.argv.slice(2));
if (told.ok) console.log(told.value);
else {
  console.error(told.error);
  process.exitCode = 1;
}
