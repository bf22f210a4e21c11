import type { CultureVersion } from '../questionnaire/culture-version.ts';
import { answerRemedy } from './check-conditions.ts';
import type { Finding } from './problem.ts';
import type { InstrumentSlot } from './questionnaire.ts';

/** Checks that an instrument in each slot of a version has a place, and looks back at answers that can be given. */
export function checkSlots(version: CultureVersion): readonly Finding[] {
  return version.instrumentSlots.flatMap((slot) => [
    ...slotRemedies(slot, version).map((remedy) => ({ place: slot.slot, remedy })),
    ...takenNames(slot, version).map((place) => ({ place, remedy: 'An instrument uses this linkId: choose another.' })),
  ]);
}

function slotRemedies({ after, section, enableWhen = [] }: InstrumentSlot, version: CultureVersion): readonly string[] {
  const before = version.byLinkId.get(after)?.item;
  if (before === undefined) return [`It stands after "${after}", which is not asked: name another question.`];
  const order = version.items.map(({ item }) => item.linkId);
  const earlier = new Set(order.slice(0, order.indexOf(after) + 1));
  const remedies = enableWhen.flatMap((condition) => {
    const { question } = condition;
    const later = `Its condition looks at "${question}", which is asked later: move the slot behind it.`;
    return answerRemedy(condition, version.byLinkId.get(question)?.item) ?? (earlier.has(question) ? [] : later);
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
