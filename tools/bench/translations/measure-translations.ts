import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { DeskBridge, TranslationBridge } from '../../../ipc/contract.ts';
import { makeDemoHome } from '../../demo/make-demo-home.ts';
import { spreadOf, type Spread } from '../statistics.ts';
import { openProgram } from '../window/open-program.ts';
import { copyWithTexts } from './many-texts.ts';

declare global {
  interface Window {
    readonly desk: DeskBridge;
    readonly translations: TranslationBridge;
    readonly keyProbe: () => Promise<KeyTimes>;
    readonly tabProbe: () => Promise<number>;
  }
}

/**
 * Milliseconds from a key to the end of script and layout, to the first frame drawn with it, and to the first in which the
 * table has followed it.
 */
interface KeyTimes {
  readonly workMs: number;
  readonly drawnMs: number;
  readonly followedMs: number;
}

/** What a key costs. */
export interface KeyCosts {
  readonly work: Spread;
  readonly drawn: Spread;
  readonly followed: Spread;
}

/** What the table of texts costs with so many of them. */
export interface TranslationCosts {
  readonly texts: number;
  /**
   * From when the window, in a process of its own, begins to load its page: to its first frame with anything in it, and to
   * the first rows drawn; and from its tab to them once it is open.
   */
  readonly paintMs: Spread;
  readonly openMs: Spread;
  readonly tabMs: Spread;
  readonly search: KeyCosts;
  readonly move: KeyCosts;
  readonly type: KeyCosts;
  /** Taking a file in which every text was changed, as the window waits for it. */
  readonly importMs: Spread;
}

/** How many texts, and where files may be left. */
export interface TranslationRequest {
  readonly texts: number;
  readonly folder: string;
  readonly say: (line: string) => void;
}

const OPENINGS = 5;
const KEYS = 40;
const IMPORTS = 3;
/** Letter by letter. */
const SEARCHED = Array.from('nu pisariaqartinnerpaaviuk kiosk.bench 12');
const PIN = '739182';

/**
 * Measures the window of the texts over a program that has many of them.
 *
 * @throws when the window does not do what it should
 */
export async function measureTranslations(
  { electron, app: program }: { readonly electron: string; readonly app: string },
  { texts, folder, say }: TranslationRequest,
): Promise<TranslationCosts> {
  say(`translations: a program with ${texts} more texts in each language`);
  const copy = join(folder, 'program');
  copyWithTexts(program, copy, texts);
  const home = join(folder, 'home');
  await makeDemoHome(home);
  const app = await openProgram({ electron, folder: copy, args: ['--home', home] });
  try {
    const desk = await openDesk(app);
    say('translations: opening the table');
    const probe = readFileSync(join(import.meta.dirname, 'key-probe.mjs'), 'utf8');
    const paintMs: number[] = [];
    const openMs: number[] = [];
    const tabMs: number[] = [];
    let window = await openTable(app, desk);
    for (let opening = 0; opening < OPENINGS; opening += 1) {
      await window.close();
      window = await openTable(app, desk);
      openMs.push(await window.evaluate(() => performance.now()));
      paintMs.push(await firstPaint(window));
      await window.evaluate(probe);
      tabMs.push(await tabTime(window));
    }
    const count = await rowCount(window);
    say('translations: keys');
    const search = await keyCosts(window, 'input[type="search"]', SEARCHED);
    await window.locator('input[type="search"]').fill('');
    const move = await keyCosts(
      window,
      '#text-table',
      Array.from({ length: KEYS }, () => 'ArrowDown'),
    );
    await window.keyboard.press('ArrowRight');
    await window.keyboard.press('Enter');
    await window.locator('.text-editor textarea:focus').waitFor();
    const type = await keyCosts(window, '.text-editor textarea', SEARCHED);
    say('translations: taking files');
    const importMs: number[] = [];
    for (let round = 0; round < IMPORTS; round += 1) importMs.push(await importTime(window, home, round));
    return {
      ...{ texts: count, search, move, type },
      paintMs: spreadOf(paintMs),
      openMs: spreadOf(openMs),
      tabMs: spreadOf(tabMs),
      importMs: spreadOf(importMs),
    };
  } finally {
    await app.close();
  }
}

/** Opens the staff's window, with a first administrator. */
async function openDesk(app: ElectronApplication): Promise<Page> {
  const kiosk = await app.firstWindow();
  const opened = app.waitForEvent('window');
  await kiosk.locator('.staff-button').click();
  const desk = await opened;
  await desk.locator('.desk-main').waitFor();
  const set = await desk.evaluate((pin) => window.desk['desk.setUp']({ name: 'Bench', pin }), PIN);
  if (!set.ok) throw new Error('Nobody could be set up');
  await desk.reload();
  await desk.locator('[data-does="texts"]').waitFor();
  return desk;
}

async function openTable(app: ElectronApplication, desk: Page): Promise<Page> {
  const opened = app.waitForEvent('window');
  await desk.locator('[data-does="texts"]').click();
  const texts = await opened;
  await texts.locator('.text-row [role="gridcell"]').first().waitFor();
  return texts;
}

function firstPaint(texts: Page): Promise<number> {
  return texts.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    if (paint === undefined) throw new Error('The window has drawn nothing');
    return paint.startTime;
  });
}

/** From another tab back to the table: the time to its first rows. */
async function tabTime(texts: Page): Promise<number> {
  await texts.locator('[data-tab="exchange"]').click();
  await texts.locator('main[data-scene="exchange"]').waitFor();
  return texts.evaluate(() => window.tabProbe());
}

async function rowCount(texts: Page): Promise<number> {
  return Number(await texts.locator('#text-table').getAttribute('aria-rowcount')) - 1;
}

async function keyCosts(texts: Page, field: string, keys: readonly string[]): Promise<KeyCosts> {
  await texts.locator(field).focus();
  const times: KeyTimes[] = [];
  for (const key of keys) {
    const measured = texts.evaluate(() => window.keyProbe());
    // The page has to listen before the key comes.
    await texts.evaluate(() => null);
    await texts.keyboard.press(key);
    times.push(await measured);
  }
  return {
    work: spreadOf(times.map(({ workMs }) => workMs)),
    drawn: spreadOf(times.map(({ drawnMs }) => drawnMs)),
    followed: spreadOf(times.map(({ followedMs }) => followedMs)),
  };
}

/** Takes a file in which each text has other words, and says how long the window waited. */
async function importTime(texts: Page, home: string, round: number): Promise<number> {
  const exported = await texts.evaluate(() =>
    window.translations['translation.export']({ tag: 'sv', format: 'xliff' }),
  );
  if (!exported.ok) throw new Error('Nothing was exported');
  const before = readFileSync(join(home, 'stick', exported.value), 'utf8');
  const file = Buffer.from(before.replaceAll('</target>', ` ${'x'.repeat(round + 1)}</target>`)).toString('base64');
  return texts.evaluate(async (sent) => {
    const startedAt = performance.now();
    const imported = await window.translations['translation.import']({ file: sent, by: 'Bench' });
    if (!imported.ok || imported.value.changed < 5000) throw new Error('Not everything was taken');
    return performance.now() - startedAt;
  }, file);
}
