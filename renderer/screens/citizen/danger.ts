import type { VisitScene } from '../../../core/intake/scene.ts';

type Safety = VisitScene['safety'];

/**
 * Tells whether an answer calls for a person now: it reached a rule, and life may be in danger. Nobody is asked twice
 * for the same rule. Once somebody is in danger every further rule offers a person again: better once too often.
 */
export function callsForAPerson(before: Safety, after: Safety): boolean {
  return after.level === 'red' && after.rules.some((rule) => !before.rules.includes(rule));
}
