import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { composeIntake, type IntakeSource } from '../../../core/intake/compose-intake.ts';
import type { ToldCall, VisitCall } from '../../../core/alert/told-call.ts';
import { MAX_CALLS, type Flag, type Intake, type IntakeAnswer } from '../../../core/intake/intake.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import type { ReviewStatus } from '../../../core/translation/review.ts';
import { instrumentPack } from '../../journeys/instrument-pack.ts';
import { journey, type Journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { exampleSite } from './example-intake.ts';
import { sourceOf } from './example-source.ts';

function answersIn(intake: Intake): Readonly<Record<string, IntakeAnswer>> {
  return Object.fromEntries(intake.answers.map((answer) => [answer.linkId, answer]));
}

/** What is sealed of a visit that ends here, by linkId. */
function sealed(visit: Journey, more: Partial<IntakeSource> = {}): Readonly<Record<string, IntakeAnswer>> {
  return answersIn(composeIntake(sourceOf(visit, more)));
}

/** Words as a text of this key reads on a Danish screen, and in the site's language. */
function words(key: string): object {
  return { text: `da:${key}`, siteText: `da:${key}` };
}

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

describe('A flag', () => {
  const flagsOf = (visit: Journey): readonly Flag[] => composeIntake(sourceOf(visit)).flags;

  test('names its rule, its level, the items that reach it, and when the last of their answers was given', () => {
    const visit = journey()
      .until('takes-room')
      .answer('takes-room', ['other-drugs'])
      .until('other-substances')
      .answer('other-substances', ['opioids'])
      .until('mixing')
      .answer('mixing', ['alone'])
      .toTheEnd();
    expect(flagsOf(visit)).toEqual([
      {
        rule: 'opioids-alone',
        level: 'amber',
        linkIds: ['other-substances', 'mixing'],
        at: visit.visit.answers['mixing']?.at,
      },
    ]);
    visit.edit('other-substances').answer('other-substances', ['opioids', 'cocaine']);
    expect(flagsOf(visit)[0]?.at).toBe(visit.visit.answers['other-substances']?.at);
  });

  test('of a rule about what was not said is of the time when the visit began', () => {
    const [rule] = oddPack.danish.safety;
    if (rule === undefined) throw new Error('The odd pack has no rules');
    const enableWhen = [{ question: 'third', operator: 'exists', answerBoolean: false } as const];
    const pack = { ...oddPack, danish: { ...oddPack.danish, safety: [{ ...rule, enableWhen }] } };
    const visit = journey({ pack }).notNow('first').tellBack();
    expect(flagsOf(visit)).toMatchObject([{ linkIds: ['third'], at: visit.visit.startedAt }]);
  });

  test('of level red stands first', () => {
    const visit = journey().until('takes-room').answer('takes-room', ['alcohol']).until('shaking');
    visit.answer('shaking', ['now']).answer('fits', ['now']);
    expect(flagsOf(visit).map(({ rule }) => rule)).toEqual(['fits-now', 'shaking-now']);
  });
});

describe('A call for a person of the house', () => {
  const at = '2026-03-01T10:11:00.000Z';
  const red = { number: 4, at, level: 'red' } as const;
  const amber = { number: 5, at, level: 'amber' } as const;
  const told = (level: 'red' | 'amber'): ToldCall => ({
    ...{ level, calledAt: at, channelAfterSeconds: null, hereAfterSeconds: 45 },
    ...{ secondAfterSeconds: null, numbersAfterSeconds: null, note: null },
  });
  const levels = (visit: Journey): readonly string[] => {
    const called = { ...visit.visit, calls: [red, amber] };
    const toldCalls = (calls: readonly VisitCall[]): ToldCall[] => calls.map(({ level }) => told(level));
    return composeIntake(sourceOf(visit, { visit: called, toldCalls })).calls.map(({ level }) => level);
  };
  const withUse = (): Journey => journey().until('takes-room').answer('takes-room', ['alcohol']).until('shaking');

  test.each([
    [
      'while a red answer stands, all of them',
      (): Journey => withUse().answer('shaking', ['now']).answer('fits', ['now']),
      ['red', 'amber'],
    ],
    [
      'while only a milder one stands, none that was about danger',
      (): Journey => withUse().answer('shaking', ['now']),
      ['amber'],
    ],
    ['once no such answer stands, none', (): Journey => withUse(), []],
  ])('goes with the intake %s', (_, visit, expected) => {
    expect(levels(visit())).toEqual(expected);
  });

  test('is left out where more were made than an intake holds', () => {
    const visit = withUse().answer('shaking', ['now']);
    const calls = Array.from({ length: MAX_CALLS + 1 }, (_, index) => ({ ...amber, number: index + 1 }));
    const toldCalls = (each: readonly VisitCall[]): ToldCall[] => each.map(({ level }) => told(level));
    const intake = composeIntake(sourceOf(visit, { visit: { ...visit.visit, calls }, toldCalls }));
    expect(intake.calls).toHaveLength(MAX_CALLS);
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
