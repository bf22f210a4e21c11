import { expect, test } from 'vitest';
import {
  meaningsOf,
  registerSchema,
  standings,
  updatedRegister,
  type Meaning,
  type Register,
} from '../../../core/pack/meanings.ts';
import { shortHash } from '../../../core/translation/review.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

const hash = (text: string): string => shortHash(nodeHasher.sha256(toUtf8(text)));

test('A code means its Danish wordings in every version, and what it counts', () => {
  const danish = {
    'intake.drunk.title': 'Hvad drak du?',
    'intake.drunk.container.can': 'Dåse',
    'intake.drunk.share.half': 'Det halve',
    'intake.near.title': 'Hvem er der?',
  };
  const meanings = meaningsOf(oddPack, danish, nodeHasher);
  expect(meanings.get('drunk')).toEqual({ texts: { 'intake.drunk.title': hash('Hvad drak du?') } });
  expect(meanings.get('drunk.container.can')).toEqual({
    texts: { 'intake.drunk.container.can': hash('Dåse') },
    centilitres: 50,
    percent: 5,
  });
  expect(meanings.get('drunk.share.half')).toEqual({
    texts: { 'intake.drunk.share.half': hash('Det halve') },
    weight: 0.5,
  });
  // People and rings of one version, options of another, and what is not worded yet.
  expect([...meanings.keys()].filter((code) => code.startsWith('near.'))).toEqual([
    'near.who.sister',
    'near.who.friend',
    'near.ring.here',
    'near.ring.far',
    'near.option.yes',
    'near.option.no',
  ]);
  expect(meanings.get('near.who.sister')).toEqual({ texts: {} });
});

test('A wording of its own in one version belongs to the same code', () => {
  const danish = { 'intake.strengths.title': 'Kræfter', 'intake.strengths@greenlandic.title': 'Det gode' };
  expect(meaningsOf(realPack, danish, nodeHasher).get('strengths')).toEqual({
    texts: {
      'intake.strengths.title': hash('Kræfter'),
      'intake.strengths@greenlandic.title': hash('Det gode'),
    },
  });
});

const WINE: Meaning = { texts: { 'intake.drinks.option.wine': hash('Vin') }, weight: 2 };
const register = (codes: Register['codes']): Register => registerSchema.parse({ format: 1, codes });
const today = (meaning: Meaning): ReadonlyMap<string, Meaning> => new Map([['drinks.option.wine', meaning]]);

test.each<[string, Register['codes'], Meaning, string]>([
  ['as it was', { 'drinks.option.wine': WINE }, WINE, 'same'],
  ['never used before', {}, WINE, 'new'],
  [
    'in other words',
    { 'drinks.option.wine': WINE },
    { ...WINE, texts: { 'intake.drinks.option.wine': hash('Øl') } },
    'changed',
  ],
  [
    'in words of a version besides',
    { 'drinks.option.wine': WINE },
    { ...WINE, texts: { ...WINE.texts, 'intake.drinks@danish.option.wine': hash('Rødvin') } },
    'changed',
  ],
  [
    'with fewer words than before',
    { 'drinks.option.wine': { ...WINE, texts: { ...WINE.texts, 'intake.drinks@danish.option.wine': hash('Rødvin') } } },
    WINE,
    'same',
  ],
  ['with another weight', { 'drinks.option.wine': WINE }, { ...WINE, weight: 3 }, 'changed'],
  ['without its weight', { 'drinks.option.wine': WINE }, { texts: WINE.texts }, 'changed'],
  [
    'with other contents',
    { 'drinks.option.wine': { ...WINE, centilitres: 70 } },
    { ...WINE, centilitres: 75 },
    'changed',
  ],
  ['of another strength', { 'drinks.option.wine': { ...WINE, percent: 12 } }, { ...WINE, percent: 13 }, 'changed'],
  ['as it was before it was given up', { 'drinks.option.wine': { ...WINE, retired: true } }, WINE, 'back'],
  [
    'for something else than before it was given up',
    { 'drinks.option.wine': { ...WINE, retired: true } },
    { texts: WINE.texts },
    'reused',
  ],
])('A code that is used %s stands so to the register', (_, codes, meaning, standing) => {
  expect([...standings(register(codes), today(meaning))]).toEqual([['drinks.option.wine', standing]]);
});

test('A code that nothing uses any more is to be given up, once', () => {
  const codes = { 'drinks.option.wine': WINE, 'drinks.option.mead': { ...WINE, retired: true as const } };
  expect([...standings(register(codes), new Map())]).toEqual([
    ['drinks.option.wine', 'unused'],
    ['drinks.option.mead', 'same'],
  ]);
});

test('The register takes new codes, keeps old ones, and sorts them', () => {
  const before = register({ 'drinks.option.mead': WINE });
  const after = updatedRegister(
    before,
    new Map([
      ['drinks', { texts: {} }],
      ['drinks.option.wine', WINE],
    ]),
    new Set(),
  );
  expect(Object.entries(after.codes)).toEqual([
    ['drinks', { texts: {} }],
    ['drinks.option.mead', { ...WINE, retired: true }],
    ['drinks.option.wine', WINE],
  ]);
  expect([
    ...standings(
      after,
      new Map([
        ['drinks', { texts: {} }],
        ['drinks.option.wine', WINE],
      ]),
    ).values(),
  ]).toEqual(['same', 'same', 'same']);
});

test('The register keeps what has changed as it was until somebody confirms it', () => {
  const before = register({
    'drinks.option.wine': { ...WINE, texts: { ...WINE.texts, 'intake.drinks@danish.option.wine': hash('Rødvin') } },
  });
  const changed: Meaning = { ...WINE, texts: { 'intake.drinks.option.wine': hash('Et glas vin') } };
  expect(updatedRegister(before, today(changed), new Set())).toEqual(before);
  expect(updatedRegister(before, today(changed), new Set(['drinks.option.wine'])).codes).toEqual({
    'drinks.option.wine': {
      weight: 2,
      texts: {
        'intake.drinks.option.wine': hash('Et glas vin'),
        'intake.drinks@danish.option.wine': hash('Rødvin'),
      },
    },
  });
});

test('A code that was given up can be taken up again with its meaning', () => {
  const before = register({ 'drinks.option.wine': { ...WINE, retired: true } });
  expect(updatedRegister(before, today(WINE), new Set()).codes).toEqual({ 'drinks.option.wine': WINE });
});

test('A register of another shape is none', () => {
  expect(registerSchema.safeParse({ format: 1, codes: { a: { texts: { b: 'no hash' } } } }).success).toBe(false);
  expect(registerSchema.safeParse({ format: 1, codes: { a: { texts: {}, retired: false } } }).success).toBe(false);
});
