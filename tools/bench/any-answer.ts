import type { ShownField, ShownItem } from '../../core/intake/scene.ts';
import type { Answer, Episode } from '../../core/questionnaire/answer.ts';

/** How a made-up person chooses. Nothing here knows a question by name. */
export interface Chooser {
  /** Chooses one of `count` things by its place, 0 being the first. */
  readonly place: (count: number) => number;
  /** Chooses how many things to take, 1 to `most`. */
  readonly amount: (most: number) => number;
  /** What is written where words are asked for. */
  readonly words: string;
}

/** Chooses one thing each time: the one at `place`, counted round where there are fewer. */
export function choosingPlace(place: number): Chooser {
  return { place: (count) => place % count, amount: () => 1, words: 'Aviâja' };
}

/** Takes everything that can be taken. */
export const choosingAll: Chooser = { place: () => 0, amount: (most) => most, words: 'Aviâja' };

/** Makes up an answer that the question on the screen takes. */
export function anyAnswer({ field }: ShownItem, chooser: Chooser): Answer {
  switch (field.kind) {
    case 'choice':
      // Every option can be hidden, after a change of the version in the middle.
      return field.options.length === 0 ? { kind: 'notNow' } : { kind: 'codes', codes: anyCodes(field, chooser) };
    case 'text':
      return { kind: 'text', text: chooser.words };
    case 'number':
      return { kind: 'number', value: field.minValue + chooser.place(field.maxValue - field.minValue + 1) };
    case 'days':
      return { kind: 'days', daysAgo: Array.from({ length: chooser.amount(field.lastDays + 1) - 1 }, (_, day) => day) };
    case 'episodes':
      return {
        kind: 'episodes',
        episodes: several(chooser.amount(field.maxEpisodes), () => anyEpisode(field, chooser)),
      };
    case 'circle':
      return {
        kind: 'circle',
        people: several(chooser.amount(field.maxPeople), () => ({
          who: one(field.who, chooser),
          ring: one(field.rings, chooser),
        })),
      };
  }
}

type FieldOf<K extends ShownField['kind']> = Extract<ShownField, { kind: K }>;

function anyCodes({ options, maxAnswers }: FieldOf<'choice'>, chooser: Chooser): string[] {
  const first = chooser.place(options.length);
  const turned = [...options.slice(first), ...options.slice(0, first)];
  const amount = chooser.amount(Math.min(maxAnswers, options.length));
  // What is chosen alone is taken alone, and left out of several.
  const alone = turned.slice(0, 1).filter(({ exclusive }) => exclusive && amount === 1);
  const together = turned.filter(({ exclusive }) => !exclusive).slice(0, amount);
  return (alone.length > 0 ? alone : together).map(({ code }) => code);
}

function anyEpisode(field: FieldOf<'episodes'>, chooser: Chooser): Episode {
  const vessels = field.containers.slice(0, chooser.amount(field.containers.length));
  return {
    drinks: vessels.map(({ code }) => ({ container: code, count: 1 + chooser.place(99) })),
    share: field.asksShare === 'never' || field.shares.length === 0 ? null : one(field.shares, chooser),
    company: field.company.length === 0 ? null : one(field.company, chooser),
  };
}

function one(from: readonly { readonly code: string }[], chooser: Chooser): string {
  const chosen = from[chooser.place(from.length)];
  if (chosen === undefined) throw new Error('There is nothing to choose from');
  return chosen.code;
}

function several<T>(length: number, make: () => T): T[] {
  return Array.from({ length }, make);
}
