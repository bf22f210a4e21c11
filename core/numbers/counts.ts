import { z } from 'zod';
import { assertNever } from '../basics/assert-never.ts';
import { CULTURES, LANGUAGE_TAGS } from '../basics/language.ts';
import { linkIdSchema } from '../pack/condition.ts';
import {
  CALL_TIMES,
  COUNTED_NON_ANSWERS,
  FIRST_SCREENS,
  RECEIPT_TIMES,
  STOP_SCREENS,
  type CountedFact,
} from './fact.ts';

const count = z.int().min(0);
const countsOf = <Name extends string>(names: readonly Name[]) => z.partialRecord(z.enum(names), count);
/** What an older program counted may have names that this one lacks, so they are held to their form alone. */
const byItem = <Value extends z.ZodType>(value: Value) => z.record(linkIdSchema, value);

/** The counts of one stretch of time. A name that is missing stands for 0. */
export const countsSchema = z
  .strictObject({
    visits: countsOf(['started', 'sent', 'stopped']),
    languages: countsOf(LANGUAGE_TAGS),
    cultures: countsOf(CULTURES),
    tracks: countsOf(['whole', 'short']),
    turnedAway: countsOf(FIRST_SCREENS),
    stoppedOnScreen: countsOf(STOP_SCREENS),
    stoppedAtItem: byItem(count),
    nonAnswers: byItem(countsOf(COUNTED_NON_ANSWERS)),
    callTimes: countsOf(CALL_TIMES),
    receiptTimes: countsOf(RECEIPT_TIMES),
  })
  .readonly();
export type Counts = z.infer<typeof countsSchema>;

/** Nothing counted yet. */
export const NO_COUNTS: Counts = {
  visits: {},
  languages: {},
  cultures: {},
  tracks: {},
  turnedAway: {},
  stoppedOnScreen: {},
  stoppedAtItem: {},
  nonAnswers: {},
  callTimes: {},
  receiptTimes: {},
};

/** Counts by name. */
export type CountsOf<Name extends string> = Readonly<Partial<Record<Name, number>>>;

function oneMore<Name extends string>(counts: CountsOf<Name>, name: Name): CountsOf<Name> {
  return { ...counts, [name]: countIn(counts, name) + 1 };
}

/** What stands under a name, and under nothing that an object merely inherits. */
export function countIn<Name extends string>(counts: CountsOf<Name>, name: Name): number {
  return (Object.hasOwn(counts, name) ? counts[name] : undefined) ?? 0;
}

/** Counts one fact. What it costs grows with the questionnaire, and never with what was counted before. */
export function withFact(counts: Counts, fact: CountedFact): Counts {
  switch (fact.kind) {
    case 'started':
      return {
        ...counts,
        visits: oneMore(counts.visits, 'started'),
        languages: oneMore(counts.languages, fact.language),
        cultures: oneMore(counts.cultures, fact.culture),
        tracks: oneMore(counts.tracks, fact.track),
      };
    case 'turnedAway':
      return { ...counts, turnedAway: oneMore(counts.turnedAway, fact.at) };
    case 'sent':
      return withSent(counts, fact);
    case 'stopped':
      return withStop(counts, fact);
    case 'called':
      return { ...counts, callTimes: oneMore(counts.callTimes, fact.time) };
    case 'receipted':
      return { ...counts, receiptTimes: oneMore(counts.receiptTimes, fact.time) };
    default:
      return assertNever(fact);
  }
}

function withSent(counts: Counts, { nonAnswers: found }: Extract<CountedFact, { kind: 'sent' }>): Counts {
  const nonAnswers = { ...counts.nonAnswers };
  for (const { item, kind } of found) nonAnswers[item] = oneMore(nonAnswers[item] ?? {}, kind);
  return { ...counts, visits: oneMore(counts.visits, 'sent'), nonAnswers };
}

function withStop(counts: Counts, { at }: Extract<CountedFact, { kind: 'stopped' }>): Counts {
  const stopped = { ...counts, visits: oneMore(counts.visits, 'stopped') };
  const screen = STOP_SCREENS.find((name) => name === at);
  if (screen !== undefined) return { ...stopped, stoppedOnScreen: oneMore(counts.stoppedOnScreen, screen) };
  const before = countIn(counts.stoppedAtItem, at);
  return { ...stopped, stoppedAtItem: { ...counts.stoppedAtItem, [at]: before + 1 } };
}
