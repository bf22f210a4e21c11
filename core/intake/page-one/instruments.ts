import { text } from '../../translation/catalogue.ts';
import type { InstrumentResult, IntakeAnswer } from '../intake.ts';
import type { PageOneEntry, PageOnePart } from './model.ts';
import { partsOf } from './parts.ts';
import { hasValue, isDraftWording, type Reading } from './reading.ts';

/** The slot of the instrument that an item belongs to; null for Matu's own items. The longest name wins. */
export function slotOf(linkId: string, instruments: readonly InstrumentResult[]): string | null {
  const slots = instruments.map(({ slot }) => slot).filter((slot) => linkId.startsWith(`${slot}-`));
  return slots.reduce<string | null>((longest, slot) => (slot.length > (longest?.length ?? 0) ? slot : longest), null);
}

/** What every official instrument came to: the sum, how far it can be trusted, and the points of each question. */
export function instrumentsOf(reading: Reading): readonly PageOneEntry[] {
  return reading.intake.instruments.map((result) => entryOf(result, reading));
}

function entryOf(result: InstrumentResult, reading: Reading): PageOneEntry {
  const { answers, instruments } = reading.intake;
  const own = answers.filter(({ linkId }) => slotOf(linkId, instruments) === result.slot);
  const points = pointsOf(own, reading);
  return {
    linkId: null,
    label: result.title,
    parts: [said(outcome(result, reading)), said(standing(result, reading)), ...(points === '' ? [] : [said(points)])],
    isDraft: own.some(isDraftWording),
    isLoud: false,
  };
}

function said(words: string): PageOnePart {
  return { kind: 'said', text: words };
}

/** The sum and every cut-off it reaches; a sum with gaps is none. */
function outcome({ score, maxScore, answered, questions, reached }: InstrumentResult, { texts }: Reading): string {
  if (score === null) return text(texts, 'pageOne.instrument.incomplete', { answered, questions });
  const limits = reached.map(({ label, from, appliesTo }) => `${label} (≥ ${from}, ${appliesTo})`);
  return [text(texts, 'pageOne.instrument.score', { score, maxScore }), ...limits].join('; ');
}

function standing({ version, language, validated }: InstrumentResult, { texts }: Reading): string {
  return [version, text(texts, `kiosk.languageName.${language}`), text(texts, `pageOne.validated.${validated}`)].join(
    '; ',
  );
}

/** The points of every answered question by its place in the instrument, or its words where it counts nothing. */
function pointsOf(own: readonly IntakeAnswer[], reading: Reading): string {
  const points = own.map((answer, index) =>
    hasValue(answer) ? `${index + 1}: ${pointsOfAnswer(answer, reading)}` : null,
  );
  return points.filter((each) => each !== null).join('; ');
}

function pointsOfAnswer(answer: IntakeAnswer, reading: Reading): string {
  const options = answer.said.kind === 'options' ? answer.said.options : [];
  const weights = options.flatMap(({ weight }) => (weight === undefined ? [] : [weight]));
  if (weights.length > 0 && weights.length === options.length) return weights.join(' + ');
  return partsOf(answer, reading)
    .map((part) => part.text)
    .join(' | ');
}
