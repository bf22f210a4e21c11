import type { Hasher, Sha256 } from '../basics/hasher.ts';
import { toUtf8 } from '../basics/utf8.ts';

/** Longer texts are not spoken: no screen has one. In UTF-16 units. */
export const MAX_SPOKEN_LENGTH = 2000;

/**
 * A text as it is spoken: without the soft hyphens that only mark where a line may break, in Unicode's composed form,
 * and with single spaces. What is left is exactly what is shown.
 */
export function spokenText(text: string): string {
  return text.replaceAll('\u00AD', '').normalize('NFC').replace(/\s+/g, ' ').trim();
}

/**
 * The name of a clip: the digest of the words that it says. A clip is found by the words on the screen alone, so it can
 * never play over other words.
 */
export function clipHash(text: string, hasher: Hasher): Sha256 {
  return hasher.sha256(toUtf8(spokenText(text)));
}
