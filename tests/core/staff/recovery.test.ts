import { expect, test } from 'vitest';
import { formatJson } from '../../../core/bundle/versioned-json.ts';
import { newChallenge, parsePermit, permitProblem, type RecoveryPermit } from '../../../core/staff/recovery.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';

const PERMIT: RecoveryPermit = {
  format: 1,
  centreId: '11111111-1111-4111-8111-111111111111',
  kioskId: '22222222-2222-4222-8222-222222222222',
  challenge: '0123456789abcdef0123456789abcdef',
  validUntil: '2026-03-11T10:00:00.000Z',
};
const { centreId, kioskId, challenge } = PERMIT;
const ASKED = { centreId, kioskId, challenge };
const IN_TIME = Date.parse('2026-03-11T10:00:00.000Z');

test('a permit counts for the kiosk and the challenge that it names, until it runs out', () => {
  expect(permitProblem(PERMIT, ASKED, IN_TIME)).toBeNull();
  expect(permitProblem(PERMIT, ASKED, IN_TIME + 1)).toEqual({ kind: 'expired' });
});

test.each([
  ['otherCentre', { centreId: kioskId }],
  ['otherKiosk', { kioskId: centreId }],
  ['otherChallenge', { challenge: challenge.replace('0', '1') }],
  ['otherChallenge', { challenge: null }],
] as const)('it is refused as %s where it is for another', (kind, other) => {
  expect(permitProblem(PERMIT, { ...ASKED, ...other }, IN_TIME)).toEqual({ kind });
});

test('a permit is read as it was written, and nothing beside it', () => {
  expect(expectOk(parsePermit(formatJson(PERMIT)))).toEqual(PERMIT);
  for (const change of [{ more: 1 }, { challenge: 'ABC' }, { validUntil: 'soon' }, { format: 2 }])
    expect(parsePermit(formatJson({ ...PERMIT, ...change })).ok).toBe(false);
});

test('each challenge is another', () => {
  const drawn = Array.from({ length: 20 }, () => newChallenge(systemRandom));
  expect(new Set(drawn).size).toBe(20);
  for (const one of drawn) expect(one).toMatch(/^[0-9a-f]{32}$/);
});
