import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

async function atFirstQuestion(studio: Studio): Promise<void> {
  await studio.beginsQuestions();
  await studio.reload('question');
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
    await studio.reload('question');
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
    await studio.reload('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
  }),
  screen('sheet-delete', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-tone="grave"]', '#delete-title');
  }),
  screen('danger', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.reload('question');
    await studio.person.taps('body-now');
    await studio.person.goesOn();
    await studio.page.locator('dialog[data-sheet="danger"]').waitFor();
  }),
  screen('curtain', async (studio) => {
    await atFirstQuestion(studio);
    await studio.opens('.top-bar-buttons button:first-child', 'main[data-scene="curtain"]');
  }),
];
