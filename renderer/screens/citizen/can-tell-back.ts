import type { VisitScene } from '../../../core/intake/scene.ts';

/**
 * Tells whether a person may go to the end with what there is: while questions are asked, and when something was
 * answered.
 *
 * @param hasAnswered an answer was given since this window stands
 */
export function canTellBack({ scene, path }: Pick<VisitScene, 'scene' | 'path'>, hasAnswered: boolean): boolean {
  if (scene.kind === 'offerAlone') return true;
  if (scene.kind !== 'question') return false;
  return hasAnswered || scene.answer !== null || path.some(({ state }) => state === 'done');
}
