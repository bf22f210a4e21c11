import type { LanguageTag } from '../../../core/basics/language.ts';
import type { ReadBackLine, ToldBack } from '../../../core/intake/scene.ts';
import type { SaidGroup, ToldLine } from '../../components/read-back-list.tsx';
import { formatNumber } from '../../i18n/format.ts';
import { detailWeight, type Weight } from '../../i18n/second-line.ts';
import type { Lines, Words } from '../../i18n/words.ts';

/** From this sensitivity on a line stays closed while somebody is there, until the person opens it. */
const CLOSED_IN_COMPANY = 2;
/** From this one on even the question stays closed. */
const QUESTION_CLOSED = 3;

/** A line of the read back in the words of the screen, or in those of its question where the screen's language has none. */
export function toldLine(line: ReadBackLine, words: Words): ToldLine {
  const weight = detailWeight(line, false);
  const own = line.language === null ? words : wordsIn(line.language, words);
  return {
    linkId: line.linkId,
    question: own.lines(line.titleKey, weight),
    said: saidGroups(line.said, weight, own),
  };
}

/** The words of one language alone: an official wording that is never translated. */
function wordsIn(language: LanguageTag, { sayIn }: Words): Words {
  const say: Words['say'] = (key, values) => sayIn(language, key, values);
  const lines: Words['lines'] = (key, _weight, values) => ({
    first: { text: say(key, values), language },
    second: null,
  });
  return { language, sayIn, say, lines };
}

/**
 * Tells what of a line stays closed until the person opens it: sensitive answers while somebody is there, and a number
 * that names a person always.
 */
export function closedPart(
  { sensitivity, said }: Pick<ReadBackLine, 'sensitivity' | 'said'>,
  accompanied: boolean,
): 'none' | 'answer' | 'all' {
  if (accompanied && sensitivity >= QUESTION_CLOSED) return 'all';
  const isMasked = said.kind === 'words' && said.masked;
  return isMasked || (accompanied && sensitivity >= CLOSED_IN_COMPANY) ? 'answer' : 'none';
}

function saidGroups(said: ToldBack, weight: Weight, words: Words): readonly SaidGroup[] {
  const text = (key: string): Lines => words.lines(key, weight);
  switch (said.kind) {
    case 'options':
      return [group(said.textKeys.map(text))];
    case 'nonAnswer':
      return [group([text(said.textKey)])];
    case 'words':
      return [{ ...group([asItIs(said.text, words)]), spoken: said.masked ? 'never' : 'own' }];
    case 'number':
      return [group([asItIs(formatNumber(said.value, words.language), words)])];
    case 'days':
      return [group([words.lines('kiosk.readBack.days', weight, { count: said.count, of: said.lastDays })])];
    case 'episodes':
      return said.episodes.map((episode) => group(episodeParts(episode, weight, words)));
    case 'circle':
      return said.people.length === 0 ? [group([text('kiosk.circle.nobody')])] : ringGroups(said.people, text);
  }
}

function group(parts: readonly Lines[], label: Lines | null = null): SaidGroup {
  return { label, parts };
}

function asItIs(text: string, { language }: Words): Lines {
  return { first: { text, language }, second: null };
}

type ToldEpisode = Extract<ToldBack, { kind: 'episodes' }>['episodes'][number];

function episodeParts({ drinks, shareKey, companyKey }: ToldEpisode, weight: Weight, words: Words): readonly Lines[] {
  const drunk = drinks.map(({ textKey, count }) =>
    words.lines('kiosk.readBack.drink', weight, { count, drink: (_, translate) => translate(textKey) }),
  );
  const around = [shareKey, companyKey].filter((key) => key !== null);
  return [...drunk, ...around.map((key) => words.lines(key, weight))];
}

type ToldPeople = Extract<ToldBack, { kind: 'circle' }>['people'];

/** The people ring by ring, in the order in which the rings were first used. */
function ringGroups(people: ToldPeople, text: (key: string) => Lines): readonly SaidGroup[] {
  const rings = [...new Set(people.map(({ ringKey }) => ringKey))];
  return rings.map((ring) => {
    const there = people.filter(({ ringKey }) => ringKey === ring);
    return group(
      there.map(({ whoKey }) => text(whoKey)),
      text(ring),
    );
  });
}
