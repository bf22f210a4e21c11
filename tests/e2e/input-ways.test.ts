import type { Page } from '@playwright/test';
import { CULTURES, LANGUAGES } from '../../core/basics/language.ts';
import { finger } from '../../tools/person/finger.ts';
import type { Hand } from '../../tools/person/hand.ts';
import { keyboardHand } from '../../tools/person/keyboard-hand.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { answerAll, expect, personAtFirstQuestion, test, type How } from './kiosk.ts';

const OWN: readonly How[] = [
  { language: 'kl', culture: 'greenlandic' },
  { language: 'da', culture: 'danish' },
  { language: 'sv', culture: 'swedish' },
];

declare global {
  interface Window {
    /** What was used so far: `key`, or the kind of pointer. */
    usedWays: Set<string>;
  }
}

/** Watches from now on what the window is used with. */
async function watchWays(page: Page): Promise<void> {
  await page.evaluate(() => {
    const ways = new Set<string>();
    window.usedWays = ways;
    window.addEventListener('keydown', () => ways.add('key'), { capture: true });
    window.addEventListener('pointerdown', ({ pointerType }) => ways.add(pointerType), { capture: true });
  });
}

const keys = (page: Page): Promise<Hand> => Promise.resolve(keyboardHand(page));

/** A whole short track from the greeting to the last words, by one hand. Returns what was used on the way. */
async function goesThrough(
  kiosk: KioskWindow,
  how: How,
  handAt: (page: Page) => Promise<Hand>,
): Promise<readonly string[]> {
  const page = await kiosk.page();
  await page.locator('main[data-scene="greeting"]').waitFor();
  await watchWays(page);
  const person = new Person(page, undefined, await handAt(page));
  await person.begins(how.language, how.culture);
  expect((await answerAll(person, how)).length).toBeGreaterThan(10);
  await person.readsEverythingBack();
  await person.sends();
  return page.evaluate(() => [...window.usedWays]);
}

for (const how of OWN) {
  test(`keys alone lead through a whole intake in ${how.language}`, async ({ openKiosk }) => {
    test.setTimeout(240_000);
    expect(await goesThrough(await openKiosk(), how, keys)).toEqual(['key']);
  });

  test(`a finger alone leads through a whole intake in ${how.language}`, async ({ openKiosk }) => {
    test.setTimeout(240_000);
    expect(await goesThrough(await openKiosk(), how, finger)).toEqual(['touch']);
  });
}

/** The journeys test goes through the others. */
const ELSEWHERE = ['kl greenlandic', 'da danish', 'sv swedish', 'da greenlandic'];

for (const language of LANGUAGES)
  for (const culture of CULTURES.filter((each) => !ELSEWHERE.includes(`${language} ${each}`)))
    test(`the ${culture} version is asked and sent in ${language}`, async ({ openKiosk }) => {
      const how = { language, culture };
      const person = await personAtFirstQuestion(await openKiosk(), how);
      await answerAll(person, how);
      await person.readsEverythingBack();
      await person.sends();
      await expect(person.page.locator('html')).toHaveAttribute('lang', language);
    });
