import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completenessOf, MOST_MISSING, type HeldBundle } from '../../../core/outbox/completeness.ts';
import type { Sha256 } from '../../../core/basics/hasher.ts';
import { nodeHasher } from '../../../node/sha256.ts';

const hashOf = (text: string): Sha256 => nodeHasher.sha256(new Uint8Array(Buffer.from(text)));
const bundle = (seq: number): HeldBundle => ({
  seq,
  sha256: hashOf(`${seq}`),
  prevHash: seq === 1 ? null : hashOf(`${seq - 1}`),
});
const chain = (length: number): HeldBundle[] => Array.from({ length }, (_, index) => bundle(index + 1));
const takenBack = (seq: number) => ({
  seq,
  sha256: hashOf(`${seq}`),
  at: '2026-03-01T10:00:00.000Z',
  preimage: hashOf('key'),
});
const headAt = (seq: number) => ({ lastSealed: { seq, sha256: hashOf(`${seq}`) }, withdrawn: [] });

describe('Of a kiosk', () => {
  test('that sent nothing yet, nothing is missing', () => {
    const nothing = { from: 1, to: 0, missing: [], forks: [], withdrawn: [] };
    expect(completenessOf({ bundles: [], head: null })).toEqual(nothing);
    expect(completenessOf({ bundles: [], head: { lastSealed: null, withdrawn: [] } })).toEqual(nothing);
  });

  test('everything that was left out is missing, by its number', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 })), fc.integer({ min: 30, max: 40 }), (left, length) => {
        const bundles = chain(length).filter(({ seq }) => !left.includes(seq));
        const found = completenessOf({ bundles: bundles.toReversed(), head: headAt(length) });
        expect(found).toMatchObject({ to: length, missing: left.toSorted((a, b) => a - b), forks: [] });
      }),
    );
  });

  test('the end is missing as soon as the head tells of it, and the one before a bundle at once', () => {
    expect(completenessOf({ bundles: chain(2), head: headAt(4) }).missing).toEqual([3, 4]);
    expect(completenessOf({ bundles: [bundle(3)], head: null })).toMatchObject({ to: 3, missing: [1, 2] });
  });

  test('what was taken back is not missing', () => {
    const head = { ...headAt(3), withdrawn: [takenBack(3), takenBack(2)] };
    expect(completenessOf({ bundles: chain(1), head })).toMatchObject({ missing: [], withdrawn: [2, 3], forks: [] });
  });

  test('a part can be asked about', () => {
    const head = { ...headAt(9), withdrawn: [takenBack(2), takenBack(6)] };
    const bundles = chain(9).filter(({ seq }) => seq !== 3 && seq !== 8);
    expect(completenessOf({ bundles, head }, { from: 4, to: 7 })).toEqual({
      from: 4,
      to: 7,
      missing: [],
      forks: [],
      withdrawn: [6],
    });
    expect(completenessOf({ bundles, head }, { from: 8 })).toMatchObject({ to: 9, missing: [8] });
  });

  test('that signs for a number nobody can count to, only the first missing ones are listed', () => {
    const { missing } = completenessOf({ bundles: [], head: headAt(9e15) });
    expect(missing).toHaveLength(MOST_MISSING);
    expect(missing[0]).toBe(1);
  });
});

describe('A fork is found', () => {
  const other = hashOf('other');
  test.each([
    ['two bundles of one number', { bundles: [...chain(2), { ...bundle(2), sha256: other }], head: null }, [2]],
    [
      'a bundle after another one than came',
      { bundles: [bundle(1), { ...bundle(2), prevHash: other }], head: null },
      [1],
    ],
    [
      'a head that ends otherwise',
      { bundles: chain(2), head: { lastSealed: { seq: 2, sha256: other }, withdrawn: [] } },
      [2],
    ],
    [
      'a taken back one that is another',
      { bundles: chain(2), head: { ...headAt(2), withdrawn: [{ ...takenBack(1), sha256: other }] } },
      [1],
    ],
  ])('in %s', (_what, history, forks) => {
    expect(completenessOf(history).forks).toEqual(forks);
    expect(completenessOf(history, { from: 3 }).forks).toEqual([]);
  });
});
