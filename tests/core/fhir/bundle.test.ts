import { describe, expect, test } from 'vitest';
import { toFhir, type FhirBundle } from '../../../core/fhir/bundle.ts';
import type { Intake } from '../../../core/intake/intake.ts';
import { fhirProblems } from '../../fhir-schema.ts';
import { answerTo, chosen, exampleSite, intakeOf, left } from '../intake/example-intake.ts';

const words = (linkId: string, text: string) => answerTo(linkId, { kind: 'words', text });

/** The bundle of an intake, valid and with every reference inside it. */
function bundleOf(intake: Intake): FhirBundle {
  const bundle = toFhir(intake);
  expect(fhirProblems(bundle)).toEqual([]);
  const fullUrls = bundle.entry.map(({ fullUrl }) => fullUrl);
  expect(new Set(fullUrls).size).toBe(fullUrls.length);
  for (const [, reference] of JSON.stringify(bundle).matchAll(/"reference":"([^"]*)"/g))
    expect(fullUrls).toContain(reference);
  return bundle;
}

function resource(intake: Intake, kind: string): unknown {
  return bundleOf(intake).entry.find((entry) => entry.resource.resourceType === kind)?.resource;
}

test('An intake is a collection of answers, permissions and where they come from', () => {
  const bundle = bundleOf(intakeOf([]));
  expect(bundle).toMatchObject({
    resourceType: 'Bundle',
    type: 'collection',
    identifier: { system: 'urn:ietf:rfc:3986', value: 'urn:uuid:33333333-3333-4333-8333-333333333333' },
    timestamp: '2026-03-01T10:20:30.400Z',
  });
  expect(bundle.entry.map((entry) => entry.resource.resourceType)).toEqual([
    'QuestionnaireResponse',
    'Consent',
    'Provenance',
  ]);
  expect(resource(intakeOf([], { language: 'kl' }), 'QuestionnaireResponse')).toMatchObject({
    questionnaire: 'urn:matu:questionnaire:danish|c0ffee00c0ffee00',
    language: 'kl',
    status: 'completed',
  });
});

describe('Who the person is', () => {
  const told = [words('call-name', 'Maja'), words('phone-number', '12 34'), words('personal-number', '010190-1234')];

  test('stands in FHIR as far as it was told', () => {
    expect(resource(intakeOf(told), 'Patient')).toEqual({
      resourceType: 'Patient',
      id: '33333333-3333-4333-8333-333333333333-person',
      identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: '0101901234' }],
      name: [{ text: 'Maja' }],
      telecom: [{ system: 'phone', value: '12 34' }],
    });
    expect(resource(intakeOf([words('call-name', 'Maja')]), 'Patient')).not.toHaveProperty('identifier');
  });

  const cpr = 'urn:oid:1.2.208.176.1.2';
  const personnummer = 'urn:oid:1.2.752.129.2.1.3.1';
  const samordningsnummer = 'urn:oid:1.2.752.129.2.1.3.3';

  // Numbers that Skatteverket gives out for tests, and made-up Danish ones.
  test.each([
    ['DK', '010190-1234', { system: cpr, value: '0101901234' }],
    ['GL', '311299 0000', { system: cpr, value: '3112990000' }],
    ['DK', '320190-1234', { value: '320190-1234' }],
    ['DK', '011390-1234', { value: '011390-1234' }],
    ['DK', '000190-1234', { value: '000190-1234' }],
    ['DK', '010090-1234', { value: '010090-1234' }],
    ['DK', '19121212-1212', { system: personnummer, value: '191212121212' }],
    ['SE', '19121212-1212', { system: personnummer, value: '191212121212' }],
    ['SE', '121212+1212', { system: personnummer, value: '1212121212' }],
    ['SE', '121212-1213', { value: '121212-1213' }],
    ['SE', '010190-1234', { value: '010190-1234' }],
    ['SE', '701063-2391', { system: samordningsnummer, value: '7010632391' }],
    ['SE', '701093-2395', { value: '701093-2395' }],
    ['SE', '17121212-1212', { value: '17121212-1212' }],
    ['DK', ' tell you later ', { value: 'tell you later' }],
  ] as const)('is registered only where the form of the number tells it: in %s %s', (country, typed, identifier) => {
    const intake = intakeOf([words('personal-number', typed)], { site: { ...exampleSite, country } });
    expect(resource(intake, 'Patient')).toMatchObject({ identifier: [identifier] });
    expect(JSON.stringify(resource(intake, 'Patient')).includes('system')).toBe('system' in identifier);
  });

  test('is not registered by spaces and signs', () => {
    const typed = [words('call-name', 'Maja'), words('personal-number', ' - ')];
    expect(resource(intakeOf(typed), 'Patient')).not.toHaveProperty('identifier');
  });

  test.each([
    ['only a code', [...told, answerTo('anonymity', chosen('code-only'))]],
    ['nothing', [answerTo('call-name', left('notNow'))]],
  ])('is nobody for who gives %s', (_, answers) => {
    const bundle = bundleOf(intakeOf(answers));
    expect(bundle.entry.map((entry) => entry.resource.resourceType)).not.toContain('Patient');
    expect(JSON.stringify(bundle.entry)).not.toContain('"subject"');
    expect(resource(intakeOf(answers), 'Consent')).toMatchObject({ patient: { display: 'The person at the kiosk' } });
  });

  test('may be somebody who gives a telephone number and no name', () => {
    const intake = intakeOf([words('phone-number', '12 34'), answerTo('anonymity', chosen('phone-only'))]);
    expect(resource(intake, 'Patient')).toMatchObject({ telecom: [{ value: '12 34' }] });
  });
});

describe('Permissions', () => {
  const permissions = (intake: Intake): unknown => {
    const consent = JSON.stringify(resource(intake, 'Consent'));
    return [
      ...consent.matchAll(/"type":"(permit|deny)","code":\[\{"coding":\[\{"system":"[^"]*","code":"([a-z]+)"/g),
    ].map(([, type, code]) => `${type} ${code}`);
  };

  test.each([
    ['nothing asked', [], ['permit send']],
    ['a way of contact', [answerTo('contact-way', chosen('sms', 'no-letters'))], ['permit send', 'permit contact']],
    ['a wish and no way', [answerTo('contact-way', chosen('no-letters', 'come-along'))], ['permit send']],
    ['the fixed day of the house', [answerTo('contact-way', chosen('house-day'))], ['permit send', 'permit contact']],
    ['an answer that is neither', [answerTo('peer-permission', chosen('maybe'))], ['permit send']],
    ['contact left for later', [answerTo('contact-way', left('notNow'))], ['permit send']],
    [
      'each of the others',
      [
        answerTo('peer-permission', chosen('yes')),
        answerTo('community-permission', chosen('no')),
        answerTo('allorfik-permission', chosen('yes')),
      ],
      ['permit send', 'permit peer', 'deny network', 'permit allorfik'],
    ],
  ])('after %s', (_, answers, expected) => {
    expect(permissions(intakeOf(answers))).toEqual(expected);
  });
});

describe('Where the answers come from', () => {
  const roles = (intake: Intake): unknown => {
    const provenance = JSON.stringify(resource(intake, 'Provenance'));
    return [...provenance.matchAll(/participant-type","code":"([a-z]+)"/g)].map(([, role]) => role);
  };

  test('names the person and the kiosk', () => {
    expect(roles(intakeOf([answerTo('age', chosen('25-34'))]))).toEqual(['author', 'assembler']);
  });

  test('names a helper who was there while something was answered', () => {
    expect(roles(intakeOf([answerTo('age', chosen('25-34'), { accompanied: true })]))).toEqual([
      'author',
      'assembler',
      'enterer',
    ]);
    const notAsked = answerTo('fits', { kind: 'notAsked', why: 'leftOpen' }, { accompanied: true });
    expect(roles(intakeOf([notAsked]))).toEqual(['author', 'assembler']);
  });
});

test('What is not FHIR is found', () => {
  const bundle = toFhir(intakeOf([]));
  expect(fhirProblems({ ...bundle, type: 'pile' })).not.toEqual([]);
  expect(fhirProblems({ ...bundle, surprise: true })).not.toEqual([]);
});
