import { expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { createSpeechDesk, type SpeechDesk } from '../../../electron/speech/speech-desk.ts';
import { FakeSynthesizer, fakeSources } from './fake-sources.ts';

async function said(desk: SpeechDesk, text: string, language: LanguageTag = 'da') {
  const sound = await desk.say({ text, language });
  if (!sound.ok) return sound.error.kind;
  const found = desk.sound(sound.value.token);
  return `${sound.value.voice}: ${found === null ? 'gone' : `${Buffer.from(found.bytes).toString()} (${found.mediaType})`}`;
}

test('a person’s voice goes before a clip, and a clip before the program', async () => {
  const desk = (words: Parameters<typeof fakeSources>[0]) => createSpeechDesk(fakeSources(words));
  expect(await said(desk({ recorded: { da: 'Ja' }, clips: { da: 'Ja' } }), 'Ja')).toBe('recorded: Ja (audio/ogg)');
  expect(await said(desk({ clips: { da: 'Ja' } }), 'Ja')).toBe('synthetic: Ja (audio/ogg)');
  expect(await said(desk({}), 'Ja')).toBe('synthetic: spoken: Ja (audio/wav)');
});

test('a clip never plays over other words or in another language', async () => {
  const desk = createSpeechDesk(fakeSources({ recorded: { da: 'Ja' }, clips: { sv: 'Nej' } }));
  expect(await said(desk, 'Jah')).toBe('synthetic: spoken: Jah (audio/wav)');
  expect(await said(desk, 'Ja', 'sv')).toBe('synthetic: spoken: Ja (audio/wav)');
  expect(await said(desk, 'Nej', 'kl')).toBe('synthetic: spoken: Nej (audio/wav)');
});

test('a dialect has its own recording, or what its language has', async () => {
  const words = { recorded: { 'kl-tunumiit': 'Iiji' }, clips: { kl: 'Aap' } } as const;
  const synthesizer = new FakeSynthesizer();
  const desk = createSpeechDesk(fakeSources(words, synthesizer));
  expect(await said(desk, 'Iiji', 'kl-tunumiit')).toBe('recorded: Iiji (audio/ogg)');
  expect(await said(desk, 'Aap', 'kl-tunumiit')).toBe('synthetic: Aap (audio/ogg)');
  await said(desk, 'Naamik', 'kl-tunumiit');
  expect(synthesizer.spoken).toEqual([{ text: 'Naamik', language: 'kl' }]);
});

test.each([
  ['nothing is there to say', ' \u00AD', new FakeSynthesizer()],
  ['no program is installed', 'Ja', null],
  ['the program fails', 'unsayable', new FakeSynthesizer()],
])('stays silent where %s', async (_, text, synthesizer) => {
  expect(await said(createSpeechDesk(fakeSources({}, synthesizer)), text)).toBe('silent');
});

test('keeps the last four sounds only', async () => {
  const desk = createSpeechDesk(fakeSources({}));
  const tokens: string[] = [];
  for (const text of ['1', '2', '3', '4', '5']) {
    const sound = await desk.say({ text, language: 'da' });
    if (sound.ok) tokens.push(sound.value.token);
  }
  expect(tokens.map((token) => desk.sound(token) !== null)).toEqual([false, true, true, true, true]);
});

test('silence ends what is being said, forgets every sound, and lets nothing come late', async () => {
  const synthesizer = new FakeSynthesizer();
  const desk = createSpeechDesk(fakeSources({}, synthesizer));
  const first = await desk.say({ text: 'Ja', language: 'da' });
  let release = (): void => undefined;
  synthesizer.wait = new Promise((resolve) => (release = resolve));
  const late = desk.say({ text: 'Nej', language: 'da' });
  desk.hush();
  release();
  expect(synthesizer.isHushed).toBe(true);
  expect(await late).toEqual({ ok: false, error: { kind: 'silent' } });
  expect(first.ok && desk.sound(first.value.token)).toBeNull();
});
