import { z } from 'zod';
import { assertNever } from '../basics/assert-never.ts';
import { cultureSchema, languageSchema, type Culture, type Language } from '../basics/language.ts';
import { fail, ok, type Result } from '../basics/result.ts';
import { linkIdSchema } from '../pack/questionnaire.ts';
import type { Pack } from '../pack/load.ts';
import { answerSchema, givenAnswerSchema, codesOf, type Answer, type AnswerLookup } from '../questionnaire/answer.ts';
import { optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import { firstUnanswered, nextStep, previousItem, visibleAnswers, type NextStep } from '../questionnaire/flow.ts';
import { validateAnswer, type AnswerProblem } from '../questionnaire/validation.ts';

/** After how many answers a code is offered, once. */
const ANSWERS_BEFORE_OFFER = 3;

const stageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('greeting') }),
  z.strictObject({ kind: z.literal('language') }),
  z.strictObject({ kind: z.literal('culture') }),
  z.strictObject({ kind: z.literal('whoCanSee') }),
  z.strictObject({ kind: z.literal('question'), linkId: linkIdSchema, editing: z.boolean() }),
  z.strictObject({ kind: z.literal('offerCode'), after: linkIdSchema }),
  z.strictObject({ kind: z.literal('underAge'), after: linkIdSchema }),
  z.strictObject({ kind: z.literal('readBack') }),
]);
/**
 * Where a person stands in a visit. `after` is the item that led there. `editing`: the person has been at the end of
 * the questions, so only what is open is still asked before read back.
 */
export type Stage = z.infer<typeof stageSchema>;

/**
 * One person's visit from the greeting to Send: everything that a draft keeps. An answer remembers the language
 * and culture version in which its question was shown.
 */
export const visitSchema = z.strictObject({
  format: z.literal(1),
  intakeId: z.uuid(),
  contentVersion: z.string().regex(/^[0-9a-f]{64}$/),
  startedAt: z.iso.datetime(),
  language: languageSchema,
  culture: cultureSchema,
  chosen: z.strictObject({ language: z.boolean(), culture: z.boolean() }),
  stage: stageSchema,
  codeOffered: z.boolean(),
  answers: z.record(
    linkIdSchema,
    z.strictObject({ answer: answerSchema, language: languageSchema, culture: cultureSchema }),
  ),
});
export type Visit = z.infer<typeof visitSchema>;

/** What a person can do; everything else (codes, sending, ending) concerns storage and is done around it. */
export const visitEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('proceed') }),
  z.strictObject({ kind: z.literal('back') }),
  z.strictObject({ kind: z.literal('chooseLanguage'), language: languageSchema }),
  z.strictObject({ kind: z.literal('chooseCulture'), culture: cultureSchema }),
  z.strictObject({ kind: z.literal('answer'), linkId: linkIdSchema, answer: givenAnswerSchema }),
  z.strictObject({ kind: z.literal('edit'), linkId: linkIdSchema }),
]);
export type VisitEvent = z.infer<typeof visitEventSchema>;

/** Why an event changed nothing: the answer does not fit, or this is not the place for it. */
export type VisitProblem = AnswerProblem | { readonly kind: 'notHere' };

/** What surrounds a visit: the content it was begun with, and whether a code keeps it. */
export interface VisitContext {
  readonly pack: Pack;
  readonly codeTaken: boolean;
}

/** What a new visit starts from. */
export interface VisitStart {
  readonly intakeId: string;
  readonly contentVersion: string;
  /** UTC, ISO 8601. */
  readonly startedAt: string;
  /** Shown until the person chooses. */
  readonly language: Language;
  readonly culture: Culture;
}

/** Begins a visit at the greeting. */
export function beginVisit(start: VisitStart): Visit {
  return {
    format: 1,
    ...start,
    chosen: { language: false, culture: false },
    stage: { kind: 'greeting' },
    codeOffered: false,
    answers: {},
  };
}

/** Looks answers up by linkId, and by nothing that an object merely inherits. */
export function answersOf(visit: Visit): AnswerLookup {
  return (linkId) => (Object.hasOwn(visit.answers, linkId) ? visit.answers[linkId]?.answer : undefined);
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
 * Applies what a person did. Answers are only ever added or replaced here: changing language, culture version or
 * place loses none.
 */
export function act(visit: Visit, event: VisitEvent, context: VisitContext): Result<Visit, VisitProblem> {
  switch (event.kind) {
    case 'proceed':
      return proceed(visit, context);
    case 'back':
      return back(visit, context);
    case 'chooseLanguage':
      return ok({ ...visit, language: event.language, chosen: { ...visit.chosen, language: true } });
    case 'chooseCulture':
      return ok(chooseCulture(visit, event.culture, context));
    case 'answer':
      return giveAnswer(visit, event.linkId, event.answer, context);
    case 'edit':
      return edit(visit, event.linkId, context);
    default:
      return assertNever(event);
  }
}

function proceed(visit: Visit, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const version = pack[visit.culture];
  switch (visit.stage.kind) {
    case 'greeting':
      return ok({ ...visit, stage: { kind: 'language' } });
    case 'language':
      return visit.chosen.language ? ok({ ...visit, stage: { kind: 'culture' } }) : fail({ kind: 'notHere' });
    case 'culture':
      return visit.chosen.culture ? ok({ ...visit, stage: { kind: 'whoCanSee' } }) : fail({ kind: 'notHere' });
    case 'whoCanSee':
      return ok(goOn(visit, version, nextStep(version, answersOf(visit), null)));
    case 'offerCode':
      return ok(goOn(visit, version, nextStep(version, answersOf(visit), visit.stage.after)));
    case 'question':
      return proceedFrom(visit, version, visit.stage);
    case 'underAge':
    case 'readBack':
      return fail({ kind: 'notHere' });
    default:
      return assertNever(visit.stage);
  }
}

type QuestionStage = Extract<Stage, { kind: 'question' }>;

/** Goes on from a question whose answer stands as it is. */
function proceedFrom(visit: Visit, version: CultureVersion, stage: QuestionStage): Result<Visit, VisitProblem> {
  if (visibleAnswers(version, answersOf(visit)).get(stage.linkId) === undefined) return fail({ kind: 'notHere' });
  return ok(goOn(visit, version, stepFrom(visit, version, stage)));
}

function stepFrom(visit: Visit, version: CultureVersion, { linkId, editing }: QuestionStage): NextStep {
  const answers = answersOf(visit);
  return editing ? firstUnanswered(version, answers) : nextStep(version, answers, linkId);
}

/** Takes a step, unless an answer that counts hands over to a person: no way leads past it. */
function goOn(visit: Visit, version: CultureVersion, step: NextStep): Visit {
  const after = handingOver(visit, version);
  return { ...visit, stage: after === null ? stageFor(step) : { kind: 'underAge', after } };
}

function handingOver(visit: Visit, version: CultureVersion): string | null {
  const visible = visibleAnswers(version, answersOf(visit));
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
  const version = pack[visit.culture];
  switch (stage.kind) {
    case 'greeting':
      return fail({ kind: 'notHere' });
    case 'language':
      return to({ kind: 'greeting' });
    case 'culture':
      return to({ kind: 'language' });
    case 'whoCanSee':
      return to({ kind: 'culture' });
    case 'question':
      return to(beforeQuestion(visit, version, stage));
    case 'offerCode':
    case 'underAge':
      return to(returnTo(visit, version, stage.after));
    case 'readBack':
      return to(stageBefore(visit, version, { linkId: null, editing: false }));
    default:
      return assertNever(stage);
  }
}

/** Back from an edit leads to read back, but not while something is open: read back tells everything. */
function beforeQuestion(visit: Visit, version: CultureVersion, { linkId, editing }: QuestionStage): Stage {
  const nothingOpen = firstUnanswered(version, answersOf(visit)).kind === 'done';
  return editing && nothingOpen ? { kind: 'readBack' } : stageBefore(visit, version, { linkId, editing });
}

/** Returns to the question that led away, or to what is open when the version that stands now lacks it. */
function returnTo(visit: Visit, version: CultureVersion, linkId: string): Stage {
  const open = firstUnanswered(version, answersOf(visit));
  if (!visibleAnswers(version, answersOf(visit)).has(linkId)) return stageFor(open);
  return { kind: 'question', linkId, editing: open.kind === 'done' };
}

/** Stays where the person is, as far as the new version has that place. */
function chooseCulture(visit: Visit, culture: Culture, { pack }: VisitContext): Visit {
  const changed: Visit = { ...visit, culture, chosen: { ...visit.chosen, culture: true } };
  const { stage } = visit;
  if (stage.kind !== 'question' && stage.kind !== 'readBack') return changed;
  const answers = answersOf(changed);
  if (stage.kind === 'question' && visibleAnswers(pack[culture], answers).has(stage.linkId)) return changed;
  return goOn(changed, pack[culture], firstUnanswered(pack[culture], answers));
}

function giveAnswer(visit: Visit, linkId: string, answer: Answer, context: VisitContext): Result<Visit, VisitProblem> {
  const { stage } = visit;
  const version = context.pack[visit.culture];
  const item = version.byLinkId.get(linkId)?.item;
  if (stage.kind !== 'question' || stage.linkId !== linkId || item === undefined) return fail({ kind: 'notHere' });
  const visible = visibleAnswers(version, answersOf(visit));
  const valid = validateAnswer(item, answer, (earlier) => visible.get(earlier));
  if (!valid.ok) return valid;
  const given = { answer: valid.value, language: visit.language, culture: visit.culture };
  const answered: Visit = { ...visit, answers: { ...visit.answers, [linkId]: given } };
  const next = goOn(answered, version, stepFrom(answered, version, stage));
  const offers = next.stage.kind !== 'underAge' && offersCode(answered, context);
  return ok(offers ? { ...answered, codeOffered: true, stage: { kind: 'offerCode', after: linkId } } : next);
}

function offersCode(visit: Visit, { codeTaken }: VisitContext): boolean {
  return !codeTaken && !visit.codeOffered && Object.keys(visit.answers).length >= ANSWERS_BEFORE_OFFER;
}

function edit(visit: Visit, linkId: string, { pack }: VisitContext): Result<Visit, VisitProblem> {
  const shown = visibleAnswers(pack[visit.culture], answersOf(visit)).has(linkId);
  if (visit.stage.kind !== 'readBack' || !shown) return fail({ kind: 'notHere' });
  return ok({ ...visit, stage: { kind: 'question', linkId, editing: true } });
}

function stageFor(step: NextStep): Stage {
  return step.kind === 'done'
    ? { kind: 'readBack' }
    : { kind: 'question', linkId: step.linkId, editing: step.openOnly };
}

function stageBefore(
  visit: Visit,
  version: CultureVersion,
  { linkId, editing }: { readonly linkId: string | null; readonly editing: boolean },
): Stage {
  const previous = previousItem(version, answersOf(visit), linkId);
  return previous === null ? { kind: 'whoCanSee' } : { kind: 'question', linkId: previous, editing };
}
