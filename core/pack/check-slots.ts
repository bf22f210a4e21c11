import type { CultureVersion } from '../questionnaire/culture-version.ts';
import { answerRemedy } from './check-conditions.ts';
import type { Finding } from './problem.ts';
import type { InstrumentSlot } from './questionnaire.ts';

/** Checks that an instrument in each slot of a version would be asked, at a place that exists. */
export function checkSlots(version: CultureVersion): readonly Finding[] {
  const places = new Map(version.items.map(({ item }, index) => [item.linkId, index]));
  return version.instrumentSlots.flatMap((slot) => [
    ...slotRemedies(slot, version, places).map((remedy) => ({ place: slot.slot, remedy })),
    ...takenNames(slot, version).map((place) => ({ place, remedy: 'An instrument uses this linkId: choose another.' })),
  ]);
}

function slotRemedies(
  slot: InstrumentSlot,
  version: CultureVersion,
  places: ReadonlyMap<string, number>,
): readonly string[] {
  const { after, section, enableWhen = [] } = slot;
  const before = version.byLinkId.get(after)?.item;
  if (before === undefined) return [`It stands after "${after}", which is not asked: name another question.`];
  const lastPlace = places.get(after) ?? -1;
  const remedies = enableWhen.flatMap((condition) => {
    const { question } = condition;
    const isLater = (places.get(question) ?? -1) > lastPlace;
    const later = `Its condition looks at "${question}", which is asked later: move the slot behind it.`;
    return answerRemedy(condition, version.byLinkId.get(question)?.item) ?? (isLater ? later : []);
  });
  const elsewhere = `"${after}" stands in the section "${before.section}": name that section.`;
  return before.section === section ? remedies : [...remedies, elsewhere];
}

/** Instruments name their questions by the slot: `audit-q1`. */
function takenNames({ slot }: InstrumentSlot, version: CultureVersion): readonly string[] {
  return version.items
    .map(({ item }) => item.linkId)
    .filter((linkId) => linkId.startsWith(`${slot}-q`) && /-q\d+$/.test(linkId));
}
