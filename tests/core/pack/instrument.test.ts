import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clashingInstruments, insertInstruments, instrumentTexts } from '../../../core/pack/insert-instruments.ts';
import { isInForce, maxScore, parseInstrument, wordingHash, type Instrument } from '../../../core/pack/instrument.ts';
import { linkIdSchema } from '../../../core/pack/condition.ts';
import { MAX_QUESTIONS } from '../../../core/pack/instrument-questions.ts';
import { slotSchema } from '../../../core/pack/questionnaire.ts';
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
    ['an open answer', withQuestion({ type: 'open-choice' }), 'unsupported'],
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

  const ordinal = (valueDecimal: number): Json => ({
    url: 'http://hl7.org/fhir/StructureDefinition/ordinalValue',
    valueDecimal,
  });
  const translation = { url: 'http://hl7.org/fhir/StructureDefinition/translation', extension: [] };
  const option = (code: string, more: Json = {}, coding: Json = {}): Json => ({
    valueCoding: { code, display: code, extension: [ordinal(1)], ...coding },
    ...more,
  });
  const withOption = (more: Json, coding: Json = {}): unknown =>
    withQuestion({ answerOption: [option('a'), option('b', more, coding)] });

  /** The file with one of its lines changed. */
  const withLine = (change: Json): unknown => {
    const { terms, questionnaire } = file('da');
    const item = questionnaire.item.map((each, index) => (index === 0 ? { ...each, ...change } : each));
    return { terms, questionnaire: { ...questionnaire, item } };
  };
  const withMember = (change: Json): unknown => ({
    ...file('da'),
    questionnaire: { ...file('da').questionnaire, ...change },
  });

  test.each([
    ['a number before the question', withQuestion({ prefix: '1.' }), '1.prefix'],
    ['a member that turns its meaning round', withQuestion({ modifierExtension: [] }), '1.modifierExtension'],
    ['a longest answer', withQuestion({ maxLength: 3 }), '1.maxLength'],
    ['an answer given beforehand', withQuestion({ initial: [] }), '1.initial'],
    ['answers that stand elsewhere', withQuestion({ answerValueSet: 'urn:x' }), '1.answerValueSet'],
    ['a question that is hidden', withQuestion({ extension: [{ url: 'urn:hidden' }] }), '1.extension'],
    ['extensions in no list', withQuestion({ extension: 'hidden' }), '1.extension'],
    ['an extension without a name', withQuestion({ extension: [null] }), '1.extension'],
    ['a translation', withQuestion({ _text: { extension: [translation] } }), '1._text'],
    [
      'a translated answer',
      withOption({}, { _display: { extension: [translation] } }),
      '1.answerOption.1.valueCoding._display',
    ],
    ['an answer chosen beforehand', withOption({ initialSelected: true }), '1.answerOption.1.initialSelected'],
    ['an answer that stands alone', withOption({ extension: [{ url: 'urn:alone' }] }), '1.answerOption.1.extension'],
    ['a line with a condition', withLine({ enableWhen: [] }), 'intro.enableWhen'],
    ['a line with lines inside', withLine({ item: [] }), 'intro.item'],
    ['rules of its own', withMember({ implicitRules: 'urn:x' }), 'implicitRules'],
    ['a translated title', withMember({ _title: { extension: [translation] } }), '_title'],
    [
      'a line behind the last question',
      withMember({ item: [...file('da').questionnaire.item, { linkId: 'end', text: 'Tak.', type: 'display' }] }),
      'end',
    ],
  ])('with %s is refused rather than loaded without it', (_, source, place) => {
    expect(parseInstrument(source, nodeHasher)).toEqual({ ok: false, error: { kind: 'unsupported', place } });
  });

  test('may say of itself where it comes from, and how it likes to look', () => {
    const control = { url: 'http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl' };
    const more = { id: 'x', definition: 'urn:x', code: [], required: true, repeats: false, extension: [control] };
    expectOk(parseInstrument(withQuestion({ ...more, _text: { id: 'x' } }), nodeHasher));
    expectOk(
      parseInstrument(withMember({ publisher: 'Nobody', _title: { extension: [{ url: 'urn:x' }] } }), nodeHasher),
    );
  });

  test('with a weight that is no number is refused', () => {
    const unweighed = withOption({}, { extension: [{ url: ordinal(0)['url'] }] });
    expect(parseInstrument(unweighed, nodeHasher)).toMatchObject({ error: { kind: 'noWeight', place: '1' } });
  });

  test('that weighs an answer twice is refused', () => {
    const twice = withOption({ extension: [ordinal(2)] });
    expect(parseInstrument(twice, nodeHasher)).toMatchObject({ error: { kind: 'noWeight', place: '1' } });
  });

  test.each([
    ['that is meant for nobody', { from: 3, ageFrom: 65, ageTo: 64 }, 'terms.cutOffs.0.ageTo'],
    ['that nobody can reach', { from: 10 }, 'terms.cutOffs.0.from'],
  ])('with a cut-off %s is refused', (_, cutOff, place) => {
    const label = { kl: 'O', da: 'O', sv: 'O' };
    const terms = { ...file('da').terms, cutOffs: [{ label, ...cutOff }] };
    const refused = parseInstrument({ ...file('da'), terms }, nodeHasher);
    expect(refused).toEqual({ ok: false, error: { kind: 'notReadable', place } });
  });

  test.each([
    ['whose reach is one age', { from: 9, ageFrom: 65, ageTo: 65 }],
    ['up to an age', { from: 3, ageTo: 24 }],
  ])('with a cut-off %s is read', (_, cutOff) => {
    const label = { kl: 'O', da: 'O', sv: 'O' };
    expectOk(
      parseInstrument({ ...file('da'), terms: { ...file('da').terms, cutOffs: [{ label, ...cutOff }] } }, nodeHasher),
    );
  });

  test.each(['1-audit', 'a', 'audit_c', 'x'.repeat(36)])('in a slot called %s is refused', (slot) => {
    const refused = parseInstrument({ ...file('da'), terms: { ...file('da').terms, slot } }, nodeHasher);
    expect(refused).toEqual({ ok: false, error: { kind: 'notReadable', place: 'terms.slot' } });
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
    const terms = { ...file('da').terms, cutOffs: [] };
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

  test('is locked in its codes, weights, order and lines, and nothing can pass for something else', () => {
    const question = { linkId: 'q1', intro: null, text: 'A', options: [] };
    const coded = (code: string, text: string, weight: number) => ({ code, text, weight });
    const structures = [
      [question],
      [{ ...question, intro: 'A', text: '' }],
      [{ ...question, intro: '', text: 'A' }],
      [{ ...question, text: 'A\tB\t0' }],
      [{ ...question, options: [coded('a', 'B', 0)] }],
      [{ ...question, options: [coded('b', 'B', 0)] }],
      [{ ...question, options: [coded('a', 'B', 1)] }],
      [{ ...question, options: [coded('a', 'B', 0), coded('b', 'C', 0)] }],
      [{ ...question, options: [coded('b', 'C', 0), coded('a', 'B', 0)] }],
      [question, { ...question, text: 'B\t0' }],
    ];
    const hashes = structures.map((questions) => wordingHash({ title: 'T', questions }, nodeHasher));
    expect(new Set(hashes).size).toBe(structures.length);
  });

  test('never names a question so that it is no linkId', () => {
    for (const slot of ['ab', 'x'.repeat(35)]) {
      expect(slotSchema.safeParse(slot).success).toBe(true);
      expect(linkIdSchema.safeParse(`${slot}-q${MAX_QUESTIONS}`).success).toBe(true);
    }
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
