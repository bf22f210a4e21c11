import type { Page } from '@playwright/test';
import { answerUntil, expect, personAtFirstQuestion, test, type How } from './kiosk.ts';
import { words } from './words.ts';

/** Taps the keys of some words on the glass: capitals by shift, signs on their layer. */
async function taps(page: Page, text: string): Promise<void> {
  const key = (hook: string) => page.locator(`.stage:not([inert]) .keyboard [data-key="${hook}"]`);
  // Before keys are counted: one that is not there yet is not on the other layer.
  await key('layer').waitFor();
  for (const character of text) {
    if (character === ' ') {
      await key('space').click();
      continue;
    }
    const lower = character.toLocaleLowerCase();
    if ((await key(lower).count()) === 0) await key('layer').click();
    // Keys for numbers have no shift.
    const hasTwoForms = lower !== character.toLocaleUpperCase();
    const isUpper = hasTwoForms && (await key('shift').getAttribute('aria-pressed')) === 'true';
    if (hasTwoForms && isUpper !== (lower !== character)) await key('shift').click();
    await key(lower).click();
  }
}

const VERSIONS: readonly (How & { readonly name: string })[] = [
  { language: 'kl', culture: 'greenlandic', name: 'Aqqaluk Ærø' },
  { language: 'da', culture: 'danish', name: 'Åse Søholm' },
  { language: 'sv', culture: 'swedish', name: 'Örjan Ängs' },
];

for (const { name, ...how } of VERSIONS) {
  test(`a name can be written by touch alone in ${how.language}`, async ({ openKiosk }) => {
    const person = await personAtFirstQuestion(await openKiosk(), how);
    await answerUntil(person, how, 'call-name');
    await taps(person.page, name);
    const field = person.page.locator('.stage:not([inert]) textarea');
    await expect(field).toHaveValue(name);
    await expect(field).toBeFocused();
    await person.page.locator('.stage:not([inert]) .keyboard [data-key="erase"]').click();
    await expect(field).toHaveValue(name.slice(0, -1));
    await person.goesOn();
    await expect(person.page.locator('main')).not.toHaveAttribute('data-link-id', 'call-name');
    await person.goesBack();
    await expect(field).toHaveValue(name.slice(0, -1));
  });
}

test('keys on the glass and keys under the fingers write in one place and do not disturb each other', async ({
  openKiosk,
}) => {
  const how = { language: 'da', culture: 'danish' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await answerUntil(person, how, 'call-name');
  const { page } = person;
  const field = page.locator('.stage:not([inert]) textarea');
  // The focus is on the title; whoever types, types into the field.
  await page.keyboard.type('Kal');
  await expect(field).toHaveValue('Kal');
  await page.keyboard.press('ArrowLeft');
  await taps(page, 'r');
  await expect(field).toHaveValue('Karl');
  await page.keyboard.type('ø');
  await expect(field).toHaveValue('Karøl');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('End');
  await taps(page, '?');
  await expect(field).toHaveValue('Karl?');
  const sign = page.locator('.stage:not([inert]) .keyboard [data-key="?"]');
  await expect(sign).toHaveAccessibleName(words('da', 'keyboard.sign.question'));
});

test('the keys on the glass are one stop for the Tab key, and the arrow keys lead through them', async ({
  openKiosk,
}) => {
  const how = { language: 'sv', culture: 'swedish' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await answerUntil(person, how, 'call-name');
  const { page } = person;
  await page.locator('.stage:not([inert]) textarea').focus();
  await page.keyboard.press('Tab');
  await expect(page.locator('.stage:not([inert]) .keyboard [data-key="q"]')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.stage:not([inert]) .keyboard [data-key="s"]')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('.stage:not([inert]) textarea')).toHaveValue('S');
  await page.keyboard.press('Tab');
  await expect(page.locator('.non-answers button').first()).toBeFocused();
});

test('a telephone number is written on keys for numbers, and the letters are one key away', async ({ openKiosk }) => {
  const how = { language: 'sv', culture: 'swedish' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await answerUntil(person, how, 'contact-way');
  await person.replies('contact-way', { kind: 'cards', codes: ['sms'] });
  const { page } = person;
  const key = (hook: string) => page.locator(`.stage:not([inert]) .keyboard [data-key="${hook}"]`);
  await expect(key('7')).toBeVisible();
  await expect(key('a')).toHaveCount(0);
  await taps(page, '+46 70 1');
  const field = page.locator('.stage:not([inert]) textarea');
  await expect(field).toHaveValue('+46 70 1');
  await key('erase').click();
  await key('layer').focus();
  await page.keyboard.press('Enter');
  await expect(key('layer')).toBeFocused();
  await taps(page, 'Mor');
  await expect(field).toHaveValue('+46 70 Mor');
});

test('a personal number stands as dots until it is shown, and is asked about once', async ({ openKiosk }) => {
  test.setTimeout(240_000);
  const how = { language: 'da', culture: 'danish', track: 'whole' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await answerUntil(person, how, 'personal-number');
  const { page } = person;
  for (const digit of '3002991234') await page.locator(`.stage:not([inert]) .keyboard [data-key="${digit}"]`).click();
  const field = page.locator('.stage:not([inert]) textarea');
  await expect(field).toHaveValue('3002991234');
  await expect(field).toHaveCSS('-webkit-text-security', 'disc');
  await page.locator('[data-does="show-words"]').click();
  await expect(field).toHaveCSS('-webkit-text-security', 'none');
  await person.goesOn();
  await expect(page.locator('.problem-line')).toHaveText(words('da', 'keyboard.lookAgain'));
  await expect(page.locator('main')).toHaveAttribute('data-link-id', 'personal-number');
  await person.goesOn();
  await expect(page.locator('main')).not.toHaveAttribute('data-link-id', 'personal-number');
  await person.goesBack();
  await expect(field).toHaveValue('3002991234');
  await expect(field).toHaveCSS('-webkit-text-security', 'disc');
});
