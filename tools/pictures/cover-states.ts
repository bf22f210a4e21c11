import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

async function covers(studio: Studio): Promise<void> {
  await studio.beginsQuestions();
  await studio.turnsTo('question');
  await studio.opens('.top-bar-buttons button:first-child', 'main[data-scene="covered"]');
}

async function lifts(studio: Studio): Promise<void> {
  await covers(studio);
  await studio.opens('.cover-lift', 'main[data-scene="lifting"]');
}

/** The cover, and what it lifts to. */
export const coverStates: readonly State[] = [
  screen('covered', covers),
  screen('lifting', lifts),
  screen('lifting-new', async (studio) => {
    await lifts(studio);
    await studio.opens('[data-does="new"]', '#sure-title');
  }),
];

/** What only waiting brings. */
export const waitingStates: readonly State[] = [
  screen('asked', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.page.locator('main[data-scene="asked"]').waitFor();
    await studio.shows();
  }),
];
