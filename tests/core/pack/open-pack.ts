import type { Culture } from '../../../core/basics/language.ts';
import { overlaySchema, type Change, type Overlay } from '../../../core/pack/overlay.ts';
import {
  questionnaireSchema,
  type AnswerOption,
  type InstrumentSlot,
  type Item,
  type QuestionnaireFile,
} from '../../../core/pack/questionnaire.ts';
import { safetySchema, type SafetyFile, type SafetyRule } from '../../../core/pack/safety.ts';
import { realPackFiles } from '../../journeys/real-pack.ts';

/** A pack's files, open for breaking. */
export interface OpenPack {
  readonly questionnaire: QuestionnaireFile;
  readonly overlays: Record<Culture, Overlay>;
  readonly safety: SafetyFile;
}

type ItemOf<K extends Item['type']> = Extract<Item, { type: K }>;

/** The pack that ships; a fresh copy with each call. */
export function openPack(): OpenPack {
  const { questionnaire, overlays, safety } = realPackFiles();
  return {
    questionnaire: questionnaireSchema.parse(questionnaire),
    overlays: {
      greenlandic: overlaySchema.parse(overlays.greenlandic),
      danish: overlaySchema.parse(overlays.danish),
      swedish: overlaySchema.parse(overlays.swedish),
    },
    safety: safetySchema.parse(safety),
  };
}

/** Why a change of a test is there. */
export const WHY = { dimension: 'content', reason: 'A reason that a clinician understands.' } as const;

/** A common item. */
export function itemIn({ questionnaire }: OpenPack, linkId: string): Item {
  return found(
    questionnaire.item.find((each) => each.linkId === linkId),
    linkId,
  );
}

/** A common item of one kind of answer. */
export function itemOf<K extends Item['type']>(pack: OpenPack, linkId: string, type: K): ItemOf<K> {
  const item = itemIn(pack, linkId);
  if (item.type !== type) throw new Error(`${linkId} is no ${type}`);
  // The check above says so; the compiler does not narrow by a type parameter.
  return item as ItemOf<K>;
}

/** An answer option of a common item. */
export function optionIn(pack: OpenPack, linkId: string, code: string): AnswerOption {
  const { answerOption } = itemOf(pack, linkId, 'choice');
  return found(
    answerOption.find((option) => option.code === code),
    `${linkId} ${code}`,
  );
}

/** An item that an overlay adds. */
export function addedItem({ overlays }: OpenPack, culture: Culture, linkId: string): Item {
  const changes = overlays[culture].changes.flatMap((change) => (change.change === 'add' ? [change.item] : []));
  return found(
    changes.find((item) => item.linkId === linkId),
    linkId,
  );
}

/** A change of an overlay by its kind and item. */
export function changeIn<K extends Change['change']>(
  { overlays }: OpenPack,
  culture: Culture,
  kind: K,
  linkId: string,
): Extract<Change, { change: K }> {
  const isIt = (change: Change): change is Extract<Change, { change: K }> =>
    change.change === kind && change.change !== 'add' && change.linkId === linkId;
  return found(overlays[culture].changes.find(isIt), `${kind} ${linkId}`);
}

/** A safety rule. */
export function ruleIn({ safety }: OpenPack, id: string): SafetyRule {
  return found(
    safety.rule.find((rule) => rule.id === id),
    id,
  );
}

/** An instrument slot. */
export function slotIn({ questionnaire }: OpenPack, slot: string): InstrumentSlot {
  return found(
    questionnaire.instrumentSlot.find((each) => each.slot === slot),
    slot,
  );
}

/** Moves an item within the order of a version, behind another or to the beginning. */
export function move({ overlays }: OpenPack, culture: Culture, linkId: string, after: string | null): void {
  const { items } = overlays[culture].order;
  items.splice(items.indexOf(linkId), 1);
  items.splice(after === null ? 0 : items.indexOf(after) + 1, 0, linkId);
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`The pack that ships has no ${name}`);
  return value;
}
