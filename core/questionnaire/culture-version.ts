import type { Culture } from '../basics/language.ts';
import type { Overlay } from '../pack/overlay.ts';
import type { AnswerOption, Item, Point, QuestionnaireFile } from '../pack/questionnaire.ts';

/** A part of an item that is a text: `title`, `hint`, `notice` or `option.<code>`. */
export type TextPart = 'title' | 'hint' | 'notice' | `option.${string}`;

/** One item as a culture version asks it. */
export interface AdaptedItem {
  readonly item: Item;
  /** The parts that this version words in its own way. */
  readonly ownWording: ReadonlySet<string>;
}

/** The questionnaire of one culture version: the items in their order, ready to be asked. */
export interface CultureVersion {
  readonly culture: Culture;
  readonly items: readonly AdaptedItem[];
  readonly byLinkId: ReadonlyMap<string, AdaptedItem>;
  /** Section codes in the order in which a person meets them. */
  readonly sections: readonly string[];
  readonly whoCanSee: readonly Point[];
}

/** Applies an overlay to the questionnaire. Both have been checked together by `loadPack`. */
export function adapt(base: QuestionnaireFile, overlay: Overlay): CultureVersion {
  const items = new Map(base.item.map((item) => [item.linkId, item]));
  const ownWording = new Map<string, Set<string>>();
  for (const change of overlay.changes) {
    if (change.change === 'add') items.set(change.item.linkId, change.item);
    else if (change.change === 'drop') items.delete(change.linkId);
    else if (change.change === 'wording') ownWording.set(change.linkId, new Set(change.parts));
    else items.set(change.linkId, changed(items.get(change.linkId), change));
  }
  const ordered = overlay.order.items.map((linkId) => {
    const item = items.get(linkId);
    if (item === undefined) throw new Error(`The order names an item that the version lacks: ${linkId}`);
    return { item, ownWording: ownWording.get(linkId) ?? new Set<string>() };
  });
  return {
    culture: overlay.culture,
    items: ordered,
    byLinkId: new Map(ordered.map((adapted) => [adapted.item.linkId, adapted])),
    sections: [...new Set(ordered.map(({ item }) => item.section))],
    whoCanSee: overlay.whoCanSee?.points ?? base.whoCanSee,
  };
}

type ItemChange = Extract<Overlay['changes'][number], { change: 'options' | 'hint' | 'notice' }>;

function changed(item: Item | undefined, change: ItemChange): Item {
  if (item === undefined) throw new Error(`A change names an item that the version lacks: ${change.linkId}`);
  if (change.change !== 'options') return { ...item, [change.change]: change.shown };
  if (item.type !== 'choice') throw new Error(`Answer options were given to an item without any: ${change.linkId}`);
  return { ...item, answerOption: change.answerOption };
}

/**
 * The key of one text of an item, for example `intake.strengths.title`, or with a wording of its own
 * `intake.strengths@greenlandic.title`.
 */
export function textKey(version: CultureVersion, linkId: string, part: TextPart): string {
  const own = version.byLinkId.get(linkId)?.ownWording.has(part) ?? false;
  return own ? `intake.${linkId}@${version.culture}.${part}` : `intake.${linkId}.${part}`;
}

/** The answer options of an item; none for a text. */
export function optionsOf(item: Item): readonly AnswerOption[] {
  return item.type === 'choice' ? item.answerOption : [];
}
