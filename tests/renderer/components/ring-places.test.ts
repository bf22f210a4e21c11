import { expect, test } from 'vitest';
import { ringPlace, ringRadius } from '../../../renderer/components/ring-places.ts';

const inner = { ring: 0, rings: 3 };

test('Rings lie around each other, all of them inside the picture', () => {
  const radii = [0, 1, 2].map((ring) => ringRadius(ring, 3));
  expect(radii).toEqual([...radii].sort((a, b) => a - b));
  expect(Math.max(...radii)).toBeLessThan(1);
  expect(Math.min(...radii)).toBeGreaterThan(0);
});

test('One person alone stands below the middle', () => {
  const { left, top } = ringPlace(inner, { place: 0, count: 1 });
  expect(left).toBeCloseTo(50);
  expect(top).toBeCloseTo(50 + ringRadius(0, 3) * 50);
});

test('Two stand on either side, at the same height', () => {
  const [right, left] = [0, 1].map((place) => ringPlace(inner, { place, count: 2 }));
  expect(right?.top).toBeCloseTo(left?.top ?? 0);
  expect((right?.left ?? 0) - 50).toBeCloseTo(50 - (left?.left ?? 0));
});

test('On neighbouring rings as many people stand apart from each other', () => {
  const angle = (ring: number) => {
    const { left, top } = ringPlace({ ring, rings: 3 }, { place: 0, count: 2 });
    return Math.atan2(top - 50, left - 50);
  };
  expect(Math.abs(angle(0) - angle(1))).toBeGreaterThan(0.3);
  expect(Math.abs(angle(1) - angle(2))).toBeGreaterThan(0.3);
});

test('However many there are, nobody covers the name of a ring at its top', () => {
  for (let place = 0; place < 60; place++) {
    const ring = Math.floor(place / 20);
    const { left, top } = ringPlace({ ring, rings: 3 }, { place: place % 20, count: 20 });
    const fromTheTop = Math.atan2(Math.abs(left - 50), 50 - top);
    expect(fromTheTop).toBeGreaterThan(0.7);
  }
});
