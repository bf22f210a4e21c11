import type { ShownItem, ShownOption } from '../../../core/intake/scene.ts';
import type { Answer, Answer, NonAnswer } from '../../../core/questionnaire/answer.ts';

/** What a person has touched on a question and not yet confirmed. A value and a non-answer exclude each other. */
export interface Selection {
  readonly codes: readonly string[];
  readonly text: string;
  readonly nonAnswer: NonAnswer | null;
  /** False while the selection is what was answered before. */
  readonly touched: boolean;
}

/** What Continue does with a selection. */
export type NextMove =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'missing' };

/** The selection that shows an answer as it stands. */
export function selectionOf(answer: Answer | null): Selection {
  const nothing: Selection = { codes: [], text: '', nonAnswer: null, touched: false };
  switch (answer?.kind) {
    case 'codes':
      return { ...nothing, codes: answer.codes };
    case 'text':
      return { ...nothing, text: answer.text };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { ...nothing, nonAnswer: answer.kind };
    default:
      return nothing;
  }
}

/**
 * Chooses a card, or takes it away again. An exclusive card stands alone.
 *
 * @returns null when no more cards may be chosen
 */
export function choose(
  selection: Selection,
  code: string,
  field: Extract<ShownItem['field'], { kind: 'choice' }>,
): Selection | null {
  const chosen = (codes: readonly string[]): Selection => ({ codes, text: '', nonAnswer: null, touched: true });
  const option = field.options.find((each) => each.code === code);
  if (option === undefined) return selection;
  if (field.maxAnswers === 1) return chosen([code]);
  if (selection.codes.includes(code)) return chosen(selection.codes.filter((each) => each !== code));
  if (option.exclusive) return chosen([code]);
  const beside = selection.codes.filter((each) => !isExclusive(field.options, each));
  return beside.length >= field.maxAnswers ? null : chosen([...beside, code]);
}

function isExclusive(options: readonly ShownOption[], code: string): boolean {
  return options.some((option) => option.code === code && option.exclusive);
}

/** Chooses a non-answer, or takes it away again. */
export function chooseNonAnswer(selection: Selection, nonAnswer: NonAnswer): Selection {
  return { codes: [], text: '', nonAnswer: selection.nonAnswer === nonAnswer ? null : nonAnswer, touched: true };
}

/** Replaces what was written. */
export function write(text: string): Selection {
  return { codes: [], text, nonAnswer: null, touched: true };
}

/** Leaves out what this version of the question does not offer: the culture version may have changed meanwhile. */
export function fitting(selection: Selection, field: ShownItem['field']): Selection {
  if (field.kind === 'text') return { ...selection, codes: [] };
  const codes = selection.codes.filter((code) => field.options.some((option) => option.code === code));
  return { ...selection, text: '', codes: codes.slice(0, field.maxAnswers) };
}

/** Decides what Continue does: an answer that stands untouched is not given a second time. */
export function nextMove(selection: Selection, standing: Answer | null): NextMove {
  // Before anything else: an answer from another version stands although this one shows none of its cards.
  if (standing !== null && !selection.touched) return { kind: 'proceed' };
  const answer = answerOf(selection);
  return answer === null ? { kind: 'missing' } : { kind: 'answer', answer };
}

function answerOf({ codes, text, nonAnswer }: Selection): Answer | null {
  if (nonAnswer !== null) return { kind: nonAnswer };
  if (codes.length > 0) return { kind: 'codes', codes: [...codes] };
  return text.trim() === '' ? null : { kind: 'text', text };
}
