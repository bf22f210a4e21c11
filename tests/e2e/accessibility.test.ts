import type { Page } from '@playwright/test';
import { Person } from '../../tools/person/person.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { answerAll, answerOne, expect, personAtFirstQuestion, switchesCompany, test, type How } from './kiosk.ts';

/** Each kind of question stands on one of the whole tracks. */
const VERSIONS: readonly How[] = [
  { language: 'kl', culture: 'greenlandic', track: 'whole' },
  { language: 'da', culture: 'danish', track: 'short' },
  { language: 'sv', culture: 'swedish', track: 'whole' },
];

async function violations(page: Page): Promise<readonly string[]> {
  return (await violationsOn(page)).map(({ rule, selector }) => `${rule}: ${selector}`);
}

/** What a screen is built of. Many questions differ in their words alone, and axe takes its time. */
async function partsOf(page: Page): Promise<string> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('main, main *')].flatMap((part) => [...part.classList]);
    return [...new Set(parts)].sort().join(' ');
  });
}

for (const how of VERSIONS) {
  test(`every kind of screen is free of what axe finds, in ${how.language}`, async ({ openKiosk }) => {
    test.setTimeout(600_000);
    const kiosk = await openKiosk();
    const seen = new Set<string>();
    const person = new Person(await kiosk.page(), async (name, page) => {
      const built = await partsOf(page);
      if (seen.has(built)) return;
      seen.add(built);
      expect(await violations(page), name).toEqual([]);
    });
    await person.begins(how.language, how.culture, how.track);
    await expectSheets(person.page);
    while ((await person.scene()) !== 'readBack') {
      if ((await person.scene()) === 'offerCode') await person.takesACode();
      else await answerOne(person, how);
    }
    await person.readsEverythingBack();
    await person.sends();
    expect(await violations(person.page), 'sent').toEqual([]);
    expect(seen.size).toBeGreaterThan(10);
  });
}

/** The sheets that can lie over every screen. */
async function expectSheets(page: Page): Promise<void> {
  for (const opener of ['.at-stop', '.at-person', '.top-bar-buttons button:last-child']) {
    await page.locator(opener).click();
    await page.locator('dialog[open]').waitFor();
    expect(await violations(page), opener).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
  }
}

test('what opens by itself, and what is offered because of a helper, are free of what axe finds', async ({
  openKiosk,
}) => {
  const how = { language: 'kl', culture: 'danish' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await person.replies('helper', { kind: 'cards', codes: ['friend'] });
  await person.replies('urgent', { kind: 'cards', codes: ['body-now'] });
  await person.sees('danger');
  expect(await violations(person.page), 'danger').toEqual([]);
  await person.page.locator('[data-does="staff-here"]').click();
  await person.page.locator('[data-does="staff-yes"]').click();
  await person.sees('dangerNote');
  expect(await violations(person.page), 'dangerNote').toEqual([]);
  await person.page.locator('[data-does="note-mistake"]').click();
  await person.sees('dangerAfter');
  expect(await violations(person.page), 'dangerAfter').toEqual([]);
  await person.page.locator('[data-does="after-go-on"]').click();
  await person.sees('question');
  await person.goesBack();
  await person.replies('urgent', { kind: 'cards', codes: ['no'] });
  await answerAll(person, how);
  await person.sees('offerAlone');
  expect(await violations(person.page), 'offerAlone').toEqual([]);
  await person.page.locator('[data-does="skip-alone"]').click();
  await person.sees('readBack');
  await switchesCompany(person);
  await switchesCompany(person);
  expect(await violations(person.page), 'closed lines').toEqual([]);
});

test('an intake can be begun and answered with the keyboard alone', async ({ openKiosk }) => {
  const person = new Person(await (await openKiosk()).page());
  const { page } = person;
  await person.sees('greeting');
  const pressesUntil = async (selector: string, key = 'Tab'): Promise<void> => {
    for (let presses = 0; presses < 40; presses++) {
      if ((await page.locator(`${selector}:focus`).count()) > 0) return;
      await page.keyboard.press(key);
    }
    throw new Error(`The keyboard does not reach ${selector}`);
  };
  await pressesUntil('.at-forward');
  await page.keyboard.press('Enter');
  await person.sees('language');
  await pressesUntil('main input');
  await page.keyboard.press('Space');
  await pressesUntil('.at-forward');
  await page.keyboard.press('Enter');
  await person.sees('culture');
  await pressesUntil('main input');
  await page.keyboard.press('Space');
  await pressesUntil('.at-forward');
  await page.keyboard.press('Enter');
  await person.sees('whoCanSee');
  await pressesUntil('.at-forward');
  await page.keyboard.press('Enter');
  await person.sees('track');
  await pressesUntil('[data-track="short"]');
  await page.keyboard.press('Enter');
  await person.sees('question');
  await pressesUntil('main input');
  await page.keyboard.press('Space');
  await pressesUntil('.at-forward');
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).not.toHaveAttribute('data-link-id', 'helper');
});
