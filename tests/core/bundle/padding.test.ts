import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FLOOR_BYTES, paddedSizeBytes } from '../../../core/bundle/padding.ts';

const KIBIBYTE = 1024;

test.each([
  [1024, 32 * KIBIBYTE],
  [32 * KIBIBYTE, 32 * KIBIBYTE],
  [32 * KIBIBYTE + 512, 34 * KIBIBYTE],
  [34 * KIBIBYTE, 34 * KIBIBYTE],
  [63 * KIBIBYTE, 64 * KIBIBYTE],
  [65 * KIBIBYTE, 66 * KIBIBYTE],
  [100 * KIBIBYTE + 512, 102 * KIBIBYTE],
  [1000 * KIBIBYTE, 1008 * KIBIBYTE],
])('an archive of %i bytes becomes one of %i', (sizeBytes, padded) => {
  expect(paddedSizeBytes(sizeBytes)).toBe(padded);
});

test('padding never shrinks, never costs more than 12 per cent, and is settled after one step', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 30 }), (sizeBytes) => {
      const padded = paddedSizeBytes(sizeBytes);
      expect(padded).toBeGreaterThanOrEqual(sizeBytes);
      expect(padded).toBeLessThanOrEqual(Math.max(FLOOR_BYTES, sizeBytes * 1.12));
      expect(padded % 512).toBe(0);
      expect(paddedSizeBytes(padded)).toBe(padded);
    }),
  );
});
