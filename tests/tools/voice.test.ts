import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../core/basics/language.ts';
import { clipIndexSchema } from '../../core/speech/clip-index.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import { openClipFolder } from '../../electron/speech/clip-folder.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { findClipMaker, type ClipMaker } from '../../tools/voice/clip-maker.ts';
import { clipsOf, copyClips, engineFolder, makeMissing, removeOthers } from '../../tools/voice/make-clips.ts';
import { spokenLocales } from '../../tools/voice/spoken-locales.ts';

let cache = '';
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'matu-clips-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

/** A voice that writes the words down; it cannot say "unsayable". */
function writingVoice(): ClipMaker & { readonly made: string[] } {
  const made: string[] = [];
  return {
    engine: 'pen 1.0',
    made,
    make: (text, language, file) => {
      if (text === 'unsayable') return Promise.resolve(false);
      made.push(`${language} ${text}`);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      return Promise.resolve(true);
    },
  };
}

const TEXTS = { kl: ['Aap'], da: ['Ja', 'Nej'], sv: ['Ja'] };

async function speak(texts: typeof TEXTS, voice: ClipMaker) {
  const clips = clipsOf(texts, engineFolder(cache, voice.engine));
  const failed = await makeMissing(clips, voice, () => undefined);
  return { clips, failed };
}

test('speaks only what changed', async () => {
  const voice = writingVoice();
  await speak(TEXTS, voice);
  expect(voice.made.toSorted()).toEqual(['da Ja', 'da Nej', 'kl Aap', 'sv Ja']);
  await speak({ ...TEXTS, sv: ['Jo'] }, voice);
  expect(voice.made.slice(4)).toEqual(['sv Jo']);
});

test('speaks everything anew when another voice speaks', async () => {
  await speak(TEXTS, writingVoice());
  const other = { ...writingVoice(), engine: 'pen 1.1' };
  await speak(TEXTS, other);
  expect(other.made).toHaveLength(4);
});

test('names what could not be spoken', async () => {
  const { failed } = await speak({ ...TEXTS, kl: ['unsayable', 'Aap'] }, writingVoice());
  expect(failed.map(({ text }) => text)).toEqual(['unsayable']);
});

test('keeps no clip of words that are gone', async () => {
  const voice = writingVoice();
  const { clips: old } = await speak(TEXTS, voice);
  const { clips } = await speak({ ...TEXTS, da: ['Ja'] }, voice);
  mkdirSync(join(cache, 'of another engine'));
  removeOthers(clips, cache, engineFolder(cache, voice.engine));
  expect(old.filter(({ file }) => existsSync(file)).map(({ text }) => text)).toEqual(['Aap', 'Ja', 'Ja']);
  expect(existsSync(join(cache, 'of another engine'))).toBe(false);
});

test('the program finds a clip by its words and language, and none beside', async () => {
  const voice = writingVoice();
  const { clips } = await speak(TEXTS, voice);
  const target = join(cache, 'audio');
  copyClips(clips, voice.engine, target);
  const folder = openClipFolder(target);
  const found = (language: 'kl' | 'da', text: string) =>
    folder.find(language, clipHash(text, nodeHasher))?.toString() ?? null;
  expect([found('da', 'Nej'), found('kl', 'Aap'), found('kl', 'Nej'), found('da', 'Måske')]).toEqual([
    Buffer.from('Nej').toString(),
    Buffer.from('Aap').toString(),
    null,
    null,
  ]);
  const index = clipIndexSchema.parse(JSON.parse(readFileSync(join(target, 'index.json'), 'utf8')));
  expect([index.kind, index.engine]).toEqual(['synthetic', 'pen 1.0']);
});

test.each([
  ['missing', null],
  ['no JSON', '{'],
  ['of another form', '{"format":2}'],
])('A folder whose index is %s holds no clip', (_, index) => {
  if (index !== null) writeFileSync(join(cache, 'index.json'), index);
  expect(openClipFolder(cache).find('da', clipHash('Ja', nodeHasher))).toBeNull();
});

test('every text of the screens is spoken in every language, and none with something to fill in', () => {
  const spoken = spokenLocales(resolve(import.meta.dirname, '../..'));
  for (const language of LANGUAGES) {
    expect(spoken[language].length).toBeGreaterThan(800);
    expect(spoken[language].filter((text) => text.includes('{{'))).toEqual([]);
    expect(new Set(spoken[language]).size).toBe(spoken[language].length);
  }
  expect(spoken.kl).toContain('Tikilluarit');
});

const maker = findClipMaker();

describe.skipIf(maker === null)('The real voice (where its programs are installed)', () => {
  test('packs its words as Opus', async () => {
    const file = join(cache, 'kl', 'a.opus');
    expect(await maker?.make('Tikilluarit', 'kl', file)).toBe(true);
    const bytes = readFileSync(file);
    expect([bytes.toString('latin1', 0, 4), bytes.includes('OpusHead')]).toEqual(['OggS', true]);
  });
});
