import { languageOf } from '../../basics/language.ts';
import { text, type Texts } from '../../translation/catalogue.ts';
import type { Intake, IntakeAnswer } from '../intake.ts';
import type { PageOneFacts } from './model.ts';

/** Who reads what: the intake, the facts beside it, and the texts of the language in which the page is read. */
export interface Reading {
  readonly intake: Intake;
  readonly facts: PageOneFacts;
  readonly texts: Texts;
}

/** A text of page 1 that an intake of another content version may ask for in vain. */
export function textIfAny(texts: Texts, key: string): string | null {
  return Object.hasOwn(texts, key) ? text(texts, key) : null;
}

/** The short label of an item; its own question where the page has no label for it. */
export function labelOf({ linkId, question }: IntakeAnswer, texts: Texts): string {
  return textIfAny(texts, `pageOne.item.${linkId}`) ?? question.siteText;
}

/** The answers to some items, in the order of the items. An item that was asked twice is told twice. */
export function answersTo(linkIds: readonly string[], answers: readonly IntakeAnswer[]): readonly IntakeAnswer[] {
  return linkIds.flatMap((linkId) => answers.filter((answer) => answer.linkId === linkId));
}

/** The codes that were chosen for an item; none for any other kind of answer. */
export function chosenCodes({ answers }: Intake, linkId: string): readonly string[] {
  const said = answers.find((answer) => answer.linkId === linkId)?.said;
  return said?.kind === 'options' ? said.options.map(({ code }) => code) : [];
}

/** A value was given: not one of the non-answers, and not something that was never asked. */
export function hasValue({ said }: IntakeAnswer): boolean {
  return !['notNow', 'tellAPerson', 'dontKnow', 'notAsked'].includes(said.kind);
}

/** Asked in Greenlandic that nobody has approved. The other languages are the makers' own. */
export function isDraftWording({ language, reviewStatus }: IntakeAnswer): boolean {
  return languageOf(language) === 'kl' && reviewStatus !== 'approved';
}

/** Answers that were given to a question on the screen, whatever they were. */
export function askedAnswers({ answers }: Intake): readonly IntakeAnswer[] {
  return answers.filter(({ said }) => said.kind !== 'notAsked');
}
