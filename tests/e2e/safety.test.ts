import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { DEVICE_SECRET_FILE } from '../../electron/store/home-layout.ts';
import { openFileDeviceSecret } from '../../electron/store/device-secret.ts';
import { openHome } from '../../electron/store/home.ts';
import { systemRandom } from '../../node/random.ts';
import { systemClock } from '../../node/system-clock.ts';
import { Person } from '../../tools/person/person.ts';
import { expectOk } from '../expect-ok.ts';
import { openAtCentre } from './at-the-centre.ts';
import { answerAll, answerUntil, expect, personAtFirstQuestion, stops, test } from './kiosk.ts';
import { DANGER, DANISH, inDanger } from './in-danger.ts';
import { words } from './words.ts';

/** Somebody of the house comes and says so, in the two presses that it takes. */
async function staffIsHere(page: Page): Promise<void> {
  await page.locator('[data-does="staff-here"]').click();
  await page.locator('[data-does="staff-yes"]').click();
}

async function press(page: Page, does: string): Promise<void> {
  await page.locator(`[data-does="${does}"]`).click();
}

/** Measures from the press on Continue to the frame in which the page for danger has been painted. */
function watchForDanger(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressedAt = Number.NaN;
        document.addEventListener('click', () => (pressedAt = performance.now()), { capture: true });
        new MutationObserver((_, observer) => {
          if (document.querySelector('main[data-scene="danger"]') === null) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - pressedAt)));
        }).observe(document.body, { childList: true, subtree: true });
      }),
  );
}

for (const how of [
  { language: 'kl', culture: 'greenlandic' },
  DANISH,
  { language: 'sv', culture: 'swedish' },
] as const) {
  test(`an answer that speaks of danger now is followed by help within a second, in ${how.language}`, async ({
    openKiosk,
  }) => {
    const person = await personAtFirstQuestion(await openKiosk(), how);
    const { page } = person;
    await answerUntil(person, how, 'urgent');
    await person.gives('urgent', DANGER);
    const untilPainted = watchForDanger(page);
    // The probe stands before the press.
    await page.evaluate(() => undefined);
    await person.goesOn();
    expect(await untilPainted).toBeLessThan(1000);
    const main = page.locator('main[data-scene="danger"]');
    await expect(main.locator('.danger-picture')).toHaveCount(3);
    await expect(main).toContainText('Naja');
    await expect(main).toContainText('112');
    await expect(main).toContainText(words(how.language === 'sv' ? 'sv' : 'da', 'safety.danger.blameless'));
    await expect(main.locator(`[lang="${how.language}"]`).first()).toBeVisible();
    // It stands above everything: nothing of the kiosk is behind it, and no key leads away.
    await expect(page.locator('.control-bar, .top-bar, dialog')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+ArrowLeft');
    await expect(main).toBeVisible();
    await expect(main).not.toContainText(words(how.language, 'intake.urgent.option.body-now'));
  });
}

test('a house without a second channel is called by a sound, and the person is told so', async ({ openKiosk }) => {
  const person = await inDanger(await openKiosk());
  await expect(person.page.locator('.call-state')).toHaveText(words('da', 'safety.call.sound', { name: 'Naja' }));
  // The sound has begun: a window that cannot sound would have said so by now.
  await person.page.waitForTimeout(500);
  await expect(person.page.locator('.call-state')).toHaveText(words('da', 'safety.call.sound', { name: 'Naja' }));
});

test('whoever comes says so without a PIN, in two places, notes what was done, and the person goes on', async ({
  openKiosk,
}) => {
  const person = await inDanger(await openKiosk());
  const { page } = person;
  const first = await page.locator('[data-does="staff-here"]').boundingBox();
  await press(page, 'staff-here');
  const second = await page.locator('[data-does="staff-yes"]').boundingBox();
  expect((second?.x ?? 0) + (second?.width ?? 0)).toBeLessThan(first?.x ?? 0);
  await press(page, 'staff-no');
  await expect(page.locator('[data-does="staff-yes"]')).toHaveCount(0);
  await staffIsHere(page);
  await person.sees('dangerNote');
  await press(page, 'note-rang112');
  await person.sees('dangerAfter');
  await press(page, 'after-go-on');
  await expect(page.locator('main')).toHaveAttribute('data-link-id', 'anonymity');

  // The same danger is not called for twice; another one is.
  await person.goesBack();
  await person.replies('urgent', DANGER);
  await expect(page.locator('main')).toHaveAttribute('data-link-id', 'anonymity');
  await person.goesBack();
  await person.gives('urgent', { kind: 'cards', codes: ['threatened-now'] });
  await person.goesOn();
  await person.sees('danger');
});

test('"it was a mistake" does not send back who was called; the person may go on meanwhile', async ({ openKiosk }) => {
  const person = await inDanger(await openKiosk());
  const { page } = person;
  await press(page, 'safe');
  await expect(page.locator('main')).toContainText(words('da', 'safety.danger.safeSaid'));
  await press(page, 'go-on-waiting');
  await person.sees('question');
  await page.locator('.at-person').click();
  const sheet = page.locator('dialog[data-sheet="person"]');
  await expect(sheet.locator('.call-state')).toHaveText(words('da', 'safety.call.sound', { name: 'Naja' }));
  await expect(sheet.locator('[data-does="call-off"]')).toHaveCount(0);
  await staffIsHere(page);
  await person.sees('dangerNote');
});

test('where nobody can be called, "I am safe" is not answered with a call', async ({ openKiosk }) => {
  const { page } = await inDanger(await openKiosk());
  await page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'soundFailed' } }));
  await expect(page.locator('.call-state')).toHaveText(words('da', 'safety.call.unheard'));
  await press(page, 'safe');
  const main = page.locator('main');
  await expect(main).toContainText(words('da', 'safety.danger.safeUnheard'));
  await expect(main).not.toContainText(words('da', 'safety.danger.safeSaid'));
  await expect(main.locator('[data-does="go-on-waiting"]')).toHaveText(words('da', 'kiosk.bar.continue'));
  await press(page, 'go-on-waiting');
  await page.locator('.at-person').click();
  const sheet = page.locator('dialog[data-sheet="person"]');
  await expect(sheet).toContainText(words('da', 'safety.danger.safeUnheard'));
  await expect(sheet).not.toContainText(words('da', 'safety.danger.safeSaid'));
});

test('after danger the person can keep everything under a code, or delete it', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await inDanger(kiosk);
  await staffIsHere(person.page);
  await press(person.page, 'note-stayed');
  await press(person.page, 'after-keep');
  await person.sees('code');
  await person.goesOn();
  await person.sees('kept');
});

test('after danger everything can be deleted, in two taps', async ({ openKiosk }) => {
  const person = await inDanger(await openKiosk());
  await staffIsHere(person.page);
  await press(person.page, 'note-mistake');
  await press(person.page, 'after-delete');
  await person.page.locator('dialog[data-sheet="delete"] [data-tone="grave"]').click();
  await person.sees('deleted');
});

test('staff end the visit of who has left, and the next person finds an open door', async ({ openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await inDanger(kiosk);
  await staffIsHere(person.page);
  const closed = person.page.waitForEvent('close');
  await press(person.page, 'note-left');
  await closed;
  await new Person(await kiosk.page()).sees('greeting');
});

test('somebody is called from any screen, and the call can be called off', async ({ openKiosk }) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  const { page } = person;
  await page.locator('.at-person').click();
  const sheet = page.locator('dialog[data-sheet="person"]');
  await expect(sheet).toContainText('Naja');
  await expect(sheet.locator('[data-does="fetch-second"]')).toContainText('Malik');
  await press(page, 'fetch');
  await expect(sheet.locator('.call-state')).toHaveText(words('da', 'safety.call.sound', { name: 'Naja' }));
  await press(page, 'call-off');
  await press(page, 'fetch-second');
  await expect(sheet.locator('.call-state')).toHaveText(words('da', 'safety.call.second', { name: 'Malik' }));
  await staffIsHere(page);
  await expect(sheet).toHaveCount(0);
  await person.sees('question');
});

test('an answer that should not stay on paper alone brings the offer of a person and advice, once', async ({
  openKiosk,
}) => {
  const person = await personAtFirstQuestion(await openKiosk(), DANISH);
  const { page } = person;
  const offer = page.locator('main[data-scene="offerPerson"]');
  await answerUntil(person, DANISH, 'urgent');
  await person.gives('urgent', { kind: 'tellAPerson' });
  await person.goesOn();
  await expect(offer).toContainText(words('da', 'safety.offer.nowOrLater'));
  await expect(offer.locator('.safety-tip')).toHaveCount(0);
  await press(page, 'offer-later');
  await answerUntil(person, DANISH, 'shaking');
  await person.gives('shaking', { kind: 'cards', codes: ['earlier'] });
  await person.goesOn();
  await expect(offer.locator('[data-tip="doNotStopSuddenly"]')).toBeVisible();
  await expect(offer).toContainText('00 00 00 00');
  await press(page, 'offer-now');
  await expect(page.locator('dialog[data-sheet="person"] [data-does="fetch"]')).toBeVisible();
  await press(page, 'close-person');
  await expect(page.locator('main')).toHaveAttribute('data-link-id', 'fits');
  await person.goesBack();
  await person.gives('shaking', { kind: 'cards', codes: ['earlier'] });
  await person.goesOn();
  await expect(page.locator('main')).toHaveAttribute('data-link-id', 'fits');
});

/** What the staff desk will find of each letter, once the kiosk is closed. */
async function ringTodayOf(home: string): Promise<readonly boolean[]> {
  const deviceSecret = expectOk(openFileDeviceSecret(join(home, DEVICE_SECRET_FILE)));
  const opened = expectOk(await openHome({ directory: home, deviceSecret, random: systemRandom, clock: systemClock }));
  const deliveries = opened.custody?.outbox.deliveries() ?? [];
  await opened.close();
  return deliveries.map(({ ringToday }) => ringToday);
}

test('before a letter that should not wait the person is asked whether the house may ring today', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, DANISH);
  await answerAll(person, DANISH);
  await person.readsEverythingBack();
  await person.goesOn();
  await person.sees('beforeSend');
  await expect(person.page.locator('main')).toContainText('00 00 00 00');
  await person.triesToGoOn();
  await person.sees('beforeSend');
  await person.taps('yes');
  await person.goesOn();
  await person.sees('sent');
  await kiosk.close();
  expect(await ringTodayOf(home)).toEqual([true]);
});

test('the centre reads on page 1 what the house did in danger, and the person is told that it will', async ({
  home,
  openKiosk,
}) => {
  const kiosk = await openKiosk();
  const person = await inDanger(kiosk);
  await staffIsHere(person.page);
  await press(person.page, 'note-rang112');
  await press(person.page, 'after-go-on');
  await answerUntil(person, DANISH, 'age');
  await stops(person, 'tell-back');
  await person.readsEverythingBack();
  await person.goesOn();
  await person.sees('beforeSend');
  await expect(person.page.locator('main')).toContainText(words('da', 'safety.before.called'));
  await person.taps('no');
  await person.goesOn();
  await person.sees('sent');
  await kiosk.close();
  const { intake, page1 } = await openAtCentre(home, join(home, 'outbox', '00000001.age'));
  expect(intake.calls).toMatchObject([{ level: 'red', secondAfterSeconds: null, note: 'rang112' }]);
  const seconds = intake.calls[0]?.hereAfterSeconds ?? Infinity;
  expect(seconds).toBeLessThan(60);
  expect(page1).toContain(`En fra huset var ved skærmen efter ${seconds} s. Huset ringede 112.`);
});

test('a letter that can wait is sent without a question', async ({ home, openKiosk }) => {
  const kiosk = await openKiosk();
  const person = await personAtFirstQuestion(kiosk, DANISH);
  await answerUntil(person, DANISH, 'age');
  await stops(person, 'tell-back');
  await person.readsEverythingBack();
  await person.goesOn();
  await person.sees('sent');
  await kiosk.close();
  expect(await ringTodayOf(home)).toEqual([false]);
});

test.describe('In a house where no test call was answered', () => {
  test.use({ settings: { testCallOn: null } });

  test('no visit begins until one is, on this screen', async ({ openKiosk }) => {
    const page = await (await openKiosk()).page();
    await page.locator('main[data-scene="closed"][data-why="noTestCall"]').waitFor();
    expect(await page.evaluate(() => window.kiosk['visit.act']({ event: { kind: 'proceed' } }))).toMatchObject({
      ok: false,
    });
    await press(page, 'test-call');
    await page.locator('dialog[data-sheet="testCall"]').waitFor();
    await press(page, 'call-off');
    await page.locator('main[data-scene="closed"]').waitFor();
    await press(page, 'test-call');
    await staffIsHere(page);
    await new Person(page).sees('greeting');
  });
});
