import type { IntakeAnswer } from '../intake.ts';
import type { PageOneEntry } from './model.ts';
import { partsOf } from './parts.ts';
import { answersTo, askedAnswers, hasValue, isDraftWording, labelOf, type Reading } from './reading.ts';

/** The lines of some items: those to which a value was given. */
export function entriesOf(linkIds: readonly string[], reading: Reading): readonly PageOneEntry[] {
  return answersTo(linkIds, reading.intake.answers.filter(hasValue)).map((answer) => entryOf(answer, reading));
}

/** The line of one answer. */
export function entryOf(answer: IntakeAnswer, reading: Reading): PageOneEntry {
  const { linkId } = answer;
  return {
    linkId,
    label: labelOf(answer, reading.texts),
    parts: partsOf(answer, reading),
    // Where everything was asked in such a wording, one line says so, and marks would only be noise.
    isDraft: isDraftWording(answer) && !isAllDraft(reading),
    isLoud: isLoud(answer),
  };
}

/** Whom the answers must be kept from: overlooked once, it cannot be made good. */
function isLoud({ linkId, said }: IntakeAnswer): boolean {
  if (linkId === 'must-not-see-who') return true;
  return linkId === 'must-not-see' && said.kind === 'options' && said.options.some(({ code }) => code !== 'no');
}

/** Every question that was on the screen was asked in a wording that nobody has approved. */
export function isAllDraft({ intake }: Reading): boolean {
  const asked = askedAnswers(intake);
  return asked.length > 0 && asked.every(isDraftWording);
}
