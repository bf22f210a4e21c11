import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { Recordings, type Recording } from '../../../electron/translation/recordings.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const HIDE = clipHash('Skjul nu', nodeHasher);
const STOP = clipHash('Stop', nodeHasher);
const sound = Buffer.from('a voice');

function kept(hash: Recording['hash'], tag: LanguageTag, speaker = 'Naja'): Omit<Recording, 'format' | 'sha256'> {
  return {
    ...{ hash, tag, speaker },
    consentedOn: '2026-11-23',
    consent: { key: 'desk.translation.voice.consent', language: 'da', sha256: HIDE },
    recordedAtMs: 1_795_000_000_000,
    by: 'Aviâja',
    durationMs: 900,
  };
}

function made() {
  const folder = join(temporaryFolder(), 'translations', 'audio');
  const recordings = new Recordings(folder);
  return { folder, recordings, again: () => new Recordings(folder) };
}

test('what was recorded stands on the disk, for who opens it next, in its own language alone', () => {
  const { folder, recordings, again } = made();
  expect(recordings.list('da')).toEqual({ recordings: new Map(), damaged: 0 });
  expectOk(recordings.keep(kept(HIDE, 'da'), sound));
  expect(readdirSync(join(folder, 'da'))).toEqual([`${HIDE}.json`, `${HIDE}.opus`]);
  for (const each of [recordings, again()]) {
    expect(each.has('da', HIDE)).toBe(true);
    expect(each.has('sv', HIDE)).toBe(false);
    expect(each.read('da', HIDE)).toEqual(new Uint8Array(sound));
    expect(each.list('da').recordings.get(HIDE)).toMatchObject({ speaker: 'Naja', durationMs: 900 });
  }
  expect(again().read('da', STOP)).toBe(null);
});

test('words that are recorded anew have the new voice and consent alone', () => {
  const { recordings } = made();
  expectOk(recordings.keep(kept(HIDE, 'kl'), sound));
  expectOk(recordings.keep(kept(HIDE, 'kl', 'Malik'), Buffer.from('another')));
  expect(recordings.list('kl').recordings.size).toBe(1);
  expect(recordings.recordingsFor('kl', [HIDE, STOP, HIDE])).toMatchObject([
    { recording: { speaker: 'Malik' }, opus: new Uint8Array(Buffer.from('another')) },
  ]);
});

test.each([
  ['a note without its sound', (path: string) => rmSync(`${path}.opus`)],
  ['a sound without its note', (path: string) => rmSync(`${path}.json`)],
  ['a note that is none', (path: string) => writeFileSync(`${path}.json`, '{}')],
  ['a note that is far too long', (path: string) => writeFileSync(`${path}.json`, ' '.repeat(9000))],
  [
    'the note of another language',
    (path: string) => writeFileSync(`${path}.json`, readFileSync(`${path}.json`, 'utf8').replace('"da"', '"sv"')),
  ],
])('%s is counted, used for nothing, and goes with the next speaker who takes their voice back', (_, damage) => {
  const { folder, recordings, again } = made();
  expectOk(recordings.keep(kept(HIDE, 'da'), sound));
  expectOk(recordings.keep(kept(STOP, 'da', 'Malik'), sound));
  damage(join(folder, 'da', HIDE));
  const opened = again();
  expect(opened.list('da').damaged).toBe(1);
  expect(opened.has('da', HIDE)).toBe(false);
  expect(opened.recordingsFor('da', [HIDE])).toEqual([]);
  expect(opened.forgetSpeaker('Nobody')).toEqual(ok(0));
  expect(readdirSync(join(folder, 'da'))).toEqual([`${STOP}.json`, `${STOP}.opus`]);
});

test('a sound that is not what was recorded is not played and not published', () => {
  const { folder, recordings } = made();
  expectOk(recordings.keep(kept(HIDE, 'da'), sound));
  writeFileSync(join(folder, 'da', `${HIDE}.opus`), 'other voice');
  expect(recordings.read('da', HIDE)).toBe(null);
  expect(recordings.recordingsFor('da', [HIDE])).toEqual([]);
});

test('one recording is taken away, and is away when it is asked for again', () => {
  const { folder, recordings } = made();
  expectOk(recordings.keep(kept(HIDE, 'da'), sound));
  expectOk(recordings.keep(kept(STOP, 'da'), sound));
  for (let time = 0; time < 2; time += 1) expectOk(recordings.remove('da', HIDE));
  expectOk(recordings.remove('sv', HIDE));
  expect(recordings.has('da', HIDE)).toBe(false);
  expect(readdirSync(join(folder, 'da'))).toEqual([`${STOP}.json`, `${STOP}.opus`]);
});

test('a speaker who takes their consent back is in no language any more, and others stay', () => {
  const { folder, recordings } = made();
  for (const tag of ['da', 'kl', 'kl-tunumiit'] as const) expectOk(recordings.keep(kept(HIDE, tag), sound));
  expectOk(recordings.keep(kept(STOP, 'da', 'Malik'), sound));
  writeFileSync(join(folder, 'da', `${STOP}.opus.0011.tmp`), 'half');
  expect(recordings.forgetSpeaker('Naja')).toEqual(ok(3));
  expect(recordings.forgetSpeaker('Naja')).toEqual(ok(0));
  expect(['da', 'kl', 'kl-tunumiit'].flatMap((tag) => readdirSync(join(folder, tag)))).toEqual([
    `${STOP}.json`,
    `${STOP}.opus`,
  ]);
});

test('a disk that does not write is said, and half a recording is none', () => {
  const { folder } = made();
  let writes = 0;
  const fs = {
    ...nodeFileSystem,
    rename: (from: string, to: string) => {
      writes += 1;
      if (writes === 2) throw Object.assign(new Error(), { code: 'ENOSPC', syscall: 'rename' });
      nodeFileSystem.rename(from, to);
    },
  };
  const recordings = new Recordings(folder, fs);
  expect(recordings.keep(kept(HIDE, 'da'), sound)).toEqual(fail({ kind: 'full' }));
  expect(recordings.list('da')).toEqual({ recordings: new Map(), damaged: 1 });
  expectOk(recordings.keep(kept(HIDE, 'da'), sound));
  expect(recordings.has('da', HIDE)).toBe(true);
  const locked = new Recordings(folder, {
    ...nodeFileSystem,
    unlink: () => {
      throw Object.assign(new Error(), { code: 'EACCES', syscall: 'unlink' });
    },
  });
  expect(locked.remove('da', HIDE)).toEqual(fail({ kind: 'io', code: 'EACCES' }));
  expect(locked.forgetSpeaker('Naja')).toEqual(fail({ kind: 'io', code: 'EACCES' }));
  expect(locked.keep(kept(HIDE, 'da'), sound).ok).toBe(false);
  expect(existsSync(join(folder, 'da', `${HIDE}.opus`))).toBe(true);
});
