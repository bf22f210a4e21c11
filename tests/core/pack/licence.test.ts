import { expect, test } from 'vitest';
import { parseInstrument } from '../../../core/pack/instrument.ts';
import { endingLicences, licenceStanding } from '../../../core/pack/licence.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { inventedInstrument } from './invented-instrument.ts';

const today = { year: 2026, month: 3, day: 2, weekday: 1 };

test.each([
  ['2026-05-02', { kind: 'valid' }],
  ['2026-05-01', { kind: 'endsSoon', days: 60 }],
  ['2026-03-02', { kind: 'endsSoon', days: 0 }],
  ['2026-03-01', { kind: 'ended' }],
])('A licence until %s stands like this', (validUntil, standing) => {
  expect(licenceStanding(validUntil, today)).toEqual(standing);
});

test('what has ended or ends soon is listed by its title and last day', () => {
  const { title, terms } = expectOk(parseInstrument(inventedInstrument('da'), nodeHasher));
  const until = (licenceValidUntil: string) => ({ title, terms: { ...terms, licenceValidUntil } });
  expect(endingLicences([until('2027-01-01'), until('2026-03-04'), until('2026-03-01')], today)).toEqual([
    { title, validUntil: { year: 2026, month: 3, day: 4, weekday: 3 }, hasEnded: false },
    { title, validUntil: { year: 2026, month: 3, day: 1, weekday: 7 }, hasEnded: true },
  ]);
});
