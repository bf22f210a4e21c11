import { NON_ANSWERS } from '../pack/condition.ts';
import type { Item } from '../pack/questionnaire.ts';
import { codesOf } from '../questionnaire/answer.ts';
import { isEnabled, type Answered } from '../questionnaire/conditions.ts';
import { nonAnswerKey, textKey, type TextPart } from '../questionnaire/culture-version.ts';
import type { Interview } from '../questionnaire/flow.ts';
import { answeredOf } from '../questionnaire/visible-answers.ts';
import type { Scene, ShownChoice, ShownField } from './scene.ts';
import type { SitePolicy } from './site.ts';
import type { Visit } from './visit.ts';

/** What a question is shown from. `policy` decides which notices are true at this site. */
interface QuestionSource {
  readonly visit: Pick<Visit, 'begun'>;
  readonly interview: Interview;
  readonly policy: SitePolicy;
}

/** Shows one question with the answer that stands. */
export function questionScene({ visit: { begun }, interview, policy }: QuestionSource, linkId: string): Scene {
  const { version, visible } = interview;
  const item = version.byLinkId.get(linkId)?.item;
  if (item === undefined) throw new Error(`The visit stands at an item that its version lacks: ${linkId}`);
  const key = (part: TextPart): string => textKey(version, linkId, part);
  return {
    kind: 'question',
    answer: visible.get(linkId) ?? null,
    begun: begun?.linkId === linkId ? begun : null,
    item: {
      linkId,
      sensitivity: item.sensitivity,
      titleKey: key('title'),
      hintKey: item.hint === true ? key('hint') : null,
      noticeKey: showsNotice(item, policy) ? key('notice') : null,
      field: field(item, key, answeredOf(interview)),
      nonAnswers: NON_ANSWERS.map((nonAnswer) => ({
        nonAnswer,
        textKey: nonAnswerKey(version, nonAnswer),
        pictogram: version.nonAnswers.pictures[nonAnswer],
      })),
    },
  };
}

function showsNotice(item: Item, policy: SitePolicy): boolean {
  return item.notice === true && (item.noticePolicy === undefined || policy[item.noticePolicy]);
}

type KeyOf = (part: TextPart) => string;

function field(item: Item, key: KeyOf, answered: Answered): ShownField {
  switch (item.type) {
    case 'choice':
      return choiceField(item, key, answered);
    case 'string': {
      const warnsOfNames = item.mayNamePeople === true && codesOf(answered.answer('anonymity')).includes('code-only');
      const { maxLength, masked = false, keyboard = null } = item;
      return { kind: 'text', maxLength, masked, keyboard, warnsOfNames };
    }
    case 'integer':
      return { kind: 'number', minValue: item.minValue, maxValue: item.maxValue };
    case 'days':
      return { kind: 'days', lastDays: item.lastDays };
    case 'episodes':
      return {
        kind: 'episodes',
        maxEpisodes: item.maxEpisodes,
        containers: item.container.map((container) => ({
          ...shown(container, key(`container.${container.code}`)),
          shared: container.shared === true,
        })),
        asksShare: item.asksShare,
        shares: (item.share ?? []).map((share) => shown(share, key(`share.${share.code}`))),
        company: (item.company ?? []).map((company) => shown(company, key(`company.${company.code}`))),
      };
    case 'circle':
      return {
        kind: 'circle',
        who: item.who.map((who) => shown(who, key(`who.${who.code}`))),
        rings: item.ring.map((ring) => shown(ring, key(`ring.${ring.code}`))),
        maxPeople: item.maxPeople,
      };
  }
}

function choiceField(item: Extract<Item, { type: 'choice' }>, key: KeyOf, answered: Answered): ShownField {
  const options = item.answerOption
    .filter((option) => isEnabled(option, answered))
    .map((option) => ({ ...shown(option, key(`option.${option.code}`)), exclusive: option.exclusive === true }));
  return {
    kind: 'choice',
    presentation: item.presentation ?? 'cards',
    imagery: item.imagery ?? null,
    options,
    maxAnswers: item.repeats === true ? (item.maxAnswers ?? options.length) : 1,
  };
}

function shown(
  { code, pictogram }: { readonly code: string; readonly pictogram?: string | undefined },
  key: string,
): ShownChoice {
  return { code, textKey: key, pictogram: pictogram ?? null };
}
