import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { checkOpusFile } from '../../core/speech/opus-file.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { AVIAJA, opensDesk, setsUp } from './at-the-desk.ts';
import { opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

const SAMPLE_RATE = 48_000;
/** What the false microphone hears: a second of silence, a tone that pauses, and silence for a while. */
const SPOKEN = [
  [1, 0],
  [0.6, 0.1],
  [0.4, 0],
  [0.6, 0.1],
  [20, 0],
] as const;
/** The tone and its pause, and what is left around them. */
const KEPT_MS = 1600 + 320;

/** A WAV file of 16 bits and one channel. */
function spokenWav(): Buffer {
  const samples = SPOKEN.flatMap(([seconds, amplitude]) =>
    Array.from({ length: seconds * SAMPLE_RATE }, (_, at) => Math.round(32_767 * amplitude * Math.sin(at / 15))),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + 2 * samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(SAMPLE_RATE, 24);
  head.writeUInt32LE(2 * SAMPLE_RATE, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  head.write('data', 36);
  head.writeUInt32LE(2 * samples.length, 40);
  return Buffer.concat([head, Buffer.from(Int16Array.from(samples).buffer)]);
}

/** Whether a window is given what it asks its session for. */
function isGiven(page: Page, wanted: MediaStreamConstraints): Promise<boolean> {
  return page.evaluate(
    (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return true;
        },
        () => false,
      ),
    wanted,
  );
}

test('a voice is recorded by the keyboard alone, heard, kept without its silence, and forgotten', async ({
  openKiosk,
  home,
}, { outputDir }) => {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words('da', key, values);
  const folder = mkdtempSync(join(tmpdir(), 'matu-voice-'));
  const heard = join(folder, 'spoken.wav');
  writeFileSync(heard, spokenWav());
  const kiosk = await openKiosk(
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${heard}%noloop`,
  );
  const citizen = await kiosk.page();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('[data-tab="voice"]').click();
  await texts.locator('[data-left]').waitFor();
  await texts.locator('.desk-form select').selectOption('sv');
  await expect(texts.locator('[data-left]')).not.toHaveAttribute('data-left', '0');
  const left = Number(await texts.locator('[data-left]').getAttribute('data-left'));
  expect(await violationsOn(texts)).toEqual([]);

  // Nobody speaks who has not said who they are, and consented.
  await texts.locator('.desk-form select').focus();
  await texts.keyboard.press('Tab');
  await texts.keyboard.type('Naja');
  await texts.keyboard.press('Enter');
  await expect(texts.locator('form .desk-outcome')).toHaveText(say('desk.translation.voice.incomplete'));
  await texts.keyboard.press('Tab');
  await texts.keyboard.press('Space');
  await texts.keyboard.press('Tab');
  await texts.keyboard.press('Enter');
  const record = texts.locator('[data-does="record"]');
  await expect(record).toBeFocused();
  const said = (await texts.locator('.voice-words').textContent()) ?? '';
  await texts.screenshot({ path: join(outputDir, 'voice-waiting.png') });

  // The microphone is closed, and stays so for every other window.
  for (const page of [citizen, desk, texts]) expect(await isGiven(page, { audio: true })).toBe(false);
  await texts.keyboard.press('Space');
  await texts.locator('[role="meter"]').waitFor();
  for (const page of [citizen, desk]) expect(await isGiven(page, { audio: true })).toBe(false);
  expect(await isGiven(texts, { video: true })).toBe(false);
  expect(await isGiven(texts, { audio: true, video: true })).toBe(false);
  expect(await violationsOn(texts)).toEqual([]);
  await texts.screenshot({ path: join(outputDir, 'voice-recording.png') });
  // Long enough for all that is spoken, on a busy machine too: the silence behind it is cut off.
  await texts.waitForTimeout(4000);
  await texts.keyboard.press('Space');
  const listen = texts.locator('.voice-booth [data-does="listen"]');
  await expect(listen).toBeFocused();
  expect(await isGiven(texts, { audio: true })).toBe(false);
  await texts.keyboard.press('Space');
  expect(await violationsOn(texts)).toEqual([]);
  await texts.screenshot({ path: join(outputDir, 'voice-taken.png') });
  await texts.keyboard.press('Tab');
  await texts.keyboard.press('Enter');
  await expect(texts.locator('[data-left]')).toHaveAttribute('data-left', String(left - 1));
  await expect(record).toBeFocused();
  await expect(texts.locator('[data-voice]')).toContainText(said);
  expect(await violationsOn(texts)).toEqual([]);
  await texts.screenshot({ path: join(outputDir, 'voice-kept.png') });

  const audio = join(home, 'translations', 'audio', 'sv');
  const name = readdirSync(audio).find((each) => each.endsWith('.opus')) ?? '';
  const kept = readFileSync(join(audio, name));
  const checked = checkOpusFile(kept);
  expect(checked).toMatchObject({ ok: true });
  const durationMs = checked.ok ? checked.value.durationMs : 0;
  expect(Math.abs(durationMs - KEPT_MS)).toBeLessThan(60);
  const note: unknown = JSON.parse(readFileSync(join(audio, name.replace('.opus', '.json')), 'utf8'));
  expect(note).toMatchObject({ speaker: 'Naja', by: AVIAJA.name, tag: 'sv', durationMs, consent: { language: 'da' } });
  // Decoded again it is as long, and as loud as every voice.
  const decoded = await texts.evaluate(
    async (bytes) => {
      const file = Uint8Array.from(bytes);
      const buffer = await new OfflineAudioContext(1, 1, 48_000).decodeAudioData(file.buffer);
      const samples = buffer.getChannelData(0);
      const level = (from: number, to: number): number => {
        const part = samples.subarray(from * 48_000, to * 48_000);
        return 10 * Math.log10(part.reduce((sum, sample) => sum + sample * sample, 0) / part.length);
      };
      return {
        durationMs: buffer.duration * 1000,
        tone: level(0.2, 0.6),
        pause: level(0.8, 1.0),
        end: level(1.4, 1.6),
      };
    },
    [...kept],
  );
  expect(Math.abs(decoded.durationMs - durationMs)).toBeLessThan(2);
  expect(Math.abs(decoded.tone + 20)).toBeLessThan(1.5);
  expect(Math.abs(decoded.end + 20)).toBeLessThan(1.5);
  expect(decoded.pause).toBeLessThan(-50);
  expect(opusinfo(join(audio, name))).not.toMatch(/warning|error|corrupt/i);

  await texts.locator('[data-voice] [data-does="hear"]').click();
  await texts.locator('[data-does="forget"]').click();
  expect(await violationsOn(texts)).toEqual([]);
  await texts.locator('[data-does="forgetNow"]').click();
  await expect(texts.locator('[data-voice]')).toHaveCount(0);
  expect(readdirSync(audio)).toEqual([]);
  rmSync(folder, { recursive: true, force: true });
});

/** What another program says of the file, where it is installed. */
function opusinfo(path: string): string {
  try {
    return execFileSync('opusinfo', [path], { encoding: 'utf8' });
  } catch (thrown) {
    const isMissing = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
    return isMissing ? '' : `error: ${String(thrown)}`;
  }
}

test('a recording ends when a call takes the window away, and what was said until then can be heard', async ({
  openKiosk,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'matu-voice-'));
  const heard = join(folder, 'spoken.wav');
  writeFileSync(heard, spokenWav());
  const kiosk = await openKiosk(
    '--use-fake-device-for-media-stream',
    `--use-file-for-fake-audio-capture=${heard}%noloop`,
  );
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('[data-tab="voice"]').click();
  await texts.locator('.desk-field input').fill('Naja');
  await texts.locator('.voice-consent input').check();
  await texts.locator('[data-does="begin"]').click();
  await texts.locator('[data-does="record"]').click();
  await texts.locator('[role="meter"]').waitFor();
  await texts.waitForTimeout(3000);
  // What a page hears when its window is hidden. Playwright lets every page believe that it is seen, so it is said here.
  await texts.evaluate(() => {
    Object.defineProperty(document, 'hidden', { get: () => true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await texts.locator('[data-sitting="taken"]').waitFor();
  expect(await isGiven(texts, { audio: true })).toBe(false);
  await expect(texts.locator('.voice-booth [data-does="listen"]')).toBeVisible();
  rmSync(folder, { recursive: true, force: true });
});

test('a machine without a microphone says so', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('[data-tab="voice"]').click();
  await texts.locator('.desk-field input').fill('Naja');
  await texts.locator('.voice-consent input').check();
  await texts.locator('[data-does="begin"]').click();
  await texts.locator('[data-does="record"]').click();
  await expect(texts.locator('.voice-booth .desk-outcome:not(:empty)')).toHaveText(
    words('da', 'desk.translation.voice.trouble.noMicrophone'),
  );
  expect(await violationsOn(texts)).toEqual([]);
});
