// Puts an official instrument into the form that a content version holds; see docs/questionnaire.md, "An instrument".
//   npm run instrument -- wording QUESTIONNAIRE.json --slot SLOT --language LANGUAGE
//   npm run instrument -- load QUESTIONNAIRE.json TERMS.json [--out FOLDER]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { languageSchema } from '../core/basics/language.ts';
import { fail, ok, type Result } from '../core/basics/result.ts';
import { wordingHash } from '../core/pack/instrument.ts';
import { parseQuestions } from '../core/pack/instrument-questions.ts';
import { questionnaireSchema, slotSchema } from '../core/pack/questionnaire.ts';
import { nodeHasher } from '../node/sha256.ts';
import { explained, loadInstrument, readJson } from './instruments/load-instrument.ts';

const USAGE = `npm run instrument -- wording QUESTIONNAIRE.json --slot SLOT --language kl|da|sv
npm run instrument -- load QUESTIONNAIRE.json TERMS.json [--out FOLDER]`;

const root = join(import.meta.dirname, '..');

interface Words {
  readonly slot?: string;
  readonly language?: string;
  readonly out?: string;
}

/** Tells the hash of a wording, to be compared with the official text once and then written into the terms. */
function tellWording(path: string, words: Words): Result<string, string> {
  const slot = slotSchema.safeParse(words.slot);
  const language = languageSchema.safeParse(words.language);
  if (!language.success || !slot.success) return fail(USAGE);
  const source = readJson(path);
  if (!source.ok) return source;
  const questions = parseQuestions(source.value, { slot: slot.data, language: language.data });
  return questions.ok
    ? ok(`wordingSha256: ${wordingHash(questions.value, nodeHasher)}`)
    : fail(explained(path, questions.error));
}

function load(questionnaire: string, terms: string, folder = join(root, 'assets/instruments')): Result<string, string> {
  // The tool stands beside the questions that ship; what is wrong with them is for npm run check:content to say.
  const file: unknown = JSON.parse(readFileSync(join(root, 'assets/content/intake/questionnaire.json'), 'utf8'));
  const slots = questionnaireSchema.parse(file).instrumentSlot.map(({ slot }) => slot);
  const today = new Date().toISOString().slice(0, 10);
  return loadInstrument({ questionnaire, terms }, { folder, today, slots });
}

function readArguments(): { readonly values: Words; readonly positionals: readonly string[] } | null {
  const options = { slot: { type: 'string' }, language: { type: 'string' }, out: { type: 'string' } } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch {
    return null;
  }
}

function run(): Result<string, string> {
  const { values, positionals } = readArguments() ?? { values: {}, positionals: [] };
  const [verb, first, second, ...more] = positionals;
  if (more.length > 0 || first === undefined) return fail(USAGE);
  if (verb === 'wording' && second === undefined) return tellWording(first, values);
  if (verb === 'load' && second !== undefined) return load(first, second, values.out);
  return fail(USAGE);
}

const told = run();
if (told.ok) console.log(told.value);
else {
  console.error(told.error);
  process.exitCode = 1;
}
