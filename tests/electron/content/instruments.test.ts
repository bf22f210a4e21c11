import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { contentOn } from '../../../electron/content/content-on.ts';
import { parseContent } from '../../../electron/content/content-version.ts';
import { expectOk } from '../../expect-ok.ts';
import { SHIPPED_FILES } from './shipped-content.ts';

type Files = Readonly<Record<string, string>>;

function fixture(language: 'da' | 'sv'): string {
  return readFileSync(new URL(`../../fixtures/instruments/invented-example.${language}.json`, import.meta.url), 'utf8');
}

const parsedWith = (added: Files) => {
  const texts = Object.entries(added).map(([path, text]) => [`assets/instruments/${path}`, toUtf8(text)] as const);
  return parseContent('a'.repeat(64), new Map([...SHIPPED_FILES, ...texts]));
};

const BOTH: Files = { 'invented-example.da.json': fixture('da'), 'invented-example.sv.json': fixture('sv') };
const QUESTION = 'invented-example-q1';
const asked = (content: ReturnType<typeof contentOn>) => content.pack.danish.byLinkId.get(QUESTION)?.instrument;

describe('A content version with instruments', () => {
  test('asks them on every day of their licence, in their languages', () => {
    const content = expectOk(parsedWith(BOTH));
    expect(asked(contentOn(content, '2030-12-31'))?.languages).toEqual(['da', 'sv']);
    expect(asked(contentOn(content, '2031-01-01'))?.languages).toEqual([]);
  });

  test('has their words in their languages only, and lets nobody judge them', () => {
    const { catalogue, reviewStatus } = expectOk(parsedWith(BOTH));
    const key = `instrument.${QUESTION}.title`;
    expect(catalogue.da[key]).toBe('Hvor tit gik du en tur i sol?');
    expect(catalogue.sv[key]).toBe('Hur ofta gick du en promenad i sol?');
    expect(catalogue.kl[key]).toBeUndefined();
    expect(reviewStatus('da', key)).toBe('approved');
  });

  test.each([
    ['a language', 'locales/da/intake.json'],
    ['another language', 'locales/sv/staff.json'],
    ['a dialect', 'locales/kl-tunumiit/intake.json'],
  ])('is refused when %s words one of them anew', (_, file) => {
    const before = JSON.parse(Buffer.from(SHIPPED_FILES.get(file) ?? '{}').toString('utf8')) as object;
    const words = toUtf8(JSON.stringify({ ...before, [`instrument.${QUESTION}.title`]: 'Andre ord' }));
    const files = new Map([...SHIPPED_FILES, [file, words] as const]);
    expect(parseContent('a'.repeat(64), files)).toEqual({ ok: false, error: { kind: 'lockedWording', file } });
  });

  test('has the words of a language in its dialects too', () => {
    const greenlandic = fixture('da').replaceAll('"language": "da"', '"language": "kl"');
    const { catalogue } = expectOk(parsedWith({ 'invented-example.kl.json': greenlandic }));
    const key = `instrument.${QUESTION}.title`;
    expect(catalogue['kl-x-avaneq'][key]).toBe('Hvor tit gik du en tur i sol?');
    expect(catalogue.da[key]).toBeUndefined();
  });

  test.each([
    ['whose wording was changed', { 'invented-example.da.json': fixture('da').replace('ravn', 'måge') }],
    ['under the name of another slot', { 'audit.da.json': fixture('da') }],
    ['under the name of another language', { 'invented-example.kl.json': fixture('da') }],
    ['under no name of a slot', { 'README.json': fixture('da') }],
  ])('is refused with one %s', (_, files) => {
    const [name] = Object.keys(files);
    expect(parsedWith(files)).toEqual({
      ok: false,
      error: { kind: 'badInstrument', file: `assets/instruments/${name}` },
    });
  });

  test('is refused when its languages count differently', () => {
    const counted = fixture('sv').replace('"multiplyBy": 1', '"multiplyBy": 2');
    expect(parsedWith({ ...BOTH, 'invented-example.sv.json': counted })).toMatchObject({
      error: { kind: 'badInstrument', file: 'assets/instruments/invented-example' },
    });
  });

  test('is refused with one that cannot be read', () => {
    expect(parsedWith({ 'invented-example.da.json': '{' })).toMatchObject({ error: { kind: 'unreadable' } });
  });
});

test('A content version without instruments asks none', () => {
  const content = expectOk(parsedWith({}));
  expect(contentOn(content, '2026-03-01')).toBe(content);
});
