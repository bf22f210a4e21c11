import { fail, ok, type Result } from '../basics/result.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer, AnswerLookup } from './answer.ts';
import { isEnabled } from './conditions.ts';
import { optionsOf } from './culture-version.ts';

/** Why an answer does not fit its item. Carries no part of the answer. */
export type AnswerProblem =
  | { readonly kind: 'wrongType' }
  | { readonly kind: 'unknownOption' }
  | { readonly kind: 'tooMany'; readonly maxAnswers: number }
  | { readonly kind: 'notAlone' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly maxLength: number };

// Control and bidirectional characters can make a text show as something else than it says; half a character of
// UTF-16 cannot be written as UTF-8.
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu;

/**
 * Checks an answer against its item and gives it the one form in which it is stored: codes in the item's order
 * without doubles, text trimmed, in Unicode form C and without control characters.
 *
 * @param visible answers that count so far, for options with conditions
 */
export function validateAnswer(item: Item, answer: Answer, visible: AnswerLookup): Result<Answer, AnswerProblem> {
  if (answer.kind === 'codes') return validateCodes(item, answer.codes, visible);
  if (answer.kind === 'text') return validateText(item, answer.text);
  return ok(answer);
}

function validateCodes(item: Item, codes: readonly string[], visible: AnswerLookup): Result<Answer, AnswerProblem> {
  if (item.type !== 'choice') return fail({ kind: 'wrongType' });
  const options = optionsOf(item).filter((option) => isEnabled(option, visible));
  if (codes.some((code) => !options.some((option) => option.code === code))) return fail({ kind: 'unknownOption' });
  const chosen = options.filter((option) => codes.includes(option.code));
  const maxAnswers = item.repeats === true ? (item.maxAnswers ?? options.length) : 1;
  if (chosen.length > maxAnswers) return fail({ kind: 'tooMany', maxAnswers });
  if (chosen.length > 1 && chosen.some((option) => option.exclusive === true)) return fail({ kind: 'notAlone' });
  if (chosen.length === 0) return fail({ kind: 'empty' });
  return ok({ kind: 'codes', codes: chosen.map((option) => option.code) });
}

function validateText(item: Item, text: string): Result<Answer, AnswerProblem> {
  if (item.type !== 'string') return fail({ kind: 'wrongType' });
  // In this order: a character that goes may have stood between a letter and its accent.
  const clean = text.replace(UNSAFE_CHARACTERS, '').normalize('NFC').trim();
  if (clean === '') return fail({ kind: 'empty' });
  if (clean.length > item.maxLength) return fail({ kind: 'tooLong', maxLength: item.maxLength });
  return ok({ kind: 'text', text: clean });
}
