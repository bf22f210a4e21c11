import type { QuestionScene, ShownField } from '../../../core/intake/scene.ts';
import type { NonAnswer } from '../../../core/pack/condition.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import type { BegunValue } from '../../../core/questionnaire/begun-answer.ts';
import { fittingPeople } from './selections/circle.ts';
import { fittingCodes } from './selections/codes.ts';
import { fittingDays } from './selections/days.ts';
import {
  FIRST_TIME,
  fittingTimes,
  nextEpisodeStep,
  previousEpisodeStep,
  toldEpisodes,
  type ToldTimes,
} from './selections/episodes.ts';
import { fittingNumber, typedNumber } from './selections/number.ts';

/**
 * What a person has touched on a question and not yet confirmed. Only one of value and non-answer counts: a value that
 * a non-answer lies over comes back when the non-answer is taken away.
 */
export interface Selection {
  readonly value: BegunValue;
  readonly nonAnswer: NonAnswer | null;
  /** False while the selection is what was answered before. */
  readonly touched: boolean;
}

/** What Continue does with a selection. `problemKey`: the text that says what is missing. */
export type NextMove =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'step'; readonly selection: Selection }
  | { readonly kind: 'missing'; readonly problemKey: string };

const NOTHING: BegunValue = { kind: 'nothing' };

/** The selection that shows an answer as it stands. */
export function selectionOf(answer: Answer | null): Selection {
  const standing = (value: BegunValue): Selection => ({ value, nonAnswer: null, touched: false });
  switch (answer?.kind) {
    case undefined:
      return standing(NOTHING);
    case 'codes':
    case 'text':
      return standing(answer);
    case 'number':
      return standing({ kind: 'number', digits: String(answer.value) });
    case 'days':
      return standing({ kind: 'days', daysAgo: answer.daysAgo, saidNone: answer.daysAgo.length === 0 });
    case 'episodes':
      return standing({ kind: 'episodes', times: answer.episodes, open: null });
    case 'circle':
      return standing({
        kind: 'circle',
        people: answer.people,
        placing: null,
        saidNobody: answer.people.length === 0,
      });
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { value: NOTHING, nonAnswer: answer.kind, touched: false };
  }
}

/** What a question shows at first: what was begun before the curtain fell, or the answer as it stands. */
export function firstSelection({ answer, begun }: Pick<QuestionScene, 'answer' | 'begun'>): Selection {
  if (begun === null) return selectionOf(answer);
  return { value: begun.value, nonAnswer: begun.nonAnswer, touched: true };
}

/** The selection after something was chosen, written or built: a non-answer goes. */
export function touched(value: BegunValue): Selection {
  return { value, nonAnswer: null, touched: true };
}

/** Chooses a non-answer, or takes it away again. */
export function chooseNonAnswer({ value, nonAnswer: before }: Selection, nonAnswer: NonAnswer): Selection {
  return { value, nonAnswer: before === nonAnswer ? null : nonAnswer, touched: true };
}

/**
 * What the field shows. Under a non-answer cards and numbers stand as if untouched; what was built piece by piece
 * stays to be seen.
 */
export function shownValue({ value, nonAnswer }: Selection): BegunValue {
  const isBuilt = value.kind === 'episodes' || value.kind === 'circle';
  return nonAnswer === null || isBuilt ? value : NOTHING;
}

/** What a question shows now: what was touched, as far as it still fits, or what it shows at first. */
export function shownSelection(scene: QuestionScene, held: Selection | undefined): Selection {
  return fitting(held ?? firstSelection(scene), scene.item.field);
}

/** Leaves out what this version of the question does not offer: the culture version may have changed meanwhile. */
export function fitting(selection: Selection, field: ShownField): Selection {
  return { ...selection, value: fittingValue(selection.value, field) };
}

function fittingValue(value: BegunValue, field: ShownField): BegunValue {
  switch (field.kind) {
    case 'choice':
      return value.kind === 'codes' ? fittingCodes(value, field) : NOTHING;
    case 'text':
      return value.kind === 'text' ? value : NOTHING;
    case 'number':
      return value.kind === 'number' ? fittingNumber(value, field) : NOTHING;
    case 'days':
      return value.kind === 'days' ? fittingDays(value, field) : NOTHING;
    case 'episodes':
      return value.kind === 'episodes' ? fittingTimes(value, field) : NOTHING;
    case 'circle':
      return value.kind === 'circle' ? fittingPeople(value, field) : NOTHING;
  }
}

/** Decides what Continue does: an answer that stands untouched is not given a second time. */
export function nextMove(selection: Selection, standing: Answer | null, field: ShownField): NextMove {
  // Before anything else: an answer from another version stands although this one shows none of its cards.
  if (standing !== null && !selection.touched) return { kind: 'proceed' };
  const { nonAnswer, value } = selection;
  if (nonAnswer !== null) return { kind: 'answer', answer: { kind: nonAnswer } };
  if (field.kind === 'episodes') return nextOfEpisodes(value.kind === 'episodes' ? value : FIRST_TIME, field);
  const answer = answerOf(value, field);
  return answer === null ? { kind: 'missing', problemKey: problemOf(value, field) } : { kind: 'answer', answer };
}

function nextOfEpisodes(told: ToldTimes, field: Extract<ShownField, { kind: 'episodes' }>): NextMove {
  const next = nextEpisodeStep(told, field);
  switch (next.kind) {
    case 'step':
      return { kind: 'step', selection: touched(next.told) };
    case 'missing':
      return { kind: 'missing', problemKey: `kiosk.episodes.missing.${next.what}` };
    case 'done':
      return { kind: 'answer', answer: { kind: 'episodes', episodes: toldEpisodes(told, field) } };
  }
}

function answerOf(value: BegunValue, field: ShownField): Answer | null {
  switch (value.kind) {
    case 'codes':
      return value.codes.length > 0 ? { kind: 'codes', codes: [...value.codes] } : null;
    case 'text':
      return value.text.trim() === '' ? null : { kind: 'text', text: value.text.trim().replace(/\s+/g, ' ') };
    case 'number': {
      const number = field.kind === 'number' ? typedNumber(value.digits, field) : null;
      return number === null ? null : { kind: 'number', value: number };
    }
    case 'days':
      return value.daysAgo.length > 0 || value.saidNone ? { kind: 'days', daysAgo: [...value.daysAgo] } : null;
    case 'circle':
      return (value.people.length > 0 && value.placing === null) || value.saidNobody
        ? { kind: 'circle', people: [...value.people] }
        : null;
    case 'nothing':
    case 'episodes':
      return null;
  }
}

function problemOf(value: BegunValue, field: ShownField): string {
  if (field.kind === 'text') return 'kiosk.problem.empty';
  return value.kind === 'circle' && value.placing !== null ? 'kiosk.circle.missing.ring' : 'kiosk.chooseFirst';
}

/** Where Back leads within a question; null when it leads out of it. */
export function previousStep({ value }: Selection, field: ShownField): Selection | null {
  if (field.kind !== 'episodes' || value.kind !== 'episodes') return null;
  const before = previousEpisodeStep(value, field);
  return before === null ? null : touched(before);
}
