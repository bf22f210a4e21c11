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
  expect(settle(counted, exitCode, '').counts).toEqual(expected);
});

test('tells the last that a part said which failed although its tests passed, without colours', () => {
  const said = [
    ...Array.from({ length: 30 }, (_, line) => `before ${String(line)}`),
    '',
    '\u001B[31mToo little is covered\u001B[39m',
  ];
  const lines = settle(counts, 1, `${said.join('\n')}\n`).note.split('\n');
  expect(lines).toHaveLength(21);
  expect(lines[0]).toMatch(/exit code 1/);
  expect(lines.slice(-2)).toEqual(['         before 29', '         Too little is covered']);
});

test('names every part and what failed in it, and sums up in a last line that machines read too', () => {
  const failures = ['tests/e2e/safety.test.ts > nobody is called', 'tests/e2e/letter.test.ts > the letter goes'];
  const text = summaryText([
    { name: 'checks', counts, note: '', seconds: 61.4, failures: [] },
    { name: 'window', counts: { passed: 7, failed: 2, skipped: 0 }, note: '', seconds: 2, failures },
    { name: 'package', counts: { passed: 0, failed: 1, skipped: 0 }, note: 'ran no test', seconds: 2, failures: [] },
  ]);
  expect(text.split('\n')).toEqual([
    'What ran:',
    'ok     checks: 3 passed, 0 failed, 1 skipped (61 s)',
    'FAILED window: 7 passed, 2 failed, 0 skipped (2 s)',
    'FAILED package: 0 passed, 1 failed, 0 skipped (2 s) – ran no test',
    '',
    'What failed:',
    '  tests/e2e/safety.test.ts > nobody is called',
    '  tests/e2e/letter.test.ts > the letter goes',
    '',
    '10 passed, 3 failed, 1 skipped',
  ]);
});

test('names nothing where nothing failed', () => {
  const text = summaryText([{ name: 'checks', counts, note: '', seconds: 1, failures: [] }]);
  expect(text.split('\n').slice(-2)).toEqual(['', '3 passed, 0 failed, 1 skipped']);
});
