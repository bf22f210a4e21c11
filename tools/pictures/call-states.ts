import type { AlertStage } from '../../core/alert/alert.ts';
import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';
import { atUrgent } from './sheet-states.ts';

const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 100;

/** Waits until a call has come this far. */
async function callIs(studio: Studio, wanted: AlertStage): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    const { alert } = await studio.view();
    if (alert?.stage === wanted) break;
    if (performance.now() > until) throw new Error(`The call never comes to ${wanted}`);
    await studio.page.waitForTimeout(LOOK_AGAIN_MS);
  }
  // The window hears of it by a signal, and draws it then.
  await studio.page.locator(`main[data-scene="danger"][data-stage="${wanted}"]`).waitFor();
}

/** The page for danger while nobody comes, and after somebody has acknowledged: in a house where time goes fast. */
export function callStates(acknowledge: () => void): readonly State[] {
  return [
    // This house has not tried its call today. Nobody can choose a language there: the screen speaks all of them.
    screen('closed-no-test-call', (studio) => studio.reload('closed')),
    {
      name: 'call',
      screens: 'many',
      run: async (studio, { take }) => {
        await atUrgent(studio);
        await studio.person.taps('body-now');
        await studio.opens('.at-forward', 'main[data-scene="danger"]');
        await take('silent');
        await callIs(studio, 'second');
        await take('second');
        await callIs(studio, 'numbers');
        await take('numbers');
        await studio.opens('[data-does="safe"]', '[data-does="go-on-waiting"]');
        await take('numbers-safe');
        await studio.opens('[data-does="staff-here"]', '[data-does="staff-yes"]');
        await take('numbers-staff');
        await studio.opens('[data-does="staff-yes"]', 'main[data-scene="dangerNote"]');
        await studio.opens('[data-does="note-stayed"]', 'main[data-scene="dangerAfter"]');
        await studio.opens('[data-does="after-go-on"]', 'main[data-scene="question"]');
      },
    },
    {
      name: 'call-acknowledged',
      screens: 'one',
      run: async (studio, { take }) => {
        acknowledge();
        await atUrgent(studio);
        await studio.person.taps('body-now');
        await studio.opens('.at-forward', 'main[data-scene="danger"]');
        await callIs(studio, 'coming');
        await take();
      },
    },
  ];
}
