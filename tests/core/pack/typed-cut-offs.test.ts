import { expect, test } from 'vitest';
import { MAX_CUT_OFFS, parseInstrument } from '../../../core/pack/instrument.ts';
import { NO_CUT_OFF, parseTypedCutOffs, typedCutOff, type TypedCutOff } from '../../../core/pack/typed-cut-offs.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { inventedInstrument } from './invented-instrument.ts';

const typed: TypedCutOff = { ...NO_CUT_OFF, from: '3', kl: 'Killing', da: 'Grænse', sv: 'Gräns' };

test('cut-offs come back from their fields as they went', () => {
  const { cutOffs } = expectOk(parseInstrument(inventedInstrument('da'), nodeHasher)).terms;
  expect(parseTypedCutOffs(cutOffs.map(typedCutOff))).toEqual({ ok: true, value: cutOffs });
});

test('a comma is a decimal point', () => {
  const [cutOff] = expectOk(parseTypedCutOffs([{ ...typed, from: ' 3,5 ' }]));
  expect(cutOff?.from).toBe(3.5);
  expect(cutOff && typedCutOff(cutOff).from).toBe('3,5');
});

test.each<[string, Partial<TypedCutOff>]>([
  ['no number', { from: '' }],
  ['words instead of a number', { from: 'three' }],
  ['a name in two languages only', { kl: ' ' }],
  ['a country that is none of ours', { country: 'NO' }],
  ['an age that is none', { ageFrom: '-1' }],
  ['ages the wrong way round', { ageFrom: '30', ageTo: '20' }],
])('a line with %s is named', (_, changed) => {
  expect(parseTypedCutOffs([typed, { ...typed, ...changed }])).toEqual({ ok: false, error: { line: 1 } });
});

test('one line more than there may be is named', () => {
  const many = Array.from({ length: MAX_CUT_OFFS + 1 }, () => typed);
  expect(parseTypedCutOffs(many)).toEqual({ ok: false, error: { line: MAX_CUT_OFFS } });
});
