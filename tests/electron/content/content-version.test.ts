import { beforeEach, expect, test } from 'vitest';
import { contentVersionId } from '../../../electron/content/content-files.ts';
import { parseContent, type ContentVersion } from '../../../electron/content/content-version.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { shortHash } from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import type { LanguageTexts } from '../../../ipc/contract.ts';
import { expectOk } from '../../expect-ok.ts';
import { SHIPPED_FILES } from './shipped-content.ts';

const KEY = 'kiosk.bar.finish';
let files: Map<string, Uint8Array>;
beforeEach(() => {
  files = new Map(SHIPPED_FILES);
});

function json(path: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(files.get(path) ?? '').toString('utf8')) as Record<string, unknown>;
}

function write(path: string, value: unknown): void {
  files.set(path, toUtf8(JSON.stringify(value)));
}

const parse = () => parseContent('a'.repeat(64), files);

/** Writes that a Greenlandic text was approved against a Danish one. */
function approve(danish: string, greenlandic: string): ContentVersion {
  const short = (of: string): string => shortHash(nodeHasher.sha256(toUtf8(of)));
  const reviews = [
    { role: 'translator', by: 'A. B.', on: '2026-02-03' },
    { role: 'treatmentWorker', by: 'C. D.', on: '2026-02-04' },
  ];
  const state = { status: 'approved', source: short(danish), text: short(greenlandic), reviews };
  write('locales/kl/review.json', { texts: { [KEY]: state } });
  return expectOk(parse());
}

test('a version has the texts of every language', () => {
  const { catalogue } = expectOk(parse());
  const keys = Object.values(catalogue).map((texts) => Object.keys(texts).sort());
  expect(keys[0]?.length).toBeGreaterThan(100);
  expect(keys[1]).toEqual(keys[0]);
  expect(keys[2]).toEqual(keys[0]);
});

test('every pictogram that an answer names is on the sheet', () => {
  const { pack, pictogramSheet } = expectOk(parse());
  const sheet = pictogramSheet();
  const named = pack.danish.items.flatMap(({ item }) =>
    item.type === 'choice' ? item.answerOption.flatMap((option) => option.pictogram ?? []) : [],
  );
  expect(named.length).toBeGreaterThan(10);
  for (const name of named) expect(sheet).toContain(`<symbol id="pictogram-${name}" `);
  expect(sheet).not.toContain('review');
});

test('a text counts as approved in the wording and for the Danish text that were judged, and in no other', () => {
  const { catalogue } = expectOk(parse());
  const [danish = '', greenlandic = ''] = [catalogue.da[KEY], catalogue.kl[KEY]];
  expect(approve(danish, greenlandic).reviewStatus('kl', KEY)).toBe('approved');
  expect(approve(`${danish} `, greenlandic).reviewStatus('kl', KEY)).toBe('draft');
  expect(approve(danish, `${greenlandic} `).reviewStatus('kl', KEY)).toBe('draft');
  expect(approve(danish, greenlandic).reviewStatus('kl', 'kiosk.bar.back')).toBe('draft');
  expect(approve(danish, greenlandic).reviewStatus('kl', 'no.such.key')).toBe('draft');
});

test.each([
  'assets/content/intake/questionnaire.json',
  'assets/content/intake/greenlandic.json',
  'assets/content/intake/danish.json',
  'assets/content/intake/swedish.json',
  'locales/kl/kiosk.json',
  'locales/da/intake.json',
  'locales/sv/pictures.json',
  'locales/kl/staff.json',
  'locales/da/page-one.json',
  'locales/sv/review.json',
])('without %s a version is not read, and the file is named', (file) => {
  const unreadable = { ok: false, error: { kind: 'unreadable', file } };
  const bytes = files.get(file) ?? new Uint8Array();
  files.delete(file);
  expect(parse()).toEqual(unreadable);
  files.set(file, bytes.subarray(0, bytes.length - 10));
  expect(parse()).toEqual(unreadable);
  files.set(file, Uint8Array.from([0xff, 0xfe, ...bytes]));
  expect(parse()).toEqual(unreadable);
});

test.each([
  ['a text that is no text', 'locales/da/kiosk.json', { [KEY]: 7 }],
  ['an empty text', 'locales/sv/intake.json', { [KEY]: '' }],
  ['texts in a list', 'locales/kl/pictures.json', ['a']],
  ['an unknown review state', 'locales/da/review.json', { texts: { [KEY]: { status: 'perfect' } } }],
])('%s is not read, and the file is named', (_, file, value) => {
  write(file, value);
  expect(parse()).toEqual({ ok: false, error: { kind: 'unreadable', file } });
});

test.each([
  ['kl', 'intake.age.title'],
  ['da', 'intake.takes-room.option.hash'],
  ['sv', 'intake.nonAnswer.notNow'],
  ['sv', 'intake.strengths@greenlandic.title'],
] as const)('a text that a version needs and %s lacks is missed before anybody answers: %s', (language, key) => {
  const { [key]: taken, ...rest } = json(`locales/${language}/intake.json`);
  expect(taken).toBeTypeOf('string');
  write(`locales/${language}/intake.json`, rest);
  expect(parse()).toEqual({ ok: false, error: { kind: 'missingText', language, key } });
});

test('a broken pack tells every problem', () => {
  const danish = json('assets/content/intake/danish.json') as { order: { items: string[] } };
  danish.order.items.push('no-such-item');
  write('assets/content/intake/danish.json', danish);
  write('assets/content/intake/swedish.json', { ...json('assets/content/intake/swedish.json'), culture: 'danish' });
  const parsed = parse();
  expect(parsed).toMatchObject({
    ok: false,
    error: {
      kind: 'badPack',
      problems: [
        { file: 'danish.json', place: 'no-such-item' },
        { file: 'swedish.json', place: 'culture' },
      ],
    },
  });
});

test('a version is named by its paths and bytes, in whatever order they are read', () => {
  const id = contentVersionId(files);
  const [path = '', bytes = new Uint8Array()] = [...files][0] ?? [];
  expect(contentVersionId(new Map([...files].reverse()))).toBe(id);
  expect(contentVersionId(new Map([...files, [path, Uint8Array.from([...bytes, 10])]]))).not.toBe(id);
  files.delete(path);
  expect(contentVersionId(new Map([...files, [`${path}x`, bytes]]))).not.toBe(id);
  expect(contentVersionId(files)).not.toBe(id);
});

test('a dialect says what it words itself, and the rest as its language does', () => {
  write('locales/kl-tunumiit/kiosk.json', { [KEY]: 'Tunumiisut' });
  const { catalogue, dialects, reviewStatus } = expectOk(parse());
  expect(catalogue['kl-tunumiit'][KEY]).toBe('Tunumiisut');
  expect(catalogue['kl-tunumiit']['kiosk.hide']).toBe(catalogue.kl['kiosk.hide']);
  expect(catalogue.kl[KEY]).not.toBe('Tunumiisut');
  expect(dialects).toContain('kl-tunumiit');
  expect(reviewStatus('kl-tunumiit', KEY)).toBe('draft');
});

test('a window is told all of a language, and of a dialect only what differs', () => {
  write('locales/kl-tunumiit/kiosk.json', { [KEY]: 'Tunumiisut' });
  const { catalogue, shownTexts } = expectOk(parse());
  // The shipped one names itself.
  const own = [KEY, 'intake.dialect.option.east'];
  const told = JSON.parse(shownTexts('kl-tunumiit')) as LanguageTexts;
  expect(Object.keys(told.texts).toSorted()).toEqual(own.toSorted());
  expect(told.texts[KEY]).toBe('Tunumiisut');
  expect(told.unapproved.toSorted()).toEqual(own.toSorted());
  expect(JSON.parse(shownTexts('kl'))).toMatchObject({ texts: catalogue.kl });
});

test('a window is told what nobody has approved', () => {
  const content = approve(expectOk(parse()).catalogue.da[KEY] ?? '', expectOk(parse()).catalogue.kl[KEY] ?? '');
  const { texts, unapproved } = JSON.parse(content.shownTexts('kl')) as LanguageTexts;
  expect(unapproved).toEqual(Object.keys(texts).filter((key) => key !== KEY));
});

test('a dialect has reviews of its own words, and its language has those of the rest', () => {
  const danish = expectOk(parse()).catalogue.da[KEY] ?? '';
  write('locales/kl-tunumiit/kiosk.json', { [KEY]: 'Tunumiisut' });
  const short = (of: string): string => shortHash(nodeHasher.sha256(toUtf8(of)));
  const state = { status: 'reviewed', source: short(danish), text: short('Tunumiisut') };
  write('locales/kl-tunumiit/review.json', { texts: { [KEY]: state } });
  const { reviewStatus } = approve(danish, expectOk(parse()).catalogue.kl[KEY] ?? '');
  expect(reviewStatus('kl-tunumiit', KEY)).toBe('reviewed');
  expect(reviewStatus('kl-x-avaneq', KEY)).toBe('approved');
});

test('a dialect that words nothing is not offered', () => {
  for (const path of files.keys()) if (path.startsWith('locales/kl-')) files.delete(path);
  expect(expectOk(parse()).dialects).toEqual([]);
});

test('a person’s recording is found by the words that it says and their language', () => {
  const hash = clipHash('Tikilluarit', nodeHasher);
  files.set(`assets/audio/kl/${hash}.opus`, toUtf8('a voice'));
  const { recording } = expectOk(parse());
  expect(recording('kl', hash)).toEqual(toUtf8('a voice'));
  expect(recording('da', hash)).toBeNull();
  expect(recording('kl', clipHash('Tikilluaritsi', nodeHasher))).toBeNull();
});

test('the desks have texts of their own, which the citizen’s window is not told', () => {
  const { deskTexts, catalogue, shownTexts } = expectOk(parse());
  expect(Object.keys(deskTexts('sv'))).toEqual(Object.keys(deskTexts('da')));
  expect(Object.keys(deskTexts('da')).length).toBeGreaterThan(100);
  expect(Object.keys(catalogue.da).filter((key) => key.startsWith('desk.'))).toEqual([]);
  expect(shownTexts('da')).not.toContain('"desk.');
});

test('a version that is older than the desks is read all the same: a draft may have begun in it', () => {
  for (const language of ['kl', 'da', 'sv']) files.delete(`locales/${language}/desk.json`);
  expect(expectOk(parse()).deskTexts('da')).toEqual({});
});
