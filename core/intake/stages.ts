import { assertNever } from '../basics/assert-never.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { codesOf } from '../questionnaire/answer.ts';
import { optionsOf } from '../questionnaire/culture-version.ts';
import { isKeptFromHelper, nextStep, openItems, previousItem, unasked, type Interview } from '../questionnaire/flow.ts';
import { interviewOf, type Stage, type Visit, type VisitContext, type VisitProblem } from './visit.ts';

/**
 * Takes the next step after an item, unless an answer that counts hands over to a person: no way leads past it.
 * At the end, what was left out because of a helper is offered once.
 */
export function goOn(visit: Visit, current: string | null, { pack }: VisitContext): Visit {
  const interview = interviewOf(visit, pack);
  const after = handingOver(interview);
  if (after !== null) return { ...visit, stage: { kind: 'underAge', after } };
  const step = nextStep(interview, current);
  if (step.kind === 'ask') return { ...visit, stage: { ...step, kind: 'question', editing: isEditing(visit) } };
  const leavesOut = [...unasked(interview).values()].includes('helperPresent');
  return leavesOut && !visit.aloneOffered
    ? { ...visit, aloneOffered: true, stage: { kind: 'offerAlone' } }
    : { ...visit, stage: { kind: 'readBack' } };
}

function isEditing({ stage }: Visit): boolean {
  return stage.kind === 'question' && stage.editing;
}

/** The item whose answer hands over to a person; null when nobody has to take over. */
export function handingOver({ version, visible }: Interview): string | null {
  const found = version.items.find(({ item }) =>
    optionsOf(item).some(
      ({ code, leadsTo }) => leadsTo === 'underAge' && codesOf(visible.get(item.linkId)).includes(code),
    ),
  );
  return found?.item.linkId ?? null;
}

/** Leads one screen back. */
export function back(visit: Visit, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const to = (stage: Stage): Result<Visit, VisitProblem> => ok({ ...visit, stage });
  const { stage } = visit;
  const interview = interviewOf(visit, pack);
  switch (stage.kind) {
    case 'greeting':
      return fail({ kind: 'notHere' });
    case 'language':
      return to({ kind: 'greeting' });
    case 'culture':
      return to({ kind: 'language' });
    case 'whoCanSee':
      return to({ kind: 'culture' });
    case 'track':
      return to({ kind: 'whoCanSee' });
    case 'question':
      return to(stage.editing ? { kind: 'readBack' } : stageBefore(interview, stage.linkId));
    case 'offerCode':
    case 'underAge':
      return to(questionOr(interview, stage.after));
    case 'offerAlone':
    case 'readBack':
      return to(stageBefore(interview, null));
    default:
      return assertNever(stage);
  }
}

/**
 * Returns to the question that led away, or to the one before it while somebody helps who must not see it, or to the
 * one before the end when the version that stands now lacks it.
 */
function questionOr(interview: Interview, linkId: string): Stage {
  const item = interview.version.byLinkId.get(linkId)?.item;
  if (item === undefined || !interview.visible.has(linkId)) return stageBefore(interview, null);
  return isKeptFromHelper(interview, item)
    ? stageBefore(interview, linkId)
    : { kind: 'question', linkId, editing: false };
}

function stageBefore(interview: Interview, linkId: string | null): Stage {
  const previous = previousItem(interview, linkId);
  return previous === null ? { kind: 'track' } : { kind: 'question', linkId: previous, editing: false };
}

/** Stays at the question on the screen while it is one to ask; otherwise goes on to the next. */
export function stayIfAsked(visit: Visit, context: VisitContext): Visit {
  const { stage } = visit;
  if (stage.kind === 'offerAlone' && !visit.accompanied) return goOn(visit, null, context);
  if (stage.kind !== 'question') return visit;
  const interview = interviewOf(visit, context.pack);
  const isAnswered = interview.visible.get(stage.linkId) !== undefined;
  const stays = isAnswered || openItems(interview).includes(stage.linkId);
  return stays ? visit : goOn(visit, stage.linkId, context);
}
