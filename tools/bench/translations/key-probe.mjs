// Runs inside the window of the texts, and says what a key costs: from the moment at which the page gets it to the end of
// script and layout, and to the first frame with what it changed; and how long the table takes to open. Its text is put into the page, so it imports nothing.

/** @typedef {{ workMs: number, drawnMs: number, followedMs: number }} KeyTimes see measure-translations.ts */

const page = /** @type {{ keyProbe?: () => Promise<KeyTimes>, tabProbe?: () => Promise<number> }} */ (
  /** @type {unknown} */ (window)
);

/**
 * A message that is sent when a frame begins arrives when the page has drawn it.
 *
 * @returns {Promise<number>}
 */
const drawn = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        resolve(performance.now());
      };
      port2.postMessage(null);
    });
  });

/**
 * The table may follow what was typed some frames later.
 *
 * @returns {Promise<number | null>} null where it stood in the first frame already
 */
const followed = async () => {
  let at = null;
  while (document.querySelector('.texts-both[aria-busy="true"]') !== null) at = await drawn();
  return at;
};

page.keyProbe = () =>
  new Promise((resolve) => {
    let startedAt = 0;
    // Before the page itself hears of it, and after it has done what it does at once.
    addEventListener('keydown', () => (startedAt = performance.now()), { capture: true, once: true });
    const settle = () => {
      document.body.getBoundingClientRect();
      const workMs = performance.now() - startedAt;
      void drawn().then(async (drawnAt) => {
        const drawnMs = drawnAt - startedAt;
        const followedAt = await followed();
        resolve({ workMs, drawnMs, followedMs: followedAt === null ? drawnMs : followedAt - startedAt });
      });
    };
    addEventListener('keydown', (event) => event.key.startsWith('Arrow') && queueMicrotask(settle), { once: true });
    addEventListener('input', () => queueMicrotask(settle), { once: true });
  });

/** From a press on the tab of the table to the frame with its first rows. */
page.tabProbe = () =>
  new Promise((resolve) => {
    const startedAt = performance.now();
    const look = () => {
      if (document.querySelector('.text-row [role="gridcell"]') === null) requestAnimationFrame(look);
      else
        void drawn().then((drawnAt) => {
          resolve(drawnAt - startedAt);
        });
    };
    /** @type {HTMLElement | null} */ (document.querySelector('[data-tab="texts"]'))?.click();
    look();
  });
