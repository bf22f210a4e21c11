import { assertNever } from '../basics/assert-never.ts';
import type { Pack } from '../pack/load.ts';
import type { Item } from '../pack/questionnaire.ts';
import type { Answer, Episode } from '../questionnaire/answer.ts';
import { nonAnswerKey, textKey, type CultureVersion, type TextPart } from '../questionnaire/culture-version.ts';
import { whyNotShown, type Interview } from '../questionnaire/flow.ts';
import { countedAnswers, isWordedIn } from '../questionnaire/visible-answers.ts';
import type { ReadBackLine, ToldBack } from './scene.ts';
import { askedAnswer, type Visit } from './visit.ts';

/** What is told back: a visit, and what it shows. */
interface ReadBackSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly interview: Interview;
}

/** Every answer that counts, in the words in which its question was asked, section by section. */
export function readBackLines(source: ReadBackSource): ReadBackLine[] {
  const lines = linesInOrder(source);
  // What only another version asks stands with its section, where this version has that too.
  const sections = [...new Set(lines.map(({ section }) => section))];
  return sections.flatMap((section) => lines.filter((line) => line.section === section));
}

function linesInOrder({ visit, pack, interview }: ReadBackSource): ReadBackLine[] {
  return countedAnswers(interview).map(([linkId, answer]) => {
    const { given, asked, adapted } = askedAnswer(visit, pack, linkId);
    return {
      linkId,
      section: (interview.version.byLinkId.get(linkId) ?? adapted).item.section,
      sensitivity: adapted.item.sensitivity,
      language: isWordedIn(adapted, visit.language) ? null : given.language,
      locked: whyNotShown(interview, linkId),
      titleKey: textKey(asked, linkId, 'title'),
      said: whatWasSaid(asked, adapted.item, answer),
    };
  });
}

type KeyOf = (part: TextPart) => string;

function whatWasSaid(asked: CultureVersion, item: Item, answer: Answer): ToldBack {
  const key: KeyOf = (part) => textKey(asked, item.linkId, part);
  switch (answer.kind) {
    case 'text':
      return { kind: 'words', text: answer.text, masked: item.type === 'string' && item.masked === true };
    case 'codes':
      return { kind: 'options', textKeys: answer.codes.map((code) => key(`option.${code}`)) };
    case 'number':
      return answer;
    case 'days':
      if (item.type !== 'days') throw new Error(`Marked days at another kind of item: ${item.linkId}`);
      return { kind: 'days', count: answer.daysAgo.length, lastDays: item.lastDays };
    case 'episodes':
      return { kind: 'episodes', episodes: answer.episodes.map((episode) => toldEpisode(episode, key)) };
    case 'circle':
      return {
        kind: 'circle',
        people: answer.people.map(({ who, ring }) => ({ whoKey: key(`who.${who}`), ringKey: key(`ring.${ring}`) })),
      };
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return { kind: 'nonAnswer', textKey: nonAnswerKey(asked, answer.kind) };
    default:
      return assertNever(answer);
  }
}

function toldEpisode(
  { drinks, share, company }: Episode,
  key: KeyOf,
): Extract<ToldBack, { kind: 'episodes' }>['episodes'][number] {
  return {
    drinks: drinks.map(({ container, count }) => ({ textKey: key(`container.${container}`), count })),
    shareKey: share === null ? null : key(`share.${share}`),
    companyKey: company === null ? null : key(`company.${company}`),
  };
}
