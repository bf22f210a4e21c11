import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { composeIntake } from '../../../core/intake/compose-intake.ts';
import type { Intake, IntakeAnswer } from '../../../core/intake/intake.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { instrumentPack } from '../../journeys/instrument-pack.ts';
import { journey, type Journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { exampleSite } from './example-intake.ts';
import { answersIn, sealed, sourceOf } from './example-source.ts';

test('An intake carries what identifies the visit, the site and its content', () => {
  const visit = journey({ culture: 'swedish', language: 'kl-tunumiit', track: 'short' }).toTheEnd();
  expect(composeIntake(sourceOf(visit))).toMatchObject({
    format: 3,
    intakeId: visit.visit.intakeId,
    contentVersion: visit.visit.contentVersion,
    createdAt: '2026-03-01T14:20:30.400Z',
    site: exampleSite,
    language: 'kl-tunumiit',
    culture: 'swedish',
    track: 'short',
    unitGrams: 12,
    flags: [],
    instruments: [],
  });
});

test('The grams in a unit are those of the site’s country', () => {
  const unitGrams = { DK: 12, SE: 10, GL: 8 };
  const { danish, swedish, greenlandic } = oddPack;
  const pack = { greenlandic, swedish, danish: { ...danish, unitGrams } };
  const inCountry = (country: 'DK' | 'SE' | 'GL'): number =>
    composeIntake(sourceOf(journey({ pack }).toTheEnd(), { site: { ...exampleSite, country } })).unitGrams;
  expect([inCountry('DK'), inCountry('SE'), inCountry('GL')]).toEqual([12, 10, 8]);
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
      .until('last-drink')
      .answer('last-drink', ['yesterday'])
      .until('contact-way')
      .answer('contact-way', ['sms', 'meet-here', 'through-person'])
      .answer('phone-number', '23 45 67')
      .answer('contact-person', 'Hans')
      .until('personal-number')
      .answer('personal-number', '010203-4567')
      .toTheEnd()
      .edit('takes-room')
      .answer('takes-room', ['tobacco'])
      .edit('anonymity')
      .answer('anonymity', ['code-only']);
    const intake = composeIntake(sourceOf(visit));
    expect(Object.keys(answersIn(intake))).toEqual(Object.keys(visit.toldBack));
    expect(JSON.stringify(intake)).not.toMatch(/Aviâja|23 45 67|Hans|010203|yesterday|sms|through-person/);
  });

  test('what may be sent only with a yes is left out without one, and not told as unasked', () => {
    const saying = (secret: string): Journey =>
      journey({ pack: oddPack, culture: 'danish' })
        .notNow('first')
        .answer('second', ['yes', 'maybe'])
        .until('words')
        .answer('words', 'mine')
        .until('secret')
        .answer('secret', [secret])
        .toTheEnd();
    expect(sealed(saying('yes'))['words']?.said).toEqual({ kind: 'words', text: 'mine' });
    expect(sealed(saying('no'))).not.toHaveProperty('words');
  });

  test('that somebody would rather tell it to a person is sent all the same', () => {
    const visit = journey({ culture: 'greenlandic' }).until('named-after').decline('named-after', 'tellAPerson');
    expect(sealed(visit.toTheEnd())['named-after']?.said).toMatchObject({ kind: 'tellAPerson' });
  });
});

describe('The question of an instrument', () => {
  const asked = (language: LanguageTag): Journey =>
    journey({ pack: instrumentPack, language }).until('invented-example-q1').notNow('invented-example-q1').tellBack();
  const question = (language: LanguageTag, siteLanguage: 'da' | 'sv' | 'kl'): IntakeAnswer | undefined =>
    sealed(asked(language), { site: { ...exampleSite, language: siteLanguage } })['invented-example-q1'];

  test('stands in the language in which it was asked, and beside it in the site’s where there is an official one', () => {
    const key = 'instrument.invented-example-q1.title';
    expect(question('sv', 'da')?.question).toEqual({ text: `sv:${key}`, siteText: `da:${key}` });
    expect(question('sv', 'kl')?.question).toEqual({ text: `sv:${key}`, siteText: `sv:${key}` });
  });

  test('is in official wording, which needs no review', () => {
    expect(question('sv', 'da')?.reviewStatus).toBe('approved');
  });
});

describe('Never composed is', () => {
  const given = { language: 'da', culture: 'danish', at: '2026-03-01T10:00:00.000Z', accompanied: false } as const;
  const composing = (visit: Journey, answers: Visit['answers']) => (): Intake =>
    composeIntake(sourceOf(visit, { visit: { ...visit.visit, answers } }));

  test('an answer of a kind that the types rule out', () => {
    expect(composing(journey(), { helper: { ...given, answer: { kind: 'sung' } as never } })).toThrow();
  });

  test('the intake of somebody under 18, wherever the visit stands', () => {
    const visit = journey().until('age').answer('age', ['under-18']);
    expect(() => composeIntake(sourceOf(visit))).toThrow('hands over');
    expect(() => composeIntake(sourceOf(visit, { visit: { ...visit.visit, stage: { kind: 'readBack' } } }))).toThrow();
  });

  test('an answer whose question its version does not have', () => {
    const visit = journey({ pack: oddPack, culture: 'swedish' });
    expect(composing(visit, { 'only-swedish': { ...given, answer: { kind: 'notNow' } } })).toThrow('only-swedish');
  });

  test('a time of drinking at a question of another kind', () => {
    const episodes = [{ drinks: [{ container: 'can', count: 1 }], share: null, company: null }];
    expect(composing(journey(), { helper: { ...given, answer: { kind: 'episodes', episodes } } })).toThrow('helper');
  });

  test('marked days at a question of another kind', () => {
    expect(composing(journey(), { helper: { ...given, answer: { kind: 'days', daysAgo: [1] } } })).toThrow('helper');
  });

  test('a time of drinking from a vessel that the question does not have', () => {
    const episodes = [{ drinks: [{ container: 'barrel', count: 1 }], share: null, company: null }];
    const visit = journey({ pack: oddPack, culture: 'greenlandic' });
    const answers: Visit['answers'] = {
      drunk: { ...given, culture: 'greenlandic', answer: { kind: 'episodes', episodes } },
    };
    expect(composing(visit, answers)).toThrow('drunk');
  });
});
