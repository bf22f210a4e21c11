// Runs inside a page, and says how long it takes from a tap to the first frame with the next question. Its text is put
// into Matu's page and SurveyJS's alike, so it imports nothing; `window.tapProbe` tells how the page names its question.

/** @typedef {{ selector: string, attribute: string }} Naming */
/** @typedef {{ standsMs: number, drawnMs: number, shownMs: number }} TapTimes see tap-times.ts */

const probe = /** @type {{ tapProbe: Naming & { measure?: () => Promise<TapTimes> } }} */ (
  /** @type {unknown} */ (window)
).tapProbe;

/** @returns {string | null} the name of the question that stands */
const question = () => document.querySelector(probe.selector)?.getAttribute(probe.attribute) ?? null;

/**
 * A dot that comes into the document together with the question, and so into the same frame: Chromium tells when the
 * dot was on the screen.
 *
 * @returns {Promise<number>}
 */
const presented = () => {
  const dot = document.createElement('span');
  dot.setAttribute('elementtiming', 'tap-probe');
  dot.textContent = '.';
  dot.style.cssText = 'position:fixed;left:0;top:0;z-index:9999;font-size:12px;line-height:1';
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      observer.disconnect();
      dot.remove();
      resolve(/** @type {{ renderTime: number }} */ (/** @type {unknown} */ (list.getEntries()[0])).renderTime);
    }).observe({ type: 'element', buffered: false });
    document.body.append(dot);
  });
};

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

probe.measure = () =>
  new Promise((resolve) => {
    const before = question();
    let tappedAt = Infinity;
    addEventListener('click', ({ timeStamp }) => (tappedAt = timeStamp), { capture: true, once: true });
    const observer = new MutationObserver(() => {
      const now = question();
      if (now === null || now === before) return;
      observer.disconnect();
      const standsMs = performance.now() - tappedAt;
      void Promise.all([drawn(), presented()]).then(([drawnAt, shownAt]) => {
        resolve({ standsMs, drawnMs: drawnAt - tappedAt, shownMs: shownAt - tappedAt });
      });
    });
    const what = { childList: true, subtree: true, attributeFilter: [probe.attribute] };
    observer.observe(document.documentElement, what);
  });
