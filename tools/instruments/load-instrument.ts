import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { assertNever } from '../../core/basics/assert-never.ts';
import { parseInstrument, type Instrument, type InstrumentProblem } from '../../core/pack/instrument.ts';
import type { QuestionsProblem } from '../../core/pack/instrument-questions.ts';
import {
  instrumentFileName,
  whyNotLoaded,
  type LoadedBeside,
  type LoadingProblem,
} from '../../core/pack/loading-instrument.ts';
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

/** Where an instrument is loaded to: a folder, and what `whyNotLoaded` asks for beside what lies in it. */
export interface LoadingPlace extends Pick<LoadedBeside, 'today' | 'slots'> {
  readonly folder: string;
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
  const loaded = loadedIn(place.folder);
  if (!loaded.ok) return loaded;
  const target = join(place.folder, instrumentFileName(instrument.value.terms));
  const why = whyNotLoaded(instrument.value, { ...place, loaded: loaded.value });
  if (why !== null) return fail(sentenceOf(why, instrument.value, { place, target, terms: paths.terms }));
  const problem = written(target, file);
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

/** Why an instrument is not loaded, as a line for the person at the keyboard. */
function sentenceOf(
  { kind }: LoadingProblem,
  { terms }: Instrument,
  { place, target, terms: path }: { readonly place: LoadingPlace; readonly target: string; readonly terms: string },
): string {
  switch (kind) {
    case 'noSlot':
      return `${path}: There is no slot "${terms.slot}". Use one of these: ${place.slots.join(', ')}.`;
    case 'licenceEnded':
      return `${path}: The licence ran out on ${terms.licenceValidUntil}: nobody would be asked.`;
    case 'reworded':
      return `${target}: Version ${terms.officialVersion} stands there with another wording. Nothing was changed.`;
    case 'clash':
      return `${place.folder}: Another language of "${terms.slot}" has other questions, codes or weights. Nothing was changed.`;
    default:
      return assertNever(kind);
  }
}

/** What is loaded already. */
function loadedIn(folder: string): Result<readonly Instrument[], string> {
  const loaded: Instrument[] = [];
  for (const name of namesIn(folder)) {
    const path = join(folder, name);
    const source = readJson(path);
    const parsed = source.ok ? parseInstrument(source.value, nodeHasher) : null;
    if (parsed?.ok !== true)
      return fail(`${path}: This is no instrument that can be asked. Take it out of the folder first.`);
    loaded.push(parsed.value);
  }
  return ok(loaded);
}

/** What lies in the folder; nothing where there is none yet, or a file in its place, which writing will say. */
function namesIn(folder: string): readonly string[] {
  const names = attempt(() => readdirSync(folder).sort());
  return names.ok ? names.value : [];
}

/** Writes the file whole, so that a build never meets half of one. */
function written(target: string, file: unknown): string | null {
  const made = attempt(() => mkdirSync(dirname(target), { recursive: true }));
  const isWritten = made.ok && replaceDurably(target, formatJson(file)).ok;
  return isWritten ? null : `${target}: This file cannot be written: is the folder a folder, and may you write there?`;
}
