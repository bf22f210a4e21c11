import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../../core/basics/language.ts';
import { toCondition } from '../../../core/fhir/conditions.ts';
import { toQuestionnaire, type Questionnaire, type QuestionnaireItem } from '../../../core/fhir/questionnaire.ts';
import type { EnableWhen } from '../../../core/pack/condition.ts';
import { insertInstruments, instrumentTexts } from '../../../core/pack/insert-instruments.ts';
import { parseInstrument } from '../../../core/pack/instrument.ts';
import type { Item } from '../../../core/pack/questionnaire.ts';
import { versionOf, type CultureVersion } from '../../../core/questionnaire/culture-version.ts';
import type { Catalogue } from '../../../core/translation/catalogue.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { fhirProblems } from '../../fhir-schema.ts';
import { shippedContent } from '../../electron/content/shipped-content.ts';
import { realPack } from '../../journeys/real-pack.ts';

const { catalogue } = shippedContent();
const LANGUAGE = 'http://hl7.org/fhir/StructureDefinition/language';
const contentVersion = 'c0ffee00'.repeat(8);

function exported(version: CultureVersion, texts: Catalogue = catalogue): Questionnaire {
  const questionnaire = toQuestionnaire({ version, catalogue: texts, contentVersion });
  expect(fhirProblems(questionnaire)).toEqual([]);
  return questionnaire;
}

function withInner(items: readonly QuestionnaireItem[]): readonly QuestionnaireItem[] {
  return items.flatMap((item) => [item, ...withInner(item.item ?? [])]);
}

/** A version with these items alone. */
function versionWith(...items: readonly Item[]): CultureVersion {
  const adapted = items.map((item) => ({ item, ownWording: new Set<string>(), instrument: null }));
  return versionOf(adapted, realPack.danish);
}

describe.each(CULTURES)('The %s version as a FHIR Questionnaire', (culture) => {
  const questionnaire = exported(realPack[culture]);

  test('holds every item once, under its linkId, and in its order', () => {
    expect(questionnaire.item.map(({ linkId }) => linkId)).toEqual(
      realPack[culture].items.map(({ item }) => item.linkId),
    );
    const linkIds = withInner(questionnaire.item).map(({ linkId }) => linkId);
    expect(new Set(linkIds).size).toBe(linkIds.length);
  });

  test('requires nothing, and looks back only at what it holds', () => {
    const before = new Set<string>();
    for (const { linkId, required, enableWhen = [], enableBehavior } of questionnaire.item) {
      expect(required).toBe(false);
      for (const { question } of enableWhen) expect(before).toContain(question);
      expect(enableBehavior !== undefined).toBe(enableWhen.length > 1);
      before.add(linkId);
    }
  });

  test('speaks Danish, with Greenlandic and Swedish beside it', () => {
    for (const { _text } of questionnaire.item) {
      const languages = (_text?.extension ?? []).map(({ extension }) => extension?.[0]?.valueCode);
      expect(languages).toEqual(expect.arrayContaining(['kl', 'sv']));
    }
  });
});

test('A linkId and a code mean the same in every version that has them', () => {
  const systems = CULTURES.flatMap((culture) =>
    withInner(exported(realPack[culture]).item).flatMap(({ linkId, answerOption = [] }) =>
      answerOption.map(({ valueCoding }) => [linkId, valueCoding.system]),
    ),
  );
  for (const [linkId, system] of systems) expect(system).toBe(`urn:matu:codes:${linkId}`);
});

describe('An item in FHIR', () => {
  const base = { section: 'all', sensitivity: 0 } as const;
  const only = (item: Item): QuestionnaireItem | undefined => {
    const texts = new Proxy({}, { get: (_, key) => String(key) }) as Record<string, string>;
    const everywhere = { kl: texts, da: texts, sv: texts, 'kl-tunumiit': texts, 'kl-x-avaneq': texts };
    return exported(versionWith(item), everywhere).item[0];
  };

  test.each<[string, Item, object]>([
    ['few words', { ...base, linkId: 'it', type: 'string', maxLength: 255 }, { type: 'string', maxLength: 255 }],
    ['many words', { ...base, linkId: 'it', type: 'string', maxLength: 256 }, { type: 'text', maxLength: 256 }],
    [
      'a telephone number',
      { ...base, linkId: 'it', type: 'string', maxLength: 40, keyboard: 'phone' },
      {
        type: 'string',
        extension: expect.arrayContaining([
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-keyboard',
            valueCoding: { system: 'http://hl7.org/fhir/uv/sdc/CodeSystem/keyboardType', code: 'phone' },
          },
        ]) as object,
      },
    ],
    ['a number', { ...base, linkId: 'it', type: 'integer', minValue: 0, maxValue: 9 }, { type: 'integer' }],
    ['days', { ...base, linkId: 'it', type: 'days', lastDays: 28 }, { type: 'integer' }],
  ])('of %s', (_, item, expected) => {
    expect(only(item)).toMatchObject(expected);
  });

  test('of several answers says how many, which stand alone and what they count', () => {
    const item = only({
      ...base,
      linkId: 'it',
      type: 'choice',
      repeats: true,
      maxAnswers: 2,
      presentation: 'cards',
      short: true,
      hint: true,
      notice: true,
      sendWhen: [{ question: 'it', operator: 'exists', answerBoolean: true }],
      answerOption: [
        { code: 'a', weight: 2 },
        { code: 'b', exclusive: true, enableWhen: [{ question: 'x', operator: '=', answerCode: 'y' }] },
      ],
    });
    const urls = (item?.extension ?? []).map(({ url }) => url.split(/[:/]/).at(-1));
    expect(urls).toEqual([
      'section',
      'sensitivity',
      'short-track',
      'send-when',
      'presentation',
      'questionnaire-maxOccurs',
    ]);
    expect(item?.item?.map(({ linkId, type }) => [linkId, type])).toEqual([
      ['it.notice', 'display'],
      ['it.hint', 'display'],
    ]);
    expect(item?.answerOption?.[0]?.valueCoding.extension?.[0]?.valueDecimal).toBe(2);
    expect(item?.answerOption?.[1]?.extension?.map(({ url }) => url)).toEqual([
      'http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive',
      'urn:matu:extension:exact-condition',
    ]);
  });

  test('of answers under several conditions says whether all of them must hold', () => {
    const enableWhen: EnableWhen[] = ['y', 'z'].map((answerCode) => ({ question: 'x', operator: '=', answerCode }));
    const options = [{ code: 'a', enableWhen, enableBehavior: 'any' } as const, { code: 'b', enableWhen }];
    const item = only({ ...base, linkId: 'it', type: 'choice', answerOption: options });
    const behaviour = { url: 'urn:matu:extension:enable-behavior' };
    expect(item?.answerOption?.[0]?.extension?.at(-1)).toEqual({ ...behaviour, valueCode: 'any' });
    expect(item?.answerOption?.[1]?.extension?.at(-1)).toEqual({ ...behaviour, valueCode: 'all' });
  });

  test('of times of drinking asks for vessels, and works the grams out itself', () => {
    const vessel = { code: 'can', pictogram: 'can-33', centilitres: 33, percent: 4.6 };
    const bare = { ...base, linkId: 'it', type: 'episodes', maxEpisodes: 2, container: [vessel] } as const;
    const parts = (item: Item): unknown => only(item)?.item?.map(({ linkId }) => linkId);
    expect(parts({ ...bare, container: [vessel], asksShare: 'never' })).toEqual(['it.drink', 'it.grams']);
    const share = [
      { code: 'all', weight: 1 },
      { code: 'half', weight: 0.5 },
    ];
    const company = [{ code: 'alone' }, { code: 'friends' }];
    expect(parts({ ...bare, container: [vessel], asksShare: 'always', share, company })).toEqual([
      'it.drink',
      'it.share',
      'it.company',
      'it.grams',
    ]);
  });

  test.each([
    ['sv', 'Hur ofta blåste mössan av?', { extension: [{ url: LANGUAGE, valueCode: 'sv' }] }],
    ['da', 'Hvor tit blæste huen af?', undefined],
  ] as const)('of an instrument stands in its own language: %s', (language, text, beside) => {
    const path = new URL(`../../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
    const instrument = expectOk(parseInstrument(JSON.parse(readFileSync(path, 'utf8')), nodeHasher));
    const texts: Catalogue = { ...catalogue, [language]: { ...catalogue[language], ...instrumentTexts(instrument) } };
    const { danish } = insertInstruments(realPack, [instrument], '2026-03-01');
    const item = exported(danish, texts).item.find(({ linkId }) => linkId === 'invented-example-q2');
    expect(item?.text).toBe(text);
    expect(item?._text).toEqual(beside);
    expect(item?.answerOption?.[0]?.valueCoding._display).toEqual(beside);
  });
});

test('A dialect stands beside its language only where it says something else', () => {
  const own = { ...catalogue.kl, 'intake.helper.title': 'Tunumiisut' };
  const { item } = exported(realPack.danish, { ...catalogue, 'kl-tunumiit': own });
  const tags = (linkId: string): unknown =>
    item.find((each) => each.linkId === linkId)?._text?.extension.map(({ extension }) => extension?.[0]?.valueCode);
  expect(tags('helper')).toContain('kl-tunumiit');
  expect(tags('age')).not.toContain('kl-tunumiit');
});

test('A text that no language has is a fault of the content', () => {
  const empty: Catalogue = { kl: {}, da: {}, sv: {}, 'kl-tunumiit': {}, 'kl-x-avaneq': {} };
  expect(() => toQuestionnaire({ version: realPack.danish, catalogue: empty, contentVersion })).toThrow(/lacks/);
});

describe('A condition in FHIR', () => {
  const single: Item = {
    linkId: 'it',
    section: 'all',
    sensitivity: 0,
    type: 'choice',
    answerOption: [{ code: 'a' }, { code: 'b' }],
  };
  const several: Item = { ...single, repeats: true };
  const days: Item = { linkId: 'it', section: 'all', sensitivity: 0, type: 'days', lastDays: 28 };
  const question = 'it';
  const coding = { system: 'urn:matu:codes:it', code: 'a' };

  test.each<[EnableWhen, Item, object]>([
    [{ question, operator: 'exists', answerBoolean: false }, single, { operator: 'exists', answerBoolean: false }],
    [{ question, operator: '=', answerCode: 'a' }, several, { operator: '=', answerCoding: coding }],
    [{ question, operator: '!=', answerCode: 'a' }, single, { operator: '!=', answerCoding: coding }],
    [{ question, operator: '>=', answerDecimal: 4 }, days, { operator: '>=', answerInteger: 4 }],
  ])('%j says the same', (condition, item, expected) => {
    expect(toCondition(condition, item)).toEqual({ question, ...expected });
  });

  test.each<[EnableWhen, Item, object, unknown]>([
    [{ question, operator: '!=', answerCode: 'a' }, several, { operator: 'exists', answerBoolean: true }, 'a'],
    [{ question, operator: '<', answerDecimal: 4.5 }, days, { operator: 'exists', answerBoolean: true }, 4.5],
    [{ question, operator: '>', answerDecimal: 1 }, single, { operator: 'exists', answerBoolean: true }, 1],
    [{ question, operator: 'declined' }, single, { operator: 'exists', answerBoolean: false }, undefined],
    [
      { question, operator: 'declined', answerNonAnswer: 'notNow' },
      single,
      { operator: 'exists', answerBoolean: false },
      'notNow',
    ],
  ])('%j says what always holds with it, and itself beside', (condition, item, weaker, answer) => {
    const { extension, ...rest } = toCondition(condition, item);
    expect(rest).toEqual({ question, ...weaker });
    const told = extension?.[0]?.extension ?? [];
    expect(told.slice(0, 2)).toEqual([
      { url: 'question', valueString: 'it' },
      { url: 'operator', valueString: condition.operator },
    ]);
    const value = told[2];
    expect(value?.valueCode ?? value?.valueDecimal).toBe(answer);
  });
});
