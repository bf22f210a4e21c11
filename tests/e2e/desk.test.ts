import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DESK_LANGUAGES } from '../../core/basics/language.ts';
import { Person } from '../../tools/person/person.ts';
import { violationsOn } from '../../tools/pictures/axe.ts';
import { permitsAtCentre } from './at-the-centre.ts';
import {
  AVIAJA,
  closesDesk,
  entersPin,
  goesTo,
  MALIK,
  opensDesk,
  outcome,
  setsUp,
  signsIn,
  writesNewPin,
} from './at-the-desk.ts';
import { keepsNobodyOut } from './edges.ts';
import { answerAll, answerUntil, expect, leaves, personAtFirstQuestion, stops, test } from './kiosk.ts';
import { words } from './words.ts';

for (const language of DESK_LANGUAGES) {
  const say = (key: string, values?: Readonly<Record<string, string | number>>): string => words(language, key, values);

  test(`in ${language} the first administrator is set up, adds somebody, and both sign in`, async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    let desk = await opensDesk(kiosk, language);
    await expect(desk.locator('h1')).toHaveText(say('desk.setUp.title'));
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.person.nameMissing'));
    await desk.locator('.desk-field input[type="text"]').fill(AVIAJA.name);
    await writesNewPin(desk, '123456');
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.person.straightRun'));
    await writesNewPin(desk, AVIAJA.pin, MALIK.pin);
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.person.differs'));
    await setsUp(desk, AVIAJA);

    await goesTo(desk, 'people');
    await desk.locator('[data-does="add"]').click();
    await desk.locator('.desk-field input[type="text"]').fill(MALIK.name);
    await writesNewPin(desk, MALIK.pin);
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.people.added', { name: MALIK.name }));
    await expect(desk.locator('tr[data-person="2"]')).toContainText(say('desk.role.staff'));

    await closesDesk(kiosk, desk);
    desk = await opensDesk(kiosk, language);
    await entersPin(desk, { ...MALIK, pin: AVIAJA.pin });
    await expect(outcome(desk)).toHaveText(say('desk.signIn.wrongPin'));
    await desk.locator('[data-does="other"]').click();
    await signsIn(desk, MALIK);
    await expect(desk.locator('[data-tab="people"]')).toHaveCount(0);
    await goesTo(desk, 'pin');
    const fields = desk.locator('.desk-field input[type="password"]');
    await fields.first().fill(MALIK.pin);
    await writesNewPin(desk, '562917');
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.pin.changed'));

    await closesDesk(kiosk, desk);
    desk = await opensDesk(kiosk, language);
    await signsIn(desk, AVIAJA);
    await goesTo(desk, 'people');
    await desk.locator('tr[data-person="1"] [data-does="remove"]').click();
    await desk.locator('.desk-danger').click();
    await expect(outcome(desk)).toHaveText(say('desk.person.oneself'));
    await desk.locator('[data-does="cancel"]').click();
    await desk.locator('tr[data-person="2"] [data-does="pin"]').click();
    await writesNewPin(desk, '846153');
    await desk.locator('.desk-primary').click();
    await expect(outcome(desk)).toHaveText(say('desk.people.pinSet', { name: MALIK.name }));
    await desk.locator('tr[data-person="2"] [data-does="remove"]').click();
    await expect(desk.locator('h1')).toHaveText(say('desk.people.removeSure', { name: MALIK.name }));
    await desk.locator('.desk-danger').click();
    await expect(outcome(desk)).toHaveText(say('desk.people.removed', { name: MALIK.name }));
    await expect(desk.locator('tr[data-person]')).toHaveCount(1);
  });

  test.describe(`In ${language}, in a house that is closed`, () => {
    test.use({ settings: { dutyPersonName: null, secondPersonName: null, testCallOn: null } });

    test('somebody goes on duty, tries the call at the kiosk and opens the day', async ({ openKiosk }) => {
      const kiosk = await openKiosk();
      const page = await kiosk.page();
      await page.locator('main[data-scene="closed"][data-why="noDuty"]').waitFor();
      const desk = await opensDesk(kiosk, language);
      await setsUp(desk, AVIAJA);
      await expect(desk.locator('.desk-ready')).toContainText(say('desk.today.missing.noDuty'));
      await desk.locator('[data-part="duty"] [data-does="take"]').click();
      await expect(desk.locator('[data-part="duty"]')).toContainText(say('desk.today.duty.you'));
      await expect(desk.locator('.desk-ready')).toContainText(say('desk.today.missing.noTestCall'));

      // The call stands on the kiosk's own screen, and the desk comes back when somebody has come.
      const isDeskShown = () =>
        kiosk.app.evaluate(({ BrowserWindow }) =>
          BrowserWindow.getAllWindows().some(
            (window) => window.webContents.getURL().endsWith('/desk.html') && window.isVisible(),
          ),
        );
      await desk.locator('[data-does="call"]').click();
      await expect.poll(isDeskShown).toBe(false);
      await page.locator('[data-does="staff-here"]').click();
      await page.locator('[data-does="staff-yes"]').click();
      await expect.poll(isDeskShown).toBe(true);
      await expect(desk.locator('[data-part="call"]')).toContainText(say('desk.today.call.answered'));
      await expect(desk.locator('[data-part="calls"] li')).toContainText(say('desk.today.calls.withinMinute'));
      await expect(desk.locator('.desk-ready[data-readiness="ready"]')).toHaveCount(1);

      const test = desk.locator('[data-part="test"]');
      await test.locator('[data-does="test"]').click();
      await test.locator('[data-listening="sound"] [data-does="play"]').click();
      await test.locator('[data-listening="sound"] [data-does="heard"]').click();
      await test.locator('[data-listening="headset"] [data-does="play"]').click();
      await test.locator('[data-listening="headset"] [data-does="not-heard"]').click();
      const results = desk.locator('.desk-results');
      await expect(results.locator('tr')).toHaveCount(10, { timeout: 40_000 });
      await expect(results.locator('[data-check="headset"]')).toContainText(say('desk.finding.headset.notHeard'));
      await expect(results.locator('[data-check="content"]')).toContainText(say('desk.finding.content.whole'));
      await expect(test).toContainText(say('desk.today.test.opened'));

      await closesDesk(kiosk, desk);
      await expect(page.locator('main[data-scene="greeting"]')).toContainText(AVIAJA.name);
    });
  });

  test(`in ${language} what was sent is delivered, and who asked for it is rung for`, async ({ home, openKiosk }) => {
    const kiosk = await openKiosk();
    const person = await personAtFirstQuestion(kiosk, { language: 'da', culture: 'danish' });
    await answerAll(person, { language: 'da', culture: 'danish' });
    await person.readsEverythingBack();
    await person.goesOn();
    await person.sees('beforeSend');
    await person.taps('yes');
    await person.goesOn();
    await person.sees('sent');
    // Nobody opens the desk over the screen of who has just sent.
    await expect(person.page.locator('.staff-button')).toHaveCount(0);
    expect(await person.page.evaluate(() => window.kiosk['desk.open']({}))).toBe(false);
    await new Person(await leaves(kiosk, person)).sees('greeting');

    const desk = await opensDesk(kiosk, language);
    await setsUp(desk, AVIAJA);
    const ring = desk.locator('[data-part="ring"]');
    await expect(ring.locator('li')).toHaveCount(1);
    await ring.locator('li button').click();
    await expect(ring).toHaveCount(0);

    await goesTo(desk, 'delivery');
    await expect(desk.locator('[data-waiting="1"]')).toHaveText(say('desk.delivery.waiting', { count: 1 }));
    await desk.locator('[data-does="folder"]').click();
    await expect(outcome(desk)).toContainText(say('desk.delivery.done', { count: 1, receipts: 0 }));
    expect(readdirSync(join(home, 'stick')).filter((name) => name.endsWith('.age'))).toHaveLength(1);
    await expect(desk.locator('tr[data-state="sealed"] .desk-number')).toHaveText('0');

    await goesTo(desk, 'numbers');
    await expect(desk.locator('[data-none]')).toHaveText(say('desk.numbers.none'));
  });

  test(`in ${language} a house whose only administrator forgot their PIN comes in by the centre’s permit`, async ({
    home,
    openKiosk,
  }) => {
    const kiosk = await openKiosk();
    const first = await opensDesk(kiosk, language);
    await setsUp(first, AVIAJA);
    await closesDesk(kiosk, first);
    const desk = await opensDesk(kiosk, language);
    await desk.locator('[data-does="recover"]').click();
    const challenge = (await desk.locator('[data-challenge]').getAttribute('data-challenge')) ?? '';
    expect(await violationsOn(desk)).toEqual([]);
    await desk.locator('[data-does="take"]').click();
    await expect(outcome(desk)).toHaveText(say('desk.recovery.noFile'));
    const { kioskId } = await desk.evaluate(async () => {
      const asked = await window.desk['desk.askRecovery']({});
      return asked.ok ? asked.value : { kioskId: '' };
    });
    await permitsAtCentre(home, { kioskId, challenge });
    await desk.locator('[data-does="take"]').click();
    await expect(desk.locator('h1')).toHaveText(say('desk.setUp.title'));
    await setsUp(desk, MALIK);
    await goesTo(desk, 'people');
    await expect(desk.locator('tr[data-person]')).toHaveCount(2);
  });

  test(`in ${language} every screen of the desk keeps nobody out, and nothing reaches over its edge`, async ({
    openKiosk,
  }) => {
    test.setTimeout(180_000);
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    const looks = (name: string): Promise<void> => keepsNobodyOut(kiosk, desk, name);
    await looks('set up');
    await setsUp(desk, AVIAJA);
    await looks('today');
    await desk.locator('[data-does="test"]').click();
    await looks('listening');
    await desk.locator('[data-does="heard"]').click();
    await desk.locator('[data-does="not-heard"]').click();
    await desk.locator('.desk-results').waitFor({ timeout: 40_000 });
    await looks('self-test');
    for (const tab of ['delivery', 'numbers', 'papers', 'people', 'pin', 'settings'] as const) {
      await goesTo(desk, tab);
      await looks(tab);
    }
    await desk.locator('[data-does="add-destination"]').click();
    await desk.locator('[data-part="destinations"] input').nth(1).fill('sftp://');
    await looks('new destination');
    await goesTo(desk, 'people');
    await desk.locator('[data-does="add"]').click();
    await looks('add');
    await desk.locator('[data-does="cancel"]').click();
    await desk.locator('[data-does="portrait"]').click();
    await looks('portrait');
    await desk.locator('[data-does="done"]').click();
    await desk.locator('[data-does="remove"]').click();
    await looks('remove');
    await closesDesk(kiosk, desk);
    const anew = await opensDesk(kiosk, language);
    await expect(anew.locator('.desk-names')).toBeVisible();
    expect(await violationsOn(anew)).toEqual([]);
    await anew.locator('.desk-names button').click();
    expect(await violationsOn(anew)).toEqual([]);
  });

  test(`in ${language} the desk is worked by the keyboard alone`, async ({ openKiosk }) => {
    const kiosk = await openKiosk();
    const desk = await opensDesk(kiosk, language);
    const { keyboard } = desk;
    /** Presses Tab until the focus is where the selector says. */
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 60; presses += 1) {
        if (await desk.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
        await keyboard.press('Tab');
      }
      throw new Error(`No Tab leads to ${selector}`);
    };
    await tabTo('.desk-field input[type="text"]');
    await keyboard.type('Ivik');
    await tabTo('.desk-field input[type="password"]');
    await keyboard.type(AVIAJA.pin);
    const again = desk.locator('.desk-field input[type="password"]').nth(1);
    for (let presses = 0; presses < 30; presses += 1) {
      await keyboard.press('Tab');
      if (await again.evaluate((field) => field === document.activeElement)) break;
    }
    await keyboard.type(AVIAJA.pin);
    await keyboard.press('Enter');
    await desk.locator('main[data-scene="today"]').waitFor();
    await tabTo('[data-does="take"]');
    await keyboard.press('Enter');
    await expect(desk.locator('[data-part="duty"]')).toContainText(say('desk.today.duty.you'));
    await tabTo('[data-tab="delivery"]');
    await keyboard.press('Enter');
    await tabTo('[data-does="folder"]');
    await keyboard.press(' ');
    await expect(outcome(desk)).toContainText(say('desk.delivery.done', { count: 0, receipts: 0 }));
    const closed = desk.waitForEvent('close');
    await tabTo('[data-does="close"]');
    // The window goes while the key is still down.
    await keyboard.press('Enter').catch(() => undefined);
    await closed;
  });
}

test('a desk that nobody touches closes by itself, and its session with it', async ({ openKiosk }) => {
  const kiosk = await openKiosk('--time-factor=9');
  const desk = await opensDesk(kiosk);
  const closed = desk.waitForEvent('close', { timeout: 60_000 });
  await setsUp(desk, AVIAJA);
  await closed;
  const anew = await opensDesk(kiosk);
  await expect(anew.locator('.desk-names')).toBeVisible();
  const refused = await anew.evaluate(() =>
    window.desk['desk.day']({}).then(
      () => 'served',
      (error: unknown) => String(error),
    ),
  );
  expect(refused).toContain('Refused: nobody who may do this is signed in');
});

test('nothing of what somebody said is in the desk, nor in what it leaves', async ({ home, openKiosk }) => {
  const MARK = 'qilalugaq';
  const kiosk = await openKiosk();
  const how = { language: 'da', culture: 'danish' } as const;
  const person = await personAtFirstQuestion(kiosk, how);
  await answerUntil(person, how, 'call-name');
  await person.gives('call-name', { kind: 'words', text: MARK });
  await person.goesOn();
  await stops(person, 'keep');
  await person.readsTheCode();
  await person.goesOn();
  await person.sees('kept');
  await new Person(await leaves(kiosk, person)).sees('greeting');

  const desk = await opensDesk(kiosk);
  const told: string[] = [];
  await setsUp(desk, AVIAJA);
  await expect(desk.locator('[data-part="unfinished"]')).toContainText('1');
  for (const tab of ['today', 'delivery', 'numbers', 'papers', 'people', 'settings', 'pin'] as const) {
    await goesTo(desk, tab);
    told.push(await desk.content());
  }
  told.push(
    await desk.evaluate(async () => {
      const { desk: bridge } = window;
      const day = await bridge['desk.day']({});
      const delivery = await bridge['desk.delivery']({});
      return JSON.stringify([day, delivery, await bridge['desk.numbers']({ language: 'da' })]);
    }),
  );
  await closesDesk(kiosk, desk);
  await kiosk.close();
  told.push(kiosk.printed(), ...textsBelow(join(home, 'audit')), ...textsBelow(join(home, 'runtime')));
  expect(told.join('\n').toLowerCase()).not.toContain(MARK);
});

/** The bytes of every file below a folder, as text. */
function textsBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
}
