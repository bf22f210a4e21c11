import type { Culture, Language } from '../../../core/basics/language.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import type { CurrentVisit } from '../../../electron/intake/current-visit.ts';
import { expectOk } from '../../expect-ok.ts';

/** Words that stand nowhere but in an answer. */
export const NAME = 'Ñuka-Aviâja';

/** Where the person stands: the linkId of a question, `sent`, or the name of another screen. */
export function placeOf(visit: CurrentVisit): string {
  const { scene, sent } = visit.show();
  if (sent !== null) return 'sent';
  return scene.kind === 'question' ? scene.item.linkId : scene.kind;
}

/** The answer that those words are. */
export const NAMED = { kind: 'answer', linkId: 'call-name', answer: { kind: 'text', text: NAME } } as const;

/** Does something that the kiosk must take. */
export function does(visit: CurrentVisit, event: VisitEvent): void {
  expectOk(visit.act(event));
}

export function goesOn(visit: CurrentVisit): void {
  does(visit, { kind: 'proceed' });
}

/** Answers the question on the screen: codes, words, or a non-answer. */
export function answers(visit: CurrentVisit, answer: Answer): void {
  does(visit, { kind: 'answer', linkId: placeOf(visit), answer });
}

/** Goes through the first screens to the first question of the short track. */
export function greets(visit: CurrentVisit, language: Language = 'da', culture: Culture = 'danish'): void {
  goesOn(visit);
  does(visit, { kind: 'chooseLanguage', language });
  goesOn(visit);
  does(visit, { kind: 'chooseCulture', culture });
  goesOn(visit);
  goesOn(visit);
  does(visit, { kind: 'chooseTrack', track: 'short' });
}

/** Goes on to a place, giving `said` where it has something and "not now" elsewhere. */
export function goesTo(visit: CurrentVisit, place: string, said: Readonly<Record<string, Answer>> = SAID): void {
  if (placeOf(visit) === 'greeting') greets(visit);
  for (let steps = 0; placeOf(visit) !== place; steps += 1) {
    if (steps > 50) throw new Error(`The visit never comes to ${place}`);
    if (placeOf(visit) === 'offerCode') goesOn(visit);
    else answers(visit, said[placeOf(visit)] ?? { kind: 'notNow' });
  }
}

/** Goes to the end and sends. */
export async function sends(visit: CurrentVisit): Promise<void> {
  goesTo(visit, 'readBack');
  expectOk(await visit.send({ ringToday: false }));
}

/** What the person says where nothing else is asked for. */
export const SAID: Readonly<Record<string, Answer>> = {
  helper: { kind: 'codes', codes: ['alone'] },
  'call-name': { kind: 'text', text: NAME },
};
