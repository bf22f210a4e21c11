import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import { SPEECH_CHANNELS } from '../../ipc/channels.ts';
import { TRANSLATION_CHANNELS } from '../../ipc/translation-channels.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { AVIAJA, goesTo, MALIK, opensDesk, setsUp, signsIn, writesNewPin } from './at-the-desk.ts';
import { leavesTexts, opensTexts } from './at-the-texts.ts';
import { keepsNobodyOut } from './edges.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

test('the window of the texts opens over the staff’s, has its own channels, and ends with it', async ({
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  let texts = await opensTexts(kiosk, desk);
  const seen = await texts.evaluate(() => ({
    channels: Object.keys(window.translations).sort(),
    others: ['kiosk', 'desk', 'require', 'process', 'Buffer', 'electron'].filter((name) => name in window),
    edges: document.querySelector('.desk')?.getBoundingClientRect().toJSON() as DOMRect | undefined,
    height: innerHeight,
  }));
  expect(seen.edges).toMatchObject({ top: 0, bottom: seen.height });
  expect(seen.channels).toEqual([...TRANSLATION_CHANNELS, ...SPEECH_CHANNELS, 'onChange'].sort());
  expect(seen.others).toEqual([]);
  await leavesTexts(texts);
  await goesTo(desk, 'people');
  texts = await opensTexts(kiosk, desk);
  const gone = Promise.all([texts.waitForEvent('close'), desk.waitForEvent('close')]);
  await desk
    .locator('[data-does="close"]')
    .click()
    .catch(() => undefined);
  await gone;
});

test('only who looks after texts comes to them', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  await goesTo(desk, 'people');
  await desk.locator('[data-does="add"]').click();
  await desk.locator('.desk-field input[type="text"]').fill(MALIK.name);
  await writesNewPin(desk, MALIK.pin);
  await desk.locator('.desk-primary').click();
  await desk.locator('tr[data-person="2"]').waitFor();
  expect(await desk.evaluate(() => window.desk['desk.signOut']({}))).toMatchObject({ signedIn: null });
  await desk.reload();
  await signsIn(desk, MALIK);
  await expect(desk.locator('[data-does="texts"]')).toHaveCount(0);
  expect(await desk.evaluate(() => window.desk['desk.openTexts']({}))).toBe(false);
});

for (const language of DESK_LANGUAGES) {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(language, key, values);

  test(`in ${language} a text is found, worded, refused, kept and taken back by the keyboard alone`, async ({
    openKiosk,
  }) => {
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    await setsUp(desk, AVIAJA);
    const texts = await opensTexts(kiosk, desk, language);
    await texts.locator('.text-row [role="gridcell"]').first().waitFor();
    expect(await violationsOn(texts)).toEqual([]);
    // The first field behind the tabs is the search.
    await texts.locator('[data-tab="texts"]').focus();
    for (let tab = 0; tab < 10 && (await texts.locator('input[type="search"]:focus').count()) === 0; tab += 1)
      await texts.keyboard.press('Tab');
    await texts.keyboard.type('kiosk.hide');
    await expect(texts.locator('.text-key', { hasText: /kiosk\.hide$/ })).toHaveCount(1);
    for (let tab = 0; tab < 10 && (await texts.locator('#text-table:focus').count()) === 0; tab += 1)
      await texts.keyboard.press('Tab');
    await texts.keyboard.press('End');
    await texts.keyboard.press('Home');
    for (const key of ['ArrowRight', 'ArrowRight', 'Enter']) await texts.keyboard.press(key);
    const field = texts.locator('.text-editor textarea');
    await expect(field).toBeFocused();
    const before = await field.inputValue();
    await texts.keyboard.press('End');
    await texts.keyboard.type(' {{x}}');
    await expect(texts.locator('[data-fault]')).toHaveText(say('desk.translation.fault.placeholders'));
    expect(await violationsOn(texts)).toEqual([]);
    await texts.keyboard.press('Escape');
    await expect(texts.locator('.texts-tools strong')).toHaveText(say('desk.translation.texts.unkept', { count: 1 }));
    await texts.keyboard.press('Enter');
    await expect(field).toHaveValue(`${before} {{x}}`);
    await expect(field).toBeFocused();
    for (let letter = 0; letter < ' {{x}}'.length; letter += 1) await texts.keyboard.press('Backspace');
    // Cut, pasted twice and undone, as in every editor.
    for (const key of ['a', 'x', 'v', 'v', 'z']) await texts.keyboard.press(`Control+${key}`);
    await expect(field).toHaveValue(before);
    await texts.keyboard.type('!');
    await texts.keyboard.press('Tab');
    await texts.keyboard.press('Enter');
    const outcome = texts.locator('.text-editor .desk-outcome:not(:empty)');
    await expect(outcome).toHaveText(say('desk.translation.edit.kept'));
    await expect(texts.locator('.text-row [aria-selected="true"]')).toContainText(`${before}!`);
    await texts.locator('.text-history summary').click();
    await expect(texts.locator('.text-history ins')).toHaveText('!');
    await texts.locator('[data-does="takeUp"]').click();
    await expect(field).toHaveValue(before);
    expect(await violationsOn(texts)).toEqual([]);
  });

  test(`in ${language} every part of the window of the texts keeps nobody out, and nothing reaches over its edge`, async ({
    openKiosk,
  }) => {
    test.setTimeout(180_000);
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    await setsUp(desk, AVIAJA);
    const texts = await opensTexts(kiosk, desk, language);
    const tabs = await texts
      .locator('[data-tab]')
      .evaluateAll((all) => all.map((each) => each.getAttribute('data-tab')));
    expect(tabs).toHaveLength(7);
    for (const tab of tabs) {
      await texts.locator(`[data-tab="${tab}"]`).click();
      await texts.locator(`main[data-scene="${tab}"] :not([aria-busy="true"]) h1`).first().waitFor();
      await keepsNobodyOut(kiosk, texts, tab ?? '');
    }
    await texts.locator('[data-tab="texts"]').click();
    await texts.locator('.text-row [role="gridcell"]').first().click();
    await texts.locator('.text-editor textarea').waitFor();
    await keepsNobodyOut(kiosk, texts, 'a text that is open');
    // On the narrowest glass, which was the last one, the text covers the table.
    await expect(texts.locator('#text-table')).toBeHidden();
    await texts.locator('.text-editor textarea').press('Escape');
    await expect(texts.locator('#text-table')).toBeFocused();
    await expect(texts.locator('.text-row [role="gridcell"]').first()).toBeVisible();
  });
}

test('two people in their roles approve what a third has worded, and nobody their own', async ({ openKiosk }) => {
  const say = (key: string): string => words('da', key);
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  for (const [id, person, role] of [
    [2, MALIK, 'translator'],
    [3, { name: 'Naja', pin: '846153' }, 'treatmentWorker'],
  ] as const) {
    await goesTo(desk, 'people');
    await desk.locator('[data-does="add"]').click();
    await desk.locator('.desk-field input[type="text"]').fill(person.name);
    await writesNewPin(desk, person.pin);
    await desk.locator('.desk-primary').click();
    await desk.locator(`tr[data-person="${id}"] select`).selectOption(role);
    await expect(desk.locator('.desk-outcome:not(:empty)')).toContainText(person.name);
  }
  expect(await violationsOn(desk)).toEqual([]);
  const opensHide = async (texts: Page): Promise<void> => {
    await texts.locator('input[type="search"]').fill('kiosk.hide');
    await texts.locator('.text-row [role="gridcell"]').nth(2).click();
    await texts.locator('.text-editor textarea').waitFor();
  };
  let texts = await opensTexts(kiosk, desk);
  await opensHide(texts);
  await expect(texts.locator('.text-judging')).toContainText(say('desk.translation.edit.noRole'));
  await texts.locator('.text-editor textarea').fill('Matuuk');
  await texts.locator('[data-does="keep"]').click();
  await expect(texts.locator('.text-editor .desk-outcome')).toHaveText(say('desk.translation.edit.kept'));
  await leavesTexts(texts);
  for (const [person, status] of [
    [MALIK, 'reviewed'],
    [{ name: 'Naja', pin: '846153' }, 'approved'],
  ] as const) {
    await desk.evaluate(() => window.desk['desk.signOut']({}));
    await desk.reload();
    await signsIn(desk, person);
    texts = await opensTexts(kiosk, desk);
    await opensHide(texts);
    await texts.locator('[data-does="approve"]').click();
    await expect(texts.locator('.text-editor .desk-outcome')).toHaveText(say('desk.translation.edit.approved'));
    await expect(texts.locator('.text-judging strong')).toHaveText(say(`desk.translation.mark.${status}`));
    await texts.locator('[data-does="approve"]').click();
    await expect(texts.locator('.text-editor .desk-outcome')).toHaveText(say('desk.translation.trouble.judgedAlready'));
    await leavesTexts(texts);
  }
});

test('texts go to a translator and come back, and what changed on both sides is decided one by one', async ({
  openKiosk,
  home,
}) => {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words('da', key, values);
  const kiosk = await openKiosk();
  const desk = await opensDesk(kiosk);
  await setsUp(desk, AVIAJA);
  const texts = await opensTexts(kiosk, desk);
  await texts.locator('[data-tab="exchange"]').click();
  expect(await violationsOn(texts)).toEqual([]);
  await texts.locator('.desk-card select').selectOption('sv');
  await texts.locator('[data-does="xliff"]').click();
  const written = texts.locator('.desk-outcome:not(:empty)').first();
  await expect(written).toContainText('.xlf');
  const name = ((await written.textContent()) ?? '').split(' ').at(-1) ?? '';
  const file = join(home, 'stick', name);
  const before = readFileSync(file, 'utf8');
  const hide = words('sv', 'kiosk.hide');
  const changed = before.replace(`>${hide}</target>`, '>Dölj nu</target>');
  expect(changed).not.toBe(before);
  // Meanwhile somebody words it in the house.
  await texts.evaluate(() => window.translations['translation.word']({ tag: 'sv', key: 'kiosk.hide', text: 'Göm' }));
  const upload = { name, mimeType: 'application/xml', buffer: Buffer.from(changed) };
  await texts.locator('input[type="file"]').setInputFiles(upload);
  const outcome = texts.locator('.desk-card').nth(1).locator('.desk-outcome');
  await expect(outcome).toHaveText(say('desk.translation.exchange.byMissing'));
  await texts.locator('.desk-field input').fill('Naja');
  await texts.locator('input[type="file"]').setInputFiles(upload);
  await expect(texts.locator('.text-conflict')).toContainText('Dölj nu');
  expect(await violationsOn(texts)).toEqual([]);
  await texts.locator('[data-does="takeFile"]').click();
  await expect(texts.locator('.text-conflict')).toHaveCount(0);
  const shown = await texts.evaluate(() => window.translations['translation.text']({ tag: 'sv', key: 'kiosk.hide' }));
  expect(shown).toMatchObject({ ok: true, value: { text: 'Dölj nu', author: 'Naja', status: 'draft' } });
  await texts.locator('input[type="file"]').setInputFiles({ ...upload, buffer: Buffer.from('nothing') });
  await expect(outcome).toHaveText(say('desk.translation.file.badZip'));
});
