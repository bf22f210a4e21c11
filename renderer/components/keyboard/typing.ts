/** Words, and the part of them that is marked; usually only the caret. Places count UTF-16 units. */
export interface Written {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Writes at the caret, in place of what is marked. What would make the words too long is left out. */
export function typeAt({ text, start, end }: Written, piece: string, maxLength: number): Written {
  const typed = text.slice(0, start) + piece + text.slice(end);
  if (typed.length > maxLength) return { text, start, end };
  return { text: typed, start: start + piece.length, end: start + piece.length };
}

/** Takes away what is marked, or one letter before the caret. */
export function eraseAt({ text, start, end }: Written): Written {
  const from = start === end ? start - lastLetter(text.slice(0, start)).length : start;
  return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
}

/** A letter may be two units long, or stand with an accent of its own. */
function lastLetter(text: string): string {
  return /(?:\P{M}\p{M}+|[\s\S])$/u.exec(text)?.[0] ?? '';
}
