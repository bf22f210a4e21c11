import { assertNever } from '../basics/assert-never.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import type { Pack } from '../pack/load.ts';
import { codesOf } from '../questionnaire/answer.ts';
import { optionsOf } from '../questionnaire/culture-version.ts';
import { mayShow, nextStep, openItems, previousItem, unasked, type Interview } from '../questionnaire/flow.ts';
import { answeredOf, countedAnswers } from '../questionnaire/visible-answers.ts';
import { interviewOf, type Stage, type Visit, type VisitContext, type VisitProblem } from './visit.ts';

type PackContext = Pick<VisitContext, 'pack'>;

/**
 * Takes the next step after an item, unless an answer that counts hands over to a person: no way leads past it.
 * At the end, what was left out because of a helper is offered, each question once.
 */
export function goOn(visit: Visit, current: string | null, { pack }: PackContext): Visit {
  const interview = interviewOf(visit, pack);
  const after = handingOver(interview);
  if (after !== null) return { ...visit, stage: { kind: 'underAge', after } };
  const step = nextStep(interview, current);
  if (step.kind === 'ask') return { ...visit, stage: { ...step, kind: 'question', editing: isEditing(visit) } };
  return atTheEnd(visit, interview);
}

function atTheEnd(visit: Visit, interview: Interview): Visit {
  const leftOut = [...unasked(interview)].flatMap(([linkId, why]) => (why === 'helperPresent' ? linkId : []));
  const isOffered = leftOut.every((linkId) => visit.aloneOffered.includes(linkId));
  if (isOffered) return { ...visit, stage: { kind: 'readBack' } };
  const aloneOffered = [...new Set([...visit.aloneOffered, ...leftOut])];
  return { ...visit, aloneOffered, stage: { kind: 'offerAlone' } };
}

function isEditing({ stage }: Visit): boolean {
  return stage.kind === 'question' && stage.editing;
}

/** The item whose answer hands over to a person; null when nobody has to take over. */
export function handingOver(interview: Interview): string | null {
  const { item } = answeredOf(interview);
  const found = countedAnswers(interview).find(([linkId, answer]) => {
    const asked = item(linkId);
    const options = asked === undefined ? [] : optionsOf(asked);
    return options.some(({ code, leadsTo }) => leadsTo === 'underAge' && codesOf(answer).includes(code));
  });
  return found?.[0] ?? null;
}

/**
 * Tells whether a person may go to the end with what there is: something must have been said, and nobody under age is
 * led past the person.
 */
export function canTellBack({ stage }: Pick<Visit, 'stage'>, interview: Interview): boolean {
  return (stage.kind === 'question' || stage.kind === 'offerAlone') && hasWhatIsSent(interview);
}

/** Tells whether a person stands where Send is, with something that may be sent. */
export function canSend(visit: Visit, pack: Pack): boolean {
  return visit.stage.kind === 'readBack' && hasWhatIsSent(interviewOf(visit, pack));
}

function hasWhatIsSent(interview: Interview): boolean {
  return countedAnswers(interview).length > 0 && handingOver(interview) === null;
}

/** Leads one screen back. */
export function back(visit: Visit, context: PackContext): Result<Visit, VisitProblem> {
  const to = (stage: Stage): Result<Visit, VisitProblem> => ok({ ...visit, stage });
  const { stage } = visit;
  const interview = interviewOf(visit, context.pack);
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
      return stage.editing ? ok(backFromEdit(visit, stage.linkId, context)) : to(stageBefore(interview, stage.linkId));
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
 * Leads from an answer that stands on to the end, where everything is asked that became open meanwhile, so that nothing
 * is told to have been left open that never came up. From a question that came up it leads to the one before it.
 */
function backFromEdit(visit: Visit, linkId: string, context: PackContext): Visit {
  const interview = interviewOf(visit, context.pack);
  if (interview.visible.get(linkId) !== undefined) return goOn(visit, null, context);
  const stage = stageBefore(interview, linkId);
  return { ...visit, stage: stage.kind === 'question' ? { ...stage, editing: true } : stage };
}

/**
 * Returns to the question that led away, or to the one before it when it must not stand on the screen now, or to the one
 * before the end when the version that stands now lacks it.
 */
function questionOr(interview: Interview, linkId: string): Stage {
  if (!interview.visible.has(linkId)) return stageBefore(interview, null);
  return mayShow(interview, linkId) ? { kind: 'question', linkId, editing: false } : stageBefore(interview, linkId);
}

function stageBefore(interview: Interview, linkId: string | null): Stage {
  const previous = previousItem(interview, linkId);
  return previous === null ? { kind: 'track' } : { kind: 'question', linkId: previous, editing: false };
}

/** Stays at the question on the screen while it may stand there and is answered or open; otherwise goes on. */
export function stayIfAsked(visit: Visit, context: PackContext): Visit {
  const { stage } = visit;
  if (stage.kind === 'offerAlone' && !visit.accompanied) return goOn(visit, null, context);
  if (stage.kind !== 'question') return visit;
  const interview = interviewOf(visit, context.pack);
  const isAnswered = interview.visible.get(stage.linkId) !== undefined;
  const stays = isAnswered ? mayShow(interview, stage.linkId) : openItems(interview).includes(stage.linkId);
  return stays ? visit : goOn(visit, stage.linkId, context);
}
