import { expect, test } from 'vitest';
import { checkFailures, failureLines, playwrightFailures, vitestFailures } from '../../tools/testing/failures.mjs';

const ROOT = '/matu';

/** What Vitest reports of one file: the state of each test by its titles. */
function vitestFile(
  name: string,
  tests: readonly (readonly [status: string, ...titles: string[]])[],
  status = 'failed',
) {
  const assertionResults = tests.map(([state, ...titles]) => ({
    ancestorTitles: titles.slice(0, -1),
    title: titles.at(-1),
    status: state,
    failureMessages: ['expected "Maja" to be "Ole"'],
  }));
  return { name: `${ROOT}/tests/${name}`, status, assertionResults, message: 'Cannot find module' };
}

/** What Playwright reports of one test, run once for each state. */
function spec(title: string, ...states: readonly string[]) {
  const tests = states.map((status) => ({ status, results: [{ error: { message: 'expected "Maja"' } }] }));
  return { title, file: 'safety.test.ts', tests };
}

test('Vitest’s failed tests are named by file and titles, without a word of what they compared', () => {
  const testResults = [
    vitestFile('a.test.ts', [
      ['passed', 'goes well'],
      ['failed', 'Sending', 'seals once'],
      ['skipped', 'waits'],
    ]),
    vitestFile('b.test.ts', [['passed', 'goes well']], 'passed'),
    vitestFile('c.test.ts', [['failed', '', 'a title\nin two lines']]),
  ];
  expect(vitestFailures(JSON.stringify({ testResults }), ROOT)).toEqual([
    'tests/a.test.ts > Sending > seals once',
    'tests/c.test.ts > a title in two lines',
  ]);
});

test('a file that Vitest cannot even read is named, without its message', () => {
  const testResults = [vitestFile('a.test.ts', [])];
  expect(vitestFailures(JSON.stringify({ testResults }), ROOT)).toEqual(['tests/a.test.ts']);
});

test('Playwright’s failed tests are named by file and titles, also those that passed only when repeated', () => {
  const house = { title: 'In a house', specs: [spec('nobody is called', 'unexpected')] };
  const specs = [spec('goes well', 'expected'), spec('waits', 'skipped'), spec('comes', 'expected', 'flaky')];
  const suites = [{ title: 'safety.test.ts', specs, suites: [house] }];
  const report = { config: { rootDir: `${ROOT}/tests/e2e` }, suites, errors: [] };
  expect(playwrightFailures(JSON.stringify(report), ROOT)).toEqual([
    'tests/e2e/safety.test.ts > comes',
    'tests/e2e/safety.test.ts > In a house > nobody is called',
  ]);
});

test('a file that Playwright cannot even read is named, without its message', () => {
  const errors = [{ message: 'Unexpected token', location: { file: `${ROOT}/tests/e2e/a.test.ts` } }, { message: 'x' }];
  const report = { config: { rootDir: `${ROOT}/tests/e2e` }, suites: [], errors };
  expect(playwrightFailures(JSON.stringify(report), ROOT)).toEqual(['tests/e2e/a.test.ts']);
});

test('the checks that failed are named', () => {
  expect(checkFailures(JSON.stringify({ passed: 5, failed: 1, skipped: 0, failures: ['types'] }))).toEqual(['types']);
});

test.each([vitestFailures, playwrightFailures, checkFailures])(
  'nothing is named where no report is (%o)',
  (failures) => {
    expect(failures(null, ROOT)).toEqual([]);
  },
);

test('forty are named, and the others counted', () => {
  const failures = Array.from({ length: 42 }, (_, index) => `test ${String(index)}`);
  const lines = failureLines(failures);
  expect([lines[0], lines[1], lines.at(-2), lines.at(-1)]).toEqual([
    'What failed:',
    '  test 0',
    '  test 39',
    '  and 2 more',
  ]);
  expect(failureLines(failures.slice(0, 40)).at(-1)).toBe('  test 39');
  expect(failureLines([])).toEqual([]);
});
