import { expect, test } from 'vitest';
import { checkCounts, playwrightCounts, settle, summaryText, vitestCounts } from '../../tools/testing/summary.mjs';

const counts = { passed: 3, failed: 0, skipped: 1 };

test('reads vitest’s report', () => {
  const report = JSON.stringify({ numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 4 });
  expect(vitestCounts(report)).toEqual({ passed: 3, failed: 2, skipped: 5 });
});

test('reads Playwright’s report and counts a test that passed only when repeated as failed', () => {
  const report = JSON.stringify({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } });
  expect(playwrightCounts(report)).toEqual({ passed: 4, failed: 2, skipped: 2 });
});

test.each([vitestCounts, playwrightCounts, checkCounts])('counts nothing where there is no report (%o)', (count) => {
  expect(count(null)).toEqual({ passed: 0, failed: 0, skipped: 0 });
});

test.each([
  ['a part that went well', counts, 0, counts],
  ['a part whose tests failed', { ...counts, failed: 2 }, 1, { ...counts, failed: 2 }],
  ['a part that failed although its tests passed', counts, 1, { ...counts, failed: 1 }],
  ['a part that ran no test', { passed: 0, failed: 0, skipped: 5 }, 0, { passed: 0, failed: 1, skipped: 5 }],
])('settles %s', (_title, counted, exitCode, expected) => {
  expect(settle(counted, exitCode).counts).toEqual(expected);
});

test('names every part, and sums up in a last line that machines read too', () => {
  const text = summaryText([
    { name: 'checks', counts, note: '', seconds: 61.4 },
    { name: 'window', counts: { passed: 0, failed: 1, skipped: 0 }, note: 'ran no test', seconds: 2 },
  ]);
  expect(text.split('\n')).toEqual([
    'What ran:',
    'ok     checks: 3 passed, 0 failed, 1 skipped (61 s)',
    'FAILED window: 0 passed, 1 failed, 0 skipped (2 s) – ran no test',
    '',
    '3 passed, 1 failed, 1 skipped',
  ]);
});
