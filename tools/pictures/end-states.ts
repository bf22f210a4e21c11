import type { Track } from '../../core/questionnaire/flow.ts';
import { answersTrack } from './answers-track.ts';
import { screen, type State } from './state.ts';
import type { Studio } from './studio.ts';

async function atReadBack(studio: Studio): Promise<void> {
  await answersTrack(studio);
  await studio.turnsTo('readBack');
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

/** Sends what was told, past the screens that lead there. */
async function sendsLetter(studio: Studio, track: Track = 'short'): Promise<void> {
  await answersTrack(studio, 'readBack', { track });
  await studio.page.evaluate(() => window.kiosk['visit.send']({ ringToday: false }));
  await studio.turnsTo('sent');
}

/** From the last questions to the last words. */
export const endStates: readonly State[] = [
  screen('under-age', async (studio) => {
    await answersTrack(studio, 'age');
    await studio.answers('age', 'under-18');
    await studio.turnsTo('underAge');
  }),
  screen('offer-alone', async (studio) => {
    await answersTrack(studio, 'offerAlone', { isAccompanied: true });
    await studio.turnsTo('offerAlone');
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
    await answersTrack(studio);
    await studio.does({ kind: 'setAccompanied', accompanied: true });
    await studio.turnsTo('readBack');
  }),
  screen('ended-deleted', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.turnsTo('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-tone="grave"]', '#sure-title');
    await studio.opens('[data-does="sure"]', 'main[data-scene="deleted"]');
  }),
  screen('ended-kept', async (studio) => {
    await answersTrack(studio, 'age');
    await studio.turnsTo('question');
    await studio.opens('.at-stop', 'dialog[data-sheet="stop"]');
    await studio.opens('dialog[data-sheet="stop"] [data-does="keep"]', 'main[data-scene="code"]');
    await studio.opens('.at-forward', 'main[data-scene="kept"]');
  }),
  // The scripted person has had withdrawal before, which calls for a person; this one has called.
  screen('before-send', async (studio) => {
    await atReadBack(studio);
    await studio.page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'fetch', who: 'onDuty' } }));
    await studio.page.evaluate(() => window.kiosk['alert.act']({ act: { kind: 'here' } }));
    await studio.turnsTo('readBack');
    await turnsToSend(studio, async () => {});
    await studio.opens('.at-forward', 'main[data-scene="beforeSend"]');
  }),
  screen('sent', sendsLetter),
  screen('read-back-line', async (studio) => {
    await atReadBack(studio);
    await studio.opens('.read-back-list > li[data-link-id="helper"] button', 'dialog[data-sheet="line"]');
  }),
  screen('keep-letter', async (studio) => {
    await sendsLetter(studio);
    await studio.opens('.at-forward', 'main[data-scene="keepLetter"]');
  }),
  // Who would like company says so on the whole track alone.
  screen('offers', async (studio) => {
    await sendsLetter(studio, 'whole');
    await studio.opens('.at-forward', 'main[data-scene="keepLetter"]');
    await studio.opens('.at-forward', 'main[data-scene="offers"]');
  }),
  screen('found-letter', async (studio) => {
    await sendsLetter(studio);
    const { sent } = await studio.view();
    await studio.begins();
    await studio.page.evaluate((code) => window.kiosk['visit.resume']({ code }), sent?.takeBack?.digits ?? '');
    await studio.turnsTo('foundLetter');
  }),
  screen('nothing-told', async (studio) => {
    await studio.beginsQuestions();
    await studio.answers('helper', 'alone');
    await studio.does({ kind: 'tellBack' }, { kind: 'remove', linkId: 'helper' });
    await studio.turnsTo('readBack');
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
        // A closed kiosk has no visits to show.
        ipcMain.removeHandler('visit.show');
      },
      { ...description, open: false },
    );
    await studio.reload('closed');
  }),
];
