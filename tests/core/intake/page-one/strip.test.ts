import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../../core/intake/intake.ts';
import { pageOne, type PageOneFacts } from '../../../../core/intake/page-one.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, inBundle, intakeOf, left, site } from './example-page.ts';

const texts = keyTexts('', {
  'pageOne.dayOf14': 'Day {{day}}',
  'pageOne.time': '{{hour}}.{{minute}}',
  'pageOne.dayAndTime': '{{day}} at {{time}}',
  'kiosk.date': '{{day}} {{month}} {{year}}',
});
const drinking = answerTo('takes-room', chosen('alcohol'));

function dayShown(intake: Intake, now: string): string | null {
  return pageOne(intake, { ...facts, nowMs: Date.parse(now) }, texts).dayOf14?.value ?? null;
}

test('The strip says when it was sent, received and opened, and from where, in the time of the site', () => {
  const page = pageOne(intakeOf([]), facts, texts);
  expect(page.number).toBe('11111111-7');
  expect(page.strip).toEqual([
    { label: 'pageOne.sentOn', value: '1 kiosk.month.3 2026 at 11.20' },
    { label: 'pageOne.receivedOn', value: '2 kiosk.month.3 2026 at 08.12' },
    { label: 'pageOne.openedOn', value: '3 kiosk.month.3 2026' },
    { label: 'pageOne.site', value: 'A made-up house' },
  ]);
});

test('The copy inside the bundle says nothing of what happened after Send', () => {
  const page = pageOne(intakeOf([drinking]), inBundle, texts);
  expect(page.strip.map(({ label }) => label)).toEqual(['pageOne.sentOn', 'pageOne.site']);
  expect(page.dayOf14).toBeNull();
});

describe('Day n of 14', () => {
  test.each([
    ['at once', '2026-03-01T10:20:30.400Z', 'Day 1'],
    ['just before midnight at the site', '2026-03-01T22:59:59.999Z', 'Day 1'],
    ['at midnight at the site', '2026-03-01T23:00:00.000Z', 'Day 2'],
    ['on the last day', '2026-03-14T12:00:00.000Z', 'Day 14'],
    ['when the right is broken', '2026-03-15T12:00:00.000Z', 'Day 15'],
    ['after summer time began', '2026-03-29T22:00:00.000Z', 'Day 30'],
    ['before Send by a clock that is wrong', '2026-02-28T12:00:00.000Z', null],
  ])('is counted in days of the site: %s', (_, now, day) => {
    expect(dayShown(intakeOf([drinking]), now)).toBe(day);
  });

  test('begins with the day of Send at the site, which may be another than in UTC', () => {
    const intake = intakeOf([drinking], {
      site: { ...site, timeZone: 'America/Nuuk' },
      createdAt: '2026-03-02T01:00:00.000Z',
    });
    expect(dayShown(intake, '2026-03-02T01:30:00.000Z')).toBe('Day 1');
    expect(dayShown(intake, '2026-03-02T03:00:00.000Z')).toBe('Day 2');
  });

  test('counts the day on which the clock is put back as one', () => {
    const intake = intakeOf([drinking], { createdAt: '2026-10-24T22:00:00.000Z' });
    expect(dayShown(intake, '2026-10-25T22:59:59.000Z')).toBe('Day 1');
    expect(dayShown(intake, '2026-10-25T23:00:00.000Z')).toBe('Day 2');
  });

  test.each([['alcohol'], ['hash'], ['other-drugs'], ['pills']])('is a right with %s', (code) => {
    expect(dayShown(intakeOf([answerTo('takes-room', chosen('tobacco', code))]), '2026-03-02T12:00:00Z')).toBe('Day 2');
  });

  test.each([
    ['nothing is said', []],
    ['nothing is told now', [answerTo('takes-room', left('notNow'))]],
    ['only other things take room', [answerTo('takes-room', chosen('gambling', 'tobacco', 'something-else'))]],
    ['somebody is not sure', [answerTo('takes-room', chosen('not-sure'))]],
    ['another question has such a code', [answerTo('help-first', chosen('alcohol'))]],
  ])('is not shown where %s', (_, answers) => {
    expect(dayShown(intakeOf(answers), '2026-03-02T12:00:00Z')).toBeNull();
  });

  test('is not shown where the site has no such rule', () => {
    const policy = { ...site.policy, fourteenDays: false };
    expect(dayShown(intakeOf([drinking], { site: { ...site, policy } }), '2026-03-02T12:00:00Z')).toBeNull();
  });
});

describe('Notes', () => {
  const notesOf = (intake: Intake, more: Partial<PageOneFacts> = {}): readonly string[] =>
    pageOne(intake, { ...facts, ...more }, texts).notes;

  test('say that the clock of the kiosk was doubtful', () => {
    const intake = intakeOf([answerTo('age', chosen('25-34'))]);
    expect(notesOf(intake, { clockConfidence: 'low' })).toEqual(['pageOne.lowClock']);
  });

  test('say that the age is missing, also where it was left', () => {
    expect(notesOf(intakeOf([]))).toEqual(['pageOne.ageNotGiven']);
    expect(notesOf(intakeOf([answerTo('age', left('notNow'))]))).toEqual(['pageOne.ageNotGiven']);
    expect(notesOf(intakeOf([answerTo('age', chosen('25-34'))]))).toEqual([]);
  });
});
