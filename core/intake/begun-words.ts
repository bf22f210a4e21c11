import type { BegunWords, Visit } from './visit.ts';

/** Remembers what is being written at the question on the screen; anywhere else nothing can be written. */
export function withBegunWords(visit: Visit, begun: BegunWords): Visit {
  const { stage } = visit;
  return stage.kind === 'question' && stage.linkId === begun.linkId ? { ...visit, begun } : visit;
}

/** Forgets what was begun at a question, because it was answered or taken away. */
export function withoutBegunWords(visit: Visit, linkId: string): Visit {
  return visit.begun?.linkId === linkId ? { ...visit, begun: null } : visit;
}
