import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../core/intake/intake.ts';
import { pageOne, type PageOneFacts } from '../../../core/intake/page-one.ts';
import { keyTexts } from '../translation/key-texts.ts';
import { answerTo, chosen, exampleSite, intakeOf, left } from './example-intake.ts';

const texts = keyTexts('', {
  'pageOne.dayOf14': 'Day {{day}}',
  'kiosk.date': '{{day}} {{month}} {{year}}',
});
const facts: PageOneFacts = {
  kioskId: '11111111-1111-4111-8111-111111111111',
  seq: 7,
  clockConfidence: 'high',
  nowMs: null,
};
const drinking = answerTo('takes-room', chosen('alcohol'));

function dayShown(intake: Intake, now: string): string | null {
  const [first] = pageOne(intake, { ...facts, nowMs: Date.parse(now) }, texts).strip;
  return first?.value.startsWith('Day') === true ? first.value : null;
}

test('The strip says when, where, which number, and how it was asked', () => {
  expect(pageOne(intakeOf([], { language: 'kl', culture: 'greenlandic' }), facts, texts).strip).toEqual([
    { label: 'pageOne.sentOn', value: '1 kiosk.month.3 2026' },
    { label: 'pageOne.site', value: 'A made-up house' },
    { label: 'pageOne.number', value: '11111111-7' },
    { label: 'pageOne.language', value: 'kiosk.languageName.kl' },
    { label: 'pageOne.culture', value: 'pageOne.culture.greenlandic' },
  ]);
});

test('The strip says on which day of the site the page was opened, but not inside the bundle', () => {
  const nowMs = Date.parse('2026-03-10T23:30:00.000Z');
  const opened = pageOne(intakeOf([]), { ...facts, nowMs }, texts).strip;
  expect(opened.slice(0, 2)).toEqual([
    { label: 'pageOne.sentOn', value: '1 kiosk.month.3 2026' },
    { label: 'pageOne.openedOn', value: '11 kiosk.month.3 2026' },
  ]);
  expect(opened).toHaveLength(pageOne(intakeOf([]), facts, texts).strip.length + 1);
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
    const site = { ...exampleSite, timeZone: 'America/Nuuk' };
    const intake = intakeOf([drinking], { site, createdAt: '2026-03-02T01:00:00.000Z' });
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
    const policy = { ...exampleSite.policy, fourteenDays: false };
    expect(dayShown(intakeOf([drinking], { site: { ...exampleSite, policy } }), '2026-03-02T12:00:00Z')).toBeNull();
  });

  test('cannot stand on the copy inside the bundle', () => {
    expect(pageOne(intakeOf([drinking]), facts, texts).strip[0]?.label).toBe('pageOne.sentOn');
  });
});

describe('Notes', () => {
  const notesOf = (intake: Intake, more: Partial<PageOneFacts> = {}): readonly string[] =>
    pageOne(intake, { ...facts, ...more }, texts).notes;

  test('say that the clock of the kiosk was doubtful', () => {
    expect(notesOf(intakeOf([answerTo('age', chosen('25-34'))]), { clockConfidence: 'low' })).toEqual([
      'pageOne.lowClock',
    ]);
  });

  test('say that the age is missing, also where it was left', () => {
    expect(notesOf(intakeOf([]))).toEqual(['pageOne.ageNotGiven']);
    expect(notesOf(intakeOf([answerTo('age', left('notNow'))]))).toEqual(['pageOne.ageNotGiven']);
    expect(notesOf(intakeOf([answerTo('age', chosen('25-34'))]))).toEqual([]);
  });
});

describe('Sections', () => {
  test('stand in the order in which a centre reads, and only where something was said', () => {
    const intake = intakeOf([
      answerTo('strengths', chosen('music')),
      answerTo('new-question', { kind: 'words', text: 'x' }),
      answerTo('last-drink', chosen('today')),
      answerTo('takes-room', chosen('alcohol')),
      answerTo('contact-way', chosen('sms')),
      answerTo('call-name', { kind: 'words', text: 'Aviâja' }),
    ]);
    const { sections } = pageOne(intake, facts, texts);
    expect(sections.map(({ title, rows }) => [title, rows.map(({ question }) => question)])).toEqual([
      ['pageOne.section.contact', ['S call-name', 'S contact-way']],
      ['pageOne.section.room', ['S takes-room', 'S last-drink']],
      ['pageOne.section.strengths', ['S strengths']],
      ['pageOne.section.other', ['S new-question']],
    ]);
  });

  test('end with the agenda of the first talk, each non-answer apart', () => {
    const intake = intakeOf([
      answerTo('helper', { kind: 'notAsked', why: 'helperPresent' }),
      answerTo('age', left('dontKnow')),
      answerTo('call-name', left('notNow')),
      answerTo('takes-room', left('tellAPerson')),
      answerTo('strengths', left('tellAPerson')),
    ]);
    const { sections } = pageOne(intake, facts, texts);
    expect(sections.map(({ title, rows }) => [title, rows.map(({ question }) => question)])).toEqual([
      ['pageOne.section.tellAPerson', ['S takes-room', 'S strengths']],
      ['pageOne.section.notNow', ['S call-name']],
      ['pageOne.section.dontKnow', ['S age']],
      ['pageOne.section.notAsked', ['S helper']],
    ]);
    expect(sections.flatMap(({ rows }) => rows.map(({ answer }) => answer))).toEqual(['', '', '', '', '']);
  });

  test('keep the words of the screen beside those of the site where they differ', () => {
    const option = { code: 'song', text: 'erinarsorneq', siteText: 'Sang' };
    const said = { kind: 'options', options: [option, { ...option, text: 'ilaquttat', siteText: 'Familie' }] } as const;
    const intake = intakeOf([
      answerTo('strengths', { ...said, options: [...said.options] }),
      answerTo('age', chosen('a', 'b')),
    ]);
    const rows = pageOne(intake, facts, texts).sections.flatMap((section) => section.rows);
    expect(rows).toEqual([
      { question: 'S age', answer: 's a; s b', ownWords: null, draftWording: false },
      { question: 'S strengths', answer: 'Sang; Familie', ownWords: 'erinarsorneq; ilaquttat', draftWording: false },
    ]);
  });

  test.each([
    ['kl', 'draft', true],
    ['kl', 'reviewed', true],
    ['kl', 'approved', false],
    ['da', 'draft', false],
    ['sv', 'reviewed', false],
  ] as const)('mark what was asked in %s with a %s wording: %s', (language, reviewStatus, draftWording) => {
    const intake = intakeOf([answerTo('age', chosen('25-34'), { language, reviewStatus })]);
    expect(pageOne(intake, facts, texts).sections[0]?.rows[0]?.draftWording).toBe(draftWording);
  });
});

describe('Permissions', () => {
  const permissionsOf = (intake: Intake): readonly string[] => pageOne(intake, facts, texts).permissions;

  test.each(['name', 'phone-only', 'code-only'])('say what identity was chosen: %s', (code) => {
    expect(permissionsOf(intakeOf([answerTo('anonymity', chosen(code))]))).toContain(`pageOne.identity.${code}`);
  });

  test.each([
    ['was not asked', []],
    ['was left', [answerTo('anonymity', left('notNow'))]],
    ['is one that this program does not know', [answerTo('anonymity', chosen('letter-box'))]],
    ['is the name of something inherited', [answerTo('anonymity', chosen('constructor'))]],
  ])('call the identity unknown where it %s', (_, answers) => {
    expect(permissionsOf(intakeOf(answers))).toEqual([
      'pageOne.permission.send',
      'pageOne.permission.noContact',
      'pageOne.identity.unknown',
    ]);
  });

  test.each([['meet-here'], ['sms'], ['call'], ['through-person'], ['come-along', 'no-letters', 'sms']])(
    'allow contact where a way was chosen: %s',
    (...codes) => {
      const intake = intakeOf([answerTo('contact-way', chosen(...codes))]);
      expect(permissionsOf(intake)).toContain('pageOne.permission.contact');
    },
  );

  test.each([
    ['was left', left('dontKnow')],
    ['says only what shall not be done', chosen('no-letters')],
    ['says only that someone comes along', chosen('come-along', 'no-letters')],
    ['is one that this program does not know', chosen('pigeon')],
  ])('allow no contact where the answer %s', (_, said) => {
    expect(permissionsOf(intakeOf([answerTo('contact-way', said)]))).toContain('pageOne.permission.noContact');
  });
});
