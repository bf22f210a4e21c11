import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clashingInstruments, insertInstruments, instrumentTexts } from '../../../core/pack/insert-instruments.ts';
import { isInForce, maxScore, parseInstrument, type Instrument } from '../../../core/pack/instrument.ts';
import { textKey } from '../../../core/questionnaire/culture-version.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { realPack } from '../../journeys/real-pack.ts';

type Json = Record<string, unknown>;

function file(language: 'da' | 'sv'): { terms: Json; questionnaire: Json & { item: Json[] } } {
  const path = new URL(`../../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8')) as { terms: Json; questionnaire: Json & { item: Json[] } };
}

function loaded(language: 'da' | 'sv'): Instrument {
  return expectOk(parseInstrument(file(language), nodeHasher));
}

/** The file with one of its questions changed. */
function withQuestion(change: Json): unknown {
  const { terms, questionnaire } = file('da');
  const item = questionnaire.item.map((each, index) => (index === 1 ? { ...each, ...change } : each));
  return { terms, questionnaire: { ...questionnaire, item } };
}

describe('An instrument', () => {
  test('is read with its questions, weights and what stands before them', () => {
    const { questions } = loaded('da');
    expect(questions.map(({ linkId }) => linkId)).toEqual([
      'invented-example-q1',
      'invented-example-q2',
      'invented-example-q3',
    ]);
    expect(questions[0]?.intro).toContain('opfundet');
    expect(questions[1]?.intro).toBeNull();
    expect(questions[2]?.options.map(({ code, weight }) => [code, weight])).toEqual([
      ['never', 0],
      ['once', 1],
      ['few', 2],
      ['daily', 3],
    ]);
    expect(maxScore(loaded('da'))).toBe(9);
  });

  test.each([
    ['a word of a question changed', withQuestion({ text: 'Hvor tit gik du en lang tur i sol?' }), 'changedWording'],
    ['a group', withQuestion({ type: 'group' }), 'unsupported'],
    ['a free text', withQuestion({ type: 'string' }), 'unsupported'],
    ['several answers', withQuestion({ repeats: true }), 'unsupported'],
    ['a condition', withQuestion({ enableWhen: [] }), 'unsupported'],
    ['questions inside a question', withQuestion({ item: [] }), 'unsupported'],
    ['no answers', withQuestion({ answerOption: undefined }), 'unsupported'],
    [
      'an answer without weight',
      withQuestion({
        answerOption: [{ valueCoding: { code: 'a', display: 'A' } }, { valueCoding: { code: 'b', display: 'B' } }],
      }),
      'noWeight',
    ],
    ['no questionnaire', { ...file('da'), questionnaire: { resourceType: 'Patient' } }, 'notQuestionnaire'],
    ['no questionnaire at all', { ...file('da'), questionnaire: null }, 'notQuestionnaire'],
    ['another language', { ...file('da'), questionnaire: file('sv').questionnaire }, 'otherLanguage'],
    ['nothing to answer', { ...file('da'), questionnaire: { ...file('da').questionnaire, item: [] } }, 'empty'],
    ['terms with a mistake', { ...file('da'), terms: { ...file('da').terms, validated: 'surely' } }, 'notReadable'],
    ['no terms', {}, 'notReadable'],
    ['nothing', null, 'notReadable'],
  ])('with %s is refused', (_, source, kind) => {
    expect(parseInstrument(source, nodeHasher)).toMatchObject({ ok: false, error: { kind } });
  });

  test('says where its terms have a mistake', () => {
    const terms = { ...file('da').terms, licenceValidUntil: 'soon' };
    const refused = parseInstrument({ ...file('da'), terms }, nodeHasher);
    expect(refused).toEqual({ ok: false, error: { kind: 'notReadable', place: 'terms.licenceValidUntil' } });
  });

  test('whose weights stand on the option or on its coding is counted alike', () => {
    const extension = [{ url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue', valueDecimal: 2 }];
    const option = (code: string): Json => ({ valueCoding: { code, display: code }, extension });
    const { questionnaire } = file('da');
    const item = [{ linkId: '1', text: 'A?', type: 'choice', answerOption: [option('A B'), option('A/B')] }];
    const terms = file('da').terms;
    const refused = parseInstrument({ terms, questionnaire: { ...questionnaire, item } }, nodeHasher);
    if (refused.ok || refused.error.kind !== 'changedWording') throw new Error('Another wording was loaded');
    const locked = { ...terms, wordingSha256: refused.error.found };
    const read = expectOk(parseInstrument({ terms: locked, questionnaire: { ...questionnaire, item } }, nodeHasher));
    expect(read.questions[0]?.options).toEqual([
      { code: 'o1', text: 'A B', weight: 2 },
      { code: 'o2', text: 'A/B', weight: 2 },
    ]);
  });

  test('joins the lines that stand before a question', () => {
    const { terms, questionnaire } = file('da');
    const item = [{ linkId: 'first', text: 'Først.', type: 'display' }, ...questionnaire.item];
    const refused = parseInstrument({ terms, questionnaire: { ...questionnaire, item } }, nodeHasher);
    expect(refused).toMatchObject({ error: { kind: 'changedWording', slot: 'invented-example' } });
  });

  test('is in force to the last day of its licence', () => {
    expect(isInForce(loaded('da'), '2030-12-31')).toBe(true);
    expect(isInForce(loaded('da'), '2031-01-01')).toBe(false);
  });
});

describe('Instruments in their slots', () => {
  const today = '2026-03-01';
  const linkIds = (pack: typeof realPack): string[] => pack.danish.items.map(({ item }) => item.linkId);

  test('are absent where nothing is loaded', () => {
    expect(linkIds(insertInstruments(realPack, [], today))).toEqual(linkIds(realPack));
  });

  test('stand behind the item that their slot names, in every culture version', () => {
    const pack = insertInstruments(realPack, [loaded('da'), loaded('sv')], today);
    const place = linkIds(pack).indexOf('sleep-quality');
    expect(linkIds(pack).slice(place + 1, place + 4)).toEqual([1, 2, 3].map((n) => `invented-example-q${n}`));
    for (const version of [pack.greenlandic, pack.swedish])
      expect(version.byLinkId.get('invented-example-q2')?.instrument?.languages).toEqual(['da', 'sv']);
    expect(linkIds(insertInstruments(pack, [loaded('da')], today))).toEqual(linkIds(pack));
  });

  test('speak no language any more when the licence has run out', () => {
    const pack = insertInstruments(realPack, [loaded('da')], '2031-01-01');
    expect(pack.danish.byLinkId.get('invented-example-q1')?.instrument?.languages).toEqual([]);
  });

  test('bring every text that they show', () => {
    const pack = insertInstruments(realPack, [loaded('da')], today);
    const texts = instrumentTexts(loaded('da'));
    const key = textKey(pack.danish, 'invented-example-q1', 'title');
    expect(key).toBe('instrument.invented-example-q1.title');
    expect(texts[key]).toBe('Hvor tit gik du en tur i sol?');
    expect(texts['instrument.invented-example-q1.notice']).toContain('opfundet');
    expect(texts['instrument.invented-example-q2.notice']).toBeUndefined();
    expect(texts['instrument.invented-example-q3.option.daily']).toBe('Hver dag');
  });

  test('may not stand twice, nor mean two things in two languages', () => {
    expect(clashingInstruments([loaded('da'), loaded('sv')])).toEqual([]);
    expect(clashingInstruments([loaded('da'), loaded('da')])).toEqual(['invented-example']);
    const shorter = { ...loaded('sv'), questions: loaded('sv').questions.slice(1) };
    expect(clashingInstruments([loaded('da'), shorter])).toEqual(['invented-example']);
  });
});
