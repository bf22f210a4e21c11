import type { Culture } from '../basics/language.ts';
import type { Change, Overlay } from './overlay.ts';
import { doubled, type PackProblem } from './problem.ts';
import type { Item, QuestionnaireFile } from './questionnaire.ts';

/** Checks that every item and every slot has a name of its own. */
export function checkNames(base: QuestionnaireFile): readonly PackProblem[] {
  const file = 'questionnaire.json';
  return [
    ...doubled(base.item.map(({ linkId }) => linkId)).map((linkId) => ({
      file,
      place: linkId,
      remedy: 'Two questions have this linkId: give every question a linkId of its own.',
    })),
    ...doubled(base.instrumentSlot.map(({ slot }) => slot)).map((slot) => ({
      file,
      place: slot,
      remedy: 'Two instrument slots have this name: keep one.',
    })),
  ];
}

/** Checks that an overlay is its file's, speaks of items that exist, and orders each of its items exactly once. */
export function checkOverlay(base: QuestionnaireFile, overlay: Overlay, culture: Culture): readonly PackProblem[] {
  const file = `${culture}.json`;
  const items: KindsOfAnswer = new Map(base.item.map(({ linkId, type }) => [linkId, type]));
  const found = [
    ...(overlay.culture === culture ? [] : [['culture', `Write "${culture}", as the file is named.`] as const]),
    ...overlay.changes.flatMap((change) => changeProblems(change, items)),
    ...doubled(overlay.changes.map((change) => `${targetOf(change)} > ${change.change}`)).map(
      (kind) => [kind, 'This change is said twice: say it once.'] as const,
    ),
    ...orderProblems(overlay.order.items, items),
  ];
  return found.map(([place, remedy]) => ({ file, place, remedy }));
}

/** How each item is answered, by linkId. */
type KindsOfAnswer = Map<string, Item['type']>;

type Finding = readonly [place: string, remedy: string];

function targetOf(change: Change): string {
  return change.change === 'add' ? change.item.linkId : change.linkId;
}

/** Checks a change against the items so far, and brings them up to date. */
function changeProblems(change: Change, items: KindsOfAnswer): readonly Finding[] {
  const linkId = targetOf(change);
  const kind = items.get(linkId);
  if (change.change === 'add') {
    if (kind !== undefined) return [[linkId, 'This question exists already: change it instead of adding it.']];
    items.set(linkId, change.item.type);
    return [];
  }
  if (kind === undefined) return [[linkId, 'No such question: check the linkId.']];
  if (change.change === 'drop') items.delete(linkId);
  if (change.change === 'answerKind') items.set(linkId, change.answer.type);
  const hasNoOptions = change.change === 'options' && kind !== 'choice';
  return hasNoOptions ? [[linkId, 'This question has no answer options: change its answerKind instead.']] : [];
}

function orderProblems(order: readonly string[], items: KindsOfAnswer): readonly Finding[] {
  const ordered = new Set(order);
  const unplaced = [...items.keys()].filter((linkId) => !ordered.has(linkId));
  const unknown = [...ordered].filter((linkId) => !items.has(linkId));
  return [
    ...doubled(order).map((linkId): Finding => [linkId, 'The order names this question twice: keep one.']),
    ...unknown.map((linkId): Finding => [linkId, 'The order names a question that this version lacks: remove it.']),
    ...unplaced.map((linkId): Finding => [linkId, 'Give this question a place in the order, or drop it.']),
  ];
}
