import { expect, test } from 'vitest';
import { parseInstrument, type Instrument } from '../../../core/pack/instrument.ts';
import { instrumentFileName, whyNotLoaded } from '../../../core/pack/loading-instrument.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { inventedInstrument } from './invented-instrument.ts';

const instrument = (language: 'da' | 'sv', terms: object = {}): Instrument => {
  const loaded = expectOk(parseInstrument(inventedInstrument(language), nodeHasher));
  return { ...loaded, terms: { ...loaded.terms, ...terms } };
};
const beside = (...loaded: readonly Instrument[]) => ({ today: '2026-03-01', slots: ['invented-example'], loaded });

test('an instrument is loaded alone, again, in a newer version, and beside another language of its own', () => {
  const danish = instrument('da');
  expect(whyNotLoaded(danish, beside())).toBeNull();
  expect(whyNotLoaded(danish, beside(danish))).toBeNull();
  const newer = instrument('da', { officialVersion: 'invented-2', wordingSha256: 'f'.repeat(64) });
  expect(whyNotLoaded(newer, beside(danish))).toBeNull();
  expect(whyNotLoaded(instrument('sv'), beside(danish))).toBeNull();
});

test.each<[string, Instrument, readonly Instrument[], string]>([
  ['into a slot that no version has', instrument('da', { slot: 'none' }), [], 'noSlot'],
  ['when its licence has run out', instrument('da', { licenceValidUntil: '2026-02-28' }), [], 'licenceEnded'],
  [
    'with another wording of the same version',
    instrument('da', { wordingSha256: 'f'.repeat(64) }),
    [instrument('da')],
    'reworded',
  ],
  [
    'beside another language that counts otherwise',
    instrument('sv'),
    [instrument('da', { scoring: { rule: 'sum', multiplyBy: 2 } })],
    'clash',
  ],
])('an instrument is not loaded %s', (_, loading, loaded, kind) => {
  expect(whyNotLoaded(loading, beside(...loaded))).toEqual({ kind });
});

test('languages of another slot that clash are not this instrument’s trouble', () => {
  const other = (language: 'da' | 'sv', multiplyBy: number) =>
    instrument(language, { slot: 'other', scoring: { rule: 'sum', multiplyBy } });
  expect(whyNotLoaded(instrument('da'), beside(other('da', 1), other('sv', 2)))).toBeNull();
});

test('its file is named by slot and language', () => {
  expect(instrumentFileName(instrument('sv').terms)).toBe('invented-example.sv.json');
});
