import { text } from '../../translation/catalogue.ts';
import type { IntakeAnswer } from '../intake.ts';
import { summary, type PageOneEntry } from './model.ts';
import { answersTo, hasValue, labelOf, type Reading } from './reading.ts';

/**
 * Why an item has no value. What a person would rather tell somebody comes first: it is the agenda of the first talk.
 * What the kiosk left out because of the track, or because the person went to the end, is counted, not listed.
 */
const REASONS = [
  { reason: 'tellAPerson', isListed: true },
  { reason: 'notNow', isListed: true },
  { reason: 'dontKnow', isListed: true },
  { reason: 'helperPresent', isListed: true },
  { reason: 'shortTrack', isListed: false },
  { reason: 'leftOpen', isListed: false },
] as const;

function isFor({ said }: IntakeAnswer, reason: (typeof REASONS)[number]['reason']): boolean {
  return said.kind === reason || (said.kind === 'notAsked' && said.why === reason);
}

/** Everything that was not answered, reason by reason. */
export function unansweredOf({ intake, texts }: Reading): readonly PageOneEntry[] {
  return REASONS.flatMap(({ reason, isListed }) => {
    const found = intake.answers.filter((answer) => isFor(answer, reason));
    if (found.length === 0) return [];
    const label = text(texts, `pageOne.unanswered.${reason}`);
    const count = text(texts, 'pageOne.questions', { count: found.length });
    return [summary(label, isListed ? labels(found, texts) : count)];
  });
}

/**
 * The items among these that have no value, on one line: what is not said in a block that speaks of danger must not
 * be read as "no".
 */
export function openOf(linkIds: readonly string[], { intake, texts }: Reading): readonly PageOneEntry[] {
  const open = answersTo(linkIds, intake.answers).filter((answer) => !hasValue(answer));
  const notAsked = open.filter(({ said }) => said.kind === 'notAsked');
  const left = open.filter(({ said }) => said.kind !== 'notAsked');
  const line = (key: string, found: readonly IntakeAnswer[]): PageOneEntry[] =>
    found.length === 0 ? [] : [summary(text(texts, key), labels(found, texts))];
  return [...line('pageOne.open.left', left), ...line('pageOne.open.notAsked', notAsked)];
}

function labels(answers: readonly IntakeAnswer[], texts: Reading['texts']): string {
  return answers.map((answer) => labelOf(answer, texts)).join('; ');
}
