import type { AdaptedItem, CultureVersion } from '../questionnaire/culture-version.ts';
import { checkConditions } from './check-conditions.ts';
import { itemRemedies } from './check-item.ts';
import { checkReach } from './check-reach.ts';
import { checkSlots } from './check-slots.ts';
import type { Finding } from './problem.ts';
import { textParts } from './required-texts.ts';

/** Checks one culture version by itself: its items, their order, their conditions and the slots between them. */
export function checkVersion(version: CultureVersion): readonly Finding[] {
  const conditions = [...checkConditions(version), ...checkSlots(version)];
  return [
    ...version.items.flatMap(({ item }) => itemRemedies(item).map((remedy) => ({ place: item.linkId, remedy }))),
    ...version.items.flatMap(unseenWording),
    ...checkSections(version),
    ...conditions,
    // Ways back through conditions can only be followed where each looks at something earlier.
    ...(conditions.length === 0 ? checkReach(version) : []),
  ];
}

function unseenWording({ item, ownWording }: AdaptedItem): readonly Finding[] {
  if (ownWording.size === 0) return [];
  const shown = new Set<string>(textParts(item));
  return [...ownWording]
    .filter((part) => !shown.has(part))
    .map((part) => ({
      place: item.linkId,
      remedy: `This version words "${part}" in its own way but never shows it: remove the part, or show it.`,
    }));
}

/** A person walks through the sections like through rooms, and comes back to none. */
function checkSections({ items }: CultureVersion): readonly Finding[] {
  const left = new Set<string>();
  const found: Finding[] = [];
  let here: string | null = null;
  for (const { item } of items) {
    if (item.section === here) continue;
    if (left.has(item.section)) {
      const remedy = `The section "${item.section}" was left already: put its questions next to each other in the order.`;
      found.push({ place: item.linkId, remedy });
    }
    if (here !== null) left.add(here);
    here = item.section;
  }
  return found;
}
