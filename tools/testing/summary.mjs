import { stripVTControlCharacters } from 'node:util';
import { failureLines } from './failures.mjs';

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 */

/**
 * What one part of `npm test` came to.
 *
 * @typedef {object} PartResult
 * @property {string} name
 * @property {Counts} counts
 * @property {string} note why something counts as failed besides its tests; empty when nothing does
 * @property {readonly string[]} failures what failed in it, by name
 * @property {number} seconds
 */

/** How much of a part's errors the end repeats: a report of vitest about an error outside its tests has about fifteen. */
const LAST_LINES = 20;
const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/**
 * @param {string | null} report what `vitest --reporter=json` wrote; null when it wrote nothing
 * @returns {Counts}
 */
export function vitestCounts(report) {
  if (report === null) return NOTHING;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = /** @type {Record<string, number>} */ (
    JSON.parse(report)
  );
  return {
    passed: numPassedTests ?? 0,
    failed: numFailedTests ?? 0,
    skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
  };
}

/**
 * @param {string | null} report what `playwright test --reporter=json` wrote
 * @returns {Counts} a test that passed only when repeated counts as failed
 */
export function playwrightCounts(report) {
  if (report === null) return NOTHING;
  const { stats } = /** @type {{ stats: Record<'expected' | 'unexpected' | 'flaky' | 'skipped', number> }} */ (
    JSON.parse(report)
  );
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

/**
 * @param {string | null} report what `tools/check.mjs --json` wrote
 * @returns {Counts}
 */
export function checkCounts(report) {
  if (report === null) return NOTHING;
  const { passed, failed, skipped } = /** @type {Counts} */ (JSON.parse(report));
  return { passed, failed, skipped };
}

/**
 * Settles a part's counts with its exit code: a part that failed otherwise (a threshold, a broken file) or that ran no
 * test counts as one failure more, so that no part fails silently.
 *
 * @param {Counts} counts
 * @param {number} exitCode
 * @param {string} stderr what the part wrote there, whose end says what no test says
 * @returns {{ counts: Counts, note: string }}
 */
export function settle(counts, exitCode, stderr) {
  if (exitCode !== 0 && counts.failed === 0) {
    const note = `ended with exit code ${String(exitCode)}, and this was the last of its errors:${lastLines(stderr)}`;
    return { counts: { ...counts, failed: 1 }, note };
  }
  if (counts.passed + counts.failed === 0) return { counts: { ...counts, failed: 1 }, note: 'ran no test' };
  return { counts, note: '' };
}

/**
 * @param {string} text
 * @returns {string} each line below the one it belongs to, without the colours of a terminal
 */
function lastLines(text) {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines
    .slice(-LAST_LINES)
    .map((line) => `\n         ${line}`)
    .join('');
}

/**
 * The end of `npm test`: what ran, and what failed by name, because the tail of a log is all that some see of it. The last
 * line sums up all parts.
 *
 * @param {readonly PartResult[]} parts
 * @returns {string}
 */
export function summaryText(parts) {
  const lines = parts.map(({ name, counts, note, seconds }) => {
    const verdict = counts.failed === 0 ? 'ok    ' : 'FAILED';
    return `${verdict} ${name}: ${countsText(counts)} (${seconds.toFixed(0)} s)${note === '' ? '' : ` – ${note}`}`;
  });
  const failed = failureLines(parts.flatMap(({ failures }) => failures));
  return ['What ran:', ...lines, '', ...(failed.length === 0 ? [] : [...failed, '']), countsText(total(parts))].join(
    '\n',
  );
}

/**
 * @param {readonly PartResult[]} parts
 * @returns {Counts}
 */
export function total(parts) {
  /** @param {keyof Counts} key */
  const sum = (key) => parts.reduce((all, { counts }) => all + counts[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
function countsText({ passed, failed, skipped }) {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped`;
}
