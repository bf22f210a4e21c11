import { CULTURES } from '../../core/basics/language.ts';
import { codeStates, codeWaitState } from './code-states.ts';
import { coverStates, waitingStates } from './cover-states.ts';
import { endStates, lastStates } from './end-states.ts';
import { answeredQuestions, everyQuestion, seenItems } from './questions.ts';
import { sheetStates } from './sheet-states.ts';
import { startStates } from './start-states.ts';
import type { State } from './state.ts';

/** What comes by waiting alone: pictured in a kiosk where time goes fast. */
export const hurriedStates: readonly State[] = waitingStates;

/**
 * Everything that a citizen can see, in the order of a visit. A new screen gets a line in one of these tables. What
 * leaves the kiosk unable to go on stands last.
 */
export function allStates(): readonly State[] {
  const isSeen = seenItems();
  return [
    ...startStates,
    ...CULTURES.map((culture) => everyQuestion(culture, isSeen)),
    ...CULTURES.map(answeredQuestions),
    ...sheetStates,
    ...coverStates,
    ...codeStates,
    ...endStates,
    codeWaitState,
    ...lastStates,
  ];
}
