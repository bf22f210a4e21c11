import type { Culture, Language } from '../basics/language.ts';
import type { NonAnswer } from '../pack/condition.ts';
import type { Change, Overlay } from '../pack/overlay.ts';
import type {
  AnswerKind,
  AnswerOption,
  InstrumentSlot,
  Item,
  NonAnswerPictures,
  Point,
  QuestionnaireFile,
} from '../pack/questionnaire.ts';
import type { SafetyFile, SafetyRule } from '../pack/safety.ts';

/** A part of an item that names one of several things to choose from. */
type CodedPart = 'option' | 'container' | 'share' | 'company' | 'who' | 'ring';

/** A part of an item that is a text: `title`, `hint`, `notice`, or one of the things to choose, as `option.<code>`. */
export type TextPart = 'title' | 'hint' | 'notice' | `${CodedPart}.${string}`;

/** The official instrument that an item belongs to. Its wording exists in these languages and in no other. */
export interface InstrumentOrigin {
  readonly slot: string;
  readonly languages: readonly Language[];
}

/** One item as a culture version asks it. */
export interface AdaptedItem {
  readonly item: Item;
  /** The parts that this version words in its own way. */
  readonly ownWording: ReadonlySet<string>;
  /** Null for Matu's own questions. */
  readonly instrument: InstrumentOrigin | null;
}

/** The questionnaire of one culture version: the items in their order, ready to be asked. */
export interface CultureVersion {
  readonly culture: Culture;
  readonly items: readonly AdaptedItem[];
  readonly byLinkId: ReadonlyMap<string, AdaptedItem>;
  /** Section codes in the order in which a person meets them. */
  readonly sections: readonly string[];
  readonly whoCanSee: readonly Point[];
  readonly nonAnswers: { readonly pictures: NonAnswerPictures; readonly ownWording: boolean };
  readonly safety: readonly SafetyRule[];
  readonly instrumentSlots: readonly InstrumentSlot[];
  /** Grams of pure alcohol in a unit, by country. */
  readonly unitGrams: QuestionnaireFile['unitGrams'];
}

/** What a culture version is made from; all of it has been checked together by `loadPack`. */
export interface VersionSource {
  readonly base: QuestionnaireFile;
  readonly overlay: Overlay;
  readonly safety: SafetyFile;
}

/** Applies an overlay to the questionnaire. */
export function adapt({ base, overlay, safety }: VersionSource): CultureVersion {
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
    return { item, ownWording: ownWording.get(linkId) ?? new Set<string>(), instrument: null };
  });
  return versionOf(ordered, {
    culture: overlay.culture,
    whoCanSee: overlay.whoCanSee?.points ?? base.whoCanSee,
    nonAnswers: {
      pictures: overlay.nonAnswers?.pictures ?? base.nonAnswers,
      ownWording: overlay.nonAnswers !== undefined,
    },
    safety: safety.rule,
    instrumentSlots: base.instrumentSlot,
    unitGrams: base.unitGrams,
  });
}

/** Puts a version together from its items in their order and what stands around them. */
export function versionOf(
  items: readonly AdaptedItem[],
  around: Omit<CultureVersion, 'items' | 'byLinkId' | 'sections'>,
): CultureVersion {
  return {
    ...around,
    items,
    byLinkId: new Map(items.map((adapted) => [adapted.item.linkId, adapted])),
    sections: [...new Set(items.map(({ item }) => item.section))],
  };
}

type ItemChange = Exclude<Change, { change: 'add' | 'drop' | 'wording' }>;

function changed(item: Item | undefined, change: ItemChange): Item {
  if (item === undefined) throw new Error(`A change names an item that the version lacks: ${change.linkId}`);
  switch (change.change) {
    case 'hint':
    case 'notice':
      return { ...item, [change.change]: change.shown };
    case 'answerKind':
      return { ...itemWithoutKind(item), ...change.answer };
    case 'conditions':
      return withConditions(item, change);
    case 'options':
      if (item.type !== 'choice') throw new Error(`Answer options were given to an item without any: ${change.linkId}`);
      return { ...item, answerOption: change.answerOption };
  }
}

type Common = Omit<Extract<Item, { type: 'days' }>, keyof Extract<AnswerKind, { type: 'days' }>>;

/** What every item has, whatever its kind of answer. */
function itemWithoutKind(item: Item): Common {
  const { linkId, section, sensitivity, short, hint, notice, noticePolicy, mayNamePeople } = item;
  const { sendWhen, sendBehavior, enableWhen, enableBehavior } = item;
  const common = { linkId, section, sensitivity, short, hint, notice, noticePolicy, mayNamePeople };
  return { ...common, sendWhen, sendBehavior, enableWhen, enableBehavior };
}

function withConditions(item: Item, { enableWhen, enableBehavior }: Pick<Item, 'enableWhen' | 'enableBehavior'>): Item {
  return { ...item, enableWhen, enableBehavior };
}

/**
 * The key of one text of an item, for example `intake.strengths.title`, or with a wording of its own
 * `intake.strengths@greenlandic.title`. The words of an instrument stand apart, under `instrument.`.
 */
export function textKey(version: CultureVersion, linkId: string, part: TextPart): string {
  const adapted = version.byLinkId.get(linkId);
  if (adapted !== undefined && adapted.instrument !== null) return `instrument.${linkId}.${part}`;
  const own = adapted?.ownWording.has(part) ?? false;
  return own ? `intake.${linkId}@${version.culture}.${part}` : `intake.${linkId}.${part}`;
}

/** The key of a non-answer's text, for example `intake.nonAnswer.notNow`. */
export function nonAnswerKey(version: CultureVersion, nonAnswer: NonAnswer): string {
  const place = version.nonAnswers.ownWording ? `intake.nonAnswer@${version.culture}` : 'intake.nonAnswer';
  return `${place}.${nonAnswer}`;
}

/** The answer options of an item; none for other kinds of answer. */
export function optionsOf(item: Item): readonly AnswerOption[] {
  return item.type === 'choice' ? item.answerOption : [];
}

/** The texts of everything that an item offers to choose from. */
export function codedParts(item: Item): readonly TextPart[] {
  const parts = (part: CodedPart, coded: readonly { readonly code: string }[] = []): TextPart[] =>
    coded.map(({ code }): TextPart => `${part}.${code}`);
  switch (item.type) {
    case 'choice':
      return parts('option', item.answerOption);
    case 'episodes':
      return [...parts('container', item.container), ...parts('share', item.share), ...parts('company', item.company)];
    case 'circle':
      return [...parts('who', item.who), ...parts('ring', item.ring)];
    case 'string':
    case 'integer':
    case 'days':
      return [];
  }
}
