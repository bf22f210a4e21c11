import type { Texts } from '../../core/translation/catalogue.ts';
import {
  remainingUnattested,
  textHash as textHashBy,
  type ReviewFile,
  type ReviewState,
} from '../../core/translation/review.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** The short hash of a text, as review states keep it. */
export function textHash(text: string): string {
  return textHashBy(text, nodeHasher);
}

/**
 * The review states after texts have changed: a state lives on while both the text and its Danish source are the
 * same; otherwise it falls back to a draft. New texts get a draft, states of texts that are gone go too.
 *
 * @param texts all texts of the language, whose order the states take
 * @param danish all Danish texts
 */
export function updatedReviews(texts: Texts, danish: Texts, before: ReviewFile): ReviewFile {
  const states = Object.entries(texts).map(([key, text]) => {
    const source = textHash(danish[key] ?? '');
    return [key, updatedState(before.texts[key], text, source)] as const;
  });
  return { texts: Object.fromEntries(states) };
}

function updatedState(before: ReviewState | undefined, text: string, source: string): ReviewState {
  const hash = textHash(text);
  if (before?.source === source && before.text === hash) return before;
  const unattested = remainingUnattested(before, text);
  const draft = { status: 'draft', source, text: hash } as const;
  return unattested.length > 0 ? { ...draft, unattested: [...unattested] } : draft;
}
