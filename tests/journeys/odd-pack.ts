import type { Culture } from '../../core/basics/language.ts';
import type { Item } from '../../core/pack/questionnaire.ts';
import { soundPack } from './real-pack.ts';

const why = { dimension: 'methods', reason: 'Made for tests: versions that differ more than real ones.' };
const yesOrNo = [{ code: 'yes' }, { code: 'no' }];

function choice(linkId: string, more: Partial<Extract<Item, { type: 'choice' }>> = {}): Item {
  return { linkId, section: 'all', sensitivity: 0, type: 'choice', answerOption: yesOrNo, ...more };
}

const ITEMS: readonly Item[] = [
  choice('first'),
  choice('second', {
    repeats: true,
    answerOption: [{ code: 'yes' }, { code: 'maybe' }, { code: 'no', exclusive: true }],
  }),
  choice('only-danish', {
    section: 'danish',
    enableWhen: [
      { question: 'first', operator: 'exists', answerBoolean: false },
      { question: 'first', operator: '!=', answerCode: 'no' },
    ],
    enableBehavior: 'any',
  }),
  choice('third', { answerOption: [{ code: 'grown-up' }, { code: 'young', leadsTo: 'underAge' }] }),
  {
    linkId: 'words',
    section: 'all',
    sensitivity: 0,
    type: 'string',
    maxLength: 20,
    enableWhen: [
      { question: 'second', operator: 'exists', answerBoolean: false },
      { question: 'second', operator: '=', answerCode: 'maybe' },
    ],
    enableBehavior: 'any',
  },
];

function overlay(culture: Culture, items: readonly string[], changes: readonly object[] = []): object {
  return { format: 1, culture, order: { items, ...why }, changes };
}

// Asked last, so that nothing earlier can hide it.
const unconditional = [
  { change: 'drop', linkId: 'only-danish', ...why },
  { change: 'add', item: choice('only-danish'), ...why },
];

/** A small pack whose versions add, drop and turn round far more than a real one would. */
export const oddPack = soundPack({
  questionnaire: {
    format: 1,
    whoCanSee: [{ code: 'centre', pictogram: 'centre' }],
    item: ITEMS,
  },
  overlays: {
    danish: overlay('danish', ['first', 'second', 'only-danish', 'third', 'words']),
    greenlandic: overlay('greenlandic', ['third', 'second', 'words', 'only-danish', 'first'], unconditional),
    swedish: overlay(
      'swedish',
      ['second', 'first', 'third', 'only-swedish', 'words'],
      [
        { change: 'drop', linkId: 'only-danish', ...why },
        { change: 'add', item: choice('only-swedish'), ...why },
      ],
    ),
  },
});
