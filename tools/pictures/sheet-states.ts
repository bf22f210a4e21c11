import { answersTrack } from './answers-track.ts';
import { screen, type State } from './state.ts';
import { withNobodyOnDuty } from './start-states.ts';
import type { Studio } from './studio.ts';

async function atFirstQuestion(studio: Studio): Promise<void> {
  await studio.beginsQuestions();
  await studio.turnsTo('question');
}

/** Stands at the question whether something is urgent. */
export async function atUrgent(studio: Studio): Promise<void> {
  await studio.beginsQuestions();
  await studio.answers('helper', 'alone');
  await studio.turnsTo('question');
}

/** Presses Listen, and goes on without a headset. */
async function listens(studio: Studio): Promise<void> {
  await studio.opens('.at-listen', 'dialog[data-sheet="headset"]');
  await studio.opens('dialog [data-does="without"]', '.listen-tools');
}

/** What lies over a question, and what stands around it. */
export const sheetStates: readonly State[] = [
  screen('choose-first', async (studio) => {
    await atFirstQuestion(studio);
    await studio.person.triesToGoOn();
    await studio.page.locator('.problem-line', { hasText: /\S/ }).waitFor();
  }),
  screen('helper-strip', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'friend');
    await studio.turnsTo('question');
    await studio.page.locator('.helper-strip[data-accompanied="true"]').waitFor();
  }),
  screen('draft-mark', async (studio) => {
    await atFirstQuestion(studio);
    // Danish and Swedish are approved, and have no mark to explain.
    const mark = studio.page.locator('.draft-mark').first();
    if ((await mark.count()) > 0) await mark.click();
  }),
  screen('sheet-change', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.top-bar-buttons button:last-child', 'dialog[data-sheet="change"]');
  }),
  screen('sheet-person', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.at-person', 'dialog[data-sheet="person"]');
  }),
  screen('sheet-stop', async (studio) => {
    await studio.beginsQuestions(studio.culture, 'whole');
    await studio.answers('read-or-listen', 'read');
    await studio.turnsTo('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
  }),
  screen('sheet-delete', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-tone="grave"]', '#sure-title');
  }),
  screen('sheet-person-called', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.at-person', 'dialog[data-sheet="person"]');
    await studio.opens('[data-does="fetch"]', '.call-state');
    await studio.page.locator('[data-does="staff-here"]').click();
  }),
  screen('sheet-test-call', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('[data-does="test-call"]', 'dialog[data-sheet="testCall"]');
  }),
  screen('sheet-person-alone', async (studio) => {
    await atFirstQuestion(studio);
    await withNobodyOnDuty(studio);
    await studio.opens('.at-person', 'dialog[data-sheet="person"]');
  }),
  screen('sheet-headset', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.at-listen', 'dialog[data-sheet="headset"]');
  }),
  screen('listen-tools', async (studio) => {
    await atFirstQuestion(studio);
    await listens(studio);
  }),
  screen('listen-private', async (studio) => {
    await atUrgent(studio);
    await listens(studio);
    await studio.page.locator('[data-listen="aloud"]').waitFor();
  }),
  {
    name: 'keyboard',
    screens: 'many',
    run: async (studio, { take }) => {
      await answersTrack(studio, 'call-name');
      await studio.turnsTo('question');
      await take('capitals');
      await studio.page.locator('.stage:not([inert]) [data-key="a"]').click();
      await take('letters');
      await studio.page.locator('.stage:not([inert]) [data-key="layer"]').click();
      await take('signs');
    },
  },
  screen('offer-person', async (studio) => {
    await answersTrack(studio, 'offerPerson');
    await studio.turnsTo('offerPerson');
  }),
  screen('offer-now-or-later', async (studio) => {
    await atUrgent(studio);
    await studio.person.gives('urgent', { kind: 'tellAPerson' });
    await studio.opens('.at-forward', 'main[data-scene="offerPerson"]');
  }),
  {
    name: 'danger',
    screens: 'many',
    run: async (studio, { take }) => {
      await atUrgent(studio);
      await studio.person.taps('body-now');
      await studio.opens('.at-forward', 'main[data-scene="danger"]');
      await take();
      await studio.opens('[data-does="staff-here"]', '[data-does="staff-yes"]');
      await take('staff');
      await studio.page.locator('[data-does="staff-no"]').click();
      await studio.opens('[data-does="safe"]', '[data-does="go-on-waiting"]');
      await take('safe');
      await studio.page.locator('[data-does="staff-here"]').click();
      await studio.opens('[data-does="staff-yes"]', 'main[data-scene="dangerNote"]');
      await take('note');
      await studio.opens('[data-does="note-stayed"]', 'main[data-scene="dangerAfter"]');
      await take('after');
      await studio.opens('[data-does="after-go-on"]', 'main[data-scene="question"]');
    },
  },
  screen('danger-unheard', async (studio) => {
    await atUrgent(studio);
    await studio.person.taps('body-now');
    await studio.opens('.at-forward', 'main[data-scene="danger"]');
    await studio.page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'soundFailed' } }));
    await studio.reload('danger');
  }),
  screen('danger-set-aside', async (studio) => {
    await atUrgent(studio);
    await studio.person.taps('body-now');
    await studio.opens('.at-forward', 'main[data-scene="danger"]');
    await studio.opens('[data-does="safe"]', '[data-does="go-on-waiting"]');
    await studio.opens('[data-does="go-on-waiting"]', 'main[data-scene="question"]');
    await studio.opens('.at-person', 'dialog[data-sheet="person"]');
  }),
];
