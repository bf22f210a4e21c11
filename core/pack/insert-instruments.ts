import { CULTURES, LANGUAGES, type Culture, type Language } from '../basics/language.ts';
import { versionOf, type AdaptedItem, type CultureVersion } from '../questionnaire/culture-version.ts';
import type { Texts } from '../translation/catalogue.ts';
import { isInForce, type Instrument } from './instrument.ts';
import type { InstrumentQuestion } from './instrument-questions.ts';
import type { Pack } from './load.ts';
import type { InstrumentSlot } from './questionnaire.ts';

/**
 * Puts loaded instruments into their slots. One whose licence has run out is asked no more, but what was answered
 * before still counts; a slot without an instrument asks nothing.
 *
 * @param today `YYYY-MM-DD` at the site
 */
export function insertInstruments(pack: Pack, instruments: readonly Instrument[], today: string): Pack {
  const inserted = (culture: Culture): CultureVersion => insertInto(pack[culture], instruments, today);
  const [greenlandic, danish, swedish] = CULTURES;
  return { greenlandic: inserted(greenlandic), danish: inserted(danish), swedish: inserted(swedish) };
}

function insertInto(version: CultureVersion, instruments: readonly Instrument[], today: string): CultureVersion {
  const own = version.items.filter(({ instrument }) => instrument === null);
  const items = own.flatMap((adapted) => [
    adapted,
    ...version.instrumentSlots
      .filter(({ after }) => after === adapted.item.linkId)
      .flatMap((slot) => slotItems(slot, instruments, today)),
  ]);
  return versionOf(items, version);
}

function slotItems(slot: InstrumentSlot, instruments: readonly Instrument[], today: string): readonly AdaptedItem[] {
  const loaded = instruments.filter(({ terms }) => terms.slot === slot.slot);
  const languages = LANGUAGES.filter((language) =>
    loaded.some((each) => each.terms.language === language && isInForce(each, today)),
  );
  return (loaded[0]?.questions ?? []).map((question) => adaptedQuestion(slot, question, languages));
}

function adaptedQuestion(
  { slot, section, sensitivity, enableWhen, enableBehavior }: InstrumentSlot,
  question: InstrumentQuestion,
  languages: readonly Language[],
): AdaptedItem {
  return {
    item: {
      linkId: question.linkId,
      section,
      sensitivity,
      type: 'choice',
      notice: question.intro !== null,
      answerOption: question.options.map(({ code, weight }) => ({ code, weight })),
      enableWhen,
      enableBehavior,
    },
    ownWording: new Set(),
    instrument: { slot, languages },
  };
}

/** The words of an instrument under the keys that `textKey` asks for. */
export function instrumentTexts({ questions }: Instrument): Texts {
  const texts: Texts = {};
  for (const { linkId, intro, text, options } of questions) {
    texts[`instrument.${linkId}.title`] = text;
    if (intro !== null) texts[`instrument.${linkId}.notice`] = intro;
    for (const option of options) texts[`instrument.${linkId}.option.${option.code}`] = option.text;
  }
  return texts;
}

/**
 * Finds instruments that cannot stand together: the same slot and language twice, or languages of one slot whose
 * questions do not correspond, so that a code would mean two things.
 *
 * @returns the slots in question
 */
export function clashingInstruments(instruments: readonly Instrument[]): readonly string[] {
  const slots = [...new Set(instruments.map(({ terms }) => terms.slot))];
  return slots.filter((slot) => {
    const ofSlot = instruments.filter(({ terms }) => terms.slot === slot);
    const languages = new Set(ofSlot.map(({ terms }) => terms.language));
    return languages.size < ofSlot.length || new Set(ofSlot.map(structureOf)).size > 1;
  });
}

function structureOf({ questions, terms }: Instrument): string {
  const structure = questions.map(({ intro, options }) => [
    intro !== null,
    ...options.map(({ code, weight }) => [code, weight]),
  ]);
  return JSON.stringify([terms.scoring, structure]);
}
