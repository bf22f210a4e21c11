import { fail, ok, type Result } from '../basics/result.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { EpisodesItem } from './alcohol.ts';
import type { Answer, Episode } from './answer.ts';
import { isEnabled, type Answered } from './conditions.ts';
import { optionsOf } from './culture-version.ts';

/** Why an answer does not fit its item. Carries no part of the answer. */
export type AnswerProblem =
  | { readonly kind: 'wrongType' }
  | { readonly kind: 'unknownOption' }
  | { readonly kind: 'tooMany'; readonly maxAnswers: number }
  | { readonly kind: 'notAlone' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'tooLong'; readonly maxLength: number }
  | { readonly kind: 'outOfRange'; readonly minValue: number; readonly maxValue: number };

// Control and format characters can make a text show as something else than it says, or hide what it says; half a
// character of UTF-16 cannot be written as UTF-8. The two joiners are spelling where they stand between letters.
const UNSAFE_CHARACTERS =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\p{Surrogate}]|(?![\u200c\u200d])\p{Cf}|(?<![\p{L}\p{M}])[\u200c\u200d]|[\u200c\u200d](?![\p{L}\p{M}])/gu;
// Everything but spaces, fillers, accents without a letter, and the Braille cell without dots.
const VISIBLE_CHARACTER = /[^\s\p{Default_Ignorable_Code_Point}\p{M}\u2800]/u;

/**
 * Checks an answer against its item and gives it the one form in which it is stored: codes and days in order without
 * doubles, text trimmed, in Unicode form C and without characters that nobody sees.
 *
 * @param answered answers that count so far, for options with conditions
 */
export function validateAnswer(item: Item, answer: Answer, answered: Answered): Result<Answer, AnswerProblem> {
  switch (answer.kind) {
    case 'codes':
      return validateCodes(item, answer.codes, answered);
    case 'text':
      return validateText(item, answer.text);
    case 'number':
      return validateNumber(item, answer.value);
    case 'days':
      return validateDays(item, answer.daysAgo);
    case 'episodes':
      return validateEpisodes(item, answer.episodes);
    case 'circle':
      return validateCircle(item, answer.people);
    default:
      return ok(answer);
  }
}

function validateCodes(item: Item, codes: readonly string[], answered: Answered): Result<Answer, AnswerProblem> {
  if (item.type !== 'choice') return fail({ kind: 'wrongType' });
  const options = optionsOf(item).filter((option) => isEnabled(option, answered));
  if (codes.some((code) => !options.some((option) => option.code === code))) return fail({ kind: 'unknownOption' });
  const chosen = options.filter((option) => codes.includes(option.code));
  const maxAnswers = item.repeats === true ? (item.maxAnswers ?? options.length) : 1;
  if (chosen.length > maxAnswers) return fail({ kind: 'tooMany', maxAnswers });
  if (chosen.length > 1 && chosen.some((option) => option.exclusive === true)) return fail({ kind: 'notAlone' });
  if (chosen.length === 0) return fail({ kind: 'empty' });
  return ok({ kind: 'codes', codes: chosen.map((option) => option.code) });
}

function validateNumber(item: Item, value: number): Result<Answer, AnswerProblem> {
  if (item.type !== 'integer') return fail({ kind: 'wrongType' });
  const { minValue, maxValue } = item;
  return value < minValue || value > maxValue
    ? fail({ kind: 'outOfRange', minValue, maxValue })
    : ok({ kind: 'number', value });
}

function validateDays(item: Item, daysAgo: readonly number[]): Result<Answer, AnswerProblem> {
  if (item.type !== 'days') return fail({ kind: 'wrongType' });
  const maxValue = item.lastDays - 1;
  if (daysAgo.some((day) => day > maxValue)) return fail({ kind: 'outOfRange', minValue: 0, maxValue });
  return ok({ kind: 'days', daysAgo: [...new Set(daysAgo)].sort((a, b) => a - b) });
}

function validateEpisodes(item: Item, episodes: readonly Episode[]): Result<Answer, AnswerProblem> {
  if (item.type !== 'episodes') return fail({ kind: 'wrongType' });
  if (episodes.length > item.maxEpisodes) return fail({ kind: 'tooMany', maxAnswers: item.maxEpisodes });
  if (!episodes.every((episode) => isOfItem(item, episode))) return fail({ kind: 'unknownOption' });
  // Without the own part the grams would be those of everybody who drank along.
  return episodes.some((episode) => lacksShare(item, episode))
    ? fail({ kind: 'empty' })
    : ok({ kind: 'episodes', episodes: [...episodes] });
}

function lacksShare({ asksShare, container }: EpisodesItem, { drinks, share }: Episode): boolean {
  if (share !== null || asksShare === 'never') return false;
  const isShared = (vessel: string): boolean =>
    container.some(({ code, shared }) => code === vessel && shared === true);
  return asksShare === 'always' || drinks.some((drink) => isShared(drink.container));
}

function isOfItem({ container, share, company, asksShare }: EpisodesItem, episode: Episode): boolean {
  const has = (coded: readonly { readonly code: string }[] | undefined, code: string): boolean =>
    (coded ?? []).some((each) => each.code === code);
  const vessels = episode.drinks.map((drink) => drink.container);
  return (
    new Set(vessels).size === vessels.length &&
    vessels.every((vessel) => has(container, vessel)) &&
    (episode.share === null || (asksShare !== 'never' && has(share, episode.share))) &&
    (episode.company === null || has(company, episode.company))
  );
}

function validateCircle(
  item: Item,
  people: readonly { readonly who: string; readonly ring: string }[],
): Result<Answer, AnswerProblem> {
  if (item.type !== 'circle') return fail({ kind: 'wrongType' });
  if (people.length > item.maxPeople) return fail({ kind: 'tooMany', maxAnswers: item.maxPeople });
  const isKnown = people.every(
    ({ who, ring }) => item.who.some(({ code }) => code === who) && item.ring.some(({ code }) => code === ring),
  );
  return isKnown ? ok({ kind: 'circle', people: [...people] }) : fail({ kind: 'unknownOption' });
}

function validateText(item: Item, text: string): Result<Answer, AnswerProblem> {
  if (item.type !== 'string') return fail({ kind: 'wrongType' });
  // In this order: a character that goes may have stood between a letter and its accent.
  const clean = text.replace(UNSAFE_CHARACTERS, '').normalize('NFC').trim();
  if (!VISIBLE_CHARACTER.test(clean)) return fail({ kind: 'empty' });
  if (clean.length > item.maxLength) return fail({ kind: 'tooLong', maxLength: item.maxLength });
  return ok({ kind: 'text', text: clean });
}
