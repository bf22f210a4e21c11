import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CENTRE_TRUSTED_COMMENT, LANGUAGE_TRUSTED_COMMENT } from '../../core/bundle/trusted-comment.ts';
import { formatJson } from '../../core/bundle/versioned-json.ts';
import { isPackageFileName, packageFileName } from '../../core/translation/language-package.ts';
import { readLanguagePackage, writeLanguagePackage } from '../../node/language-package-file.ts';
import { formatPublicKeyLine, minisignPublicKeyOf, newMinisignKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { systemRandom } from '../../node/random.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar, type TarFile } from '../../node/tar.ts';
import { expectOk } from '../expect-ok.ts';
import { approvedText, FACTS, recordingOf } from './a-language-package.ts';

const KEY = newMinisignKey(systemRandom);
const CONTENTS = { texts: [approvedText('kiosk.next', 'Framåt')], recordings: [recordingOf('Framåt')] };
const { manifest: MANIFEST, bytes: PACKAGE } = writeLanguagePackage(FACTS, CONTENTS, KEY);

const problemOf = (bytes: Uint8Array): string => {
  const read = readLanguagePackage(bytes);
  return read.ok ? 'taken' : read.error.kind;
};

/** Where a member's bytes begin and end in the archive. */
function placeOf(name: string): { readonly start: number; readonly end: number } {
  const buffer = Buffer.from(PACKAGE);
  const header = buffer.indexOf(`${name}\0`);
  const size = parseInt(buffer.toString('latin1', header + 124, header + 135), 8);
  return { start: header + 512, end: header + 512 + size };
}
const memberOf = (name: string): Uint8Array => PACKAGE.slice(placeOf(name).start, placeOf(name).end);

const NAMES = ['manifest.json', 'manifest.json.minisig', 'words.json', 'recordings.tar'] as const;
const members = (changed: Partial<Record<(typeof NAMES)[number], Uint8Array>> = {}): TarFile[] =>
  NAMES.map((name) => ({ name, bytes: changed[name] ?? memberOf(name) }));

/** A package in which these bytes are the manifest, signed by a key for a purpose. */
function signedAs(manifest: unknown, key = KEY, purpose = LANGUAGE_TRUSTED_COMMENT): Uint8Array {
  const signed = formatJson(manifest);
  const signature = Buffer.from(minisignSign(key, signed, purpose));
  return writeTar(members({ 'manifest.json': signed, 'manifest.json.minisig': signature }));
}

/** A package of these words, whole and signed. */
function withWords(words: unknown, changed: object = {}): Uint8Array {
  const bytes = formatJson(words);
  const manifest = { ...MANIFEST, words: { count: 1, sha256: nodeHasher.sha256(bytes) }, ...changed };
  const signed = formatJson(manifest);
  const signature = Buffer.from(minisignSign(KEY, signed, LANGUAGE_TRUSTED_COMMENT));
  return writeTar(members({ 'manifest.json': signed, 'manifest.json.minisig': signature, 'words.json': bytes }));
}

test('what was written is read back, and is the same every time', () => {
  expect(readLanguagePackage(PACKAGE)).toEqual({
    ok: true,
    value: {
      manifest: MANIFEST,
      ...CONTENTS,
      recordings: [expect.objectContaining({ words: recordingOf('Framåt').words })],
    },
  });
  expect(Buffer.from(writeLanguagePackage(FACTS, CONTENTS, KEY).bytes).equals(PACKAGE)).toBe(true);
});

test('any words and voices come back as they went', () => {
  const word = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' }).filter((text) => text.trim() !== '');
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { minLength: 1, maxLength: 6 }),
      fc.uint8Array({ minLength: 1 }),
      (words, sound) => {
        const texts = words.map((text, index) => approvedText(`kiosk.text-${index}`, text));
        const [first = ''] = words;
        const { bytes } = writeLanguagePackage(FACTS, { texts, recordings: [{ ...recordingOf(first), sound }] }, KEY);
        const read = expectOk(readLanguagePackage(bytes));
        expect(read.texts).toEqual(texts);
        expect(Buffer.from(read.recordings[0]?.sound ?? []).equals(sound)).toBe(true);
      },
    ),
    { numRuns: 50 },
  );
});

test('one changed byte anywhere is refused', () => {
  for (let index = 0; index < PACKAGE.length; index += 1) {
    const changed = PACKAGE.slice();
    changed[index] = (changed[index] ?? 0) ^ 1;
    if (problemOf(changed) === 'taken') throw new Error(`Byte ${index} may be anything`);
  }
});

test.each([
  ['words.json', 'altered'],
  ['recordings.tar', 'altered'],
  ['manifest.json.minisig', 'badSignature'],
])('a byte changed in %s says so: %s', (name, problem) => {
  const changed = PACKAGE.slice();
  const at = placeOf(name).start + 40;
  changed[at] = (changed[at] ?? 0) ^ 1;
  expect(problemOf(changed)).toBe(problem);
});

test('a package cut anywhere, or with more behind it, is none', () => {
  for (let length = 0; length < PACKAGE.length; length += 97)
    expect(problemOf(PACKAGE.slice(0, length))).toBe('notPackage');
  expect(problemOf(Buffer.concat([PACKAGE, Buffer.alloc(512)]))).toBe('notPackage');
});

test.each<[string, TarFile[]]>([
  ['a missing member', members().slice(0, 3)],
  ['a doubled member', [...members(), ...members().slice(2, 3)]],
  ['a member that nobody knows', [...members(), { name: 'more.json', bytes: Buffer.from('{}') }]],
  ['members in another order', members().toReversed()],
  ['a manifest larger than any', members({ 'manifest.json': new Uint8Array(5 * 1024 * 1024) })],
  ['a signature larger than any', members({ 'manifest.json.minisig': new Uint8Array(2000) })],
])('an archive with %s is no package', (_, files) => {
  expect(problemOf(writeTar(files))).toBe('notPackage');
});

test('a package that nobody signed is refused', () => {
  expect(problemOf(writeTar(members({ 'manifest.json.minisig': new Uint8Array(0) })))).toBe('badSignature');
});

test('a signature of another key, or for another purpose, is refused', () => {
  const other = newMinisignKey(systemRandom);
  expect(problemOf(signedAs(MANIFEST, other))).toBe('badSignature');
  expect(problemOf(signedAs(MANIFEST, { ...other, keyId: KEY.keyId }))).toBe('badSignature');
  expect(problemOf(signedAs(MANIFEST, KEY, CENTRE_TRUSTED_COMMENT))).toBe('badSignature');
  expect(problemOf(signedAs({ ...MANIFEST, publicKey: `RWQ${'A'.repeat(53)}` }))).toBe('badSignature');
  expect(problemOf(signedAs({ ...MANIFEST, publicKey: `RWT${'/'.repeat(53)}` }))).toBe('badSignature');
});

test('another key that signs its own manifest is another kiosk’s: whether it is trusted is asked elsewhere', () => {
  const other = newMinisignKey(systemRandom);
  const publicKey = formatPublicKeyLine(minisignPublicKeyOf(other));
  expect(problemOf(signedAs({ ...MANIFEST, publicKey }, other))).toBe('taken');
});

const clip = MANIFEST.recordings.clips[0];
test.each<[string, object, string]>([
  ['a newer format', { format: 2 }, 'newerFormat'],
  ['a language that is none of ours', { language: 'en' }, 'notPackage'],
  ['a number that is none', { seq: 0 }, 'notPackage'],
  ['a name that turns the direction', { siteName: 'Hus\u202Eet' }, 'notPackage'],
  ['a member that nobody knows', { more: true }, 'notPackage'],
  ['another number of texts', { words: { ...MANIFEST.words, count: 2 } }, 'notPackage'],
  ['other words', { words: { count: 1, sha256: nodeHasher.sha256(Buffer.from('other')) } }, 'altered'],
  ['a voice that is listed twice', { recordings: { ...MANIFEST.recordings, clips: [clip, clip] } }, 'notPackage'],
  ['a voice that is not listed', { recordings: { ...MANIFEST.recordings, clips: [] } }, 'notPackage'],
])('a signed manifest with %s is refused', (_, changed, problem) => {
  expect(problemOf(signedAs({ ...MANIFEST, ...changed }))).toBe(problem);
});

test('a manifest with a key that JavaScript means something by is refused, and changes no object', () => {
  const text = Buffer.from(formatJson(MANIFEST)).toString().replace('{', '{"__proto__":{"polluted":true},');
  const signed = Buffer.from(text);
  const signature = Buffer.from(minisignSign(KEY, signed, LANGUAGE_TRUSTED_COMMENT));
  const bytes = writeTar(members({ 'manifest.json': signed, 'manifest.json.minisig': signature }));
  expect(problemOf(bytes)).toBe('notPackage');
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

const text = approvedText('kiosk.next', 'Framåt');
test.each<[string, unknown, string]>([
  ['a newer format', { format: 2, texts: [text] }, 'newerFormat'],
  ['no texts', { format: 1, texts: [] }, 'notPackage'],
  ['a doubled key', { format: 1, texts: [text, text] }, 'notPackage'],
  ['a member that nobody knows', { format: 1, texts: [{ ...text, html: '<b>' }] }, 'notPackage'],
  ['one judgement', { format: 1, texts: [{ ...text, reviews: text.reviews.slice(0, 1) }] }, 'notPackage'],
  ['no words for a voice', { format: 1, texts: [approvedText('kiosk.next', 'Nästa')] }, 'notPackage'],
])('signed words with %s are refused', (_, words, problem) => {
  expect(problemOf(withWords(words))).toBe(problem);
});

test('its file is named by language, day, house and number, and is found by that name', () => {
  const name = packageFileName(MANIFEST, '2026-03-04');
  expect(name).toBe('matu-language-sv-2026-03-04-sisimiut-1-3.tar');
  expect(isPackageFileName(name)).toBe(true);
  for (const other of ['../matu-language-sv.tar', 'matu-language-a/b.tar', 'matu-language-sv.tar.tmp', 'notes.txt'])
    expect(isPackageFileName(other)).toBe(false);
});
