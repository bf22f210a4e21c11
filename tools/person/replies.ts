import { languageOf, type Culture, type Language, type LanguageTag } from '../../core/basics/language.ts';
import type { Reply, TimeTold } from './reply.ts';

/** What the scripted person says, by linkId. Cards that a culture version lacks have a line of their own there. */
export type Replies = Readonly<Record<string, Reply>>;

const cards = (...codes: string[]): Reply => ({ kind: 'cards', codes });
const words = (text: string): Reply => ({ kind: 'words', text });
const number = (value: number): Reply => ({ kind: 'number', value });
const days = (...daysAgo: number[]): Reply => ({ kind: 'days', daysAgo });
const times = (...told: TimeTold[]): Reply => ({ kind: 'times', times: told });
const people = (...placed: [who: string, ring: string][]): Reply => ({
  kind: 'people',
  people: placed.map(([who, ring]) => ({ who, ring })),
});

const COMMON: Replies = {
  'read-or-listen': cards('read'),
  helper: cards('alone'),
  urgent: cards('no'),
  'may-know': cards('family'),
  'must-not-see': cards('no'),
  anonymity: cards('name'),
  age: cards('35-44'),
  letters: cards('short-ones'),
  'good-day': cards('with-children', 'calm'),
  'help-first': cards('sleep', 'less', 'family'),
  'takes-room': cards('alcohol', 'hash'),
  'was-good': cards('calm', 'company'),
  'became-hard': cards('sleep', 'money'),
  'last-drink': cards('yesterday'),
  'ran-away': cards('few-times'),
  'cannabis-time': cards('evening'),
  mixing: cards('with-alcohol'),
  gambling: cards('no'),
  tobacco: cards('cigarettes'),
  'tobacco-amount': cards('six-to-15'),
  shaking: cards('earlier'),
  fits: cards('no'),
  'too-much': cards('never'),
  pregnant: cards('not-relevant'),
  illness: { kind: 'tellAPerson' },
  'sleep-tonight': cards('friend'),
  afraid: cards('no'),
  'sleep-quality': cards('some'),
  'not-live': cards('no'),
  psychiatry: cards('no'),
  'looks-after': cards('yes'),
  'looks-after-needs': cards('someone-stays'),
  barriers: cards('far', 'ashamed'),
  income: cards('benefit'),
  'what-helped': cards('someone-listened', 'time'),
  'why-stopped': cards('waited-long'),
  'met-badly': cards('no'),
  'phone-number': { kind: 'tellAPerson' },
  'contact-time': cards('mornings', 'weekdays'),
  discreet: cards('say-nothing'),
  'peer-mentor': cards('yes'),
  'peer-wishes': cards('same-language', 'not-at-home'),
  'peer-permission': cards('yes'),
  companion: cards('house-person'),
  'community-permission': cards('yes'),
  'personal-number': { kind: 'notNow' },
};

const GREENLANDIC: Replies = {
  strengths: cards('sea-and-mountain', 'children', 'humour'),
  people: people(['children', 'far'], ['siblings', 'here'], ['grandparents', 'in-thought'], ['namesake', 'in-thought']),
  'named-after-shared': cards('yes'),
  'home-feeling': cards('greenland-west', 'with-people'),
  'languages-spoken': cards('greenlandic', 'danish'),
  dialect: cards('west'),
  'languages-understood': cards('greenlandic', 'danish'),
  interpreter: cards('yes', 'not-my-town'),
  'who-would-notice': cards('children'),
  importance: cards('8'),
  confidence: cards('like-aviaja'),
  'since-when': cards('after-moving'),
  'drink-when': cards('with-friends', 'when-money'),
  'last-times': times(
    { drinks: [{ container: 'can-50', count: 4 }], share: 'all', company: 'friends' },
    {
      drinks: [
        { container: 'beer-case', count: 1 },
        { container: 'shot', count: 2 },
      ],
      share: 'half',
      company: 'family',
    },
  ),
  'days-without': days(2, 3, 4, 9, 10, 11, 16, 17, 18),
  'time-anchor': cards('christmas'),
  'cannabis-pattern': cards('with-friends'),
  'cannabis-amount': cards('one-gram'),
  'tobacco-later': cards('later'),
  mood: cards('heavy', 'homesick'),
  'heavy-before': cards('yes'),
  'heavy-talk-to': cards('woman', 'greenlandic-speaking'),
  'lost-someone': cards('yes-heavy'),
  'pay-rhythm': cards('fortnight'),
  'after-payday': cards('bills', 'company-comes'),
  'earlier-help': cards('family', 'by-myself'),
  'contact-way': cards('meet-here', 'through-person', 'no-letters'),
  worker: cards('greenlandic-speaking'),
  community: cards('both'),
  'greenland-travel': cards('maybe'),
  'allorfik-permission': cards('yes'),
};

const DANISH: Replies = {
  strengths: cards('work', 'nature', 'animals'),
  people: people(['children', 'far'], ['friends', 'here']),
  'home-feeling': cards('this-town'),
  'languages-spoken': cards('danish'),
  interpreter: cards('no'),
  importance: cards('8'),
  confidence: cards('5'),
  'since-when': cards('many-years'),
  'drink-when': cards('most-days'),
  'usual-week': cards('friday', 'saturday'),
  'last-times': times(
    { drinks: [{ container: 'beer-33', count: 3 }] },
    { drinks: [{ container: 'wine-bottle', count: 1 }] },
  ),
  'days-without': days(1, 2, 6, 7, 8),
  'cannabis-pattern': cards('weekends'),
  'cannabis-amount': number(12),
  mood: cards('worried', 'restless'),
  'children-home': cards('some-days'),
  'children-ages': cards('7-12'),
  'pay-rhythm': cards('monthly'),
  'earlier-help': cards('doctor', 'friend'),
  'contact-way': cards('meet-here', 'through-person'),
  worker: cards('woman'),
};

const SWEDISH: Replies = {
  strengths: cards('nature', 'handicraft', 'quiet'),
  people: cards('friends', 'children'),
  pronoun: cards('she'),
  belonging: cards('none'),
  'home-feeling': cards('this-municipality'),
  'languages-spoken': cards('swedish'),
  interpreter: { kind: 'dontKnow' },
  importance: cards('7'),
  confidence: cards('in-between'),
  'who-decides': cards('me'),
  'since-when': cards('after-separation'),
  'drink-when': cards('often'),
  'weekday-weekend': cards('weekends'),
  'last-times': times(
    { drinks: [{ container: 'starkol-50', count: 3 }] },
    { drinks: [{ container: 'wine-box', count: 1 }], share: 'half' },
  ),
  'time-anchor': cards('midsummer'),
  'days-without': number(10),
  'many-glasses': number(3),
  'cannabis-pattern': { kind: 'notNow' },
  'cannabis-amount': number(2),
  mood: cards('low', 'tired'),
  'children-home': cards('some-days'),
  'children-ages': cards('7-12'),
  'child-support': cards('no'),
  'hurt-by-someone': cards('no'),
  legal: cards('no'),
  'pay-rhythm': cards('the-25th'),
  'earlier-help': cards('health-centre', 'friend'),
  'contact-way': cards('meet-here', 'through-person'),
  worker: cards('no-matter'),
  community: cards('ordinary-clubs'),
};

const BY_CULTURE: Readonly<Record<Culture, Replies>> = {
  greenlandic: GREENLANDIC,
  danish: DANISH,
  swedish: SWEDISH,
};

/** The person's own words, in the language of the screen. */
const BY_LANGUAGE: Readonly<Record<Language, Replies>> = {
  kl: {
    'call-name': words('Pipaluk'),
    'named-after': words('Aanaga Pipaluk'),
    'good-day-words': words('Meeqqakka ilagaakka.'),
    'own-word': words('Imerneq'),
    'how-stopped': words('Aalisarpunga.'),
    'contact-person': words('Ajaga Ane'),
    'most-important': words('Kiserliorpunga.'),
  },
  da: {
    'call-name': words('Karl'),
    'named-after': words('Min farfar Karl'),
    'good-day-words': words('Jeg står op før børnene og laver kaffe.'),
    'own-word': words('Tågen'),
    'how-stopped': words('Jeg tog ud at fiske i tre uger.'),
    'contact-person': words('Min søster Ane. Hun kommer her om onsdagen.'),
    'most-important': words('At nogen ringer igen, når jeg ikke tager telefonen.'),
  },
  sv: {
    'call-name': words('Stina'),
    'named-after': words('Min mormor Stina'),
    'good-day-words': words('Jag sitter vid sjön och dricker kaffe.'),
    'own-word': words('Dimman'),
    'how-stopped': words('Jag fiskade i tre veckor.'),
    'contact-person': words('Min granne Åke. Han är här på onsdagar.'),
    'most-important': words('Att någon ringer igen när jag inte svarar.'),
  },
};

/** Everything that the scripted person says in a language and a culture version. */
export function repliesFor(tag: LanguageTag, culture: Culture): Replies {
  return { ...COMMON, ...BY_CULTURE[culture], ...BY_LANGUAGE[languageOf(tag)] };
}
