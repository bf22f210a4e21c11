import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PICTURE_KINDS } from '../../core/intake/picture-code.ts';
import { WrongTries } from '../../electron/store/wrong-tries.ts';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { answerOne, expect, leaves, personAtFirstQuestion, stops, test } from './kiosk.ts';
import { words } from './words.ts';

const HOW = { language: 'da', culture: 'danish' } as const;
const WRONG = '1111222233334444';

/** Answers one question, takes a code at Stop, and leaves. Returns the code, and the next person. */
async function leavesUnderACode(kiosk: KioskWindow): Promise<{ readonly code: string; readonly next: Person }> {
  const person = await personAtFirstQuestion(kiosk, HOW);
  await answerOne(person, HOW);
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  await person.goesOn();
  await person.sees('kept');
  return { code, next: new Person(await leaves(kiosk, person)) };
}

async function findsTheEntry(person: Person): Promise<void> {
  await person.page.locator('.code-button').click();
  await person.sees('resume');
}

/** Types a code on a keyboard and presses Enter. */
async function types(person: Person, code: string): Promise<void> {
  for (let place = 0; place < 16; place += 1) await person.page.keyboard.press('Backspace');
  await person.page.keyboard.type(code.replaceAll(' ', ''));
  await person.page.locator('.picture-entry[data-step="16"]').waitFor();
  await person.page.keyboard.press('Enter');
}

test('a code is eight drawings in their order, each with its word, and the same as digits', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), HOW);
  await answerOne(person, HOW);
  await stops(person, 'keep');
  const code = (await person.readsTheCode()).replaceAll(' ', '');
  const expected = Array.from({ length: 8 }, (_, place) => {
    const kind = PICTURE_KINDS[Number(code.charAt(2 * place)) - 1];
    return { kind: kind?.kind ?? '', picture: kind?.pictures[Number(code.charAt(2 * place + 1)) - 1] ?? '' };
  });
  const tiles = person.page.locator('.picture-slip li');
  await expect(tiles).toHaveCount(8);
  for (const [place, { kind, picture }] of expected.entries()) {
    const tile = tiles.nth(place);
    await expect(tile.locator('.pictogram use')).toHaveAttribute('href', `#pictogram-code-${kind}-${picture}`);
    await expect(tile).toContainText(words('da', `pictures.${kind}.${picture}`));
  }
});

test('a code is entered by touching its pictures, and sends nothing by itself', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const { code, next } = await leavesUnderACode(kiosk);
  await findsTheEntry(next);
  await next.entersPictures(code);
  await expect(next.page.locator('.picture-slip li')).toHaveCount(8);
  await next.page.waitForTimeout(500);
  expect(await next.scene()).toBe('resume');
  await next.goesOn();
  await next.sees('found');
  await next.wantsToGoOn();
  await expect(next.page.locator('main')).toHaveAttribute('data-link-id', 'urgent');
});

test('a code is entered by a keyboard alone: the way in, the digits, taking back, and going on', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { code, next } = await leavesUnderACode(kiosk);
  const { keyboard } = next.page;
  await next.page.locator('.code-button').focus();
  await keyboard.press('Enter');
  await next.sees('resume');
  await keyboard.type('88');
  await expect(next.page.locator('.picture-row li:has(.pictogram)')).toHaveCount(1);
  // The button takes back a whole picture; the focus does not get lost.
  await next.page.locator('.picture-back button').focus();
  await keyboard.press('Enter');
  await expect(next.page.locator('.picture-row li:has(.pictogram)')).toHaveCount(0);
  await types(next, code);
  await next.sees('found');
  await next.page.locator('main [data-does="go-on"]').focus();
  await keyboard.press('Enter');
  await expect(next.page.locator('main')).toHaveAttribute('data-link-id', 'urgent');
});

test('a wrong code is refused kindly, and nothing is made by it', async ({ home, openKiosk }) => {
  const person = new Person(await (await openKiosk()).page());
  await findsTheEntry(person);
  await types(person, WRONG);
  await expect(person.page.getByText(words('da', 'kiosk.resume.noSuchCode'))).toBeVisible();
  expect(readdirSync(join(home, 'drafts'))).toEqual([]);
});

test('after five wrong codes everybody waits, and a kill -9 gives no free try', async ({ home, openKiosk }) => {
  test.setTimeout(150_000);
  const kiosk = await openKiosk();
  const { code, next } = await leavesUnderACode(kiosk);
  await findsTheEntry(next);
  const refused = next.page.getByText(words('da', 'kiosk.resume.noSuchCode'));
  for (let tries = 0; tries < 4; tries += 1) {
    await types(next, WRONG);
    await expect(refused).toBeVisible({ timeout: 20_000 });
  }
  // The fifth is counted, and being compared, when the plug is pulled.
  await next.page.evaluate((wrong) => void window.kiosk['visit.resume']({ code: wrong }), WRONG);
  const tries = new WrongTries(join(home, 'state'), 'codes');
  await expect.poll(() => tries.read(), { intervals: [5] }).toBe(5);
  await kiosk.kill();

  const again = new Person(await (await openKiosk()).page());
  await findsTheEntry(again);
  await types(again, code);
  const wait = again.page.locator('.problem-line');
  await expect(wait).toHaveText(/^Vent lidt.* Sekunder: [0-9]+$/);
  // It goes by itself, and then the right code is right.
  await expect(wait).toHaveCount(0, { timeout: 20_000 });
  await again.goesOn();
  await again.sees('found');
});

test('with a code everything is deleted, also while nobody is on duty, and nothing of it is shown before', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const { code, next } = await leavesUnderACode(kiosk);
  await next.page.locator('.demo-strip [data-does="duty"]').click();
  await next.page.locator('main[data-why="noDuty"]').waitFor();
  await findsTheEntry(next);
  await next.entersPictures(code);
  await next.goesOn();
  await next.sees('found');
  await expect(next.page.getByText(words('da', 'presence.found.noDuty'))).toBeVisible();
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  const goesOn = await next.page.evaluate(() => window.kiosk['visit.goOn']({}));
  expect(goesOn.scene.kind).toBe('found');

  const first = next.page.locator('[data-does="delete"]');
  const place = await first.boundingBox();
  await first.click();
  const sure = next.page.locator('[data-does="sure"]');
  const confirm = await sure.boundingBox();
  expect(overlap(place, confirm)).toBe(false);
  await sure.click();
  await next.sees('deleted');
  expect(readdirSync(join(home, 'drafts'))).toEqual([]);
});

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number } | null;

function overlap(a: Box, b: Box): boolean {
  if (a === null || b === null) throw new Error('It is not in the window');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
