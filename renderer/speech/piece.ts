import type { LanguageTag } from '../../core/basics/language.ts';

/** Some words as they are said: those of one element, in its language. */
export interface Piece {
  readonly text: string;
  readonly language: LanguageTag;
  /** The person's own words, which nobody else may hear. */
  readonly isOwn: boolean;
  /** How much of a person the words around it concern, as on `data-sensitivity`; 0 where nothing is said of it. */
  readonly sensitivity: number;
  /** What is marked on the screen while the words are heard; null for words that stand nowhere. */
  readonly element: Element | null;
}

/** Who can hear the kiosk now. */
export interface Hearing {
  /** The person said that they hear the kiosk in the headset. */
  readonly hasHeadset: boolean;
  /** The person wants this screen aloud, although others may hear. */
  readonly isAloud: boolean;
}

/** From this sensitivity on, words are for the headset. */
const FOR_HEADSET = 2;

/** Tells whether words may sound: one's own in the headset alone, sensitive ones there or where the person wants it. */
export function mayBeHeard(
  { isOwn, sensitivity }: Pick<Piece, 'isOwn' | 'sensitivity'>,
  { hasHeadset, isAloud }: Hearing,
): boolean {
  if (hasHeadset) return true;
  return !isOwn && (sensitivity < FOR_HEADSET || isAloud);
}
