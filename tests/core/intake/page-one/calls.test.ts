import { expect, test } from 'vitest';
import type { ToldCall } from '../../../../core/alert/told-call.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../../../core/intake/page-one-html.ts';
import { fitted } from '../../../../core/intake/page-one/fit.ts';
import { heightOf } from '../../../../core/intake/page-one/height.ts';
import type { PageOne } from '../../../../core/intake/page-one/model.ts';
import { facts, intakeOf, pageTexts } from './example-page.ts';

const CALL: ToldCall = {
  ...{ level: 'red', calledAt: '2026-03-01T10:05:00.000Z', channelAfterSeconds: null, hereAfterSeconds: 45 },
  ...{ secondAfterSeconds: null, numbersAfterSeconds: null, note: null },
};

function pageWith(...calls: ToldCall[]): PageOne {
  return pageOne(intakeOf([], { calls }), facts, pageTexts('da'));
}

test.each<[string, Partial<ToldCall>, string]>([
  ['somebody came', {}, 'Kaldt efter et rødt svar. En fra huset var ved skærmen efter 45 s.'],
  [
    'the second person was called and rang 112',
    { secondAfterSeconds: 60, hereAfterSeconds: 75, note: 'rang112' },
    'Kaldt efter et rødt svar. Den anden person blev kaldt efter 60 s. En fra huset var ved skærmen efter 75 s. Huset ringede 112.',
  ],
  [
    'the house answered, and nobody came',
    { channelAfterSeconds: 8, hereAfterSeconds: null, numbersAfterSeconds: 120 },
    'Kaldt efter et rødt svar. Huset svarede på beskeden efter 8 s. Telefonnumrene blev vist efter 120 s. Ingen trykkede »Jeg er her« før Send.',
  ],
  [
    'the person wanted somebody',
    { level: 'amber', hereAfterSeconds: 5 },
    'Kaldt af personen efter et gult svar. En fra huset var ved skærmen efter 5 s.',
  ],
])('A call stands on page 1 as one plain line: %s', (_, more, words) => {
  expect(pageWith({ ...CALL, ...more }).calls).toEqual([{ label: 'Huset', words, at: '11.05' }]);
});

test.each<[NonNullable<ToldCall['note']>, string]>([
  ['stayed', 'Huset blev hos personen.'],
  ['rang112', 'Huset ringede 112.'],
  ['doctor', 'Huset ringede til en læge.'],
  ['mistake', 'Huset valgte: Det var en fejl.'],
  ['left', 'Huset valgte: Personen er gået.'],
])('What the house did is said: %s', (note, words) => {
  expect(pageWith({ ...CALL, note }).calls[0]?.words.endsWith(` ${words}`)).toBe(true);
});

test('A call of another day than Send says its day', () => {
  expect(pageWith({ ...CALL, calledAt: '2026-02-26T23:30:00.000Z' }).calls[0]?.at).toBe('27. februar 2026 kl. 00.30');
});

test('Each call has a line of its own under the flags, and room on the page', () => {
  const page = pageWith(CALL, { ...CALL, level: 'amber' });
  const html = pageOneHtml(page, pageOneLabels('da', pageTexts('da')));
  expect(html.match(/<li class="call">/g)).toHaveLength(2);
  expect(html.indexOf('class="call"')).toBeGreaterThan(html.indexOf('class="none"'));
  const { step } = fitted(page);
  expect(heightOf(page, step)).toBeGreaterThan(heightOf(pageWith(), step));
});

test('An intake without calls says nothing of them', () => {
  expect(pageWith().calls).toEqual([]);
});
