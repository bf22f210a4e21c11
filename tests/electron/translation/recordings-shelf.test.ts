import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { toUtf8 } from '../../../core/basics/utf8.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { Recordings } from '../../../electron/translation/recordings.ts';
import { shelfOf } from '../../../electron/translation/recordings-shelf.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { anOpusFile } from './an-opus-file.ts';

const WORDS = clipHash('Göm', nodeHasher);
const OPUS = anOpusFile();

function houseWith(speaker: string | null): Recordings {
  const recordings = new Recordings(join(temporaryFolder(), 'translations', 'audio'));
  const consent = { key: 'desk.consent', language: 'sv', sha256: WORDS } as const;
  const said = { hash: WORDS, tag: 'sv', consentedOn: '2026-11-23', consent, recordedAtMs: 1, durationMs: 1 } as const;
  if (speaker !== null) expectOk(recordings.keep({ ...said, speaker, by: speaker }, OPUS));
  return recordings;
}

test('a voice goes from one house to another, with its speaker and their consent', () => {
  const there = houseWith(null);
  const given = shelfOf(houseWith('Naja')).read('sv', WORDS);
  expect(given).not.toBeNull();
  if (given === null) return;
  expect(shelfOf(there).keep('sv', { words: WORDS, ...given })).toEqual(ok(null));
  expect(there.list('sv').recordings.get(WORDS)).toMatchObject({ speaker: 'Naja', consentedOn: '2026-11-23' });
  expect(there.read('sv', WORDS)).toEqual(OPUS);
});

test('what nobody has recorded is given to nobody', () => {
  expect(shelfOf(houseWith(null)).read('sv', WORDS)).toBeNull();
});

test('a voice of the house stays, whoever else has said the same', () => {
  const here = houseWith('Aviâja');
  const given = shelfOf(houseWith('Naja')).read('sv', WORDS);
  if (given !== null) expect(shelfOf(here).keep('sv', { words: WORDS, ...given })).toEqual(ok(null));
  expect(here.list('sv').recordings.get(WORDS)?.speaker).toBe('Aviâja');
});

test('a card of other words, of another sound or of another language is refused, and so is what is no sound', () => {
  const given = shelfOf(houseWith('Naja')).read('sv', WORDS);
  if (given === null) throw new Error('There is a voice');
  const { keep } = shelfOf(houseWith(null));
  const refused = fail({ kind: 'refused' });
  expect(keep('kl', { words: WORDS, ...given })).toEqual(refused);
  expect(keep('sv', { words: clipHash('Dölj', nodeHasher), ...given })).toEqual(refused);
  expect(keep('sv', { words: WORDS, ...given, card: toUtf8('{}') })).toEqual(refused);
  expect(keep('sv', { words: WORDS, ...given, card: Buffer.from([0xff]) })).toEqual(refused);
  const other = Buffer.from(OPUS);
  other[other.length - 1] = (other.at(-1) ?? 0) ^ 1;
  expect(keep('sv', { words: WORDS, ...given, sound: other })).toEqual(refused);
});
