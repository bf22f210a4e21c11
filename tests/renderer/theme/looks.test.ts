import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const sheet = readFileSync(resolve(import.meta.dirname, '../../../renderer/theme/looks.css'), 'utf8');

/** The colours of a look, by the selector that it stands under. */
function coloursOf(selector: string): ReadonlyMap<string, string> {
  const start = sheet.indexOf(`${selector} {`);
  const block = sheet.slice(start, sheet.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

const LOOKS = {
  light: coloursOf(':root'),
  dark: coloursOf(":root[data-look='dark']"),
  contrast: coloursOf(":root[data-look='contrast']"),
};

/** Relative luminance. Source: WCAG 2.2 */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

test('black on white has the contrast that WCAG gives it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});

const GROUNDS = ['ground', 'card', 'chosen', 'daylight'] as const;

const WORDS: readonly (readonly [string, string])[] = [
  ...['ink', 'quiet', 'active', 'drawing'].flatMap((on) => GROUNDS.map((ground) => [on, ground] as const)),
  ['on-forward', 'forward'],
  ['on-active', 'active'],
  ['on-deep', 'deep'],
  ['on-danger', 'danger'],
  ['forward', 'deep'],
  ['danger', 'ground'],
  ['danger', 'card'],
];

const LINES: readonly (readonly [string, string])[] = [
  ...['line', 'card-line', 'here', 'ring'].flatMap((on) =>
    (['ground', 'card'] as const).map((at) => [on, at] as const),
  ),
];

for (const [look, colours] of Object.entries(LOOKS)) {
  const colour = (name: string): string => colours.get(name) ?? `no ${name}`;

  test(`the ${look} look names every colour`, () => {
    expect([...colours.keys()].sort()).toEqual([...LOOKS.light.keys()].sort());
  });

  test.each(WORDS)(`in the ${look} look words in %s stand out from %s by 7:1 or more`, (on, ground) => {
    expect(contrast(colour(on), colour(ground))).toBeGreaterThanOrEqual(7);
  });

  test.each(LINES)(`in the ${look} look lines in %s stand out from %s by 3:1 or more`, (on, ground) => {
    expect(contrast(colour(on), colour(ground))).toBeGreaterThanOrEqual(3);
  });
}
