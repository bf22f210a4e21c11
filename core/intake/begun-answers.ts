import type { BegunAnswer } from '../questionnaire/begun-answer.ts';
import type { Visit } from './visit.ts';

/** Remembers what was begun at the question on the screen; anywhere else nothing can be. */
export function withBegun(visit: Visit, begun: BegunAnswer): Visit {
  const { stage } = visit;
  return stage.kind === 'question' && stage.linkId === begun.linkId ? { ...visit, begun } : visit;
}

/** Forgets what was begun at a question, because it was answered or taken away. */
export function withoutBegun(visit: Visit, linkId: string): Visit {
  return visit.begun?.linkId === linkId ? { ...visit, begun: null } : visit;
}
