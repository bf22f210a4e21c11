import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textsSchema, type Texts } from '../../core/translation/catalogue.ts';
import { SHOWN_TABLES } from '../../core/numbers/report.ts';
import { FINDINGS } from '../../core/self-test/self-test.ts';

const textsOf = (language: string): Texts =>
  textsSchema.parse(JSON.parse(readFileSync(`locales/${language}/desk.json`, 'utf8')));

/** A sentence for each finding, and what to do about each that is not fine. */
const ofFindings = Object.entries({ ...FINDINGS, any: { timedOut: 'cannotTell', broken: 'cannotTell' } }).flatMap(
  ([check, findings]) =>
    Object.entries(findings).flatMap(([finding, outcome]) => {
      const key = `selfTest.${check}.${finding}`;
      return outcome === 'ok' ? [key] : [key, `${key}Do`];
    }),
);
const ofNumbers = [...SHOWN_TABLES, 'nonAnswers'].map((table) => `numbers.table.${table}`);

test.each(['da', 'sv'])('Everything that a desk shows of the self-test and the numbers has words in %s', (language) => {
  const texts = textsOf(language);
  expect([...ofFindings, ...ofNumbers].filter((key) => !Object.hasOwn(texts, key))).toEqual([]);
  const selfTest = Object.keys(texts).filter((key) => key.startsWith('selfTest.'));
  expect(selfTest.filter((key) => !ofFindings.includes(key))).toEqual([]);
});

test('Both languages have the same placeholders', () => {
  const placeholders = (texts: Texts) =>
    Object.entries(texts).map(([key, words]) => [key, words.match(/\{\{\w+\}\}/g)] as const);
  expect(placeholders(textsOf('sv'))).toEqual(placeholders(textsOf('da')));
});
