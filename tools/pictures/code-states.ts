import { answersTrack } from './answers-track.ts';
import { screen, type State } from './state.ts';
import { withNobodyOnDuty } from './start-states.ts';
import type { Studio } from './studio.ts';

const WRONG_CODE = '1212121212121212';

async function atCodeEntry(studio: Studio): Promise<void> {
  await studio.begins();
  await studio.turnsTo('greeting');
  await studio.opens('.code-button', 'main[data-scene="resume"]');
}

/** Keeps a visit, and comes back to it as its person does. */
async function atFoundVisit(studio: Studio): Promise<void> {
  await answersTrack(studio, 'age');
  const code = await studio.page.evaluate(async () => {
    const taken = await window.kiosk['visit.takeCode']({});
    await window.kiosk['visit.keep']({});
    return taken.ok ? taken.value.digits : '';
  });
  await studio.begins();
  await studio.page.evaluate((digits) => window.kiosk['visit.resume']({ code: digits }), code);
  await studio.turnsTo('found');
}

/** The code of pictures: taken, entered, and what it finds. */
export const codeStates: readonly State[] = [
  screen('offer-code', async (studio) => {
    await answersTrack(studio, 'offerCode');
    await studio.turnsTo('offerCode');
  }),
  screen('code', async (studio) => {
    await answersTrack(studio, 'offerCode');
    await studio.turnsTo('offerCode');
    await studio.person.taps('yes');
    await studio.person.goesOn();
    await studio.person.sees('code');
  }),
  {
    name: 'resume',
    screens: 'many',
    run: async (studio, { take }) => {
      await atCodeEntry(studio);
      await take('kinds');
      await studio.opens('.picture-cards [data-digit="3"]', '.picture-entry[data-step="1"]');
      await take('pictures');
    },
  },
  screen('code-not-found', async (studio) => {
    await atCodeEntry(studio);
    await studio.page.keyboard.type(WRONG_CODE);
    await studio.page.locator('.picture-entry[data-step="16"]').waitFor();
    await studio.person.goesOn();
    await studio.page.locator('.problem-line', { hasText: /\S/ }).waitFor();
  }),
  screen('found', atFoundVisit),
  screen('found-closed', async (studio) => {
    await atFoundVisit(studio);
    await withNobodyOnDuty(studio);
  }),
  screen('found-change', async (studio) => {
    await atFoundVisit(studio);
    await studio.opens('.top-bar-buttons button:last-child', 'dialog[data-sheet="change"]');
  }),
  screen('found-delete', async (studio) => {
    await atFoundVisit(studio);
    await studio.opens('[data-does="delete"]', 'dialog[data-sheet="delete"]');
  }),
];

/** As many wrong codes as nobody has to wait for. */
const FREE_TRIES = 5;

/** Who tried too many codes waits: the kiosk takes none for a while after this. */
export const codeWaitState: State = screen('code-wait', async (studio) => {
  await atCodeEntry(studio);
  await studio.page.evaluate(
    async ({ code, tries }) => {
      for (let tried = 0; tried < tries; tried++) await window.kiosk['visit.resume']({ code });
    },
    { code: WRONG_CODE, tries: FREE_TRIES + 1 },
  );
  await studio.page.keyboard.type(WRONG_CODE);
  await studio.page.locator('.picture-entry[data-step="16"]').waitFor();
  await studio.person.goesOn();
  await studio.page.locator('.problem-line', { hasText: /\S/ }).waitFor();
});
