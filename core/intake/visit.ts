import { z } from 'zod';
import { visitCallSchema } from '../alert/told-call.ts';
import { cultureSchema, languageTagSchema, type Culture, type LanguageTag } from '../basics/language.ts';
import { codeSchema, linkIdSchema } from '../pack/condition.ts';
import type { Pack } from '../pack/load.ts';
import { answerSchema, type AnswerLookup } from '../questionnaire/answer.ts';
import { keptBegunAnswerSchema } from '../questionnaire/begun-answer.ts';
import type { AdaptedItem, CultureVersion } from '../questionnaire/culture-version.ts';
import { interviewFrom, type Interview } from '../questionnaire/flow.ts';
import type { AnswerProblem } from '../questionnaire/validation.ts';

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
 * goes back to it. `offerAlone`: the end is reached, and questions that were left out because of a helper are offered,
 * each once, to be answered alone.
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
  /** Items that were offered to be answered alone. */
  aloneOffered: z.array(linkIdSchema),
  /** Items that the person left open, by going to the end or by removing an answer. */
  leftOpen: z.array(linkIdSchema),
  answers: z.record(linkIdSchema, givenSchema),
  /** What was begun and not confirmed at the question on the screen: no answer, and never sent. */
  begun: keptBegunAnswerSchema.nullable().default(null),
  /** Milder safety rules that were spoken of: none is spoken of twice. */
  rulesTold: z.array(codeSchema).default([]),
  /** Those of them that the person has not answered yet. */
  rulesOffered: z.array(codeSchema).default([]),
  /** The calls for a person of the house that were raised in it. */
  calls: z.array(visitCallSchema).default([]),
});
export type Visit = z.infer<typeof visitSchema>;

/** An answer as a visit keeps it. */
export type Given = z.infer<typeof givenSchema>;

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
  /** Takes an answer away at read back. */
  z.strictObject({ kind: z.literal('remove'), linkId: linkIdSchema }),
  /** Goes to read back with what there is. */
  z.strictObject({ kind: z.literal('tellBack') }),
  /** Goes on from the offer of a person that an answer has brought. */
  z.strictObject({ kind: z.literal('leaveOffer') }),
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
    aloneOffered: [],
    leftOpen: [],
    answers: {},
    begun: null,
    rulesTold: [],
    rulesOffered: [],
    calls: [],
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
    askedIn: (linkId) => askedVersion(visit, pack, linkId),
    others: otherVersions(visit, pack),
    language: visit.language,
    track: visit.track,
    accompanied: visit.accompanied,
    leftOpen: new Set(visit.leftOpen),
  });
}

/** The versions in which something was answered that the version of now does not ask. */
function otherVersions({ culture, answers }: Visit, pack: Pack): readonly CultureVersion[] {
  const { byLinkId } = pack[culture];
  const absent = Object.entries(answers).filter(([linkId]) => !byLinkId.has(linkId));
  return [...new Set(absent.map(([, given]) => given.culture))]
    .filter((other) => other !== culture)
    .map((other) => pack[other]);
}

/**
 * The culture version in which an item was asked: its wording is what the person answered. Without an answer, the
 * version that stands now.
 */
export function askedVersion(visit: Visit, pack: Pack, linkId: string): CultureVersion {
  const given = Object.hasOwn(visit.answers, linkId) ? visit.answers[linkId] : undefined;
  return pack[given?.culture ?? visit.culture];
}

/** An answer with the version that asked for it, and the item as it was asked. */
export interface AskedAnswer {
  readonly given: Given;
  readonly asked: CultureVersion;
  readonly adapted: AdaptedItem;
}

/** Finds how an answer was asked for. @throws when there is no answer, or its version lacks the item */
export function askedAnswer(visit: Visit, pack: Pack, linkId: string): AskedAnswer {
  const given = visit.answers[linkId];
  const asked = askedVersion(visit, pack, linkId);
  const adapted = asked.byLinkId.get(linkId);
  if (given === undefined || adapted === undefined) throw new Error(`An answer without its item: ${linkId}`);
  return { given, asked, adapted };
}
