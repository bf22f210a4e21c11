import { expect, test } from 'vitest';
import { hasRoom, MIB, spaceSchema, USUAL_SPACE } from '../../../core/site/space.ts';

const SPACE = { ballastMiB: 64, leastFreeMiB: 32 };

test.each([
  ['as much as a visit needs', 32 * MIB, true, true],
  ['a byte less', 32 * MIB - 1, true, false],
  ['room for a visit, but the ballast was given up', 32 * MIB, false, false],
  ['room for a visit and for a new ballast', 96 * MIB, false, true],
  ['a byte less than that', 96 * MIB - 1, false, false],
  ['nothing said, with a ballast', null, true, true],
  ['nothing said, without one', null, false, false],
])('with %s free a visit may begin or not', (_, freeBytes, hasBallast, may) => {
  expect(hasRoom(SPACE, { freeBytes, hasBallast })).toBe(may);
});

test('a site has 64 MiB of ballast unless it chooses otherwise', () => {
  expect(spaceSchema.parse(USUAL_SPACE)).toEqual({ ballastMiB: 64, leastFreeMiB: 32 });
  expect(spaceSchema.safeParse({ ballastMiB: 0, leastFreeMiB: 32 }).success).toBe(false);
});
