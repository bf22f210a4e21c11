import { join, relative, sep } from 'node:path';

/** What the tail of a log still shows whole. */
const MOST_NAMED = 40;

/**
 * A test of `vitest --reporter=json`, as far as it is read here.
 *
 * @typedef {{ readonly ancestorTitles: readonly string[], readonly title: string, readonly status: string }} VitestTest
 * @typedef {{ readonly name: string, readonly status: string, readonly assertionResults: readonly VitestTest[] }} VitestFile
 */

/**
 * A part of what `playwright test --reporter=json` wrote.
 *
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {readonly { readonly title: string, readonly file: string, readonly tests: readonly { readonly status: string }[] }[]} specs
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightReport
 * @property {{ readonly rootDir: string }} config
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { readonly location?: { readonly file: string } }[]} errors
 */

/**
 * Names what failed by file and titles. Messages stay out: they may hold what a test compared.
 *
 * @param {string | null} report what `vitest --reporter=json` wrote
 * @param {string} root the folder from which files are named
 * @returns {readonly string[]} a file that failed before its tests began is named alone
 */
export function vitestFailures(report, root) {
  if (report === null) return [];
  const { testResults } = /** @type {{ testResults: readonly VitestFile[] }} */ (JSON.parse(report));
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const file = fileFrom(root, name);
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (failed.length === 0) return status === 'failed' ? [file] : [];
    return failed.map(({ ancestorTitles, title }) => named(file, [...ancestorTitles, title]));
  });
}

/**
 * Names what failed by file and titles, as `vitestFailures` does.
 *
 * @param {string | null} report what `playwright test --reporter=json` wrote
 * @param {string} root the folder from which files are named
 * @returns {readonly string[]} also the tests that passed only when repeated
 */
export function playwrightFailures(report, root) {
  if (report === null) return [];
  const { config, suites, errors } = /** @type {PlaywrightReport} */ (JSON.parse(report));
  const broken = errors.flatMap(({ location }) => (location === undefined ? [] : [fileFrom(root, location.file)]));
  /** @param {string} file */
  const fileOf = (file) => fileFrom(root, join(config.rootDir, file));
  // The outermost suites are the files themselves.
  const failed = suites.flatMap((suite) => failedIn(suite, [])).map(({ file, titles }) => named(fileOf(file), titles));
  return [...broken, ...failed];
}

/**
 * @param {string | null} report what `tools/check.mjs --json` wrote
 * @returns {readonly string[]} the names of the checks that failed
 */
export function checkFailures(report) {
  if (report === null) return [];
  const { failures } = /** @type {{ failures: readonly string[] }} */ (JSON.parse(report));
  return failures;
}

/**
 * @param {readonly string[]} failures of all parts
 * @returns {readonly string[]} the lines that name them at the end of `npm test`; none where nothing failed
 */
export function failureLines(failures) {
  if (failures.length === 0) return [];
  const more = failures.length - MOST_NAMED;
  const named = failures.slice(0, MOST_NAMED).map((failure) => `  ${failure}`);
  return ['What failed:', ...named, ...(more > 0 ? [`  and ${String(more)} more`] : [])];
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above the titles of the suites around it, without the file's
 * @returns {{ readonly file: string, readonly titles: readonly string[] }[]}
 */
function failedIn({ specs, suites = [] }, above) {
  const failed = specs.filter(({ tests }) => tests.some(({ status }) => ['unexpected', 'flaky'].includes(status)));
  const here = failed.map(({ file, title }) => ({ file, titles: [...above, title] }));
  return [...here, ...suites.flatMap((inner) => failedIn(inner, [...above, inner.title]))];
}

/**
 * @param {string} file
 * @param {readonly string[]} titles
 * @returns {string} in one line, whatever a title holds
 */
function named(file, titles) {
  return [file, ...titles.filter((title) => title !== '')].join(' > ').replaceAll(/\s+/g, ' ');
}

/**
 * @param {string} root
 * @param {string} file
 * @returns {string}
 */
function fileFrom(root, file) {
  return relative(root, file).split(sep).join('/');
}
