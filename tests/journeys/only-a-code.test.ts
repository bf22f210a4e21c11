import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../core/basics/language.ts';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import type { Pack } from '../../core/pack/load.ts';
import type { Answer } from '../../core/questionnaire/answer.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { journey, type Journey } from './journey.ts';
import { realPack, realPackFiles, soundPack } from './real-pack.ts';
import './ways-on.ts';

const NEEDS_A_NAME_OR_NUMBER = ['sms', 'call', 'through-person'];
const NAMING = ['call-name', 'named-after', 'personal-number', 'phone-number', 'contact-person'];

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
    const visit = onlyACode(culture);
    for (const linkId of NAMING) expect(visit).not.toEverAsk(linkId);
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

  test('is warned of names beside every free text that may hold one', () => {
    const anonymous = onlyACode(culture);
    const named = journey({ culture }).until('anonymity').answer('anonymity', ['name']);
    const asked = freeTextsAfter(culture, 'anonymity');
    expect(asked).toEqual(expect.arrayContaining(['good-day-words', 'illness-what', 'most-important']));
    for (const linkId of asked) {
      expect({ linkId, isWarned: isWarned(anonymous, linkId) }).toEqual({ linkId, isWarned: true });
      expect({ linkId, isWarned: isWarned(named, linkId) }).toEqual({ linkId, isWarned: false });
    }
  });

  test('has name and number taken out when choosing it at read back', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here', 'sms', 'through-person'])
      .answer('phone-number', '23 45 67')
      .answer('contact-person', 'Hans')
      .until('personal-number')
      .answer('personal-number', '010203-4567')
      .toTheEnd()
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
      .toTheEnd()
      .edit('anonymity')
      .answer('anonymity', ['code-only']);
    expect(visit.place).toBe('contact-way');
    expect(visit.answer('contact-way', ['meet-here']).place).toBe('readBack');
  });

  test('finds name and number again when choosing a name after all', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here', 'call'])
      .answer('phone-number', '23 45 67')
      .toTheEnd()
      .edit('anonymity')
      .answer('anonymity', ['code-only'])
      .edit('anonymity')
      .answer('anonymity', ['name']);
    expect(visit.toldBack).toMatchObject({ 'call-name': ['Aviâja'], 'phone-number': ['23 45 67'] });
    expect(visit.toldBack['contact-way']).toHaveLength(2);
  });
});

function freeTextsAfter(culture: Culture, question: string): readonly string[] {
  const items = realPack[culture].items.map(({ item }) => item);
  const later = items.slice(items.findIndex(({ linkId }) => linkId === question) + 1);
  return later.flatMap(({ linkId, mayNamePeople }) => (mayNamePeople === true ? linkId : []));
}

/** What has to be said for every free text to be asked. */
const OPENING: Readonly<Record<string, string>> = {
  illness: 'yes',
  'takes-room': 'other-drugs',
  'other-substances': 'something-else',
  'met-badly': 'yes',
  'must-not-see': 'yes',
  'earlier-help': 'by-myself',
};

function isWarned(from: Journey, linkId: string): boolean {
  const visit = from.copy();
  while (visit.passOffer().place !== linkId) {
    const code = OPENING[visit.place];
    if (code === undefined) visit.notNow(visit.place);
    else visit.answer(visit.place, [code]);
  }
  const { field } = visit.item;
  return field.kind === 'text' && field.warnsOfNames;
}

describe.each(CULTURES)('Who wants to give only a telephone number in the %s version', (culture) => {
  const onlyANumber = (): Journey => journey({ culture }).until('anonymity').answer('anonymity', ['phone-only']);

  test('is asked for the number after the way of contact, whatever that is', () => {
    expect(onlyANumber().until('contact-way').answer('contact-way', ['meet-here']).place).toBe('phone-number');
    expect(onlyANumber().until('contact-way').notNow('contact-way').place).toBe('phone-number');
  });

  test('is asked for no name and no personal number', () => {
    const visit = onlyANumber();
    for (const linkId of ['call-name', 'named-after', 'personal-number']) expect(visit).not.toEverAsk(linkId);
  });

  test('has a name taken out when choosing it at read back, and is asked for the number', () => {
    const visit = namedByName(culture)
      .answer('contact-way', ['meet-here'])
      .toTheEnd()
      .edit('anonymity')
      .answer('anonymity', ['phone-only']);
    expect(visit.place).toBe('phone-number');
    expect(visit.answer('phone-number', '23 45 67').toldBack).not.toHaveProperty('call-name');
  });
});

test.each(CULTURES)('Who does not say whether to be anonymous may still give a name in the %s version', (culture) => {
  const visit = journey({ culture }).until('anonymity').notNow('anonymity');
  expect(visit.place).toBe('call-name');
  expect(visit.until('contact-way').offered).toContain('sms');
});

test.each(CULTURES)('A letter is never a way of contact in the %s version, because no address is asked', (culture) => {
  expect(namedByName(culture).offered).not.toContain('letter');
});

/** The pack that ships, in which who must not see the answers is named to nobody when only a code is given. */
function keepingThePerson(): Pack {
  const files = realPackFiles();
  const sendWhen = [
    { question: 'anonymity', operator: '!=', answerCode: 'code-only' },
    { question: 'anonymity', operator: 'exists', answerBoolean: false },
  ];
  const change = (file: unknown): unknown =>
    JSON.parse(JSON.stringify(file), (_, value: unknown) =>
      isPersonItem(value) ? { ...value, sendWhen, sendBehavior: 'any' } : value,
    );
  const { greenlandic, danish, swedish } = files.overlays;
  return soundPack({ ...files, overlays: { greenlandic: change(greenlandic), danish, swedish: change(swedish) } });
}

function isPersonItem(value: unknown): value is object {
  return typeof value === 'object' && value !== null && 'type' in value && 'linkId' in value
    ? value.linkId === 'must-not-see-who'
    : false;
}

describe.each(['greenlandic', 'swedish'] as const)('Who must not see the answers in the %s version', (culture) => {
  const pack = keepingThePerson();
  const naming = (anonymity: string | null): readonly string[] => {
    const visit = journey({ culture, pack });
    const said: Readonly<Record<string, readonly string[]>> = {
      'must-not-see': ['yes'],
      ...(anonymity === null ? {} : { anonymity: [anonymity] }),
    };
    while (visit.passOffer().place !== 'readBack') {
      const answer = said[visit.place];
      if (visit.place === 'must-not-see-who') visit.answer('must-not-see-who', 'Ane');
      else if (answer === undefined) visit.notNow(visit.place);
      else visit.answer(visit.place, answer);
    }
    expect(visit.toldBack['must-not-see-who']).toEqual(['Ane']);
    return composeIntake(sourceOf(visit)).answers.map(({ linkId }) => linkId);
  };

  test('is not sent with only a code, whatever was answered first; that somebody must not is', () => {
    expect(naming('code-only')).toContain('must-not-see');
    expect(naming('code-only')).not.toContain('must-not-see-who');
  });

  test('is sent with a name, and when nothing is said about being anonymous', () => {
    expect(naming('name')).toContain('must-not-see-who');
    expect(naming(null)).toContain('must-not-see-who');
  });
});
