import type { Culture } from '../../core/basics/language.ts';
import type { Item } from '../../core/pack/questionnaire.ts';
import { soundPack } from './real-pack.ts';

const why = { dimension: 'methods', reason: 'Made for tests: versions that differ more than real ones.' };
const yesOrNo = [{ code: 'yes' }, { code: 'no' }];

function choice(linkId: string, more: Partial<Extract<Item, { type: 'choice' }>> = {}): Item {
  return { linkId, section: 'all', sensitivity: 0, type: 'choice', answerOption: yesOrNo, ...more };
}

const picture = (code: string): { code: string; pictogram: string } => ({ code, pictogram: code });

const ITEMS: readonly Item[] = [
  choice('first', { short: true }),
  choice('second', {
    short: true,
    repeats: true,
    answerOption: [{ code: 'yes' }, { code: 'maybe' }, { code: 'no', exclusive: true }],
  }),
  choice('only-danish', {
    enableWhen: [
      { question: 'first', operator: 'exists', answerBoolean: false },
      { question: 'first', operator: '!=', answerCode: 'no' },
    ],
    enableBehavior: 'any',
  }),
  choice('third', { short: true, answerOption: [{ code: 'grown-up' }, { code: 'young', leadsTo: 'underAge' }] }),
  {
    linkId: 'words',
    section: 'all',
    sensitivity: 0,
    type: 'string',
    maxLength: 20,
    sendWhen: [{ question: 'secret', operator: '=', answerCode: 'yes' }],
    enableWhen: [
      { question: 'second', operator: 'exists', answerBoolean: false },
      { question: 'second', operator: '=', answerCode: 'maybe' },
    ],
    enableBehavior: 'any',
  },
  choice('company', {
    answerOption: [
      { code: 'alone', helper: 'absent' },
      { code: 'friend', helper: 'present' },
    ],
  }),
  // The options of a sensitive question hang on another: all of them can be hidden behind an answer.
  choice('secret', {
    sensitivity: 3,
    short: true,
    answerOption: [
      { code: 'yes', enableWhen: [{ question: 'second', operator: '=', answerCode: 'yes' }] },
      { code: 'no', enableWhen: [{ question: 'second', operator: 'exists', answerBoolean: true }] },
      { code: 'never', enableWhen: [{ question: 'second', operator: 'declined' }] },
    ],
  }),
  choice('sum', {
    section: 'numbers',
    repeats: true,
    answerOption: [
      { code: 'one', weight: 1 },
      { code: 'two', weight: 2 },
      { code: 'four', weight: 4 },
    ],
  }),
  {
    linkId: 'count',
    section: 'numbers',
    sensitivity: 0,
    type: 'integer',
    minValue: 2,
    maxValue: 9,
    enableWhen: [{ question: 'sum', operator: '>', answerDecimal: 2 }],
  },
  {
    linkId: 'marked',
    section: 'numbers',
    sensitivity: 3,
    type: 'days',
    lastDays: 14,
    enableWhen: [{ question: 'count', operator: '<', answerDecimal: 6 }],
  },
  {
    linkId: 'drunk',
    section: 'numbers',
    sensitivity: 0,
    type: 'episodes',
    maxEpisodes: 3,
    container: [
      { ...picture('can'), centilitres: 50, percent: 5 },
      { ...picture('bottle'), centilitres: 70, percent: 40, shared: true },
    ],
    asksShare: 'ofShared',
    share: [
      { code: 'all', weight: 1 },
      { code: 'half', weight: 0.5 },
    ],
    company: [{ code: 'alone' }, { code: 'others' }],
    enableWhen: [{ question: 'marked', operator: '<=', answerDecimal: 10 }],
  },
  {
    linkId: 'near',
    section: 'numbers',
    sensitivity: 0,
    type: 'circle',
    maxPeople: 4,
    who: [picture('sister'), picture('friend')],
    ring: [{ code: 'here' }, { code: 'far' }],
    enableWhen: [
      { question: 'drunk', operator: '>=', answerDecimal: 40 },
      { question: 'drunk', operator: 'declined', answerNonAnswer: 'tellAPerson' },
    ],
    enableBehavior: 'any',
  },
];
const NUMBERS = ['sum', 'count', 'marked', 'drunk', 'near'];

function overlay(culture: Culture, items: readonly string[], changes: readonly object[] = []): object {
  return { format: 2, culture, order: { items, ...why }, changes };
}

// Asked before what its conditions look at, so that nothing earlier can hide it.
const unconditional = (linkId: string): object => ({ change: 'conditions', linkId, ...why });
const yesNoSecret = { change: 'options', linkId: 'secret', answerOption: yesOrNo, ...why };

/** A small pack whose versions add, drop and turn round far more than a real one would. */
export const oddPack = soundPack({
  questionnaire: {
    format: 2,
    whoCanSee: [picture('centre')],
    nonAnswers: { notNow: 'later', tellAPerson: 'talk', dontKnow: 'not-sure' },
    unitGrams: { DK: 12, SE: 12, GL: 12 },
    instrumentSlot: [],
    item: ITEMS,
  },
  overlays: {
    danish: overlay('danish', [
      ...['first', 'second', 'only-danish', 'third', 'words', 'company', 'secret'],
      ...NUMBERS,
    ]),
    greenlandic: overlay(
      'greenlandic',
      [
        ...['near', 'drunk', 'marked', 'count', 'sum', 'company', 'secret'],
        ...['third', 'second', 'words', 'only-danish', 'first'],
      ],
      [...['near', 'drunk', 'marked', 'count', 'only-danish'].map(unconditional), yesNoSecret],
    ),
    swedish: overlay(
      'swedish',
      ['second', 'first', 'third', 'only-swedish', 'words', 'secret', 'company', ...NUMBERS],
      [
        { change: 'drop', linkId: 'only-danish', ...why },
        { change: 'add', item: choice('only-swedish'), ...why },
        // An age that is asked only of some: what was answered in another version can be hidden here.
        {
          change: 'conditions',
          linkId: 'third',
          enableWhen: [{ question: 'first', operator: '=', answerCode: 'yes' }],
          ...why,
        },
        { change: 'answerKind', linkId: 'near', answer: { type: 'choice', answerOption: yesOrNo }, ...why },
        {
          change: 'answerKind',
          linkId: 'marked',
          answer: { type: 'integer', minValue: 0, maxValue: 14 },
          ...why,
        },
      ],
    ),
  },
  safety: {
    format: 1,
    rule: [
      // The milder one first, so that a test sees which of them is told first.
      {
        id: 'first-untold',
        level: 'amber',
        enableWhen: [{ question: 'first', operator: 'declined', answerNonAnswer: 'tellAPerson' }],
        reason: 'Made for tests: a rule about a declined answer.',
      },
      {
        id: 'secret-yes',
        level: 'red',
        enableWhen: [{ question: 'secret', operator: '=', answerCode: 'yes' }],
        reason: 'Made for tests: a rule about the sensitive question.',
      },
    ],
  },
});
