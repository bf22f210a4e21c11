import { text } from '../../translation/catalogue.ts';
import type { IntakeAnswer } from '../intake.ts';
import type { PageOnePart } from './model.ts';
import { NAMING_ITEMS } from './places.ts';
import type { Reading } from './reading.ts';

type Said = IntakeAnswer['said'];
type Episode = Extract<Said, { kind: 'episodes' }>['episodes'][number];
type Person = Extract<Said, { kind: 'circle' }>['people'][number];

/** Items whose weights are steps from 0 to 10. Other weights belong to instruments, and only their sum is told. */
const OUT_OF_TEN = ['importance', 'confidence'];

/**
 * What was said to one question, in pieces: one for most kinds of answer, one for each time of drinking and for each
 * ring of people. Chosen answers stand in the site's language, own words as they were typed.
 *
 * @returns none for what was not asked
 */
export function partsOf({ linkId, said }: IntakeAnswer, reading: Reading): readonly PageOnePart[] {
  const { texts } = reading;
  switch (said.kind) {
    case 'options':
      return [{ kind: 'said', text: said.options.map((option) => optionWords(linkId, option, reading)).join('; ') }];
    case 'words':
      return [{ kind: NAMING_ITEMS.includes(linkId) ? 'said' : 'own', text: inOneLine(said.text) }];
    case 'number':
      return [{ kind: 'said', text: numberWords(linkId, said.value, reading) }];
    case 'days': {
      const days = { count: new Set(said.daysAgo).size, of: said.lastDays };
      return [{ kind: 'said', text: text(texts, 'pageOne.days', days) }];
    }
    case 'episodes':
      return said.episodes.map((episode) => ({ kind: 'estimated', text: episodeWords(episode, reading) }));
    case 'circle':
      return ringsOf(said.people);
    case 'notNow':
    case 'tellAPerson':
    case 'dontKnow':
      return [{ kind: 'said', text: said.siteText }];
    case 'notAsked':
      return [];
  }
}

type Option = Extract<Said, { kind: 'options' }>['options'][number];

function optionWords(linkId: string, { siteText, weight }: Option, { texts }: Reading): string {
  if (weight === undefined || !OUT_OF_TEN.includes(linkId)) return siteText;
  const outOfTen = text(texts, 'pageOne.outOfTen', { number: weight });
  // Along a plain scale the words of a step are, or begin with, its number.
  const words = siteText.replace(/^\d+(\s*[–-]\s*|$)/u, (number) => (parseInt(number, 10) === weight ? '' : number));
  return words === '' ? outOfTen : `${outOfTen}: ${words}`;
}

/** A bare number, or one with what it counts where the label alone would not say it. */
function numberWords(linkId: string, number: number, { texts }: Reading): string {
  const key = `pageOne.number.${linkId}`;
  return Object.hasOwn(texts, key) ? text(texts, key, { number }) : String(number);
}

/** Own words may hold line breaks; on a page of one sheet they stand in one line, each break a stroke. */
function inOneLine(words: string): string {
  return words
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(' / ');
}

function episodeWords({ drinks, share, company, grams }: Episode, { intake, texts }: Reading): string {
  const amount = { grams: Math.round(grams), units: decimal(grams / intake.unitGrams) };
  const said = [
    ...drinks.map(({ count, siteText }) => `${count} × ${siteText}`),
    ...[share, company].flatMap((chosen) => (chosen === null ? [] : [chosen.siteText])),
  ];
  return `${text(texts, 'pageOne.estimate', amount)}: ${said.join('; ')}`;
}

/** At most one decimal, with the comma that all three languages write. */
function decimal(value: number): string {
  return String(Math.round(value * 10) / 10).replace('.', ',');
}

/** People ring by ring, in the order in which the rings were first used. */
function ringsOf(people: readonly Person[]): PageOnePart[] {
  const rings = new Map(people.map(({ ring }) => [ring.code, ring.siteText]));
  return Array.from(rings, ([code, ring]) => {
    const inRing = people.filter((person) => person.ring.code === code).map(({ who }) => who.siteText);
    return { kind: 'said', text: `${ring}: ${counted(inRing).join('; ')}` };
  });
}

function counted(names: readonly string[]): string[] {
  return [...new Set(names)].map((name) => {
    const count = names.filter((each) => each === name).length;
    return count === 1 ? name : `${name} × ${count}`;
  });
}
