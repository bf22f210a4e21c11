import { describe, expect, test } from 'vitest';
import { toFhir } from '../../../core/fhir/bundle.ts';
import { toResponse, type ResponseItem } from '../../../core/fhir/response.ts';
import type { ToldCall } from '../../../core/alert/told-call.ts';
import type { Intake, IntakeAnswer } from '../../../core/intake/intake.ts';
import { fhirProblems } from '../../fhir-schema.ts';
import { answerTo, chosen, intakeOf, left } from '../intake/example-intake.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const own = (name: string): string => `urn:matu:extension:${name}`;
const AT = { url: own('answered-at'), valueDateTime: '2026-03-01T10:10:00.000Z' };

/** The items of a response that is valid FHIR. */
function itemsOf(intake: Intake): readonly ResponseItem[] {
  expect(fhirProblems(toFhir(intake))).toEqual([]);
  return toResponse(intake, null).item ?? [];
}

/** One item for one thing said. */
function itemFor(said: IntakeAnswer['said'], more: Partial<IntakeAnswer> = {}): ResponseItem | undefined {
  const same = { question: { text: 'Q', siteText: 'Q' }, ...more };
  return itemsOf(intakeOf([answerTo('it', said, same)]))[0];
}

const thing = (code: string) => ({ code, text: `t ${code}`, siteText: `t ${code}` });

describe('What was said stands in FHIR as', () => {
  test('codings of their question in the words of the screen, with what they count', () => {
    const said: IntakeAnswer['said'] = { kind: 'options', options: [{ ...thing('5'), weight: 5 }, thing('8')] };
    expect(itemFor(said)).toEqual({
      linkId: 'it',
      text: 'Q',
      extension: [AT],
      answer: [
        {
          valueCoding: {
            system: 'urn:matu:codes:it',
            code: '5',
            display: 't 5',
            extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 5 }],
          },
        },
        { valueCoding: { system: 'urn:matu:codes:it', code: '8', display: 't 8' } },
      ],
    });
  });

  test.each<[string, IntakeAnswer['said'], unknown]>([
    ['own words', { kind: 'words', text: 'Maja' }, [{ valueString: 'Maja' }]],
    ['a number', { kind: 'number', value: 0 }, [{ valueInteger: 0 }]],
    ['no day', { kind: 'days', daysAgo: [], lastDays: 28 }, [{ valueInteger: 0 }]],
    [
      'days',
      { kind: 'days', daysAgo: [0, 3], lastDays: 28 },
      [
        {
          valueInteger: 2,
          extension: [
            { url: own('days-ago'), valueInteger: 0 },
            { url: own('days-ago'), valueInteger: 3 },
          ],
        },
      ],
    ],
    [
      'people',
      { kind: 'circle', people: [{ who: thing('friends'), ring: thing('far') }] },
      [
        {
          valueCoding: { system: 'urn:matu:codes:it', code: 'friends', display: 't friends' },
          item: [
            {
              linkId: 'it.ring',
              answer: [{ valueCoding: { system: 'urn:matu:codes:it.ring', code: 'far', display: 't far' } }],
            },
          ],
        },
      ],
    ],
  ])('%s', (_, said, answer) => {
    expect(itemFor(said)?.answer).toEqual(answer);
  });

  test('nobody in the circle, which is an answer', () => {
    expect(itemFor({ kind: 'circle', people: [] })).toEqual({
      linkId: 'it',
      text: 'Q',
      extension: [AT, { url: own('nobody'), valueBoolean: true }],
    });
  });

  test('one group for each time of drinking, with the grams', () => {
    const drink = { ...thing('can-33'), count: 2, centilitres: 33, percent: 4.6 };
    const full = { drinks: [drink], share: { ...thing('half'), weight: 0.5 }, company: thing('alone'), grams: 12 };
    const bare = { drinks: [drink], share: null, company: null, grams: 24 };
    const intake = intakeOf([answerTo('it', { kind: 'episodes', episodes: [full, bare] })]);
    const items = itemsOf(intake);
    expect(items.map(({ linkId, item }) => [linkId, item?.map((each) => each.linkId)])).toEqual([
      ['it', ['it.drink', 'it.share', 'it.company', 'it.grams']],
      ['it', ['it.drink', 'it.grams']],
    ]);
    expect(items[0]?.item?.[0]?.item).toEqual([
      {
        linkId: 'it.container',
        answer: [{ valueCoding: { system: 'urn:matu:codes:it.container', code: 'can-33', display: 't can-33' } }],
      },
      { linkId: 'it.count', answer: [{ valueInteger: 2 }] },
    ]);
    expect(items[1]?.item?.[1]?.answer).toEqual([
      { valueQuantity: { value: 24, unit: 'g', system: 'http://unitsofmeasure.org', code: 'g' } },
    ]);
  });

  test.each([
    [left('notNow'), 'asked-declined', 'notNow', true],
    [left('tellAPerson'), 'asked-declined', 'tellAPerson', true],
    [left('dontKnow'), 'asked-unknown', 'dontKnow', true],
    [{ kind: 'notAsked', why: 'helperPresent' } as const, 'not-asked', 'helperPresent', false],
  ])('%j: absent, and why', (said, reason, nonAnswer, isAsked) => {
    expect(itemFor(said)).toEqual({
      linkId: 'it',
      text: 'Q',
      extension: [
        ...(isAsked ? [AT] : []),
        { url: ABSENT, valueCode: reason },
        { url: own('non-answer'), valueCode: nonAnswer },
      ],
    });
  });
});

describe('A question in FHIR', () => {
  test('stands in its own language beside the words of the site', () => {
    const words = { language: 'kl-tunumiit', question: { text: 'Kina?', siteText: 'Hvem?' } } as const;
    expect(itemFor(chosen('a'), words)).toMatchObject({
      text: 'Kina?',
      _text: {
        extension: [
          { url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'kl-tunumiit' },
          {
            url: 'http://hl7.org/fhir/StructureDefinition/translation',
            extension: [
              { url: 'lang', valueCode: 'da' },
              { url: 'content', valueString: 'Hvem?' },
            ],
          },
        ],
      },
    });
  });

  test('has its answers in the same languages', () => {
    const friends = { code: 'friends', text: 'Ikinngutit', siteText: 'Venner' };
    const beside = {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/language', valueCode: 'kl' },
        {
          url: 'http://hl7.org/fhir/StructureDefinition/translation',
          extension: [
            { url: 'lang', valueCode: 'da' },
            { url: 'content', valueString: 'Venner' },
          ],
        },
      ],
    };
    const shown = { display: 'Ikinngutit', _display: beside };
    const options = itemFor({ kind: 'options', options: [friends] }, { language: 'kl' });
    expect(options?.answer?.[0]?.valueCoding).toMatchObject(shown);
    const circle = itemFor({ kind: 'circle', people: [{ who: friends, ring: friends }] }, { language: 'kl' });
    expect(circle?.answer?.[0]?.item?.[0]?.answer?.[0]?.valueCoding).toMatchObject(shown);
    const drink = { ...friends, count: 1, centilitres: 33, percent: 4.6 };
    const episodes = [{ drinks: [drink], share: null, company: friends, grams: 12 }];
    const times = itemFor({ kind: 'episodes', episodes }, { language: 'kl' });
    expect(times?.item?.[0]?.item?.[0]?.answer?.[0]?.valueCoding).toMatchObject(shown);
    expect(times?.item?.[1]?.answer?.[0]?.valueCoding).toMatchObject(shown);
  });

  test('says when it was asked in another culture version, and when somebody helped', () => {
    expect(itemFor(chosen('a'), { culture: 'swedish', accompanied: true })?.extension).toEqual([
      AT,
      { url: own('culture'), valueCode: 'swedish' },
      { url: own('accompanied'), valueBoolean: true },
    ]);
  });
});

test('Items stand in the order of the intake', () => {
  const items = itemsOf(intakeOf([answerTo('b', chosen('x')), answerTo('a', chosen('x'))]));
  expect(items.map(({ linkId }) => linkId)).toEqual(['b', 'a']);
});

test('Flags and scores are told as what they are: read off the answers', () => {
  const result = {
    slot: 'invented-example',
    title: 'Opfundet eksempel',
    version: 'invented-1',
    language: 'da',
    validated: 'no',
    score: 7,
    maxScore: 9,
    answered: 3,
    questions: 3,
    unitGrams: null,
    reached: [],
  } as const;
  const flag = { rule: 'fits-now', level: 'red', linkIds: ['fits'], at: '2026-03-01T10:10:00.000Z' } as const;
  const call: ToldCall = {
    ...{ level: 'amber', calledAt: '2026-03-01T10:11:00.000Z', channelAfterSeconds: null, secondAfterSeconds: null },
    ...{ numbersAfterSeconds: null, hereAfterSeconds: 45, note: null },
  };
  const intake = intakeOf([], {
    flags: [{ ...flag, linkIds: [...flag.linkIds] }],
    calls: [
      call,
      { ...call, channelAfterSeconds: 4, secondAfterSeconds: 60, numbersAfterSeconds: 120, note: 'rang112' },
    ],
    instruments: [
      {
        ...result,
        unitGrams: 12,
        reached: [
          { label: 'meget', from: 6, sex: 'female', ageFrom: 18, ageTo: 64 },
          { label: 'noget', from: 3, sex: null, ageFrom: null, ageTo: null },
        ],
      },
      { ...result, reached: [], score: null, answered: 2 },
    ],
  });
  expect(fhirProblems(toFhir(intake))).toEqual([]);
  const extension = toResponse(intake, null).extension ?? [];
  expect(extension.map(({ url }) => url)).toEqual([
    own('track'),
    own('safety-flag'),
    own('house-call'),
    own('house-call'),
    own('instrument-score'),
    own('instrument-score'),
  ]);
  expect(extension[1]?.extension).toContainEqual({ url: 'linkId', valueString: 'fits' });
  expect(extension[2]?.extension).toEqual([
    { url: 'level', valueCode: 'amber' },
    { url: 'calledAt', valueDateTime: '2026-03-01T10:11:00.000Z' },
    { url: 'hereAfterSeconds', valueInteger: 45 },
  ]);
  expect(extension[3]?.extension?.slice(2)).toEqual([
    { url: 'channelAfterSeconds', valueInteger: 4 },
    { url: 'secondAfterSeconds', valueInteger: 60 },
    { url: 'numbersAfterSeconds', valueInteger: 120 },
    { url: 'hereAfterSeconds', valueInteger: 45 },
    { url: 'note', valueCode: 'rang112' },
  ]);
  expect(extension[4]?.extension).toContainEqual({ url: 'score', valueDecimal: 7 });
  expect(extension[4]?.extension?.slice(-4)).toEqual([
    { url: 'score', valueDecimal: 7 },
    { url: 'unitGrams', valueDecimal: 12 },
    {
      url: 'reached',
      extension: [
        { url: 'label', valueString: 'meget' },
        { url: 'from', valueDecimal: 6 },
        { url: 'sex', valueCode: 'female' },
        { url: 'ageFrom', valueInteger: 18 },
        { url: 'ageTo', valueInteger: 64 },
      ],
    },
    {
      url: 'reached',
      extension: [
        { url: 'label', valueString: 'noget' },
        { url: 'from', valueDecimal: 3 },
      ],
    },
  ]);
  expect(extension[5]?.extension).toContainEqual({ url: 'answered', valueInteger: 2 });
  const urls = extension[5]?.extension?.map(({ url }) => url);
  for (const absent of ['score', 'unitGrams', 'reached']) expect(urls).not.toContain(absent);
});

test('A kind that the types rule out throws', () => {
  expect(() => toFhir(intakeOf([answerTo('age', { kind: 'sung' } as never)]))).toThrow();
});
