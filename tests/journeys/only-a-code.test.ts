import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../core/basics/language.ts';
import type { Answer } from '../../core/questionnaire/answer.ts';
import { journey, type Journey } from './journey.ts';

const NEEDS_A_NAME_OR_NUMBER = ['sms', 'call', 'through-person'];
const NAMING = ['call-name', 'phone-number', 'contact-person'];

function onlyACode(culture: Culture): Journey {
  return journey({ culture }).until('anonymity').answer('anonymity', ['code-only']);
}

function namedByName(culture: Culture): Journey {
  return journey({ culture })
    .until('anonymity')
    .answer('anonymity', ['name'])
    .answer('call-name', 'Aviâja')
    .until('contact-way');
}

describe.each(CULTURES)('Who wants only a code in the %s version', (culture) => {
  test('is asked for no name, number or person', () => {
    const { asked } = onlyACode(culture).toTheEnd();
    for (const linkId of NAMING) expect(asked).not.toContain(linkId);
  });

  test('is offered no way of contact that needs a name or a number', () => {
    const { offered } = onlyACode(culture).until('contact-way');
    expect(offered).toContain('meet-here');
    for (const code of NEEDS_A_NAME_OR_NUMBER) expect(offered).not.toContain(code);
  });

  test('cannot be given such a way by a window that sends it all the same', () => {
    const visit = onlyACode(culture).until('contact-way');
    for (const code of NEEDS_A_NAME_OR_NUMBER) {
      const answer: Answer = { kind: 'codes', codes: ['meet-here', code] };
      expect(visit.refusalOf({ kind: 'answer', linkId: 'contact-way', answer })).toBe('unknownOption');
    }
  });

  test('has name and number taken out when choosing it at read back', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here', 'sms', 'through-person'])
      .answer('phone-number', '23 45 67')
      .answer('contact-person', 'Hans')
      .edit('anonymity')
      .answer('anonymity', ['code-only']);
    expect(visit.place).toBe('readBack');
    for (const linkId of NAMING) expect(visit.toldBack).not.toHaveProperty(linkId);
    expect(visit.toldBack['contact-way']).toHaveLength(1);
  });

  test('is asked again how to meet when no way is left', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['sms'])
      .answer('phone-number', '23 45 67')
      .edit('anonymity')
      .answer('anonymity', ['code-only']);
    expect(visit.place).toBe('contact-way');
    expect(visit.answer('contact-way', ['meet-here']).place).toBe('readBack');
  });

  test('finds name and number again when choosing a name after all', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here', 'call'])
      .answer('phone-number', '23 45 67')
      .edit('anonymity')
      .answer('anonymity', ['code-only'])
      .edit('anonymity')
      .answer('anonymity', ['name']);
    expect(visit.toldBack).toMatchObject({ 'call-name': ['Aviâja'], 'phone-number': ['23 45 67'] });
    expect(visit.toldBack['contact-way']).toHaveLength(2);
  });
});

describe.each(CULTURES)('Who wants to give only a telephone number in the %s version', (culture) => {
  const onlyANumber = (): Journey => journey({ culture }).until('anonymity').answer('anonymity', ['phone-only']);

  test('is asked for no name', () => {
    expect(onlyANumber().toTheEnd().asked).not.toContain('call-name');
  });

  test('is asked for the number after the way of contact, whatever that is', () => {
    expect(onlyANumber().until('contact-way').answer('contact-way', ['meet-here']).place).toBe('phone-number');
    expect(onlyANumber().until('contact-way').notNow('contact-way').place).toBe('phone-number');
  });

  test('has a name taken out when choosing it at read back, and is asked for the number', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here'])
      .edit('anonymity')
      .answer('anonymity', ['phone-only']);
    expect(visit.place).toBe('phone-number');
    expect(visit.answer('phone-number', '23 45 67').toldBack).not.toHaveProperty('call-name');
  });
});

test.each(CULTURES)('No letter is offered in the %s version, because no address is asked', (culture) => {
  const offered = journey({ culture }).until('anonymity').answer('anonymity', ['name']).until('contact-way').offered;
  expect(offered).not.toContain('letter');
});

test('Who does not say whether to be anonymous may still give a name', () => {
  const visit = journey().until('anonymity').notNow('anonymity');
  expect(visit.place).toBe('call-name');
  expect(visit.until('contact-way').offered).toContain('sms');
});
