import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

/** Signs the made-up person on or off. */
async function setDuty({ page }: Studio, onDuty: boolean): Promise<void> {
  await page.evaluate((isOn) => window.kiosk['demo.setDuty']({ onDuty: isOn }), onDuty);
}

/** Signs everybody off. The next person finds somebody there again. */
export async function withNobodyOnDuty(studio: Studio): Promise<void> {
  await setDuty(studio, false);
  await studio.page.reload();
  await studio.page.locator('main[data-scene]').waitFor();
}

const proceed = { kind: 'proceed' } as const;

/** From the open door to the first question. */
export const startStates: readonly State[] = [
  screen('greeting', async (studio) => {
    await studio.begins();
    await studio.turnsTo('greeting');
  }),
  screen('closed', async (studio) => {
    await studio.begins();
    await withNobodyOnDuty(studio);
  }),
  screen('language', async (studio) => {
    await studio.begins();
    await studio.does(proceed);
    await studio.turnsTo('language');
  }),
  screen('culture', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed);
    await studio.turnsTo('culture');
  }),
  screen('who-can-see', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed, { kind: 'chooseCulture', culture: studio.culture }, proceed);
    await studio.turnsTo('whoCanSee');
  }),
  screen('track', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed, { kind: 'chooseCulture', culture: studio.culture }, proceed, proceed);
    await studio.turnsTo('track');
  }),
];
