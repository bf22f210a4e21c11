import { interviewOf, type Visit } from '../intake/visit.ts';
import type { Pack } from '../pack/load.ts';
import { nonAnswerOf } from '../questionnaire/answer.ts';
import { unasked } from '../questionnaire/flow.ts';
import { countedAnswers } from '../questionnaire/visible-answers.ts';
import { FIRST_SCREENS, itemNameOf, type CountedFact, type CountedNonAnswer } from './fact.ts';

/** Tells whether the questions of a visit have begun: its person has chosen language, culture version and track. */
export function hasStarted({ stage, answers }: Visit): boolean {
  return ASKING.has(stage.kind) || Object.keys(answers).length > 0;
}

const ASKING: ReadonlySet<Visit['stage']['kind']> = new Set([
  ...(['question', 'offerCode', 'underAge', 'offerAlone', 'readBack'] as const),
]);

/** What is counted when the questions of a visit begin. */
export function startedFact({ language, culture, track }: Visit): CountedFact {
  return { kind: 'started', language, culture, track };
}

/** What is counted when a visit ends for good and was not sent; null for one in which nothing was chosen. */
export function stopFact(visit: Visit, pack: Pack): CountedFact | null {
  const { stage } = visit;
  if (stage.kind === 'greeting') return null;
  if (!hasStarted(visit)) {
    const at = FIRST_SCREENS.find((screen) => screen === stage.kind);
    return at === undefined ? null : { kind: 'turnedAway', at };
  }
  if (stage.kind !== 'question') return { kind: 'stopped', at: stage.kind };
  const item = itemNameOf(pack, stage.linkId);
  return item === null ? null : { kind: 'stopped', at: item };
}

/** What is counted of an intake that was sealed: which items have no value, and none of those that have one. */
export function sentFact(visit: Visit, pack: Pack): CountedFact {
  const interview = interviewOf(visit, pack);
  const given = countedAnswers(interview).map(([linkId, answer]) => [linkId, nonAnswerOf(answer)] as const);
  const nonAnswers = [...given, ...unasked(interview)].flatMap(([linkId, kind]): readonly CountedNonAnswer[] => {
    const item = itemNameOf(pack, linkId);
    return item === null || kind === null || kind === 'shortTrack' ? [] : [{ item, kind }];
  });
  return { kind: 'sent', nonAnswers };
}
