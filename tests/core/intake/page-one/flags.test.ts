import { expect, test } from 'vitest';
import type { Flag, Intake } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import type { PageOneFlag } from '../../../../core/intake/page-one/model.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, notAsked, textsWithout, words } from './example-page.ts';

const texts = keyTexts('', {
  'pageOne.days': '{{count}} of {{of}}',
  'pageOne.time': '{{hour}}.{{minute}}',
  'pageOne.dayAndTime': '{{day}} at {{time}}',
  'kiosk.date': '{{day}}.{{month}}.{{year}}',
});

function flag(rule: string, linkIds: readonly string[], more: Partial<Flag> = {}): Flag {
  return { rule, level: 'amber', linkIds: [...linkIds], at: '2026-03-01T12:04:59.000Z', ...more };
}

function flagsOf(answers: Intake['answers'], flags: Flag[]): readonly PageOneFlag[] {
  return pageOne(intakeOf(answers, { flags }), facts, texts).flags;
}

test('A flag carries its meaning, the exact question and answer in the language of the site, and its time there', () => {
  const answers = [answerTo('not-live', chosen('plan-or-today'))];
  expect(flagsOf(answers, [flag('plan-or-today', ['not-live'], { level: 'red' })])).toEqual([
    {
      level: 'red',
      levelName: 'pageOne.level.red',
      label: 'pageOne.flag.plan-or-today',
      answers: [{ question: 'S not-live', answer: 's plan-or-today' }],
      at: '13.04',
    },
  ]);
});

test('Red flags stand before amber ones, each kind in the order of its rules', () => {
  const flags = [flag('a', ['x']), flag('b', ['x'], { level: 'red' }), flag('c', ['x'])];
  expect(flagsOf([answerTo('x', chosen('y'))], flags).map(({ label }) => label)).toEqual([
    'pageOne.flag.b',
    'pageOne.flag.a',
    'pageOne.flag.c',
  ]);
});

test('A rule that several answers reach names them all, a non-answer by its words', () => {
  const answers = [
    answerTo('days-without', { kind: 'days', daysAgo: [2, 4], lastDays: 28 }),
    answerTo('afraid', left('tellAPerson')),
  ];
  expect(flagsOf(answers, [flag('x', ['afraid', 'days-without'])])[0]?.answers).toEqual([
    { question: 'S afraid', answer: 's tellAPerson' },
    { question: 'S days-without', answer: '2 of 28' },
  ]);
});

test('A rule about a question that was not asked stands with the question alone', () => {
  const answers = [answerTo('afraid', notAsked('leftOpen'))];
  expect(flagsOf(answers, [flag('x', ['afraid'])])[0]?.answers).toEqual([{ question: 'S afraid', answer: '' }]);
});

test('Own words stand beside a flag by their beginning, because they stand whole in their block', () => {
  const long = 'ord '.repeat(100).trim();
  const [first] = flagsOf([answerTo('own', words(long))], [flag('x', ['own'])]);
  expect(first?.answers[0]?.answer).toBe(`${long.slice(0, 160)}…`);
});

test('An answer of another day than Send says its day', () => {
  const answers = [answerTo('afraid', chosen('yes'))];
  const flags = [flag('x', ['afraid'], { at: '2026-02-26T23:30:00.000Z' })];
  expect(flagsOf(answers, flags)[0]?.at).toBe('27.kiosk.month.2.2026 at 00.30');
});

test('A rule that this program has no words for stands with its question and answer alone', () => {
  const intake = intakeOf([answerTo('afraid', chosen('yes'))], { flags: [flag('invented', ['afraid'])] });
  expect(pageOne(intake, facts, textsWithout(/^pageOne\.flag\./)).flags).toMatchObject([{ label: null }]);
});

test('Where no rule is reached, the page says so instead of staying silent', () => {
  const page = pageOne(intakeOf([]), facts, texts);
  expect(page.flags).toEqual([]);
  expect(page.noFlags).toBe('pageOne.noFlags');
});
