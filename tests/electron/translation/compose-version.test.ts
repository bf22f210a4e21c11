import { beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGE_TAGS, LANGUAGES, type LanguageTag } from '../../../core/basics/language.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { parseContent } from '../../../electron/content/content-version.ts';
import { contentVersionId } from '../../../electron/content/content-files.ts';
import { composeVersion, type ComposedVersion } from '../../../electron/translation/compose-version.ts';
import { ownFilesOf } from '../../../electron/translation/own-files.ts';
import type { PublicationFault } from '../../../ipc/publishing-contract.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';
import { approved, publicationOver } from './a-publication.ts';

const PROGRAM = { id: contentVersionId(SHIPPED_FILES), files: SHIPPED_FILES };
const HIDE = 'kiosk.hide';
let own: Map<string, Uint8Array>;
beforeEach(() => {
  own = new Map();
});

type Words = Partial<Record<LanguageTag, Readonly<Record<string, string>>>>;

/** What comes of composing with words that two people have approved over the Danish text. */
function composing(words: Words, program = PROGRAM) {
  const { publication } = publicationOver(program.files, approved(program.files, words));
  return composeVersion({ program, publication, own });
}

function composed(words: Words): ComposedVersion {
  return expectOk(composing(words));
}

function faultsOf(words: Words): readonly PublicationFault[] {
  const result = composing(words);
  return result.ok ? [] : result.error;
}

/** The files that a version has otherwise than the program. */
function changedIn({ files }: ComposedVersion): readonly string[] {
  return [...files].filter(([path, bytes]) => SHIPPED_FILES.get(path) !== bytes).map(([path]) => path);
}

function textIn({ files }: ComposedVersion, path: string): string {
  return Buffer.from(files.get(path) ?? []).toString();
}

describe('A version of the house', () => {
  test('is the program’s content where nothing was published, but for what it tells of itself', () => {
    const version = composed({});
    expect(version.isAsProgram).toBe(true);
    expect(changedIn(version)).toEqual(['house.json']);
    expect(JSON.parse(textIn(version, 'house.json'))).toEqual({ format: 1, program: PROGRAM.id, own: [] });
  });

  test('changes the files of the words that are published, and nothing else in them', () => {
    const version = composed({ sv: { [HIDE]: 'Göm' } });
    expect(version.isAsProgram).toBe(false);
    expect(changedIn(version)).toEqual(['locales/sv/kiosk.json', 'locales/sv/review.json', 'house.json']);
    const before = Buffer.from(SHIPPED_FILES.get('locales/sv/kiosk.json') ?? []).toString();
    const lines = textIn(version, 'locales/sv/kiosk.json').split('\n');
    expect(lines.filter((line, place) => line !== before.split('\n')[place])).toEqual([`  "${HIDE}": "Göm",`]);
    expect(lines).toHaveLength(before.split('\n').length);
  });

  test('is one that loads, in which the words count as approved', () => {
    const { id, files } = composed({ sv: { [HIDE]: 'Göm' }, da: { [HIDE]: 'Skjul det' } });
    const content = expectOk(parseContent(id, files));
    expect(content.catalogue.da[HIDE]).toBe('Skjul det');
    expect([content.reviewStatus('da', HIDE), content.reviewStatus('kl', HIDE)]).toEqual(['approved', 'draft']);
  });

  test('is the same from the same ingredients, and another from others', () => {
    const { id } = composed({ sv: { [HIDE]: 'Göm' } });
    expect(composed({ sv: { [HIDE]: 'Göm' } }).id).toBe(id);
    expect(composed({ sv: { [HIDE]: 'Göm det' } }).id).not.toBe(id);
  });

  test('keeps what a dialect words beside what it has, and makes a file that it lacks', () => {
    const version = composed({ 'kl-tunumiit': { [HIDE]: 'Isertoq', 'intake.age.title': 'Qassinik ukioqarpit?' } });
    expect(JSON.parse(textIn(version, 'locales/kl-tunumiit/kiosk.json'))).toEqual({ [HIDE]: 'Isertoq' });
    expect(Object.keys(JSON.parse(textIn(version, 'locales/kl-tunumiit/intake.json')) as object)).toEqual([
      'intake.dialect.option.east',
      'intake.age.title',
    ]);
    const content = expectOk(parseContent(version.id, version.files));
    expect(content.catalogue['kl-tunumiit'][HIDE]).toBe('Isertoq');
    expect(content.reviewStatus('kl-tunumiit', HIDE)).toBe('approved');
    expect(content.catalogue['kl-x-avaneq'][HIDE]).toBe(content.catalogue.kl[HIDE]);
  });

  test('has both plural forms of a text, and words of the desks', () => {
    const files = new Map(SHIPPED_FILES);
    for (const language of LANGUAGES) {
      const path = `locales/${language}/kiosk.json`;
      const texts = JSON.parse(Buffer.from(files.get(path) ?? []).toString()) as object;
      files.set(
        path,
        toUtf8(JSON.stringify({ ...texts, 'kiosk.day_one': '{{count}} dag', 'kiosk.day_other': '{{count}} dage' })),
      );
    }
    const words = { 'kiosk.day_one': '{{count}} dygn', 'kiosk.day_other': '{{count}} hela dygn' };
    const program = { id: contentVersionId(files), files };
    const version = expectOk(composing({ sv: { ...words, 'desk.signIn.other': 'En annan' } }, program));
    const content = expectOk(parseContent(version.id, version.files));
    expect(content.catalogue.sv).toMatchObject(words);
    expect(content.deskTexts('sv')['desk.signIn.other']).toBe('En annan');
  });
});

describe('Recordings of the house', () => {
  const pathOf = (tag: LanguageTag, words: string): string => `assets/audio/${tag}/${clipHash(words, nodeHasher)}.opus`;

  test('go with the words that they say, and stay behind with any other', () => {
    for (const words of ['Göm', 'Ord som ingen visar']) own.set(pathOf('sv', words), toUtf8(words));
    own.set(pathOf('da', 'Göm'), toUtf8('Göm'));
    const version = composed({ sv: { [HIDE]: 'Göm' } });
    expect(version.own).toEqual([pathOf('sv', 'Göm')]);
    expect([...ownFilesOf(version.files).keys()]).toEqual(version.own);
    const content = expectOk(parseContent(version.id, version.files));
    expect(content.recording('sv', clipHash('Göm', nodeHasher))).toEqual(toUtf8('Göm'));
  });

  test('in a dialect may say what it has from its language', () => {
    const { catalogue } = expectOk(parseContent(PROGRAM.id, SHIPPED_FILES));
    const path = pathOf('kl-x-avaneq', catalogue.kl[HIDE] ?? '');
    own.set(path, toUtf8('sound'));
    own.set(path.replace('kl-x-avaneq', 'kl-elsewhere'), toUtf8('sound'));
    expect(composed({}).own).toEqual([path]);
  });
});

describe('Nothing is published', () => {
  test.each([
    ['labels a person', 'sv', 'Missbruk', 'labelsAPerson'],
    ['brings placeholders that nobody fills', 'sv', 'Göm {{name}}', 'placeholders'],
    ['has a line break', 'da', 'Skjul\ndet', 'controlCharacter'],
    ['has letters that only look like ours', 'kl', 'Isеrtoruk', 'wrongScript'],
  ] as const)('while a text %s', (_, tag, text, fault) => {
    expect(faultsOf({ [tag]: { [HIDE]: text } })).toContainEqual({ kind: 'text', tag, key: HIDE, fault });
  });

  test('and everything is named at once', () => {
    own.set('assets/instruments/who5.da.json', toUtf8('{}'));
    expect(faultsOf({ sv: { [HIDE]: 'Missbruk' }, da: { 'kiosk.bar.finish': 'Klient' } })).toEqual([
      { kind: 'instrument', file: 'who5.da.json' },
      { kind: 'text', tag: 'da', key: 'kiosk.bar.finish', fault: 'labelsAPerson' },
      { kind: 'text', tag: 'sv', key: HIDE, fault: 'labelsAPerson' },
    ]);
  });

  test.each([
    ['lacks a text that is shown', 'locales/sv/intake.json', '{}', 'missingText'],
    ['has a question that fits no other', 'assets/content/intake/danish.json', '{}', 'pack'],
    ['has a file that is no JSON', 'assets/content/intake/safety.json', '{', 'file'],
  ])('over a program that %s', (_, path, text, kind) => {
    const { publication } = publicationOver(SHIPPED_FILES, {});
    const files = new Map(SHIPPED_FILES).set(path, toUtf8(text));
    const texts = { ...publication.sv, texts: kind === 'missingText' ? {} : publication.sv.texts };
    const refused = composeVersion({
      program: { id: PROGRAM.id, files },
      publication: { ...publication, sv: texts },
      own,
    });
    expect(refused).toMatchObject({
      ok: false,
      error: expect.arrayContaining([expect.objectContaining({ kind })]) as unknown,
    });
  });
});

test('the program’s own texts are without faults in every language', () => {
  expect(LANGUAGE_TAGS.flatMap((tag) => faultsOf({ [tag]: {} }))).toEqual([]);
});
