import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fail, ok } from '../../../core/basics/result.ts';
import { writeOpusFile } from '../../../core/speech/opus-file.ts';
import { clipHash } from '../../../core/speech/spoken-text.ts';
import { openEditions } from '../../../electron/translation/home-editions.ts';
import { Recordings } from '../../../electron/translation/recordings.ts';
import { TextsKeeper } from '../../../electron/translation/texts-keeper.ts';
import { VoiceKeeper } from '../../../electron/translation/voice-keeper.ts';
import type { Sound } from '../../../electron/speech/speech-desk.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { SHIPPED_FILES } from '../content/shipped-content.ts';

const WHO = { id: 1, name: 'Aviâja' };
const KEY = 'kiosk.hide';
const NOW_MS = 1_795_000_000_000;
const packet = Uint8Array.of(31 << 3, 1, 2, 3);
const opus = writeOpusFile({ packets: Array.from({ length: 51 }, () => packet), preSkip: 312, samples: 48_000 }, 1);

function made() {
  const folder = temporaryFolder();
  const recordings = new Recordings(join(folder, 'audio'));
  const events: unknown[] = [];
  const offered: Sound[] = [];
  const guarded = (): ReadonlySet<string> => new Set([KEY]);
  const clock = { nowMs: () => NOW_MS };
  const today = (): string => '2026-11-23';
  const texts = new TextsKeeper({
    open: () => openEditions(folder, SHIPPED_FILES, recordings),
    catalogues: () => [],
    ...{ guarded, clock, today },
  });
  const keeper = new VoiceKeeper({
    ...{ texts, recordings, guarded, clock, today },
    deskTexts: (language) => ({ 'desk.translation.voice.consent': `Consent in ${language}` }),
    speech: {
      offer: (sound) => {
        offered.push(sound);
        return { token: 'a token', voice: 'recorded' };
      },
    },
    setMicrophone: () => Promise.resolve(),
    record: (event) => void events.push(event),
  });
  const text = expectOk(texts.show({ tag: 'kl', key: KEY })).text ?? '';
  const said = { tag: 'kl', key: KEY, text, speaker: 'Naja', language: 'sv', opus } as const;
  return { folder, keeper, texts, recordings, events, offered, said, hash: clipHash(text, nodeHasher) };
}

test('a guarded Greenlandic text is asked for first, and no more when it was said', () => {
  const { keeper, texts, said, hash, events } = made();
  const before = expectOk(keeper.show('kl'));
  expect(before.queue[0]).toMatchObject({ key: KEY, text: said.text, isGuarded: true });
  expect(expectOk(keeper.show('da')).queue.every(({ isGuarded }) => !isGuarded)).toBe(true);
  expect(expectOk(texts.show({ tag: 'kl', key: KEY })).hasVoice).toBe(false);
  const after = expectOk(keeper.keep(said, WHO));
  expect(after.queue).toHaveLength(before.queue.length - 1);
  expect(after.queue.some(({ key }) => key === KEY)).toBe(false);
  expect(after.voices).toEqual([
    { hash, text: said.text, speaker: 'Naja', consentedOn: '2026-11-23', durationMs: 1000 },
  ]);
  expect(after.speakers).toEqual([{ name: 'Naja', count: 1 }]);
  expect(expectOk(texts.show({ tag: 'kl', key: KEY })).hasVoice).toBe(true);
  expect(events).toEqual([{ event: 'voiceKept', person: 1 }]);
});

test('beside a recording stands who spoke, who was there, and exactly what was consented to', () => {
  const { keeper, recordings, said, hash } = made();
  expectOk(keeper.keep(said, WHO));
  expect(recordings.list('kl').recordings.get(hash)).toEqual({
    ...{ format: 1, hash, tag: 'kl', speaker: 'Naja', consentedOn: '2026-11-23', by: 'Aviâja' },
    consent: {
      key: 'desk.translation.voice.consent',
      language: 'sv',
      sha256: clipHash('Consent in sv', nodeHasher),
    },
    ...{ recordedAtMs: NOW_MS, durationMs: 1000, sha256: nodeHasher.sha256(opus) },
  });
});

test('what is no recording, or says other words than the text has now, is not kept', () => {
  const { keeper, texts, said, folder, events } = made();
  expect(keeper.keep({ ...said, opus: opus.slice(1) }, WHO)).toEqual(fail({ kind: 'notOpus' }));
  expect(keeper.keep({ ...said, key: 'kiosk.none' }, WHO)).toEqual(fail({ kind: 'otherWords' }));
  expectOk(texts.word({ tag: 'kl', key: KEY, text: 'Matuuk' }, WHO));
  expect(keeper.keep(said, WHO)).toEqual(fail({ kind: 'otherWords' }));
  expect(existsSync(join(folder, 'audio'))).toBe(false);
  expect(events).toEqual([]);
});

test('a recording is heard again, and is told where no text has its words any more', () => {
  const { keeper, texts, said, offered, folder } = made();
  expectOk(texts.word({ tag: 'kl', key: KEY, text: 'Matuuk una' }, WHO));
  expectOk(keeper.keep({ ...said, text: 'Matuuk una' }, WHO));
  const hash = clipHash('Matuuk una', nodeHasher);
  expect(keeper.play('kl', hash)).toEqual(ok({ token: 'a token', voice: 'recorded' }));
  expect(offered).toEqual([{ bytes: opus, mediaType: 'audio/ogg' }]);
  expectOk(texts.word({ tag: 'kl', key: KEY, text: 'Matuuk' }, WHO));
  expect(expectOk(keeper.show('kl')).voices).toMatchObject([{ hash, text: null }]);
  writeFileSync(join(folder, 'audio', 'kl', `${hash}.opus`), 'x');
  expect(keeper.play('kl', hash)).toEqual(fail({ kind: 'damaged' }));
});

test('a recording is taken away, or all of whoever takes their consent back', () => {
  const { keeper, said, hash, events } = made();
  expectOk(keeper.keep(said, WHO));
  expect(expectOk(keeper.remove('kl', hash, WHO)).voices).toEqual([]);
  expectOk(keeper.keep(said, WHO));
  expect(keeper.forgetSpeaker('Naja', WHO)).toEqual(ok(1));
  expect(expectOk(keeper.show('kl'))).toMatchObject({ voices: [], speakers: [], damaged: 0 });
  expect(events.slice(1)).toEqual([
    { event: 'voiceRemoved', person: 1 },
    { event: 'voiceKept', person: 1 },
    { event: 'speakerForgotten', person: 1, count: 1 },
  ]);
});

test('a disk that takes nothing is said', () => {
  const { keeper, said, folder } = made();
  writeFileSync(join(folder, 'audio'), 'no folder');
  expect(keeper.keep(said, WHO)).toEqual(fail({ kind: 'notSaved' }));
  rmSync(join(folder, 'audio'));
});
