import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import type { ReviewStatus } from '../../../core/translation/review.ts';
import { journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { sealed, words } from './example-source.ts';

describe('Each answer carries', () => {
  test('its section, sensitivity and moment, and the words of the screen beside those of the site', () => {
    const visit = journey({ culture: 'swedish', language: 'sv' })
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .toTheEnd();
    expect(sealed(visit)['takes-room']).toEqual({
      linkId: 'takes-room',
      section: 'room',
      sensitivity: 2,
      language: 'sv',
      culture: 'swedish',
      reviewStatus: 'approved',
      question: { text: 'sv:intake.takes-room@swedish.title', siteText: 'da:intake.takes-room@swedish.title' },
      answeredAt: visit.visit.answers['takes-room']?.at,
      accompanied: false,
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
      .until('strengths')
      .answer('strengths', ['song'])
      .chooseLanguage('sv')
      .chooseCulture('danish')
      .until('anonymity')
      .notNow('anonymity');
    const { strengths, anonymity } = sealed(visit);
    expect(strengths).toMatchObject({
      language: 'kl',
      culture: 'greenlandic',
      reviewStatus: 'draft',
      question: { text: 'kl:intake.strengths@greenlandic.title' },
      said: { options: [{ code: 'song', text: 'kl:intake.strengths.option.song' }] },
    });
    expect(anonymity).toMatchObject({ language: 'sv', culture: 'danish', reviewStatus: 'approved' });
  });

  test('the lowest status of the question and everything that stood beside what was chosen', () => {
    const visit = journey({ culture: 'swedish', language: 'kl' }).until('age').answer('age', ['25-34']);
    const statusWith = (low: string): ReviewStatus | undefined => {
      const reviewStatus = (language: LanguageTag, key: string): ReviewStatus =>
        language === 'kl' && key === low ? 'reviewed' : 'approved';
      return sealed(visit, { reviewStatus })['age']?.reviewStatus;
    };
    expect(statusWith('intake.age.title')).toBe('reviewed');
    expect(statusWith('intake.age.hint')).toBe('reviewed');
    expect(statusWith('intake.age.option.25-34')).toBe('reviewed');
    expect(statusWith('intake.age.option.35-44')).toBe('reviewed');
    expect(statusWith('intake.helper.title')).toBe('approved');
  });

  test('own words as they were written', () => {
    const visit = journey().until('call-name').answer('call-name', 'Aviâja');
    expect(sealed(visit)['call-name']?.said).toEqual({ kind: 'words', text: 'Aviâja' });
  });

  test('what an option counts', () => {
    const visit = journey({ culture: 'swedish' }).until('importance').answer('importance', ['7']);
    const options = [{ code: '7', ...words('intake.importance.option.7'), weight: 7 }];
    expect(sealed(visit)['importance']?.said).toEqual({ kind: 'options', options });
  });

  test('a number, and days with the calendar in which they were marked', () => {
    const visit = journey({ pack: oddPack }).until('sum').answer('sum', ['four']).answer('count', 2);
    visit.markDays('marked', 3, 1);
    expect(sealed(visit)['count']?.said).toEqual({ kind: 'number', value: 2 });
    expect(sealed(visit)['marked']?.said).toEqual({ kind: 'days', daysAgo: [1, 3], lastDays: 14 });
  });

  test('people with their rings', () => {
    const visit = journey({ pack: oddPack, culture: 'greenlandic' }).placePeople('near', ['sister', 'far']);
    const people = [
      {
        who: { code: 'sister', ...words('intake.near.who.sister') },
        ring: { code: 'far', ...words('intake.near.ring.far') },
      },
    ];
    expect(sealed(visit)['near']?.said).toEqual({ kind: 'circle', people });
  });

  test('times of drinking with what each vessel holds, the own part and the grams with one decimal', () => {
    const visit = journey({ pack: oddPack, culture: 'greenlandic' }).notNow('near');
    const can = { container: 'can', count: 3 };
    const bottle = { container: 'bottle', count: 1 };
    visit.drank(
      'drunk',
      { drinks: [can, bottle], share: 'half', company: 'others' },
      { drinks: [can], share: null, company: null },
    );
    const shown = (part: string, code: string): object => ({ code, ...words(`intake.drunk.${part}.${code}`) });
    const cans = { ...shown('container', 'can'), count: 3, centilitres: 50, percent: 5 };
    expect(sealed(visit)['drunk']?.said).toEqual({
      kind: 'episodes',
      episodes: [
        {
          drinks: [cans, { ...shown('container', 'bottle'), count: 1, centilitres: 70, percent: 40 }],
          share: { ...shown('share', 'half'), weight: 0.5 },
          company: shown('company', 'others'),
          // 59.175 g in the cans, and half of 220.92 g.
          grams: 169.6,
        },
        { drinks: [cans], share: null, company: null, grams: 59.2 },
      ],
    });
  });

  test.each(['notNow', 'tellAPerson', 'dontKnow'] as const)('the words of a non-answer: %s', (kind) => {
    const visit = journey({ language: 'kl', culture: 'greenlandic' }).decline('read-or-listen', kind);
    expect(sealed(visit)['read-or-listen']?.said).toEqual({
      kind,
      text: `kl:intake.nonAnswer@greenlandic.${kind}`,
      siteText: `da:intake.nonAnswer@greenlandic.${kind}`,
    });
  });
});

describe('What was not asked stands there with its question and why', () => {
  test('on the short track', () => {
    const visit = journey({ track: 'short', language: 'kl', culture: 'greenlandic' }).toTheEnd();
    expect(sealed(visit)['mood']).toEqual({
      linkId: 'mood',
      section: 'mind',
      sensitivity: 1,
      language: 'kl',
      culture: 'greenlandic',
      reviewStatus: 'draft',
      question: { text: 'kl:intake.mood@greenlandic.title', siteText: 'da:intake.mood@greenlandic.title' },
      answeredAt: null,
      accompanied: false,
      said: { kind: 'notAsked', why: 'shortTrack' },
    });
  });

  test('with a helper, but not what was hidden', () => {
    const answers = sealed(journey({ helped: true }).until('takes-room').answer('takes-room', ['tobacco']).toTheEnd());
    expect(answers['not-live']).toMatchObject({ accompanied: true, said: { kind: 'notAsked', why: 'helperPresent' } });
    expect(answers).not.toHaveProperty('fits');
  });
});
