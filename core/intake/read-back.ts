import { assertNever } from '../basics/assert-never.ts';
import type { Pack } from '../pack/load.ts';
import type { Answer, Episode } from '../questionnaire/answer.ts';
import { nonAnswerKey, textKey, type CultureVersion, type TextPart } from '../questionnaire/culture-version.ts';
import type { Interview } from '../questionnaire/flow.ts';
import type { ReadBackLine, ToldBack } from './scene.ts';
import { askedVersion, type Visit } from './visit.ts';

/** What is told back: a visit, and what it shows. */
interface ReadBackSource {
  readonly visit: Visit;
  readonly pack: Pack;
  readonly interview: Interview;
}

/** Every answer that counts, in the words in which its question was asked. */
export function readBackLines({ visit, pack, interview }: ReadBackSource): ReadBackLine[] {
  const lines: ReadBackLine[] = [];
  for (const { item } of interview.version.items) {
    const { linkId, sensitivity } = item;
    const answer = interview.visible.get(linkId);
    if (answer === undefined) continue;
    const asked = askedVersion(visit, pack, linkId);
    const said = whatWasSaid(asked, linkId, answer);
    lines.push({ linkId, sensitivity, titleKey: textKey(asked, linkId, 'title'), said });
  }
  return lines;
}

type KeyOf = (part: TextPart) => string;

function whatWasSaid(asked: CultureVersion, linkId: string, answer: Answer): ToldBack {
  const key: KeyOf = (part) => textKey(asked, linkId, part);
  const item = asked.byLinkId.get(linkId)?.item;
  switch (answer.kind) {
    case 'text':
      return { kind: 'words', text: answer.text, masked: item?.type === 'string' && item.masked === true };
    case 'codes':
      return { kind: 'options', textKeys: answer.codes.map((code) => key(`option.${code}`)) };
    case 'number':
      return answer;
    case 'days':
      if (item?.type !== 'days') throw new Error(`Marked days at another kind of item: ${linkId}`);
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
