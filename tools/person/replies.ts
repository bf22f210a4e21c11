import type { Language } from '../../core/basics/language.ts';
import type { Reply } from './reply.ts';

/** What the scripted person says, by linkId. Cards that a culture version lacks have a line of their own there. */
export type Replies = Readonly<Record<string, Reply>>;

const cards = (...codes: string[]): Reply => ({ kind: 'cards', codes });
const words = (text: string): Reply => ({ kind: 'words', text });

const COMMON: Replies = {
  helper: cards('alone'),
  anonymity: cards('name'),
  age: cards('35-44'),
  'takes-room': cards('alcohol', 'hash'),
  'last-drink': cards('yesterday'),
  'help-first': cards('sleep', 'less', 'family'),
  'phone-number': { kind: 'tellAPerson' },
};

const BY_CULTURE: Readonly<Record<'greenlandic' | 'danish' | 'swedish', Replies>> = {
  greenlandic: {
    strengths: cards('sea-and-mountain', 'children', 'humour'),
    'cannabis-pattern': cards('with-friends'),
    interpreter: cards('yes', 'not-my-town'),
    'contact-way': cards('meet-here', 'through-person', 'no-letters'),
  },
  danish: {
    strengths: cards('work', 'nature', 'animals'),
    'cannabis-pattern': cards('weekends'),
    interpreter: cards('no'),
    'contact-way': cards('meet-here', 'through-person'),
  },
  swedish: {
    strengths: cards('nature', 'handicraft', 'quiet'),
    'cannabis-pattern': { kind: 'notNow' },
    interpreter: { kind: 'dontKnow' },
    'contact-way': cards('meet-here', 'through-person'),
  },
};

const BY_LANGUAGE: Readonly<Record<Language, Replies>> = {
  kl: { 'call-name': words('Pipaluk'), 'contact-person': words('Ajaga Ane') },
  da: { 'call-name': words('Karl'), 'contact-person': words('Min søster Ane. Hun kommer her om onsdagen.') },
  sv: { 'call-name': words('Stina'), 'contact-person': words('Min granne Åke. Han är här på onsdagar.') },
};

/** Everything that the scripted person says in a language and a culture version. */
export function repliesFor(language: Language, culture: keyof typeof BY_CULTURE): Replies {
  return { ...COMMON, ...BY_CULTURE[culture], ...BY_LANGUAGE[language] };
}
