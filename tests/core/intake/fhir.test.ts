import { expect, test } from 'vitest';
import { toFhir } from '../../../core/intake/fhir.ts';
import { answerTo, chosen, intakeOf, left } from './example-intake.ts';

const ABSENT = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const NON_ANSWER = 'urn:matu:extension:non-answer';

function itemsOf(intake: ReturnType<typeof intakeOf>): unknown {
  return toFhir(intake).entry[0]?.resource.item;
}

test('An intake is a collection of one questionnaire response', () => {
  expect(toFhir(intakeOf([], { language: 'kl' }))).toEqual({
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:33333333-3333-4333-8333-333333333333' },
    timestamp: '2026-03-01T10:20:30.400Z',
    entry: [
      {
        fullUrl: 'urn:uuid:33333333-3333-4333-8333-333333333333',
        resource: {
          resourceType: 'QuestionnaireResponse',
          id: '33333333-3333-4333-8333-333333333333',
          language: 'kl',
          questionnaire: 'urn:matu:questionnaire:intake|c0ffee00c0ffee00',
          status: 'completed',
          authored: '2026-03-01T10:20:30.400Z',
          item: [],
        },
      },
    ],
  });
});

test('Chosen codes are codings of their question, shown in the words of the screen', () => {
  const options = [
    { code: 'song', text: 'erinarsorneq', siteText: 'Sang' },
    { code: 'family', text: 'ilaquttat', siteText: 'Familie' },
  ];
  expect(itemsOf(intakeOf([answerTo('strengths', { kind: 'options', options })]))).toEqual([
    {
      linkId: 'strengths',
      text: 'Q strengths',
      answer: [
        { valueCoding: { system: 'urn:matu:codes:strengths', code: 'song', display: 'erinarsorneq' } },
        { valueCoding: { system: 'urn:matu:codes:strengths', code: 'family', display: 'ilaquttat' } },
      ],
    },
  ]);
});

test('Own words are a string', () => {
  expect(itemsOf(intakeOf([answerTo('call-name', { kind: 'words', text: 'Maja' })]))).toEqual([
    { linkId: 'call-name', text: 'Q call-name', answer: [{ valueString: 'Maja' }] },
  ]);
});

test.each([
  [left('notNow'), 'asked-declined', 'notNow'],
  [left('tellAPerson'), 'asked-declined', 'tellAPerson'],
  [left('dontKnow'), 'asked-unknown', 'dontKnow'],
  [{ kind: 'notAsked', why: 'helperPresent' } as const, 'not-asked', 'helperPresent'],
])('%j has no answer, and says why', (said, reason, nonAnswer) => {
  expect(itemsOf(intakeOf([answerTo('age', said)]))).toEqual([
    {
      linkId: 'age',
      text: 'Q age',
      extension: [
        { url: ABSENT, valueCode: reason },
        { url: NON_ANSWER, valueCode: nonAnswer },
      ],
    },
  ]);
});

test('Items stand in the order of the intake', () => {
  const items = toFhir(intakeOf([answerTo('b', chosen('x')), answerTo('a', chosen('x'))])).entry[0]?.resource.item;
  expect(items?.map(({ linkId }) => linkId)).toEqual(['b', 'a']);
});

test('A kind that the types rule out throws', () => {
  expect(() => toFhir(intakeOf([answerTo('age', { kind: 'sung' } as never)]))).toThrow();
});
