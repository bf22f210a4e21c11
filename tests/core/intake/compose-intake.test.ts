import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CULTURES, LANGUAGES, type Culture, type Language } from '../../../core/basics/language.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { composeIntake, type IntakeSource } from '../../../core/intake/compose-intake.ts';
import { parseIntake, type Intake, type IntakeAnswer } from '../../../core/intake/intake.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import type { ReviewStatus } from '../../../core/translation/review.ts';
import { journey, type Journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { keyCatalogue } from '../translation/key-texts.ts';
import { exampleSite } from './example-intake.ts';

function sourceOf({ visit, pack }: Journey, more: Partial<IntakeSource> = {}): IntakeSource {
  const reviewStatus = (language: Language): ReviewStatus => (language === 'kl' ? 'draft' : 'approved');
  const createdAt = '2026-03-01T10:20:30.400Z';
  return { visit, pack, catalogue: keyCatalogue, reviewStatus, site: exampleSite, createdAt, ...more };
}

function answersIn(intake: Intake): Readonly<Record<string, IntakeAnswer>> {
  return Object.fromEntries(intake.answers.map((answer) => [answer.linkId, answer]));
}

test('An intake carries what identifies the visit, the site and its content', () => {
  const visit = journey({ culture: 'swedish', language: 'sv' }).toTheEnd();
  expect(composeIntake(sourceOf(visit))).toMatchObject({
    format: 1,
    intakeId: visit.visit.intakeId,
    contentVersion: visit.visit.contentVersion,
    createdAt: '2026-03-01T10:20:30.400Z',
    site: exampleSite,
    language: 'sv',
    culture: 'swedish',
  });
});

test('Answers stand in the order of the culture version', () => {
  const visit = journey({ culture: 'greenlandic' }).toTheEnd();
  expect(composeIntake(sourceOf(visit)).answers.map(({ linkId }) => linkId)).toEqual(visit.asked);
});

describe('Only what stands is sent:', () => {
  test('a hidden answer is left out', () => {
    const visit = journey()
      .until('anonymity')
      .answer('anonymity', ['name'])
      .answer('call-name', 'Aviâja')
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .answer('last-drink', ['today'])
      .until('contact-way')
      .answer('contact-way', ['sms', 'meet-here', 'through-person'])
      .answer('phone-number', '23 45 67')
      .answer('contact-person', 'Hans')
      .edit('takes-room')
      .answer('takes-room', ['tobacco'])
      .edit('anonymity')
      .answer('anonymity', ['code-only']);
    const intake = composeIntake(sourceOf(visit));
    expect(Object.keys(answersIn(intake))).toEqual(Object.keys(visit.toldBack));
    expect(JSON.stringify(intake)).not.toMatch(/Aviâja|23 45 67|Hans|today|sms|through-person/);
  });

  test('a question that was not reached is left out', () => {
    expect(composeIntake(sourceOf(journey().notNow('helper'))).answers).toHaveLength(1);
  });
});

describe('Each answer carries', () => {
  test('its section, sensitivity, and the words of the screen beside those of the site', () => {
    const visit = journey({ culture: 'swedish', language: 'sv' }).until('takes-room').answer('takes-room', ['alcohol']);
    expect(answersIn(composeIntake(sourceOf(visit)))['takes-room']).toEqual({
      linkId: 'takes-room',
      section: 'room',
      sensitivity: 2,
      language: 'sv',
      culture: 'swedish',
      reviewStatus: 'approved',
      question: { text: 'sv:intake.takes-room@swedish.title', siteText: 'da:intake.takes-room@swedish.title' },
      said: {
        kind: 'options',
        options: [
          {
            code: 'alcohol',
            text: 'sv:intake.takes-room.option.alcohol',
            siteText: 'da:intake.takes-room.option.alcohol',
          },
        ],
      },
    });
  });

  test('the language and version in which it was asked, though both were changed later', () => {
    const visit = journey({ culture: 'greenlandic', language: 'kl' })
      .notNow('helper')
      .answer('strengths', ['song'])
      .chooseLanguage('sv')
      .chooseCulture('danish')
      .notNow('anonymity');
    const { strengths, anonymity } = answersIn(composeIntake(sourceOf(visit)));
    expect(strengths).toMatchObject({
      language: 'kl',
      culture: 'greenlandic',
      reviewStatus: 'draft',
      question: { text: 'kl:intake.strengths@greenlandic.title' },
      said: { options: [{ code: 'song', text: 'kl:intake.strengths.option.song' }] },
    });
    expect(anonymity).toMatchObject({ language: 'sv', culture: 'danish', reviewStatus: 'approved' });
  });

  test('the review status of the question as it was shown', () => {
    const asked: string[] = [];
    const reviewStatus = (language: Language, key: string): ReviewStatus => {
      asked.push(`${language} ${key}`);
      return 'reviewed';
    };
    const visit = journey({ culture: 'swedish', language: 'kl' }).until('call-name').notNow('call-name');
    const { answers } = composeIntake(sourceOf(visit, { reviewStatus }));
    expect(asked).toContain('kl intake.call-name@swedish.title');
    expect(answers.map((answer) => answer.reviewStatus)).toEqual(['reviewed', 'reviewed', 'reviewed']);
  });

  test('the lowest status of the question and the options that were shown', () => {
    const visit = journey({ language: 'kl' }).notNow('helper').until('age').answer('age', ['25-34']);
    const statusWith = (low: string): ReviewStatus | undefined => {
      const reviewStatus = (_: Language, key: string): ReviewStatus => (key === low ? 'reviewed' : 'approved');
      return answersIn(composeIntake(sourceOf(visit, { reviewStatus })))['age']?.reviewStatus;
    };
    expect(statusWith('intake.age.title')).toBe('reviewed');
    expect(statusWith('intake.age.option.25-34')).toBe('reviewed');
    expect(statusWith('intake.age.option.35-44')).toBe('reviewed');
    expect(statusWith('intake.helper.title')).toBe('approved');
  });

  test('own words as they were written', () => {
    const visit = journey().until('call-name').answer('call-name', 'Aviâja');
    expect(answersIn(composeIntake(sourceOf(visit)))['call-name']?.said).toEqual({ kind: 'words', text: 'Aviâja' });
  });

  test.each(['notNow', 'tellAPerson', 'dontKnow'] as const)('the words of a non-answer: %s', (kind) => {
    const visit = journey({ language: 'kl' }).decline('helper', kind);
    expect(composeIntake(sourceOf(visit)).answers[0]?.said).toEqual({
      kind,
      text: `kl:kiosk.nonAnswer.${kind}`,
      siteText: `da:kiosk.nonAnswer.${kind}`,
    });
  });

  test('why it was not asked', () => {
    const said = { kind: 'notAsked', why: 'helperPresent' } as const;
    const { visit, pack } = journey().notNow('helper');
    const kept: Visit = { ...visit, answers: { helper: { answer: said, language: 'da', culture: 'danish' } } };
    expect(composeIntake(sourceOf(journey(), { visit: kept, pack })).answers[0]?.said).toEqual(said);
  });
});

describe('Never composed is', () => {
  const given = { language: 'da', culture: 'danish' } as const;

  test('an answer of a kind that the types rule out', () => {
    const visit: Visit = { ...journey().visit, answers: { helper: { ...given, answer: { kind: 'sung' } as never } } };
    expect(() => composeIntake(sourceOf(journey(), { visit }))).toThrow();
  });

  test('an answer whose question its version does not have', () => {
    const { visit, pack } = journey({ pack: oddPack, culture: 'swedish' });
    const answers = { 'only-swedish': { ...given, answer: { kind: 'notNow' } as const } };
    expect(() => composeIntake(sourceOf(journey(), { visit: { ...visit, answers }, pack }))).toThrow('only-swedish');
  });
});

test('Whatever is composed can be read by the centre', () => {
  const walks = fc.record({
    culture: fc.constantFrom<Culture>(...CULTURES),
    language: fc.constantFrom<Language>(...LANGUAGES),
    anonymity: fc.constantFrom('name', 'phone-only', 'code-only'),
    room: fc.subarray(['alcohol', 'hash', 'tobacco'], { minLength: 1 }),
    later: fc.constantFrom<Culture>(...CULTURES),
  });
  fc.assert(
    fc.property(walks, ({ culture, language, anonymity, room, later }) => {
      const visit = journey({ culture, language })
        .until('anonymity')
        .answer('anonymity', [anonymity])
        .until('takes-room')
        .answer('takes-room', room)
        .chooseCulture(later)
        .toTheEnd();
      const intake = composeIntake(sourceOf(visit));
      expect(parseIntake(toUtf8(JSON.stringify(intake)))).toEqual({ ok: true, value: intake });
    }),
    { numRuns: 50 },
  );
});
