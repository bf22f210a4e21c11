import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

/** Signs the made-up person on or off. */
async function duty({ page }: Studio, onDuty: boolean): Promise<void> {
  await page.evaluate((isOn) => window.kiosk['demo.setDuty']({ onDuty: isOn }), onDuty);
}

const proceed = { kind: 'proceed' } as const;

/** From the open door to the first question. */
export const startStates: readonly State[] = [
  screen('greeting', async (studio) => {
    await studio.begins();
    await studio.reload('greeting');
  }),
  {
    name: 'closed',
    screens: 'one',
    run: async (studio, { take }) => {
      await studio.begins();
      await duty(studio, false);
      try {
        await studio.reload('closed');
        await take();
      } finally {
        await duty(studio, true);
      }
    },
  },
  screen('language', async (studio) => {
    await studio.begins();
    await studio.does(proceed);
    await studio.reload('language');
  }),
  screen('culture', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed);
    await studio.reload('culture');
  }),
  screen('who-can-see', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed, { kind: 'chooseCulture', culture: studio.culture }, proceed);
    await studio.reload('whoCanSee');
  }),
  screen('track', async (studio) => {
    await studio.begins();
    await studio.does(proceed, proceed, { kind: 'chooseCulture', culture: studio.culture }, proceed, proceed);
    await studio.reload('track');
  }),
];
