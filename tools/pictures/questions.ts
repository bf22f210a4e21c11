import type { Page } from '@playwright/test';
import type { Culture, Language } from '../../core/basics/language.ts';
import type { ShownItem } from '../../core/intake/scene.ts';
import type { Answer } from '../../core/questionnaire/answer.ts';
import { anyAnswer, choosingPlace } from '../bench/any-answer.ts';
import { answerOf } from '../person/answer-of.ts';
import type { Reply } from '../person/reply.ts';
import { repliesFor } from '../person/replies.ts';
import type { Camera, State } from './state.ts';
import type { Studio } from './studio.ts';

const cards = (...codes: string[]): Reply => ({ kind: 'cards', codes });

/** What has to be said so that every question is asked; besides it the scripted person's own replies. */
const ASKS_MORE: Readonly<Record<Culture, Readonly<Record<string, Reply>>>> = {
  greenlandic: {
    'must-not-see': cards('yes'),
    'takes-room': cards('alcohol', 'hash', 'other-drugs'),
    'other-substances': cards('painkillers', 'something-else'),
    gambling: cards('often'),
    illness: cards('yes'),
    'met-badly': cards('yes'),
    'contact-way': cards('sms', 'through-person'),
    'greenland-travel': cards('yes'),
  },
  danish: {
    'languages-spoken': cards('danish', 'other'),
    'takes-room': cards('alcohol', 'hash', 'other-drugs', 'gambling'),
    'other-substances': cards('painkillers', 'something-else'),
    illness: cards('yes'),
    'contact-way': cards('sms', 'through-person'),
  },
  swedish: {
    'languages-spoken': cards('swedish', 'other'),
    'must-not-see': cards('yes'),
    'takes-room': cards('alcohol', 'hash', 'other-drugs'),
    'other-substances': cards('tramadol', 'something-else'),
    'cannabis-pattern': cards('weekends'),
    illness: cards('yes'),
    'met-badly': cards('yes'),
    'contact-way': cards('sms', 'through-person'),
  },
};

/** More questions than this are no intake but a circle. */
const MOST_QUESTIONS = 200;

/** Every question of a culture version once. What looks the same in a version before is not pictured again. */
export function everyQuestion(culture: Culture, isSeen: (item: ShownItem) => boolean): State {
  const run = (studio: Studio, { take, wants }: Camera): Promise<void> =>
    asksEverything(studio, culture, async (item) => {
      if (!wants(item.linkId) || isSeen(item)) return;
      await studio.showsQuestion(item.linkId);
      await take(item.linkId);
      await leafs(studio.page, (page) => take(`${item.linkId}-page-${page}`));
    });
  return { name: `question-${culture}`, screens: 'many', run };
}

/** No list has more pages than this. */
const MOST_PAGES = 12;

/** Leafs through a list that is longer than the screen, from its second page to its last. */
async function leafs(page: Page, onPage: (page: number) => Promise<void>): Promise<void> {
  const further = page.locator('.stage:not([inert]) [data-does="more-of-list"]').first();
  const seen = new Set<string>();
  for (let number = 2; number <= MOST_PAGES && (await further.count()) > 0; number++) {
    seen.add(await further.innerText());
    await further.click();
    if (seen.has(await further.innerText())) return;
    await onPage(number);
  }
}

/** Where something can be seen of what was answered before Continue: ticks, words, marked days, people, told times. */
const SHOWS_ANSWERS: readonly string[] = [
  'strengths',
  'people',
  'call-name',
  'confidence',
  'last-times',
  'days-without',
  'personal-number',
];

/** As many times as can be told, where times are told. */
function fullest(reply: Reply, { field }: ShownItem): Reply {
  if (reply.kind !== 'times' || field.kind !== 'episodes') return reply;
  const { maxEpisodes } = field;
  return {
    ...reply,
    times: Array.from({ length: maxEpisodes }, () => reply.times)
      .flat()
      .slice(0, maxEpisodes),
  };
}

/** What is pictured on the way to an answer, where it takes several steps. */
const STEPS: readonly string[] = ['where', 'drinks-1', 'drinks-2', 'around-1', 'around-2', 'page-2'];

/** Questions while they are answered. */
export function answeredQuestions(culture: Culture): State {
  const run = (studio: Studio, { take, wants }: Camera): Promise<void> =>
    asksEverything(studio, culture, async (item) => {
      const { linkId } = item;
      const reply = repliesFor(studio.setting.language, culture)[linkId];
      const names = [linkId, ...STEPS.map((step) => `${linkId}-${step}`)];
      if (reply === undefined || !SHOWS_ANSWERS.includes(linkId) || !names.some(wants)) return;
      await studio.showsQuestion(linkId);
      await studio.person.gives(linkId, fullest(reply, item), (step) => take(`${linkId}-${step}`));
      await take(linkId);
      await leafs(studio.page, (page) => take(`${linkId}-page-${page}`));
    });
  return { name: `answered-${culture}`, screens: 'many', run };
}

/** Goes through the whole track, and stops at each question before it is answered. */
async function asksEverything(studio: Studio, culture: Culture, at: (item: ShownItem) => Promise<void>): Promise<void> {
  await studio.beginsQuestions(culture, 'whole');
  for (let asked = 0; asked < MOST_QUESTIONS; asked++) {
    const { scene, safety } = await studio.view();
    if (safety.offer !== null) await studio.does({ kind: 'leaveOffer' });
    else if (scene.kind === 'offerCode') await studio.does({ kind: 'proceed' });
    else if (scene.kind !== 'question') return;
    else {
      const { item } = scene;
      await at(item);
      const answer = tellingAnswer(item, { language: studio.setting.language, culture });
      await studio.does({ kind: 'answer', linkId: item.linkId, answer });
    }
  }
  throw new Error(`The questions of the ${culture} version never end`);
}

/** An answer that lets as much be asked as can be. */
export function tellingAnswer(
  item: ShownItem,
  { language, culture }: { readonly language: Language; readonly culture: Culture },
): Answer {
  const reply = ASKS_MORE[culture][item.linkId] ?? repliesFor(language, culture)[item.linkId];
  return reply === undefined ? anyAnswer(item, choosingPlace(0)) : answerOf(reply);
}

/** Remembers items by what of them is shown, so that each is pictured once. */
export function seenItems(): (item: ShownItem) => boolean {
  const seen = new Set<string>();
  return (item) => {
    const shown = JSON.stringify(item);
    const isSeen = seen.has(shown);
    seen.add(shown);
    return isSeen;
  };
}
