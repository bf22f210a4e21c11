import { z } from 'zod';
import { assertNever } from '../basics/assert-never.ts';
import { cultureSchema, languageTagSchema, type Culture, type LanguageTag } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { linkIdSchema } from '../pack/condition.ts';
import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import { answerSchema, codesOf, type Answer, type AnswerLookup } from '../questionnaire/answer.ts';
import { optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import {
  answeredOf,
  interviewFrom,
  isKeptFromHelper,
  nextStep,
  openItems,
  previousItem,
  unasked,
  type Interview,
} from '../questionnaire/flow.ts';
import { validateAnswer, type AnswerProblem } from '../questionnaire/validation.ts';

/** After how many answers a code is offered, once. */
const ANSWERS_BEFORE_OFFER = 3;

const trackSchema = z.enum(['whole', 'short']);

const stageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('greeting') }),
  z.strictObject({ kind: z.literal('language') }),
  z.strictObject({ kind: z.literal('culture') }),
  z.strictObject({ kind: z.literal('whoCanSee') }),
  z.strictObject({ kind: z.literal('track') }),
  z.strictObject({ kind: z.literal('question'), linkId: linkIdSchema, editing: z.boolean() }),
  z.strictObject({ kind: z.literal('offerCode'), after: linkIdSchema }),
  z.strictObject({ kind: z.literal('underAge'), after: linkIdSchema }),
  z.strictObject({ kind: z.literal('offerAlone') }),
  z.strictObject({ kind: z.literal('readBack') }),
]);
/**
 * Where a person stands in a visit. `after` is the item that led there. `editing`: the person came from read back, and
 * goes back to it. `offerAlone`: the end is reached, and questions that were left out because of a helper are offered
 * once, to be answered alone.
 */
export type Stage = z.infer<typeof stageSchema>;

const givenSchema = z.strictObject({
  answer: answerSchema,
  language: languageTagSchema,
  culture: cultureSchema,
  /** UTC. */
  at: z.iso.datetime(),
  /** Somebody was helping at the screen. */
  accompanied: z.boolean(),
});

/**
 * One person's visit from the greeting to Send: everything that a draft keeps. An answer remembers the language
 * and culture version in which its question was shown, when, and whether somebody was there.
 */
export const visitSchema = z.strictObject({
  format: z.literal(2),
  intakeId: z.uuid(),
  contentVersion: z.string().regex(/^[0-9a-f]{64}$/),
  startedAt: z.iso.datetime(),
  language: languageTagSchema,
  culture: cultureSchema,
  track: trackSchema,
  accompanied: z.boolean(),
  chosen: z.strictObject({ language: z.boolean(), culture: z.boolean() }),
  stage: stageSchema,
  codeOffered: z.boolean(),
  aloneOffered: z.boolean(),
  /** Items that the person left open by going to the end. */
  leftOpen: z.array(linkIdSchema),
  answers: z.record(linkIdSchema, givenSchema),
});
export type Visit = z.infer<typeof visitSchema>;

/** What a person can do; everything else (codes, sending, ending) concerns storage and is done around it. */
export const visitEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proceed') }),
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('chooseLanguage'), language: languageTagSchema }),
  z.strictObject({ kind: z.literal('chooseCulture'), culture: cultureSchema }),
  /** Begins the questions, goes over to the other track, or asks on from read back. */
  z.strictObject({ kind: z.literal('chooseTrack'), track: trackSchema }),
  z.strictObject({ kind: z.literal('setAccompanied'), accompanied: z.boolean() }),
  z.strictObject({ kind: z.literal('answer'), linkId: linkIdSchema, answer: answerSchema }),
  z.strictObject({ kind: z.literal('edit'), linkId: linkIdSchema }),
  /** Goes to read back with what there is. */
  z.strictObject({ kind: z.literal('tellBack') }),
]);
export type VisitEvent = z.infer<typeof visitEventSchema>;

/** Why an event changed nothing: the answer does not fit, or this is not the place for it. */
export type VisitProblem = AnswerProblem | { readonly kind: 'notHere' };

/** What surrounds a visit: the content it was begun with, whether a code keeps it, and the moment. */
export interface VisitContext {
  readonly pack: Pack;
  readonly codeTaken: boolean;
  /** UTC, ISO 8601. */
  readonly now: string;
}

/** What a new visit starts from. */
export interface VisitStart {
  readonly intakeId: string;
  readonly contentVersion: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Shown until the person chooses. */
  readonly language: LanguageTag;
  readonly culture: Culture;
}

/** Begins a visit at the greeting. */
export function beginVisit(start: VisitStart): Visit {
  return {
    format: 2,
    ...start,
    track: 'whole',
    accompanied: false,
    chosen: { language: false, culture: false },
    stage: { kind: 'greeting' },
    codeOffered: false,
    aloneOffered: false,
    leftOpen: [],
    answers: {},
  };
}

/** Looks answers up by linkId, and by nothing that an object merely inherits. */
export function answersOf(visit: Visit): AnswerLookup {
  return (linkId) => (Object.hasOwn(visit.answers, linkId) ? visit.answers[linkId]?.answer : undefined);
}

/** What decides what a visit asks. */
export function interviewOf(visit: Visit, pack: Pack): Interview {
  return interviewFrom({
    version: pack[visit.culture],
    given: answersOf(visit),
    language: visit.language,
    track: visit.track,
    accompanied: visit.accompanied,
    leftOpen: new Set(visit.leftOpen),
  });
}

/**
 * The culture version in which an item was asked: its wording is what the person answered. Without an answer, the
 * version that stands now.
 */
export function askedVersion(visit: Visit, pack: Pack, linkId: string): CultureVersion {
  const given = Object.hasOwn(visit.answers, linkId) ? visit.answers[linkId] : undefined;
  return pack[given?.culture ?? visit.culture];
}

/**
 * Applies what a person did. Answers are only ever added or replaced here: changing language, culture version, track
 * or place loses none.
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
    case 'tellBack':
      return tellBack(visit, context);
    default:
      return assertNever(event);
  }
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

/**
 * Takes the next step after an item, unless an answer that counts hands over to a person: no way leads past it.
 * At the end, what was left out because of a helper is offered once.
 */
function goOn(visit: Visit, current: string | null, { pack }: VisitContext): Visit {
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

function handingOver({ version, visible }: Interview): string | null {
  const found = version.items.find(({ item }) =>
    optionsOf(item).some(
      ({ code, leadsTo }) => leadsTo === 'underAge' && codesOf(visible.get(item.linkId)).includes(code),
    ),
  );
  return found?.item.linkId ?? null;
}

function back(visit: Visit, { pack }: VisitContext): Result<Visit, VisitProblem> {
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

function chooseLanguage(visit: Visit, language: LanguageTag, context: VisitContext): Visit {
  return stayIfAsked({ ...visit, language, chosen: { ...visit.chosen, language: true } }, context);
}

/** Stays where the person is, as far as the new version has that place. */
function chooseCulture(visit: Visit, culture: Culture, context: VisitContext): Visit {
  const changed: Visit = { ...visit, culture, chosen: { ...visit.chosen, culture: true } };
  return changed.stage.kind === 'readBack' ? goOn(changed, null, context) : stayIfAsked(changed, context);
}

/** A highly sensitive question leaves the screen when somebody comes to help, whether it is answered or not. */
function setAccompanied(visit: Visit, accompanied: boolean, context: VisitContext): Visit {
  const changed: Visit = { ...visit, accompanied };
  const { stage } = visit;
  const item = stage.kind === 'question' ? context.pack[visit.culture].byLinkId.get(stage.linkId)?.item : undefined;
  const leaves = item !== undefined && isKeptFromHelper(changed, item);
  return leaves ? goOn(changed, item.linkId, context) : stayIfAsked(changed, context);
}

/** Stays at the question on the screen while it is one to ask; otherwise goes on to the next. */
function stayIfAsked(visit: Visit, context: VisitContext): Visit {
  const { stage } = visit;
  if (stage.kind === 'offerAlone' && !visit.accompanied) return goOn(visit, null, context);
  if (stage.kind !== 'question') return visit;
  const interview = interviewOf(visit, context.pack);
  const isAnswered = interview.visible.get(stage.linkId) !== undefined;
  const stays = isAnswered || openItems(interview).includes(stage.linkId);
  return stays ? visit : goOn(visit, stage.linkId, context);
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
  const item = interview.version.byLinkId.get(linkId)?.item;
  if (stage.kind !== 'question' || stage.linkId !== linkId || item === undefined) return fail({ kind: 'notHere' });
  const valid = validateAnswer(item, answer, answeredOf(interview));
  if (!valid.ok) return valid;
  const { language, culture } = visit;
  const accompanied = isAccompanied(visit, item, valid.value);
  const given = { answer: valid.value, language, culture, at: context.now, accompanied };
  const answered: Visit = { ...visit, accompanied, answers: { ...visit.answers, [linkId]: given } };
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

function edit(visit: Visit, linkId: string, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const shown = interviewOf(visit, pack).visible.get(linkId) !== undefined;
  if (visit.stage.kind !== 'readBack' || !shown) return fail({ kind: 'notHere' });
  return ok({ ...visit, stage: { kind: 'question', linkId, editing: true } });
}

/** Leaves open what is open. Something must have been said, and nobody under age is led past the person. */
function tellBack(visit: Visit, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const interview = interviewOf(visit, pack);
  const hasAnswers = [...interview.visible.values()].some((answer) => answer !== undefined);
  const isAsking = visit.stage.kind === 'question' || visit.stage.kind === 'offerAlone';
  if (!isAsking || !hasAnswers || handingOver(interview) !== null) return fail({ kind: 'notHere' });
  const leftOpen = [...visit.leftOpen, ...openItems(interview)];
  return ok({ ...visit, leftOpen, stage: { kind: 'readBack' } });
}
