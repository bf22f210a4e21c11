import type { Culture, LanguageTag } from '../../../../core/basics/language.ts';
import type { Intake, IntakeAnswer } from '../../../../core/intake/intake.ts';
import type { Item } from '../../../../core/pack/questionnaire.ts';
import { gramsOfEpisode, type EpisodesItem } from '../../../../core/questionnaire/alcohol.ts';
import {
  optionsOf,
  textKey,
  type CultureVersion,
  type TextPart,
} from '../../../../core/questionnaire/culture-version.ts';
import type { Texts } from '../../../../core/translation/catalogue.ts';
import { realPack } from '../../../journeys/real-pack.ts';
import { answerTo, intakeOf, localeTexts, words } from './example-page.ts';

type Said = IntakeAnswer['said'];

/** How much is said to every question of a whole questionnaire. */
export interface Amount {
  /** Chosen options, people and times of drinking; as many as there are at most. */
  readonly options: number;
  /** Characters of own words, at most; as many as the field takes. */
  readonly words: number;
}

const OWN_WORDS = 'Jeg vil gerne kunne sove igen og se mine børn om søndagen, og så vil jeg have ro i hovedet. ';

/** Every question of a culture version, answered in a language and read in Danish. */
export function wholeIntake(culture: Culture, amount: Amount, language: LanguageTag = 'da'): Intake {
  const version = realPack[culture];
  const answers = version.items.map(({ item }) => wholeAnswer(version, item, { amount, language }));
  return intakeOf(answers, { culture, language });
}

interface Asked {
  readonly amount: Amount;
  readonly language: LanguageTag;
}

function wholeAnswer(version: CultureVersion, item: Item, { amount, language }: Asked): IntakeAnswer {
  const siteText = danish(textKey(version, item.linkId, 'title'));
  return answerTo(item.linkId, wholeSaid(version, item, amount), {
    section: item.section,
    sensitivity: item.sensitivity,
    culture: version.culture,
    language,
    question: { text: siteText, siteText },
    reviewStatus: language === 'kl' ? 'draft' : 'approved',
  });
}

let danishTexts: Texts | null = null;

/** A Danish text of the questionnaire; its key while nobody has written it. */
function danish(key: string): string {
  danishTexts ??= localeTexts('da', 'intake');
  return danishTexts[key] ?? key;
}

function wholeSaid(version: CultureVersion, item: Item, { options, words: length }: Amount): Said {
  const pick = (part: TextPart, code: string): { code: string; text: string; siteText: string } => {
    const siteText = danish(textKey(version, item.linkId, part));
    return { code, text: siteText, siteText };
  };
  switch (item.type) {
    case 'choice': {
      const most = item.repeats === true ? Math.min(options, item.maxAnswers ?? Infinity) : 1;
      // The first option is often "none": the last ones say more.
      const many = optionsOf(item).filter(({ exclusive }) => exclusive !== true);
      const taken = most === 1 ? many.slice(-2, -1) : many.slice(0, most);
      return {
        kind: 'options',
        options: taken.map(({ code, weight }) => ({
          ...pick(`option.${code}`, code),
          ...(weight === undefined ? {} : { weight }),
        })),
      };
    }
    case 'string':
      return words(OWN_WORDS.repeat(20).slice(0, Math.min(length, item.maxLength)).trim());
    case 'integer':
      return { kind: 'number', value: Math.min(item.maxValue, 12) };
    case 'days':
      return { kind: 'days', daysAgo: [1, 2, 5, 9], lastDays: item.lastDays };
    case 'circle':
      return {
        kind: 'circle',
        people: Array.from({ length: Math.min(options * 2, item.maxPeople) }, (_, index) => ({
          who: pick(`who.${at(item.who, index).code}`, at(item.who, index).code),
          ring: pick(`ring.${at(item.ring, index).code}`, at(item.ring, index).code),
        })),
      };
    case 'episodes':
      return { kind: 'episodes', episodes: episodesOf(item, pick, options) };
  }
}

function episodesOf(
  item: EpisodesItem,
  pick: (part: TextPart, code: string) => { code: string; text: string; siteText: string },
  most: number,
): Extract<Said, { kind: 'episodes' }>['episodes'] {
  return Array.from({ length: Math.min(most, item.maxEpisodes) }, (_, index) => {
    const vessels = [at(item.container, index), at(item.container, index + 1)];
    const share = item.share === undefined ? null : at(item.share, index);
    const company = item.company === undefined ? null : at(item.company, index).code;
    const drinks = vessels.map(({ code }, place) => ({ container: code, count: 5 - place }));
    const grams = gramsOfEpisode(item, { drinks, share: share?.code ?? null, company }) ?? 0;
    return {
      drinks: vessels.map(({ code, centilitres, percent }, place) => ({
        ...pick(`container.${code}`, code),
        count: 5 - place,
        centilitres,
        percent,
      })),
      share: share === null ? null : { ...pick(`share.${share.code}`, share.code), weight: share.weight },
      company: company === null ? null : pick(`company.${company}`, company),
      grams: Math.round(grams * 10) / 10,
    };
  });
}

function at<T>(list: readonly T[], index: number): T {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('An empty list');
  return found;
}
