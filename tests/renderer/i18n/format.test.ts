import { expect, test } from 'vitest';
import { formatDay, formatDayWithWeekday, formatNumber, type Translate } from '../../../renderer/i18n/format.ts';

const texts: Readonly<Record<string, string>> = {
  'kiosk.date': '{{day}}. {{month}} {{year}}',
  'kiosk.month.11': 'novembari',
  'kiosk.weekday.1': 'ataasinngorneq',
};
const translate: Translate = (key, values = {}) =>
  (texts[key] ?? `⟦${key}⟧`).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
const day = { year: 2026, month: 11, day: 23, weekday: 1 };

test('A day has the month’s name from the texts, never from the runtime', () => {
  expect(formatDay(day, translate)).toBe('23. novembari 2026');
});

test('The weekday stands before the day', () => {
  expect(formatDayWithWeekday(day, translate)).toBe('ataasinngorneq 23. novembari 2026');
});

test.each([
  ['kl', '1.234,5'],
  ['da', '1.234,5'],
  ['sv', '1\u00A0234,5'],
] as const)('A number in %s reads %s', (language, expected) => {
  expect(formatNumber(1234.5, language)).toBe(expected);
});
