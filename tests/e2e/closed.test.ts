import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME_FORMAT } from '../../electron/store/home-migrations.ts';
import { openKioskWindow, programFromEnvironment } from '../../tools/person/kiosk-window.ts';
import { Person } from '../../tools/person/person.ts';
import { words } from './words.ts';
import { answerOne, deletesEverything, expect, leaves, personAtFirstQuestion, test } from './kiosk.ts';

test('a home that was never enrolled offers nothing and makes no keys', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'matu-closed-'));
  const kiosk = await openKioskWindow(programFromEnvironment(), folder);
  try {
    const page = await kiosk.page();
    await page.locator('main[data-scene="closed"]').waitFor();
    expect(await page.locator('main button').count()).toBe(0);
    const refused = await page.evaluate(() =>
      window.kiosk['visit.show']({}).then(
        () => 'served',
        () => 'refused',
      ),
    );
    expect(refused).toBe('refused');
    expect(readdirSync(folder)).toEqual(['runtime']);
    // It fills the screen, and closing its window does not end it.
    const held = await kiosk.app.evaluate(async ({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0];
      window?.close();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return { isKiosk: window?.isKiosk(), isGone: window?.isDestroyed() };
    });
    expect(held).toEqual({ isKiosk: true, isGone: false });
  } finally {
    await kiosk.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a home of a newer program is left as it is', async ({ home, openKiosk }) => {
  const newer = `{"format":${HOME_FORMAT + 1}}\n`;
  writeFileSync(join(home, 'format.json'), newer);
  const kiosk = await openKiosk();
  await (await kiosk.page()).locator('main[data-scene="closed"]').waitFor();
  expect(readFileSync(join(home, 'format.json'), 'utf8')).toBe(newer);
  expect(readdirSync(join(home, 'content'))).toEqual([]);
});

/** A day of the week that is not today wherever the tests run. */
const OTHER_DAY = ((new Date().getUTCDay() + 2) % 7) + 1;
const withHours = test.extend({
  settings: {
    dutyPersonName: null,
    openingHours: [{ weekday: OTHER_DAY, from: '08:30', to: '15:00' }],
  },
});

withHours('while nobody is on duty a house that has said its hours says when it opens next', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  const closed = page.locator('main[data-scene="closed"][data-why="noDuty"]');
  for (const [language, time] of [
    ['da', 'kl. 08.30'],
    ['kl', ', 08.30'],
    ['sv', 'kl. 08.30'],
  ] as const) {
    const weekday = words(language, `kiosk.weekday.${OTHER_DAY}`);
    const opens = closed.locator('[data-opens]', { hasText: weekday });
    await expect(opens.filter({ hasText: time }).first()).toBeVisible();
  }
  await expect(closed.locator('[data-opens]')).toHaveCount(3);
});

test('a house that has not said its hours promises none', async ({ openKiosk }) => {
  const page = await (await openKiosk()).page();
  await page.locator('.demo-strip [data-does="duty"]').click();
  await page.locator('main[data-scene="closed"][data-why="noDuty"]').waitFor();
  await expect(page.locator('[data-opens]')).toHaveCount(0);
});

test('a home whose content was changed closes before anybody answers, behind a full screen', async ({
  home,
  openKiosk,
}) => {
  const before = await openKiosk();
  await new Person(await before.page()).sees('greeting');
  await before.close();
  const [version = ''] = readdirSync(join(home, 'content'));
  writeFileSync(join(home, 'content', version, 'locales', 'da', 'kiosk.json'), '{}');

  const kiosk = await openKiosk();
  await expect(async () => {
    const page = await kiosk.page();
    expect(await page.locator('main').getAttribute('data-scene', { timeout: 1000 })).toBe('closed');
    const refused = page.evaluate(() => window.kiosk['visit.act']({ event: { kind: 'proceed' } }));
    await expect(refused).rejects.toThrow('Refused');
  }).toPass({ timeout: 10_000 });
  expect(kiosk.printed()).toContain('{"event":"closed","reason":"altered"}');
  expect(await kiosk.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isKiosk())).toBe(true);
});

test('while nobody is on duty no visit begins, and one that has begun may finish', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const how = { language: 'da', culture: 'danish' } as const;
  const person = await personAtFirstQuestion(kiosk, how);
  await person.page.locator('.demo-strip [data-does="duty"]').click();
  await answerOne(person, how);
  expect(await person.question()).toBe('urgent');
  await deletesEverything(person);

  const page = await leaves(kiosk, person);
  await page.locator('main[data-scene="closed"][data-why="noDuty"]').waitFor();
  expect(await page.evaluate(() => window.kiosk['visit.act']({ event: { kind: 'proceed' } }))).toMatchObject({
    ok: false,
  });
  await page.locator('.demo-strip [data-does="duty"]').click();
  await new Person(page).sees('greeting');
});
