import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Person } from '../../tools/person/person.ts';
import { expect, personAtFirstQuestion, stops, test } from './kiosk.ts';
import { words } from './words.ts';
import { HOW, FAST, FASTEST, PATIENT, NAME, expectNothingShown, typesAName, writtenIn } from './cover.ts';

test.describe.configure({ timeout: 150_000 });

test('the question whether somebody is there gives more time ten times, and then still an answer', async ({
  openKiosk,
}) => {
  test.setTimeout(180_000);
  const kiosk = await openKiosk(FASTEST);
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  await page.evaluate(() => window.kiosk['visit.act']({ event: { kind: 'proceed' } }));
  const stay = page.locator('[data-does="stay"]');
  for (let times = 0; times < 10; times += 1) {
    await page.locator('main[data-scene="asked"]').waitFor(PATIENT);
    await stay.click();
    await page.locator('main[data-scene="covered"]').waitFor();
  }
  await page.locator('main[data-scene="asked"]').waitFor(PATIENT);
  await expect(stay).toHaveCount(0);
  await page.locator('[data-does="here"]').click();
  await new Person(page).sees('lifting');
});

test('a visit without a code that is left is asked after, and then forgotten', async ({ openKiosk }) => {
  const kiosk = await openKiosk(FAST);
  const person = await personAtFirstQuestion(kiosk, HOW);
  await typesAName(person);
  const closed = person.page.waitForEvent('close', PATIENT);
  await person.page.locator('main[data-scene="asked"]').waitFor(PATIENT);
  await expect(person.page.getByText(words('da', 'presence.asked.forgets'))).toBeVisible();
  await expectNothingShown(person.page);
  await closed;
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  await expectNothingShown(page);
});

test('a visit under a code that is left is kept, and the greeting stands in a new window', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk(FAST);
  const person = await personAtFirstQuestion(kiosk, HOW);
  await typesAName(person);
  await stops(person, 'keep');
  const code = await person.readsTheCode();
  const closed = person.page.waitForEvent('close', PATIENT);
  await person.page.locator('main[data-scene="asked"]').waitFor(PATIENT);
  await expect(person.page.getByText(words('da', 'presence.asked.keeps'))).toBeVisible();
  await closed;
  expect(readdirSync(join(home, 'drafts'))).toHaveLength(1);
  const next = new Person(await kiosk.page());
  await next.comesBackWith(code);
  await expect(writtenIn(next.page)).toHaveValue(NAME);
});

test('the last words go by themselves, and so does a language that somebody chose and left', async ({ openKiosk }) => {
  const kiosk = await openKiosk(FAST);
  const person = await personAtFirstQuestion(kiosk, HOW);
  const ended = person.page.waitForEvent('close', PATIENT);
  await person.page.evaluate(() => window.kiosk['visit.forget']({}));
  await ended;
  const page = await kiosk.page();
  await new Person(page).sees('greeting');
  const left = page.waitForEvent('close', PATIENT);
  await page.evaluate(() => window.kiosk['visit.act']({ event: { kind: 'chooseLanguage', language: 'sv' } }));
  await left;
  await (await kiosk.page()).locator('html[lang="da"]').waitFor();
});
