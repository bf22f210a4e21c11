import { answersShortTrack } from './short-track.ts';
import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

async function atReadBack(studio: Studio): Promise<void> {
  await answersShortTrack(studio);
  await studio.reload('readBack');
}

/** Turns to the last page, where Send stands. */
async function turnsToSend({ page }: Studio, onPage: (number: number) => Promise<void>): Promise<void> {
  for (let number = 1; ; number++) {
    await onPage(number);
    if (await page.locator('.letter-card').isVisible()) return;
    const first = await page.locator('.read-back-list > li').first().getAttribute('data-link-id');
    await page.locator('.at-forward').click();
    await page
      .locator(`.read-back section:first-child li:first-child[data-link-id]:not([data-link-id="${first ?? ''}"])`)
      .waitFor();
  }
}

async function sendsLetter(studio: Studio): Promise<void> {
  await atReadBack(studio);
  await turnsToSend(studio, async () => {});
  await studio.person.sends();
}

/** From the last questions to the last words. */
export const endStates: readonly State[] = [
  screen('under-age', async (studio) => {
    await answersShortTrack(studio, 'age');
    await studio.answers('age', 'under-18');
    await studio.reload('underAge');
  }),
  screen('offer-alone', async (studio) => {
    await answersShortTrack(studio, 'offerAlone', { isAccompanied: true });
    await studio.reload('offerAlone');
  }),
  {
    name: 'read-back',
    screens: 'many',
    run: async (studio, { take }) => {
      await atReadBack(studio);
      await turnsToSend(studio, (number) => take(String(number)));
    },
  },
  screen('read-back-closed', async (studio) => {
    await answersShortTrack(studio);
    await studio.does({ kind: 'setAccompanied', accompanied: true });
    await studio.reload('readBack');
  }),
  screen('ended-deleted', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.reload('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-tone="grave"]', '#sure-title');
    await studio.opens('[data-does="sure"]', 'main[data-scene="deleted"]');
  }),
  screen('ended-kept', async (studio) => {
    await answersShortTrack(studio, 'age');
    await studio.reload('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-does="keep"]', 'main[data-scene="code"]');
    await studio.opens('.at-forward', 'main[data-scene="kept"]');
  }),
  // The scripted person has had withdrawal before, which calls for a person; this one has called.
  screen('before-send', async (studio) => {
    await atReadBack(studio);
    await studio.page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'fetch', who: 'onDuty' } }));
    await studio.page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'here' } }));
    await studio.reload('readBack');
    await turnsToSend(studio, async () => {});
    await studio.opens('.at-forward', 'main[data-scene="beforeSend"]');
  }),
  screen('sent', sendsLetter),
  screen('read-back-line', async (studio) => {
    await atReadBack(studio);
    await studio.opens('.read-back-list > li[data-link-id="strengths"] button', 'dialog[data-sheet="line"]');
  }),
  screen('keep-letter', async (studio) => {
    await sendsLetter(studio);
    await studio.opens('.at-forward', 'main[data-scene="keepLetter"]');
  }),
  screen('offers', async (studio) => {
    await sendsLetter(studio);
    await studio.opens('.at-forward', 'main[data-scene="keepLetter"]');
    await studio.opens('.at-forward', 'main[data-scene="offers"]');
  }),
  screen('found-letter', async (studio) => {
    await sendsLetter(studio);
    const { sent } = await studio.view();
    await studio.begins();
    await studio.page.evaluate((code) => window.kiosk['visit.resume']({ code }), sent?.takeBack?.digits ?? '');
    await studio.reload('foundLetter');
  }),
  screen('nothing-told', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.does({ kind: 'tellBack' }, { kind: 'remove', linkId: 'helper' });
    await studio.reload('readBack');
  }),
  screen('take-back', async (studio) => {
    await sendsLetter(studio);
    await studio.opens('[data-does="take-back"]', 'dialog[data-sheet="take-back"]');
  }),
  screen('taken-back', async (studio) => {
    await sendsLetter(studio);
    await studio.opens('[data-does="take-back"]', 'dialog[data-sheet="take-back"]');
    await studio.opens('[data-does="take-back-yes"]', 'main[data-scene="takenBack"]');
  }),
];

/** What leaves the kiosk of no more use. */
export const lastStates: readonly State[] = [
  screen('sending', async (studio) => {
    await atReadBack(studio);
    await turnsToSend(studio, async () => {});
    // Sealing takes a moment only: here it never comes to its end, and this kiosk is of no more use.
    await studio.kiosk.app.evaluate(({ ipcMain }) => {
      ipcMain.removeHandler('visit.send');
      ipcMain.handle('visit.send', () => new Promise(() => {}));
    });
    await studio.opens('.at-forward', 'main[data-scene="beforeSend"]');
    await studio.person.taps('no');
    await studio.opens('.at-forward', 'main[data-scene="sending"]');
  }),
  screen('closed-not-ready', async (studio) => {
    const description = await studio.page.evaluate(() => window.kiosk['kiosk.describe']({}));
    await studio.kiosk.app.evaluate(
      ({ ipcMain }, closed) => {
        ipcMain.removeHandler('kiosk.describe');
        ipcMain.handle('kiosk.describe', () => closed);
      },
      { ...description, open: false },
    );
    await studio.reload('closed');
  }),
];
