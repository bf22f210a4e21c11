import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import type { KioskWindow } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { answerAll, answerOne, answerUntil, deletesEverything, expect, leaves } from './kiosk.ts';
import { personAtFirstQuestion, stops, test } from './kiosk.ts';

const HOW = { language: 'da', culture: 'danish' } as const;

/** Answers up to the offer of a code, takes it, and returns its digits. */
async function takesTheOfferedCode(person: Person): Promise<string> {
  while ((await person.scene()) !== 'offerCode') await answerOne(person, HOW);
  return person.takesACode();
}

test('after a pulled plug every confirmed answer is there under the code', async ({ home, openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const code = await takesTheOfferedCode(person);
  const confirmed: (string | null)[] = [];
  for (let more = 0; more < 4; more++) confirmed.push(await answerOne(person, HOW));
  const here = await person.question();
  await kiosk.kill();

  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  const again = new Person(await (await openKiosk()).page());
  await again.comesBackWith(code);
  await expect(again.page.locator('main')).toHaveAttribute('data-link-id', here ?? '');
  for (const linkId of confirmed.toReversed()) {
    await again.goesBack();
    await expect(again.page.locator('main')).toHaveAttribute('data-link-id', linkId ?? '');
    const field = again.page.locator('.stage:not([inert]) textarea');
    if ((await field.count()) > 0) await expect(field).toHaveValue('Karl');
    else await expect(again.page.locator('main input:checked')).not.toHaveCount(0);
  }
});

test('a draft that was kept is continued, sent once, and gone afterwards', async ({ home, openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await answerOne(person, HOW);
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  await person.goesOn();
  await person.sees('kept');

  const next = new Person(await leaves(kiosk, person));
  await next.comesBackWith(code);
  await expect(next.page.locator('main')).toHaveAttribute('data-link-id', 'urgent');
  await answerAll(next, HOW);
  await next.readsEverythingBack();
  await next.sends();
  expect(readdirSync(join(home, 'drafts'))).toEqual([]);
  expect(readdirSync(join(home, 'outbox'))).toEqual(['00000001.age']);
});

test('deleting everything leaves no draft, and the next person starts at the greeting', async ({ home, openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await takesTheOfferedCode(person);
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  await person.page.locator('.at-stop').click();
  const sheet = person.page.locator('dialog[data-sheet="stop"]');
  const first = await placeOf(sheet.locator('[data-tone="grave"]'));
  await sheet.locator('[data-tone="grave"]').click();
  const yes = sheet.locator('[data-tone="grave"]');
  await expect(sheet.locator('#sure-title')).toBeVisible();
  const second = await placeOf(yes);
  // A second tap on the same spot must not delete.
  expect(second.y + second.height).toBeLessThanOrEqual(first.y);
  await yes.click();
  await person.sees('deleted');
  expect(readdirSync(join(home, 'drafts'))).toEqual([]);
  await new Person(await leaves(kiosk, person)).sees('greeting');
});

test('without a code nothing of a visit is on disk, and with one nothing of it can be read', async ({
  home,
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), HOW);
  await answerUntil(person, HOW, 'call-name');
  await person.replies('call-name', { kind: 'words', text: 'Kanariefugl' });
  expect(filesWith(home, 'Kanariefugl')).toEqual([]);
  await stops(person, 'keep');
  await person.readsTheCode();
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  expect(filesWith(home, 'Kanariefugl')).toEqual([]);
});

test('after a visit the window and its process are new', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  const processBefore = await rendererProcess(kiosk);
  await deletesEverything(person);
  await leaves(kiosk, person);
  expect(await rendererProcess(kiosk)).not.toBe(processBefore);
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('a crashed window comes back to the same question', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, HOW);
  await answerOne(person, HOW);
  const here = await person.question();
  await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  // The window says again that a screen stands.
  await expect.poll(() => kiosk.printed().match(/firstScreen/g)?.length, { timeout: 15_000 }).toBe(2);
  const shown: unknown = await kiosk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.querySelector("main")?.dataset.linkId'),
  );
  expect(shown).toBe(here);
});

/** Where something stands in the window; it must be there. */
async function placeOf(locator: Locator): Promise<{ y: number; height: number }> {
  const box = await locator.boundingBox();
  if (box === null) throw new Error('It is not in the window');
  return box;
}

function rendererProcess(kiosk: KioskWindow): Promise<number | undefined> {
  return kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(-1)?.webContents.getOSProcessId());
}

/** The files below a folder that hold a text as it is. */
function filesWith(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => existsSync(path) && readFileSync(path).includes(text));
}
