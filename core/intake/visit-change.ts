import { z } from 'zod';
import { linkIdSchema } from '../pack/condition.ts';
import type { Visit } from './visit.ts';

/** What one step changes of a visit as a draft keeps it: single answers, null for one that is gone, and other fields. */
export const visitChangeSchema = z.strictObject({
  changed: z.record(z.string(), z.unknown()),
  answers: z.record(linkIdSchema, z.unknown()),
});
export type VisitChange = z.infer<typeof visitChangeSchema>;

const ANSWERS = 'answers';

/**
 * Returns what leads from one visit to a later state of it. What is the same object counts as unchanged, so this costs
 * the same however much was answered.
 */
export function changeOf(before: Visit, after: Visit): VisitChange {
  return { changed: newIn(before, after, (name) => name !== ANSWERS), answers: changedAnswers(before, after) };
}

function changedAnswers({ answers: before }: Visit, { answers: after }: Visit): VisitChange['answers'] {
  if (before === after) return {};
  const answers = newIn(before, after, () => true);
  const added = Object.keys(answers).filter((linkId) => !Object.hasOwn(before, linkId)).length;
  // Most steps take no answer away, which counting tells.
  const isOneGone = Object.keys(before).length + added > Object.keys(after).length;
  if (isOneGone) for (const linkId of Object.keys(before)) if (!Object.hasOwn(after, linkId)) answers[linkId] = null;
  return answers;
}

/** Returns a visit as it was kept, with a change in it; what comes of it is to be checked as a visit. */
export function changed(kept: unknown, change: VisitChange): unknown {
  if (typeof kept !== 'object' || kept === null) return null;
  const answers = ANSWERS in kept && typeof kept.answers === 'object' ? kept.answers : null;
  const left = Object.entries({ ...answers, ...change.answers }).filter(([, given]) => given !== null);
  return { ...kept, ...change.changed, answers: Object.fromEntries(left) };
}

// A part of every save: what keeps its place, as nearly all of a hundred answers do, is not looked up by its name.
function newIn(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  isMeant: (name: string) => boolean,
): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  const names = Object.keys(before);
  const [valuesBefore, values] = [Object.values(before), Object.values(after)];
  Object.keys(after).forEach((name, place) => {
    const value = values[place];
    const isSame = names[place] === name ? valuesBefore[place] === value : before[name] === value;
    if (!isSame && isMeant(name)) found[name] = value;
  });
  return found;
}
