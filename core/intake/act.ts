import { assertNever } from '../basics/assert-never.ts';
import type { Culture, LanguageTag } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import type { Item } from '../pack/questionnaire.ts';
import { codesOf, type Answer } from '../questionnaire/answer.ts';
import { optionsOf } from '../questionnaire/culture-version.ts';
import type { Pack } from '../pack/load.ts';
import { mayShow, openItems } from '../questionnaire/flow.ts';
import { validateAnswer } from '../questionnaire/validation.ts';
import { answeredOf, countedAnswers } from '../questionnaire/visible-answers.ts';
import { withoutBegun } from './begun-answers.ts';
import { withOffers } from './safety-step.ts';
import { back, canTellBack, goOn, stayIfAsked } from './stages.ts';
import { interviewOf, type Visit, type VisitContext, type VisitEvent, type VisitProblem } from './visit.ts';

/** After how many answers a code is offered, once. */
const ANSWERS_BEFORE_OFFER = 3;

/**
 * Applies what a person did. Answers are only ever added or replaced here, or removed at read back one by one: changing
 * language, culture version, track or place loses none.
 */
export function act(visit: Visit, event: VisitEvent, context: VisitContext): Result<Visit, VisitProblem> {
  switch (event.kind) {
    case 'proceed':
      return proceed(visit, context);
    case 'back':
      return back(visit, context);
    case 'chooseLanguage':
      return ok(chooseLanguage(visit, event.language, context));
    case 'chooseCulture':
      return ok(chooseCulture(visit, event.culture, context));
    case 'chooseTrack':
      return chooseTrack(visit, event.track, context);
    case 'setAccompanied':
      return ok(setAccompanied(visit, event.accompanied, context));
    case 'answer':
      return giveAnswer(visit, event.linkId, event.answer, context);
    case 'edit':
      return edit(visit, event.linkId, context);
    case 'remove':
      return remove(visit, event.linkId, context);
    case 'tellBack':
      return tellBack(visit, context);
    case 'leaveOffer':
      return ok({ ...visit, rulesOffered: [] });
    default:
      return assertNever(event);
  }
}

/**
 * Goes on with a visit that was kept. What stands on the screen may have gone meanwhile, as an instrument whose licence
 * ran out. Whether somebody helps stays as it was said: the strip shows it on every screen, and who was not alone is
 * asked nothing highly sensitive before they say that they are.
 */
export function resumeVisit(visit: Visit, pack: Pack): Visit {
  return stayIfAsked(visit, { pack });
}

function proceed(visit: Visit, context: VisitContext): Result<Visit, VisitProblem> {
  switch (visit.stage.kind) {
    case 'greeting':
      return ok({ ...visit, stage: { kind: 'language' } });
    case 'language':
      return visit.chosen.language ? ok({ ...visit, stage: { kind: 'culture' } }) : fail({ kind: 'notHere' });
    case 'culture':
      return visit.chosen.culture ? ok({ ...visit, stage: { kind: 'whoCanSee' } }) : fail({ kind: 'notHere' });
    case 'whoCanSee':
      return ok({ ...visit, stage: { kind: 'track' } });
    case 'offerCode':
      return ok(goOn(visit, visit.stage.after, context));
    case 'question':
      return proceedFrom(visit, visit.stage.linkId, context);
    case 'offerAlone':
      // Not straight to read back: another version, chosen here, may ask more or hand over to a person.
      return ok(goOn(visit, null, context));
    case 'track':
    case 'underAge':
    case 'readBack':
      return fail({ kind: 'notHere' });
    default:
      return assertNever(visit.stage);
  }
}

/** Goes on from a question whose answer stands as it is. */
function proceedFrom(visit: Visit, linkId: string, context: VisitContext): Result<Visit, VisitProblem> {
  const stands = interviewOf(visit, context.pack).visible.get(linkId) !== undefined;
  return stands ? ok(goOn(visit, linkId, context)) : fail({ kind: 'notHere' });
}

/** Stays where the person is. Instruments can have questions in one language that they lack in another. */
function chooseLanguage(visit: Visit, language: LanguageTag, context: VisitContext): Visit {
  return stayOrAsk({ ...visit, language, chosen: { ...visit.chosen, language: true } }, context);
}

/** Stays where the person is, as far as the new version has that place. */
function chooseCulture(visit: Visit, culture: Culture, context: VisitContext): Visit {
  return stayOrAsk({ ...visit, culture, chosen: { ...visit.chosen, culture: true } }, context);
}

/** At read back, what became open is asked: it must not be told as left open without having come up. */
function stayOrAsk(visit: Visit, context: VisitContext): Visit {
  return visit.stage.kind === 'readBack' ? goOn(visit, null, context) : stayIfAsked(visit, context);
}

/**
 * A highly sensitive question leaves the screen when somebody comes to help, whether it is answered or not. Read back
 * stays when the helper leaves: what opens was offered before, to be answered alone.
 */
function setAccompanied(visit: Visit, accompanied: boolean, context: VisitContext): Visit {
  return stayIfAsked({ ...visit, accompanied }, context);
}

function chooseTrack(visit: Visit, track: Visit['track'], context: VisitContext): Result<Visit, VisitProblem> {
  const changed: Visit = { ...visit, track };
  switch (visit.stage.kind) {
    case 'track':
      return ok(goOn(changed, null, context));
    case 'question':
      return ok(stayIfAsked(changed, context));
    case 'readBack':
      return ok(goOn({ ...changed, leftOpen: [] }, null, context));
    default:
      return fail({ kind: 'notHere' });
  }
}

function giveAnswer(visit: Visit, linkId: string, answer: Answer, context: VisitContext): Result<Visit, VisitProblem> {
  const { stage } = visit;
  const interview = interviewOf(visit, context.pack);
  const item = mayShow(interview, linkId) ? interview.version.byLinkId.get(linkId)?.item : undefined;
  if (stage.kind !== 'question' || stage.linkId !== linkId || item === undefined) return fail({ kind: 'notHere' });
  const valid = validateAnswer(item, answer, answeredOf(interview));
  if (!valid.ok) return valid;
  const { language, culture } = visit;
  const accompanied = isAccompanied(visit, item, valid.value);
  const given = { answer: valid.value, language, culture, at: context.now, accompanied };
  const changed: Visit = { ...visit, accompanied, answers: { ...visit.answers, [linkId]: given } };
  const answered = withOffers(visit, withoutBegun(changed, linkId), context.pack);
  const next = goOn(answered, linkId, context);
  const offers = next.stage.kind !== 'underAge' && offersCode(answered, context);
  return ok(offers ? { ...answered, codeOffered: true, stage: { kind: 'offerCode', after: linkId } } : next);
}

/** Who says that somebody helps, or that nobody does, is taken at their word from this answer on. */
function isAccompanied(visit: Visit, item: Item, answer: Answer): boolean {
  const said = optionsOf(item).find(({ code, helper }) => helper !== undefined && codesOf(answer).includes(code));
  return said === undefined ? visit.accompanied : said.helper === 'present';
}

function offersCode(visit: Visit, { codeTaken }: VisitContext): boolean {
  return !codeTaken && !visit.codeOffered && Object.keys(visit.answers).length >= ANSWERS_BEFORE_OFFER;
}

/** Opens an answer to change it; one that must not stand on the screen now stays closed. */
function edit(visit: Visit, linkId: string, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const interview = interviewOf(visit, pack);
  const isAnswered = interview.visible.get(linkId) !== undefined;
  if (visit.stage.kind !== 'readBack' || !isAnswered || !mayShow(interview, linkId)) return fail({ kind: 'notHere' });
  return ok({ ...visit, stage: { kind: 'question', linkId, editing: true } });
}

/**
 * Removes an answer that is told back. Neither its question nor one that comes up because of it is asked unless the
 * person wants to answer more.
 */
function remove(visit: Visit, linkId: string, context: VisitContext): Result<Visit, VisitProblem> {
  const isTold = countedAnswers(interviewOf(visit, context.pack)).some(([told]) => told === linkId);
  if (visit.stage.kind !== 'readBack' || !isTold) return fail({ kind: 'notHere' });
  const answers = Object.fromEntries(Object.entries(visit.answers).filter(([each]) => each !== linkId));
  const left = { ...withoutBegun(visit, linkId), answers, leftOpen: [...visit.leftOpen, linkId] };
  return ok(leaveOpen(left, context));
}

/** Leaves open what is open, and goes to the end. */
function tellBack(visit: Visit, context: VisitContext): Result<Visit, VisitProblem> {
  const may = canTellBack(visit, interviewOf(visit, context.pack));
  return may ? ok(leaveOpen(visit, context)) : fail({ kind: 'notHere' });
}

function leaveOpen(visit: Visit, context: VisitContext): Visit {
  const leftOpen = [...visit.leftOpen, ...openItems(interviewOf(visit, context.pack))];
  return goOn({ ...visit, leftOpen }, null, context);
}
