import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { instrumentResults } from '../../../core/intake/instrument-results.ts';
import type { Visit } from '../../../core/intake/visit.ts';
import { insertInstruments } from '../../../core/pack/insert-instruments.ts';
import { parseInstrument, type Instrument } from '../../../core/pack/instrument.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { newVisit } from '../../journeys/journey.ts';
import { realPack } from '../../journeys/real-pack.ts';
import { exampleSite } from '../intake/example-intake.ts';

function loaded(language: 'da' | 'sv'): Instrument {
  const path = new URL(`../../fixtures/instruments/invented-example.${language}.json`, import.meta.url);
  return expectOk(parseInstrument(JSON.parse(readFileSync(path, 'utf8')), nodeHasher));
}

const INSTRUMENTS = [loaded('da'), loaded('sv')];
const PACK = insertInstruments(realPack, INSTRUMENTS, '2026-03-01');

/** Codes that were chosen by somebody alone; `notNow` is the non-answer. */
function answersTo(codes: Readonly<Record<string, string>>, language: LanguageTag = 'da'): Visit['answers'] {
  const given = (code: string): Visit['answers'][string] => ({
    answer: code === 'notNow' ? { kind: 'notNow' } : { kind: 'codes', codes: [code] },
    language,
    culture: 'danish',
    at: '2026-03-01T10:00:00.000Z',
    accompanied: false,
  });
  return Object.fromEntries(Object.entries(codes).map(([linkId, code]) => [linkId, given(code)]));
}

/** A visit in which the three questions got these answers, and the age this band. */
function visitWith(codes: readonly (string | null)[], age: string | null = null, language: LanguageTag = 'da'): Visit {
  const told = codes.flatMap((code, index) =>
    code === null ? [] : [[`invented-example-q${index + 1}`, code] as const],
  );
  const known = age === null ? told : [...told, ['age', age] as const];
  return { ...newVisit(), language, answers: answersTo(Object.fromEntries(known), language) };
}

const resultsOf = (visit: Visit, country: 'DK' | 'SE' | 'GL' = 'DK') =>
  instrumentResults({ visit, pack: PACK, site: { ...exampleSite, country, language: 'da' } }, INSTRUMENTS);

describe('The result of an instrument', () => {
  test('is absent when nothing of it was answered', () => {
    expect(resultsOf(visitWith([]))).toEqual([]);
  });

  test.each([
    [['daily', 'daily', 'daily'], 9],
    [['never', 'never', 'never'], 0],
    [['once', 'few', 'never'], 3],
  ])('of %s is the sum of the weights: %d', (codes, score) => {
    expect(resultsOf(visitWith(codes))).toMatchObject([{ slot: 'invented-example', score, maxScore: 9, answered: 3 }]);
  });

  test.each([[['daily', null, 'daily']], [['daily', 'notNow', 'daily']]])('of %s with a gap is no score', (codes) => {
    expect(resultsOf(visitWith(codes))).toMatchObject([{ score: null, answered: 2, questions: 3, reached: [] }]);
  });

  test.each([
    ['nobody says how old', null, 'DK', [3, 6, 5, 2]],
    ['somebody of 20 in Denmark', '18-24', 'DK', [3, 6, 2]],
    ['somebody of 30 in Denmark', '25-34', 'DK', [3, 6]],
    ['somebody of 70 in Denmark', '65-plus', 'DK', [3, 6, 5]],
    ['somebody of 30 in Sweden', '25-34', 'SE', [3, 6, 1]],
    ['somebody who declines to tell the age', 'notNow', 'DK', [3, 6, 5, 2]],
  ] as const)('reaches the cut-offs that may apply to %s', (_, age, country, from) => {
    const [result] = resultsOf(visitWith(['daily', 'daily', 'never'], age), country);
    expect(result?.reached.map((cutOff) => cutOff.from)).toEqual(from);
  });

  test('names whom a cut-off is made for, in the words of the site', () => {
    const [result] = resultsOf(visitWith(['daily', 'daily', 'never']));
    expect(result?.reached[1]).toEqual({
      label: 'Opfundet grænse 6 for kvinder',
      from: 6,
      sex: 'female',
      ageFrom: null,
      ageTo: null,
    });
  });

  test('stands under the language in which it was begun', () => {
    expect(resultsOf(visitWith(['once', 'once', 'once'], null, 'sv'))).toMatchObject([
      { language: 'sv', title: 'Påhittat exempel: vädret på min promenad', validated: 'no', unitGrams: null },
    ]);
  });

  test('stands under each language of its answers, without a score, when it was answered in two', () => {
    const danish = visitWith(['daily', null, null]);
    const swedish = visitWith([null, 'daily', 'notNow'], null, 'sv');
    const visit: Visit = { ...danish, answers: { ...danish.answers, ...swedish.answers } };
    expect(resultsOf(visit)).toMatchObject([
      { language: 'da', score: null, answered: 1, questions: 3, reached: [] },
      { language: 'sv', score: null, answered: 1, questions: 3, reached: [] },
    ]);
  });

  test('is absent when what it hangs on was taken back', () => {
    const gamblers = { ...loaded('da'), terms: { ...loaded('da').terms, slot: 'pgsi' } };
    const instrument: Instrument = {
      ...gamblers,
      questions: gamblers.questions.map((question, index) => ({ ...question, linkId: `pgsi-q${index + 1}` })),
    };
    const pack = insertInstruments(realPack, [instrument], '2026-03-01');
    const after = (gambling: string): unknown => {
      const answers: Visit['answers'] = {
        ...answersTo({ 'takes-room': 'gambling', gambling, 'pgsi-q1': 'once', 'pgsi-q2': 'once', 'pgsi-q3': 'once' }),
      };
      return instrumentResults({ visit: { ...newVisit(), answers }, pack, site: exampleSite }, [instrument]);
    };
    expect(after('often')).toMatchObject([{ slot: 'pgsi', score: 3 }]);
    expect(after('never')).toEqual([]);
  });

  test('of a code that its wording lacks is a gap', () => {
    expect(resultsOf(visitWith(['daily', 'daily', 'sung']))).toMatchObject([{ score: null, answered: 2 }]);
  });

  test('counts although it has no wording in the language of the screen now', () => {
    const visit: Visit = { ...visitWith(['once', 'once', 'once']), language: 'kl' };
    expect(resultsOf(visit)).toMatchObject([{ language: 'da', score: 3 }]);
  });
});
