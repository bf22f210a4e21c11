import { runNode } from '../running/child.mjs';
import { checkFailures, playwrightFailures, vitestFailures } from './failures.mjs';
import { checkCounts, playwrightCounts, vitestCounts } from './summary.mjs';

/** @typedef {import('./summary.mjs').Counts} Counts */
/** @typedef {import('../running/child.mjs').ChildOptions} ChildOptions */

/**
 * One part of `npm test`.
 *
 * @typedef {object} Part
 * @property {string} name
 * @property {(reportFile: string, onStderr: NonNullable<ChildOptions['onStderr']>) => Promise<number>} run resolves to the exit code
 * @property {(report: string | null) => Counts} count reads the runner's own report
 * @property {(report: string | null, root: string) => readonly string[]} failures reads there what failed, by name
 */

/** @type {readonly Part[]} */
export const PARTS = [
  {
    name: 'checks (npm run check)',
    run: (file, onStderr) => runNode(['tools/check.mjs', '--json', file], { onStderr }),
    count: checkCounts,
    failures: checkFailures,
  },
  {
    name: 'unit and integration tests (vitest, with coverage)',
    run: (file, onStderr) =>
      runNode(['node_modules/vitest/vitest.mjs', 'run', '--coverage', ...vitestReport(file)], { onStderr }),
    count: vitestCounts,
    failures: vitestFailures,
  },
  {
    name: 'tests in the real window (Playwright, Electron)',
    run: (file, onStderr) =>
      runNode(['tools/e2e.mjs', '--reporter=list,json'], { ...playwrightReport(file), onStderr }),
    count: playwrightCounts,
    failures: playwrightFailures,
  },
  {
    name: 'package and its tests (npm run package, Playwright)',
    run: async (file, onStderr) => {
      const packaging = await runNode(['tools/package.mjs'], { onStderr });
      if (packaging !== 0) return packaging;
      return runNode(['tools/e2e.mjs', '--packaged', '--reporter=list,json'], { ...playwrightReport(file), onStderr });
    },
    count: playwrightCounts,
    failures: playwrightFailures,
  },
];

/**
 * @param {string} file
 * @returns {readonly string[]}
 */
function vitestReport(file) {
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
}

/**
 * @param {string} file
 * @returns {{ env: Record<string, string> }}
 */
function playwrightReport(file) {
  return { env: { PLAYWRIGHT_JSON_OUTPUT_NAME: file } };
}
