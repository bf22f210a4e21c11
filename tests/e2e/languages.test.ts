import type { Language } from '../../core/basics/language.ts';
import { calendarDay } from '../../core/translation/dates.ts';
import { answerAll, answerOne, answerUntil, expect, personAtFirstQuestion, test } from './kiosk.ts';
import { words } from './words.ts';

const GREENLANDIC = { language: 'kl', culture: 'greenlandic' } as const;

/** Today in the words of a language, in the zone of the demo house. */
function today(language: Language): string {
  const { day, month, year } = calendarDay(Date.now(), 'Europe/Copenhagen');
  return words(language, 'kiosk.date', { day, month: words(language, `kiosk.month.${month}`), year });
}

const SOFT_HYPHEN = '\u00ad';
const plain = (text: string): string => text.replaceAll(SOFT_HYPHEN, '').replace(/\s+/g, ' ').trim();

test('Chromium writes Greenlandic dates and numbers in English, and the kiosk does not', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), GREENLANDIC);
  const byChromium = await person.page.evaluate(() => ({
    date: new Intl.DateTimeFormat('kl', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.UTC(2026, 2, 5)),
    number: new Intl.NumberFormat('kl').format(1234.5),
    plural: new Intl.PluralRules('kl').select(1),
  }));
  // The fault that is mended: when Chromium learns Greenlandic one day, this says so.
  expect(byChromium).toEqual({ date: 'March 5, 2026', number: '1,234.5', plural: 'one' });

  await answerAll(person, GREENLANDIC);
  await person.readsEverythingBack();
  const letter = plain(await person.page.locator('.letter-card').innerText());
  expect(letter).toMatch(/\d{1,2}\. \p{L}+ 20\d\d/u);
  expect(letter).not.toMatch(/January|February|March|April|May|June|July|August|September|October|November|December/);
  await person.sends();
  expect(plain(await person.page.locator('main').innerText())).toContain(plain(today('kl')));
});

test('the day of sending stands in Danish and Swedish words, too', async ({ openKiosk }) => {
  const how = { language: 'sv', culture: 'swedish' } as const;
  const person = await personAtFirstQuestion(await openKiosk(), how);
  await answerAll(person, how);
  await person.readsEverythingBack();
  await person.sends();
  await expect(person.page.locator('main')).toContainText(today('sv'));
});

test('unapproved Greenlandic has the Danish line under its question, and says why when the mark is tapped', async ({
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), GREENLANDIC);
  await answerUntil(person, GREENLANDIC, 'strengths');
  const heading = person.page.locator('main h1');
  expect(plain(await heading.innerText())).toBe(plain(words('kl', 'intake.strengths@greenlandic.title')));
  const second = person.page.locator('main [lang="da"]', {
    hasText: words('da', 'intake.strengths@greenlandic.title'),
  });
  await expect(second).toBeVisible();
  // The cards stand in Greenlandic alone until the mark is tapped.
  await expect(person.page.locator('main fieldset [lang="da"]')).toHaveCount(0);
  await person.page.locator('.draft-mark').click();
  await expect(person.page.getByText(words('da', 'kiosk.draftMark.explain'))).toBeVisible();
  // Every card that stands there says it, on as many pages as the longer words need.
  const cards = person.page.locator('main fieldset label');
  await expect(cards.first().locator('[lang="da"]')).toBeVisible();
  await expect(person.page.locator('main fieldset [lang="da"]')).toHaveCount(await cards.count());
});

test('what concerns privacy stands in Danish first while the Greenlandic is a draft', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), GREENLANDIC);
  await answerUntil(person, GREENLANDIC, 'anonymity');
  expect(plain(await person.page.locator('main h1').innerText())).toContain(words('da', 'intake.anonymity.title'));
  await expect(person.page.locator('main h1')).toHaveAttribute('lang', 'da');
  const drafts = await person.page.locator('main [lang="kl"]').allInnerTexts();
  expect(drafts.map(plain)).toContain(plain(words('kl', 'intake.anonymity.title')));
});

test('Danish and Swedish stand alone', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), { language: 'da', culture: 'greenlandic' });
  await expect(person.page.locator('.draft-mark')).toHaveCount(0);
  await expect(person.page.locator('main [lang="kl"]')).toHaveCount(0);
});

test('long Greenlandic words carry soft hyphens, and nothing is wider than its place', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), GREENLANDIC);
  const seen: string[] = [];
  while ((await person.scene()) !== 'readBack') {
    seen.push(await person.page.locator('main').innerText());
    const overflowing = await person.page.evaluate(() =>
      [...document.querySelectorAll('main *, footer *, header *')]
        // Hidden from the eye, and the mark whose place to touch is larger than its drawing.
        .filter((element) => !element.matches('.only-spoken, .draft-mark'))
        .filter(
          (element) => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline',
        )
        .map((element) => element.className),
    );
    expect(overflowing).toEqual([]);
    await answerOne(person, GREENLANDIC);
  }
  expect(seen.join(' ')).toContain(SOFT_HYPHEN);
});

test('a dialect is a tag of its own: its language stands in for what it does not word itself', async ({
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), GREENLANDIC);
  const chosen = await person.page.evaluate(() =>
    window.kiosk['visit.act']({ event: { kind: 'chooseLanguage', language: 'kl-tunumiit' } }),
  );
  expect(chosen.ok).toBe(true);
  await person.page.reload();
  await expect(person.page.locator('html')).toHaveAttribute('lang', 'kl-tunumiit');
  const heading = person.page.locator('main h1');
  await expect(heading).toHaveAttribute('lang', 'kl-tunumiit');
  expect(plain(await heading.innerText())).toBe(plain(words('kl', 'intake.helper.title')));
  await expect(person.page.locator('main [lang="da"]', { hasText: words('da', 'intake.helper.title') })).toBeVisible();
});
