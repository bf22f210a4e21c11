import { TRANSLATION_CHANNELS } from '../../ipc/translation-channels.ts';
import { SPEECH_CHANNELS } from '../../ipc/channels.ts';
import { AVIAJA, goesTo, MALIK, opensDesk, setsUp, signsIn, writesNewPin } from './at-the-desk.ts';
import { leavesTexts, opensTexts } from './at-the-texts.ts';
import { expect, test } from './kiosk.ts';

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
  }));
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
