import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { clashingInstruments } from '../../core/pack/insert-instruments.ts';
import { isInForce, parseInstrument, type Instrument, type InstrumentProblem } from '../../core/pack/instrument.ts';
import type { QuestionsProblem } from '../../core/pack/instrument-questions.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';

const REMEDIES: Readonly<Record<InstrumentProblem['kind'], string>> = {
  notReadable: 'The terms have a mistake here: compare them with docs/questionnaire.md.',
  notQuestionnaire:
    'This is no FHIR R4 Questionnaire: ask the rights holder for one, or have it made from the official text.',
  otherLanguage: 'The questionnaire is in another language than the terms say.',
  unsupported:
    'This cannot be asked and would be lost: only questions with one answer to choose, and lines before them, are loaded.',
  noWeight: 'An answer does not say what it counts, once (ordinalValue).',
  empty: 'There is no question in it.',
  changedWording: 'The wording is not the one that the terms lock. Nothing was loaded: get the official text again.',
};

/** Where an instrument is loaded to. */
export interface LoadingPlace {
  readonly folder: string;
  /** `YYYY-MM-DD`: what has run out is not loaded. */
  readonly today: string;
  /** The slots that the questionnaire has room for. */
  readonly slots: readonly string[];
}

/**
 * Writes FOLDER/<slot>.<language>.json, whole or not at all.
 *
 * @returns the sentence to say, or one that tells what is wrong and what to do
 */
export function loadInstrument(
  paths: { readonly questionnaire: string; readonly terms: string },
  place: LoadingPlace,
): Result<string, string> {
  const questionnaire = readJson(paths.questionnaire);
  const terms = readJson(paths.terms);
  if (!questionnaire.ok) return questionnaire;
  if (!terms.ok) return terms;
  const file = { terms: terms.value, questionnaire: questionnaire.value };
  const instrument = parseInstrument(file, nodeHasher);
  if (!instrument.ok) {
    const isOfTerms = instrument.error.kind === 'notReadable';
    return fail(explained(isOfTerms ? paths.terms : paths.questionnaire, instrument.error));
  }
  const why = whyNot(instrument.value, place);
  if (why !== null) return fail(`${paths.terms}: ${why}`);
  const target = join(place.folder, fileName(instrument.value));
  const problem = whyNotBeside(instrument.value, place.folder) ?? written(target, file);
  return problem === null
    ? ok(`${target}: loaded, with ${instrument.value.questions.length} questions.`)
    : fail(problem);
}

/** Reads a file as JSON; what cannot be read becomes a line for the person at the keyboard. */
export function readJson(path: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return fail(`${path}: This file cannot be read as JSON.`);
  }
}

/** A problem as a line for the person at the keyboard. */
export function explained(path: string, problem: InstrumentProblem | QuestionsProblem): string {
  const place = 'place' in problem ? `${problem.place}: ` : '';
  return `${path}: ${place}${REMEDIES[problem.kind]}`;
}

function fileName({ terms }: Instrument): string {
  return `${terms.slot}.${terms.language}.json`;
}

function whyNot(instrument: Instrument, { today, slots }: LoadingPlace): string | null {
  const { slot, licenceValidUntil } = instrument.terms;
  if (!slots.includes(slot)) return `There is no slot "${slot}". Use one of these: ${slots.join(', ')}.`;
  if (!isInForce(instrument, today)) return `The licence ran out on ${licenceValidUntil}: nobody would be asked.`;
  return null;
}

/** Holds an instrument against those that lie in the folder already. */
function whyNotBeside(instrument: Instrument, folder: string): string | null {
  const neighbours: Instrument[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const source = readJson(path);
    const parsed = source.ok ? parseInstrument(source.value, nodeHasher) : null;
    if (parsed?.ok !== true)
      return `${path}: This is no instrument that can be asked. Take it out of the folder first.`;
    if (name !== fileName(instrument)) neighbours.push(parsed.value);
    else if (isReworded(parsed.value, instrument))
      return `${path}: Version ${instrument.terms.officialVersion} stands there with another wording. Nothing was changed.`;
  }
  return clashingInstruments([...neighbours, instrument]).length === 0
    ? null
    : `${folder}: Another language of "${instrument.terms.slot}" has other questions, codes or weights. Nothing was changed.`;
}

/** What lies in the folder; nothing where there is none yet, or a file in its place, which writing will say. */
function namesIn(folder: string): readonly string[] {
  const names = attempt(() => readdirSync(folder).sort());
  return names.ok ? names.value : [];
}

/** The same version cannot have two wordings. */
function isReworded(before: Instrument, after: Instrument): boolean {
  const isSameVersion = before.terms.officialVersion === after.terms.officialVersion;
  return isSameVersion && before.terms.wordingSha256 !== after.terms.wordingSha256;
}

/** Writes the file whole, so that a build never meets half of one. */
function written(target: string, file: unknown): string | null {
  const made = attempt(() => mkdirSync(dirname(target), { recursive: true }));
  const isWritten = made.ok && replaceDurably(target, formatJson(file)).ok;
  return isWritten ? null : `${target}: This file cannot be written: is the folder a folder, and may you write there?`;
}
