import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { ATTACKS } from '../tools/translations/attacks.ts';
import { AVIAJA, closesDesk, opensDesk, setsUp, signsIn } from './at-the-desk.ts';
import { opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

for (const language of DESK_LANGUAGES) {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(language, key, values);

  test(`in ${language} a text is touched on the kiosk’s own screen, changed, measured, heard and kept`, async ({
    openKiosk,
  }) => {
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    await setsUp(desk, AVIAJA);
    const texts = await opensTexts(kiosk, desk, language);
    await texts.locator('[data-tab="preview"]').click();
    const glass = texts.frameLocator('iframe');
    await expect(glass.locator('main[data-scene="greeting"]')).toBeVisible();
    expect(await violationsOn(texts)).toEqual([]);
    await texts.getByLabel(say('desk.translation.preview.place'), { exact: true }).selectOption('question strengths');
    await expect(glass.locator('main[data-link-id="strengths"]')).toBeVisible();
    const heading = glass.locator('h1').first();
    const before = await heading.innerText();
    await heading.click();
    const field = texts.locator('.text-editor textarea');
    await expect(field).toBeFocused();
    await expect(texts.locator('.text-editor .text-key')).toContainText('intake.strengths@greenlandic.title');
    await field.fill('Suna nukittoqqippit?');
    await expect(heading).toContainText('nukit');
    expect(await heading.innerText()).not.toBe(before);
    await expect(texts.locator('.preview-fits')).toHaveAttribute('data-fits', 'true');
    await field.fill(`Suna ${'nukittoqqippit ullaakkut unnukkullu '.repeat(40)}?`);
    await expect(texts.locator('.preview-fits')).toHaveAttribute('data-fits', 'false');
    await expect(texts.locator('.preview-fits')).toHaveText(say('desk.translation.preview.fitsNot'));
    await field.fill('Suna nukittoqqippit?');
    await expect(texts.locator('.preview-fits')).toHaveAttribute('data-fits', 'true');
    await texts.locator('[data-does="keep"]').click();
    await expect(texts.locator('.text-editor .desk-outcome')).toHaveText(say('desk.translation.edit.kept'));
    expect(await violationsOn(texts)).toEqual([]);
    // Another person at the kiosk's own window meets the words of the program: a draft is shown to nobody.
    await texts.locator('[data-tab="exchange"]').click();
    await texts.locator('[data-tab="preview"]').click();
    await texts.getByLabel(say('desk.translation.preview.place'), { exact: true }).selectOption('question strengths');
    await expect(glass.locator('h1').first()).toContainText('nukit');
    expect(await glass.locator('h1').first().innerText()).not.toBe(before);
  });
}

test('from the table a text is shown where it stands, and the frame has no channel of its own', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('input[type="search"]').fill('kiosk.readBack.title');
  await texts.locator('.text-row [role="gridcell"]').nth(2).click();
  await texts.locator('[data-does="onScreen"]').click();
  const glass = texts.frameLocator('iframe');
  await expect(glass.locator('[data-marked]')).toBeVisible();
  await expect(texts.locator('.text-editor .text-key')).toContainText('kiosk.readBack.title');
  const frame = texts.frames().find((each) => each.url().endsWith('/preview.html'));
  const own = await frame?.evaluate(() =>
    ['desk', 'translations', 'require', 'electron'].filter((name) => name in window),
  );
  expect(own).toEqual([]);
  // Walking changes nothing of the kiosk, and sends nothing.
  await texts.locator('.preview-touching input').uncheck();
  await texts.locator('[data-does="leave"]').click();
  await texts.getByLabel(words('da', 'desk.translation.preview.place'), { exact: true }).selectOption('greeting');
  await expect(glass.locator('main')).toHaveAttribute('data-scene', 'greeting');
  await glass.locator('.at-forward').click();
  await expect(glass.locator('main')).not.toHaveAttribute('data-scene', 'greeting');
});

test('from signing in to hearing a changed Greenlandic text on its screen takes less than a minute', async ({
  openKiosk,
}, testInfo) => {
  const kiosk = await openKiosk();
  const first = await opensDesk(kiosk);
  await setsUp(first, AVIAJA);
  await closesDesk(kiosk, first);
  const desk = await opensDesk(kiosk);
  const startedAt = Date.now();
  await signsIn(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('[data-tab="preview"]').click();
  await texts
    .getByLabel(words('da', 'desk.translation.preview.place'), { exact: true })
    .selectOption('question strengths');
  await texts.frameLocator('iframe').locator('h1').first().click();
  await texts.locator('.text-editor textarea').pressSequentially(' Aap.', { delay: 120 });
  const heard = texts.waitForEvent('request', (request) => request.url().includes('/speech/'));
  await texts.locator('[data-does="listen"]').click();
  await heard;
  const seconds = (Date.now() - startedAt) / 1000;
  testInfo.annotations.push({ type: 'seconds', description: seconds.toFixed(1) });
  console.log(`From signing in to hearing: ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(60);
});

test('words that somebody sends on purpose are shown as words, and nothing in them runs', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  const asked: string[] = [];
  const ran: string[] = [];
  texts.on('request', (request) => asked.push(request.url()));
  texts.on('dialog', (dialog) => {
    ran.push(dialog.message());
    void dialog.dismiss();
  });
  await texts.locator('[data-tab="preview"]').click();
  await texts
    .getByLabel(words('da', 'desk.translation.preview.place'), { exact: true })
    .selectOption('question strengths');
  const heading = texts.frameLocator('iframe').locator('h1').first();
  await heading.click();
  const field = texts.locator('.text-editor textarea');
  await expect(field).toBeFocused();
  const partsOf = (): Promise<string> =>
    heading.evaluate((element) => Array.from(element.querySelectorAll('*'), ({ tagName }) => tagName).join(' '));
  const before = await partsOf();
  asked.length = 0;
  const shown = ATTACKS.filter(([, outcome]) => outcome === 'shown').map(([text]) => text);
  expect(shown.length).toBeGreaterThan(200);
  for (const text of shown) {
    await field.fill(text);
    await expect(texts.locator('[data-does="keep"]')).toHaveAttribute('aria-disabled', 'false');
    // Where a word may break is the screen's own.
    await expect.poll(async () => (await heading.textContent())?.replaceAll('\u00AD', '')).toBe(text);
    expect(await partsOf()).toBe(before);
  }
  expect([ran, asked]).toEqual([[], []]);
  await field.fill('<img src=x onerror=alert(1)>');
  await texts.locator('[data-does="keep"]').click();
  await expect(texts.locator('.text-editor .desk-outcome')).toHaveText(words('da', 'desk.translation.edit.kept'));
  await texts.locator('[data-tab="texts"]').click();
  await texts.locator('input[type="search"]').fill('<img src=x');
  await expect(texts.locator('.text-words').filter({ hasText: '<img src=x onerror=alert(1)>' })).toHaveCount(1);
  await expect(texts.locator('#root img')).toHaveCount(0);
  expect([ran, asked]).toEqual([[], []]);
});
