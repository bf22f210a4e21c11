/** What the beginnings of keys are for, in the order in which they are looked for. */
const KINDS = [
  ['intake.section.', 'section'],
  ['intake.whoCanSee.', 'whoCanSee'],
  ['intake.nonAnswer', 'nonAnswer'],
  ['intake.', 'question'],
  ['safety.', 'safety'],
  ['presence.', 'presence'],
  ['speech.', 'speech'],
  ['keyboard.', 'keyboard'],
  ['letter.', 'letter'],
  ['pictures.', 'pictures'],
  ['staff.', 'staff'],
  ['pageOne.', 'pageOne'],
  ['desk.', 'desk'],
  ['kiosk.', 'screens'],
] as const satisfies readonly (readonly [start: string, kind: string])[];

/** Where a text is shown, as far as its key tells. */
export type PlaceKind = (typeof KINDS)[number][1] | 'elsewhere';
export const PLACE_KINDS: readonly PlaceKind[] = [...KINDS.map(([, kind]) => kind), 'elsewhere'];

/** Which part of a question a text is; `other` where no name is known for it. */
export type QuestionPart = 'title' | 'hint' | 'notice' | 'option' | 'other';

/** The place of a text. Of a question: which one, in which culture version where it has its own, and which part of it. */
export type TextPlace =
  | { readonly kind: Exclude<PlaceKind, 'question'> }
  | {
      readonly kind: 'question';
      readonly linkId: string;
      readonly culture: string | null;
      readonly part: QuestionPart;
      /** The part as it stands in the key. */
      readonly partName: string;
    };

const PARTS: readonly QuestionPart[] = ['title', 'hint', 'notice', 'option'];

/** Finds where a text is shown. */
export function placeOfText(key: string): TextPlace {
  const kind = KINDS.find(([start]) => key.startsWith(start))?.[1] ?? 'elsewhere';
  if (kind !== 'question') return { kind };
  const [, name = '', partName = ''] = key.split('.');
  const [linkId = '', culture = null] = name.split('@');
  return { kind, linkId, culture, partName, part: PARTS.find((part) => part === partName) ?? 'other' };
}
