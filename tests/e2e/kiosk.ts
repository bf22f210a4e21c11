import { test as base, expect, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Settings } from '../../electron/store/state-content.ts';
import { makeDemoHome } from '../../tools/demo/make-demo-home.ts';
import { openKioskWindow, programFromEnvironment, type KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { repliesFor } from '../../tools/person/replies.ts';
import type { Culture, Language, LanguageTag } from '../../core/basics/language.ts';
import type { Track } from '../../core/questionnaire/flow.ts';

/** A demo home of its own for each test, and the windows that were opened on it. */
interface KioskFixtures {
  /** What the home has otherwise than a demo home usually has. */
  readonly settings: Partial<Settings>;
  readonly home: string;
  /** Starts the kiosk on the home; again after a kill. */
  readonly openKiosk: (...switches: readonly string[]) => Promise<KioskWindow>;
}

export const test = base.extend<KioskFixtures>({
  settings: [{}, { option: true }],
  home: async ({ settings }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'matu-e2e-'));
    const home = join(folder, 'home');
    await makeDemoHome(home, settings);
    await use(home);
    rmSync(folder, { recursive: true, force: true });
  },
  openKiosk: async ({ home }, use) => {
    const opened: KioskWindow[] = [];
    await use(async (...switches) => {
      const kiosk = await openKioskWindow(programFromEnvironment(), home, switches);
      opened.push(kiosk);
      return kiosk;
    });
    for (const kiosk of opened) await kiosk.close().catch(() => undefined);
  },
});

export { expect };

/** What a person chooses before the first question; the short track unless said. */
export interface How {
  readonly language: Language;
  readonly culture: Culture;
  readonly track?: Track;
}

/** Brings a new person to the first question. */
export async function personAtFirstQuestion(kiosk: KioskWindow, { language, culture, track }: How): Promise<Person> {
  const person = new Person(await kiosk.page());
  await person.begins(language, culture, track);
  return person;
}

/** What the scripted person does at one screen between the questions and read back. Returns the linkId answered. */
export async function answerOne(person: Person, { language, culture }: How): Promise<string | null> {
  if ((await person.scene()) === 'offerCode') {
    await person.goesOn();
    await person.page.locator('main:not([data-scene="offerCode"])').waitFor();
    return null;
  }
  const linkId = (await person.question()) ?? '';
  const reply = repliesFor(language, culture)[linkId];
  if (reply === undefined) throw new Error(`The scripted person has no reply to ${linkId}`);
  await person.replies(linkId, reply);
  return linkId;
}

/** More questions than this are no intake but a circle. */
const MOST_QUESTIONS = 120;

/** Answers until this question stands, and leaves it open. */
export async function answerUntil(person: Person, how: How, linkId: string): Promise<void> {
  for (let asked = 0; (await person.question()) !== linkId; asked++) {
    if (asked > MOST_QUESTIONS) throw new Error(`${linkId} is never asked`);
    await answerOne(person, how);
  }
}

/** Answers until no question is left. Returns the linkIds in the order in which they were asked. */
export async function answerAll(person: Person, how: How): Promise<readonly string[]> {
  const asked: string[] = [];
  while (['question', 'offerCode'].includes((await person.scene()) ?? '')) {
    const linkId = await answerOne(person, how);
    if (linkId !== null) asked.push(linkId);
    if (asked.length > MOST_QUESTIONS) throw new Error('The questions never end');
  }
  return asked;
}

/** Presses the switch that says whether somebody is with the person. */
export async function switchesCompany(person: Person): Promise<void> {
  const strip = person.page.locator('.helper-strip');
  const isAccompanied = (await strip.getAttribute('data-accompanied')) === 'true';
  await strip.locator('button').click();
  await person.page.locator(`.helper-strip[data-accompanied="${!isAccompanied}"]`).waitFor();
}

/** Stops, and chooses what to do instead. */
export async function stops(person: Person, does: string): Promise<void> {
  await person.page.locator('.at-stop').click();
  await person.page.locator(`dialog[data-sheet="stop"] [data-does="${does}"]`).click();
}

/** Chooses another language or culture version from the sheet that every screen has. */
export async function changes(page: Page, choice: LanguageTag | Culture): Promise<void> {
  await page.locator('.top-bar-buttons button').last().click();
  const sheet = page.locator('dialog[data-sheet="change"]');
  await sheet.locator('label', { has: page.locator(`input[value="${choice}"]`) }).click();
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

/** Stops, and deletes everything with the two taps that it takes. */
export async function deletesEverything(person: Person): Promise<void> {
  await person.page.locator('.at-stop').click();
  const grave = person.page.locator('dialog[data-sheet="stop"] [data-tone="grave"]');
  await grave.click();
  await person.page.locator('#sure-title').waitFor();
  await grave.click();
  await person.sees('deleted');
}

/** Opens a line of the read back, and does something with it. */
export async function choosesLine(person: Person, linkId: string, does: 'change' | 'remove' | 'keep'): Promise<void> {
  await person.page.locator(`.read-back-list > li[data-link-id="${linkId}"] button`).click();
  const sheet = person.page.locator('dialog[data-sheet="line"]');
  await sheet.locator(`[data-does="${does}"]`).click();
  await sheet.waitFor({ state: 'detached' });
}

/** Leaves the last screen, or the last ones. Returns the window of the next person, once the old one is gone. */
export async function leaves(kiosk: KioskWindow, person: Person): Promise<Page> {
  const { page } = person;
  const closed = page.waitForEvent('close');
  for (const scene of ['sent', 'keepLetter', 'offers']) {
    if (page.isClosed()) break;
    const isHere = page.locator(`main[data-scene="${scene}"]`);
    if ((await isHere.count()) === 0) continue;
    if (scene === 'offers') break;
    await person.goesOn();
    // For who wished for nothing, this was the last screen.
    await isHere.waitFor({ state: 'detached' }).catch((problem: unknown) => {
      if (!page.isClosed()) throw problem;
    });
  }
  if (!page.isClosed()) await person.goesOn().catch(() => undefined);
  await closed;
  return kiosk.page();
}
