import { gramsIn, type EpisodesItem } from '../questionnaire/alcohol.ts';
import type { Answer } from '../questionnaire/answer.ts';
import { holds } from '../questionnaire/conditions.ts';
import { NON_ANSWERS, type EnableWhen } from './condition.ts';
import type { AnswerOption, Item } from './questionnaire.ts';

/** How often one vessel can be emptied at one time; see `episodeSchema`. */
const MOST_OF_A_VESSEL = 99;

/**
 * Tells whether one answer to an item can satisfy several conditions on it at once. Where it is hard to tell, as for
 * sums of weights, it says yes: what it calls impossible is impossible.
 *
 * @param offered the options that can be chosen at all; none for other kinds of answer
 */
export function canSatisfy(item: Item, offered: readonly AnswerOption[], conditions: readonly EnableWhen[]): boolean {
  const satisfies = (answer: Answer): boolean => fits(item, answer, conditions);
  return NON_ANSWERS.some((kind) => satisfies({ kind })) || canSatisfyByValue(item, offered, conditions);
}

function fits(item: Item, answer: Answer, conditions: readonly EnableWhen[]): boolean {
  return conditions.every((condition) => holds(condition, { answer: () => answer, item: () => item }));
}

function canSatisfyByValue(item: Item, offered: readonly AnswerOption[], conditions: readonly EnableWhen[]): boolean {
  switch (item.type) {
    case 'choice':
      return item.repeats === true
        ? severalSatisfy(item, offered, conditions)
        : offered.some(({ code }) => fits(item, { kind: 'codes', codes: [code] }, conditions));
    case 'string':
      return fits(item, { kind: 'text', text: 'words' }, conditions);
    case 'circle':
      return fits(item, { kind: 'circle', people: [] }, conditions);
    case 'integer':
      return numberSatisfies(item, wholeNumbers({ low: item.minValue, high: item.maxValue }, conditions), conditions);
    case 'days':
      return numberSatisfies(item, wholeNumbers({ low: 0, high: item.lastDays }, conditions), conditions);
    case 'episodes':
      return numberSatisfies(item, numbers(gramsRange(item), conditions), conditions);
  }
}

type Choice = Extract<Item, { type: 'choice' }>;

/** Tries the codes that are asked for together, or each option alone where none is. */
function severalSatisfy(item: Choice, offered: readonly AnswerOption[], conditions: readonly EnableWhen[]): boolean {
  const comparisons = conditions.filter(isComparison);
  const onCodes = conditions.filter((condition) => !isComparison(condition));
  const wanted = new Set(onCodes.flatMap((condition) => (condition.operator === '=' ? [condition.answerCode] : [])));
  const together = offered.filter(({ code }) => wanted.has(code));
  const isTooMuch = together.length > (item.maxAnswers ?? offered.length);
  const isApart = together.length > 1 && together.some(({ exclusive }) => exclusive === true);
  if (isTooMuch || isApart) return false;
  const starts = wanted.size > 0 ? [together] : offered.map((option) => [option]);
  return starts.some(
    (chosen) =>
      fits(item, { kind: 'codes', codes: chosen.map(({ code }) => code) }, onCodes) &&
      sumSatisfies(item, sumRange(chosen, offered), comparisons),
  );
}

function sumSatisfies(item: Choice, range: Range | null, comparisons: readonly Comparison[]): boolean {
  if (comparisons.length === 0) return true;
  return range !== null && numberSatisfies(item, numbers(range, comparisons), comparisons);
}

/** What the weights can add up to when more is chosen beside it; null where a chosen one counts nothing. */
function sumRange(chosen: readonly AnswerOption[], offered: readonly AnswerOption[]): Range | null {
  if (chosen.some(({ weight }) => weight === undefined)) return null;
  const sum = (options: readonly AnswerOption[], counted: (weight: number) => number): number =>
    options.reduce((total, { weight = 0 }) => total + counted(weight), 0);
  const start = sum(chosen, (weight) => weight);
  const others = offered.filter((option) => !chosen.includes(option));
  return {
    low: start + sum(others, (weight) => Math.min(weight, 0)),
    high: start + sum(others, (weight) => Math.max(weight, 0)),
  };
}

interface Range {
  readonly low: number;
  readonly high: number;
}

/** The least and the most grams that a time of drinking can come to. */
function gramsRange({ container, asksShare, share = [] }: EpisodesItem): Range {
  const grams = container.map(gramsIn);
  const parts = asksShare === 'never' ? [] : share.map(({ weight }) => weight);
  return {
    low: Math.min(...grams) * Math.min(1, ...parts),
    high: grams.reduce((total, each) => total + each * MOST_OF_A_VESSEL, 0),
  };
}

type Comparison = Extract<EnableWhen, { readonly answerDecimal: number }>;

function isComparison(condition: EnableWhen): condition is Comparison {
  return 'answerDecimal' in condition;
}

/** Numbers of a range that stand for all of it: its ends, what is compared with, and what lies between these. */
function numbers({ low, high }: Range, conditions: readonly EnableWhen[]): readonly number[] {
  const compared = conditions.filter(isComparison).map(({ answerDecimal }) => answerDecimal);
  const marks = [low, high, ...compared.filter((value) => value > low && value < high)].sort((a, b) => a - b);
  return marks.flatMap((mark, index) => [mark, (mark + (marks[index + 1] ?? mark)) / 2]);
}

function wholeNumbers(range: Range, conditions: readonly EnableWhen[]): readonly number[] {
  const near = numbers(range, conditions).flatMap((value) => [
    Math.ceil(value) - 1,
    Math.floor(value),
    Math.ceil(value),
    Math.floor(value) + 1,
  ]);
  return near.filter((value) => value >= range.low && value <= range.high);
}

function numberSatisfies(item: Item, values: readonly number[], conditions: readonly EnableWhen[]): boolean {
  // The engine reads the number out of any answer that holds one, whatever the kind of its item.
  return values.some((value) => fits(item, { kind: 'number', value }, conditions));
}
