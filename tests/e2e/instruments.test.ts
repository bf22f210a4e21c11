import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { inventedInstrument } from '../core/pack/invented-instrument.ts';
import { AVIAJA, opensDesk, setsUp } from './at-the-desk.ts';
import { opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';
import { words } from './words.ts';

const outcome = (page: Page) => page.locator('p[role="status"]:not(:empty)');
const TITLE = 'Opfundet eksempel: vejret på min tur';

const file = (changed: object = {}) => ({
  name: 'weather.json',
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify({ ...inventedInstrument('da').questionnaire, ...changed })),
});

/** Fills in the terms of the invented instrument. */
async function fillsIn(texts: Page, validUntil: string): Promise<void> {
  await texts.locator('select[name="slot"]').selectOption('invented-example');
  await texts.locator('[name="rightsHolder"]').fill('Nobody');
  await texts.locator('[name="licence"]').fill('Invented for tests');
  await texts.locator('[name="licenceValidUntil"]').fill(validUntil);
  await texts.locator('[name="officialVersion"]').fill('invented-1');
}

for (const language of DESK_LANGUAGES) {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(language, key, values);

  test(`in ${language} an instrument is loaded, gets its cut-offs and is removed`, async ({ home, openKiosk }) => {
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    await setsUp(desk, AVIAJA);
    const texts = await opensTexts(kiosk, desk, language);
    await texts.locator('[data-tab="instruments"]').click();
    await texts.locator('[data-does="load"]').click();
    await texts.locator('[data-does="load-this"]').click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.noFile'));
    await texts.locator('input[type="file"]').setInputFiles(file({ contained: [] }));
    await expect(texts.locator('[data-file]')).toHaveText('weather.json');
    await texts.locator('[data-does="load-this"]').click();
    const holder = say('desk.translation.instruments.field.rightsHolder');
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.fill', { field: holder }));
    const soon = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
    await fillsIn(texts, soon);
    expect(await violationsOn(texts)).toEqual([]);
    await texts.screenshot({ path: `test-results/instrument-form-${language}.png`, fullPage: true });
    await texts.locator('[data-does="load-this"]').click();
    await expect(outcome(texts)).toContainText(say('desk.translation.instruments.problem.unsupported'));
    await texts.locator('input[type="file"]').setInputFiles(file());
    await texts.locator('[name="officialVersion"]').focus();
    await texts.keyboard.press('Enter');
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.loaded'));
    const card = texts.locator('[data-instrument="invented-example.da"]');
    await expect(card.locator('h2')).toHaveText(TITLE);
    await expect(card.locator('[data-standing="endsSoon"]')).toHaveCount(1);
    const path = join(home, 'instruments', 'invented-example.da.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ terms: { loadedBy: 'Aviâja', cutOffs: [] } });
    expect(await violationsOn(texts)).toEqual([]);

    await card.locator('[data-does="cut-offs"]').click();
    await texts.locator('[data-does="add"]').click();
    await texts.locator('[name="from"]').fill('10');
    for (const each of ['kl', 'da', 'sv']) await texts.locator(`[name="${each}"]`).fill(`Grænse ${each}`);
    await texts.locator('[data-does="save"]').click();
    await expect(outcome(texts)).toContainText('terms.cutOffs.0.from');
    await texts.locator('[name="from"]').fill('4,5');
    await texts.locator('[name="ageFrom"]').fill('old');
    await texts.locator('[data-does="save"]').click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.badLine', { number: 1 }));
    await texts.locator('[name="ageFrom"]').fill('65');
    expect(await violationsOn(texts)).toEqual([]);
    await texts.screenshot({ path: `test-results/cut-offs-${language}.png`, fullPage: true });
    await texts.locator('[data-does="save"]').click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.cutOffsSaved', { title: TITLE }));
    await expect(card.locator('[data-fact="cutOffs"] li')).toHaveCount(1);
    await texts.screenshot({ path: `test-results/instruments-${language}.png`, fullPage: true });

    await card.locator('[data-does="remove"]').click();
    await card.locator('[data-does="remove-sure"]').click();
    await expect(outcome(texts)).toHaveText(say('desk.translation.instruments.removed', { title: TITLE }));
    expect(existsSync(path)).toBe(false);
  });
}
