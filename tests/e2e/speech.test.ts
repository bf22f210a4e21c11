import type { Page } from '@playwright/test';
import { spokenText } from '../../core/speech/spoken-text.ts';
import type { Person } from '../../tools/person/person.ts';
import { Ear } from './ear.ts';
import { answerUntil, expect, personAtFirstQuestion, test, type How } from './kiosk.ts';

const DANISH: How = { language: 'da', culture: 'danish' };

type Spoken = NonNullable<typeof globalThis.matuSpoken>[number];

async function spoken(page: Page): Promise<readonly Spoken[]> {
  const log = await page.evaluate(() => globalThis.matuSpoken ?? []);
  return log.filter(({ text }) => text !== '');
}

async function isQuiet(page: Page): Promise<boolean> {
  return page.evaluate(() => globalThis.matuSpoken?.at(-1)?.text === '');
}

/** Presses Listen, answers the question for the headset, and hears the screen to its end. */
async function listens({ page }: Person, headset: 'hears' | 'without'): Promise<readonly Spoken[]> {
  await Ear.quickly(page);
  await page.locator('.at-listen').click();
  const answer = page.locator(`dialog[data-sheet="headset"] [data-does="${headset}"]`);
  await answer.waitFor();
  // What the sheet itself says is no part of the screen.
  await hearsOn(page, 0);
  return hearsAfter(page, () => answer.click());
}

/** Everything that is said after something was pressed. */
async function hearsAfter(page: Page, press: () => Promise<void>): Promise<readonly Spoken[]> {
  const before = (await spoken(page)).length;
  await press();
  return hearsOn(page, before);
}

async function hearsOn(page: Page, before: number): Promise<readonly Spoken[]> {
  await expect.poll(async () => (await spoken(page)).length > before, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => isQuiet(page), { timeout: 60_000 }).toBe(true);
  return (await spoken(page)).slice(before);
}

/** The words of an element as they stand there. */
async function shown(page: Page, selector: string): Promise<readonly string[]> {
  return (await page.locator(selector).allTextContents()).map(spokenText);
}

test('the first Listen asks for the headset, and then reads the screen in its order', async ({ openKiosk }) => {
  test.setTimeout(180_000);
  const person = await personAtFirstQuestion(await openKiosk(), { language: 'kl', culture: 'greenlandic' });
  const heard = await listens(person, 'without');
  const { page } = person;
  const [title] = await shown(page, '.stage:not([inert]) h1');
  const answers = await shown(page, '.answer-card-label > span:first-child');
  const nonAnswers = await shown(page, '.non-answers button span:first-child > span:first-child');
  const texts = heard.map(({ text }) => text);
  expect(texts[0]).toBe(title);
  const places = [...answers, ...nonAnswers].map((text) => texts.indexOf(text));
  expect(places.every((place) => place > 0)).toBe(true);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  // The Danish line under the question is for the eye.
  expect(new Set(heard.map(({ language }) => language))).toEqual(new Set(['kl']));
  expect(await shown(page, '.heading-second > p')).toHaveLength(1);
  // A second Listen does not ask again, and the same button ends the reading.
  await hearsAfter(page, () => page.locator('.at-listen').click());
  await expect(page.locator('dialog')).toHaveCount(0);
});

test('Listen ends what it began, and what is read is marked', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  const { page } = person;
  await page.locator('.at-listen').click();
  await page.locator('[data-does="without"]').click();
  await expect(page.locator('[data-speaking]')).toHaveCount(1);
  await page.locator('.at-listen').click();
  await expect.poll(() => isQuiet(page)).toBe(true);
  await expect(page.locator('[data-speaking]')).toHaveCount(0);
  await page.waitForTimeout(500);
  expect(await isQuiet(page)).toBe(true);
});

test('a private screen is held back without a headset, until the person wants it aloud', async ({ openKiosk }) => {
  test.setTimeout(180_000);
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerUntil(person, DANISH, 'urgent');
  const { page } = person;
  const [title = ''] = await shown(page, '.stage:not([inert]) h1');
  const held = (await listens(person, 'without')).map(({ text }) => text);
  expect(held).toEqual(['Andre kan høre med her. Tag hovedtelefoner på.']);
  const aloud = await hearsAfter(page, () => page.locator('[data-listen="aloud"]').click());
  expect(aloud[0]?.text).toBe(title);
  // Only here: the next private screen is held back again.
  await person.replies('urgent', { kind: 'cards', codes: ['no'] });
  expect(await page.locator('main').getAttribute('data-sensitivity')).not.toBe('0');
});

test('with the headset on, private screens sound; pulled out, they fall silent and it is asked for again', async ({
  openKiosk,
}) => {
  test.setTimeout(180_000);
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  await answerUntil(person, DANISH, 'urgent');
  const { page } = person;
  const heard = await listens(person, 'hears');
  expect(heard.length).toBeGreaterThan(4);
  await page.locator('.at-listen').click();
  await page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
  await expect.poll(() => isQuiet(page)).toBe(true);
  await page.locator('.at-listen').click();
  await expect(page.locator('dialog[data-sheet="headset"]')).toBeVisible();
});

test('"no" to the headset brings a person', async ({ openKiosk }) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), DANISH);
  await page.locator('.at-listen').click();
  await page.locator('[data-does="hears-not"]').click();
  await expect(page.locator('dialog[data-sheet="person"]')).toBeVisible();
});

test('a sound can be fetched by its token alone, and by no other address', async ({ openKiosk }) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), DANISH);
  const play = (path: string): Promise<string> =>
    page.evaluate(
      (source) =>
        new Promise((resolve) => {
          const audio = new Audio(source);
          audio.addEventListener('canplaythrough', () => resolve('sounds'));
          audio.addEventListener('error', () => resolve('nothing'));
        }),
      path,
    );
  const said = await page.evaluate(() => window.kiosk['speech.say']({ text: 'Kanariefugl 7', language: 'da' }));
  if (!said.ok) throw new Error('espeak-ng is not installed');
  expect(await play(`/speech/${said.value.token}`)).toBe('sounds');
  expect(await play(`/speech/${said.value.token}?again`)).toBe('sounds');
  await page.evaluate(() => window.kiosk['speech.hush']({}));
  // Another address for the same sound: what a page has played, it may play again without fetching it.
  expect(await play(`/speech/${said.value.token}?hushed`)).toBe('nothing');
  expect(await play(`/speech/${'0'.repeat(32)}`)).toBe('nothing');
  expect(await play('/audio/index.json')).toBe('nothing');
});

test('a text of the screens is spoken by its clip, which is marked synthetic', async ({ openKiosk }) => {
  const { page } = await personAtFirstQuestion(await openKiosk(), DANISH);
  const type = (text: string): Promise<string> =>
    page.evaluate(async (words) => {
      const said = await window.kiosk['speech.say']({ text: words, language: 'da' });
      if (!said.ok) return 'silent';
      const audio = new Audio(`/speech/${said.value.token}`);
      await new Promise((resolve) => audio.addEventListener('loadedmetadata', resolve));
      return `${said.value.voice}, ${audio.duration > 0.3 ? 'long' : 'short'}`;
    }, text);
  expect(await type('Kan du høre mig i hovedtelefonerne?')).toBe('synthetic, long');
  expect(await type('Aviaja Kanariefugl')).toBe('synthetic, long');
});
