import { describe, expect, test } from 'vitest';
import type { InstrumentResult, Intake, IntakeAnswer } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import type { PageOneEntry } from '../../../../core/intake/page-one/model.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, words } from './example-page.ts';

const texts = keyTexts('', {
  'pageOne.instrument.score': '{{score}} of {{maxScore}}',
  'pageOne.instrument.incomplete': 'not complete: {{answered}} of {{questions}}',
  'pageOne.instrument.ages': '{{range}} years',
  'pageOne.instrument.unit': 'a unit has {{grams}} g',
});

/** An invented instrument, completed. */
const result: InstrumentResult = {
  slot: 'made-up',
  title: 'A made-up instrument',
  version: '1.2',
  language: 'da',
  validated: 'no',
  score: 7,
  maxScore: 12,
  answered: 3,
  questions: 3,
  unitGrams: null,
  reached: [],
};

function points(linkId: string, ...weights: readonly number[]): IntakeAnswer {
  const options = weights.map((weight) => ({ code: `w${weight}`, text: 'x', siteText: `s ${weight}`, weight }));
  return answerTo(linkId, { kind: 'options', options });
}

function entryOf(more: Partial<InstrumentResult>, answers: Intake['answers'] = []): PageOneEntry | undefined {
  const intake = intakeOf(answers, { instruments: [{ ...result, ...more }] });
  return pageOne(intake, facts, texts).blocks.find(({ name }) => name === 'instruments')?.entries[0];
}

function linesOf(more: Partial<InstrumentResult>, answers: Intake['answers'] = []): readonly string[] {
  return entryOf(more, answers)?.parts.map(({ text }) => text) ?? [];
}

test('An instrument is told by its sum, its wording and whether that is validated', () => {
  expect(entryOf({})?.label).toBe('A made-up instrument');
  expect(linesOf({})).toEqual(['7 of 12', '1.2; kiosk.languageName.da; pageOne.instrument.validated.no']);
});

test('A sum with gaps is no sum', () => {
  expect(linesOf({ score: null, answered: 2 })[0]).toBe('not complete: 2 of 3');
});

test('The unit that it counts stands beside it', () => {
  expect(linesOf({ unitGrams: 10 })[1]).toContain('a unit has 10 g');
});

describe('A cut-off that is reached', () => {
  const told = (whom: Partial<InstrumentResult['reached'][number]>): string | undefined =>
    linesOf({ reached: [{ label: 'High', from: 6, sex: null, ageFrom: null, ageTo: null, ...whom }] })[0];

  test.each([
    [{}, '7 of 12; High (≥ 6)'],
    [{ sex: 'female' as const }, '7 of 12; High (≥ 6, pageOne.instrument.female)'],
    [{ ageFrom: 65 }, '7 of 12; High (≥ 6, 65+ years)'],
    [{ ageTo: 64 }, '7 of 12; High (≥ 6, 0–64 years)'],
    [{ sex: 'male' as const, ageFrom: 18, ageTo: 64 }, '7 of 12; High (≥ 6, pageOne.instrument.male, 18–64 years)'],
  ])('says for whom it is made: %j', (whom, line) => {
    expect(told(whom)).toBe(line);
  });
});

describe('The answers to an instrument', () => {
  test('stand with it as points, and nowhere else', () => {
    const answers = [points('made-up-q1', 3), points('made-up-q2', 1, 2), points('made-up-q3', 0)];
    expect(linesOf({}, answers)[2]).toBe('q1: 3; q2: 1 + 2; q3: 0');
    const { blocks } = pageOne(intakeOf(answers, { instruments: [result] }), facts, texts);
    expect(blocks.map(({ name }) => name)).not.toContain('other');
  });

  test('stand in words where they count nothing', () => {
    const answers = [answerTo('made-up-q1', chosen('a')), answerTo('made-up-q2', words('b'))];
    expect(linesOf({}, answers)[2]).toBe('q1: s a; q2: b');
  });

  test('that were not given are told with everything that was not', () => {
    const answers = [answerTo('made-up-q1', left('tellAPerson'))];
    expect(linesOf({ score: null, answered: 0 }, answers)).toHaveLength(2);
    const { blocks } = pageOne(intakeOf(answers, { instruments: [result] }), facts, texts);
    expect(blocks.find(({ name }) => name === 'unanswered')?.entries[0]?.parts[0]?.text).toContain('made-up-q1');
  });

  test('belong to the instrument with just that name', () => {
    const longer = { ...result, slot: 'made-up-c', title: 'A shorter one' };
    const intake = intakeOf([points('made-up-c-q1', 4)], { instruments: [result, longer] });
    const entries = pageOne(intake, facts, texts).blocks.find(({ name }) => name === 'instruments')?.entries;
    expect(entries?.map(({ parts }) => parts.length)).toEqual([2, 3]);
  });

  test('stand with the result of their own language where it was begun in one and ended in another', () => {
    const half = { ...result, score: null, answered: 1 };
    const answers = [points('made-up-q1', 3), { ...points('made-up-q2', 2), language: 'sv' as const }];
    const intake = intakeOf(answers, { instruments: [half, { ...half, language: 'sv' }] });
    const { blocks } = pageOne(intake, facts, texts);
    const entries = blocks.find(({ name }) => name === 'instruments')?.entries;
    expect(entries?.map(({ parts }) => parts[2]?.text)).toEqual(['q1: 3', 'q2: 2']);
    expect(blocks.map(({ name }) => name)).not.toContain('other');
  });

  test('stand among the others where only another language has a result', () => {
    const answers = [{ ...points('made-up-q1', 4), language: 'sv' as const }];
    const { blocks } = pageOne(intakeOf(answers, { instruments: [result] }), facts, texts);
    expect(blocks.find(({ name }) => name === 'other')?.entries).toMatchObject([{ parts: [{ text: 's 4' }] }]);
  });

  test('stand among the others where their instrument is missing', () => {
    const { blocks } = pageOne(intakeOf([points('made-up-q1', 4)]), facts, texts);
    expect(blocks.find(({ name }) => name === 'other')?.entries).toMatchObject([{ parts: [{ text: 's 4' }] }]);
  });

  test('are marked with it where nobody approved their wording', () => {
    const draft = answerTo('made-up-q1', chosen('a'), { language: 'kl', reviewStatus: 'draft' });
    expect(entryOf({ language: 'kl' }, [draft])?.isDraft).toBe(true);
    expect(entryOf({}, [points('made-up-q1', 1)])?.isDraft).toBe(false);
  });
});
