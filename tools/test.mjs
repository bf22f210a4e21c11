// npm test: sets up what is missing (Electron, Xvfb, age, minisign and servers included) and runs everything: the checks, the
// unit tests, the tests in the real window, the package and its tests. A failed part does not hide the later ones.
import { readFileSync, rmSync } from 'node:fs';
import { inCache, rootFolder } from './set-up/paths.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpServers, setUpWindow } from './set-up/set-up.mjs';
import { PARTS } from './testing/parts.mjs';
import { settle, summaryText, total } from './testing/summary.mjs';

/** @typedef {import('./testing/parts.mjs').Part} Part */
/** @typedef {import('./testing/summary.mjs').PartResult} PartResult */

await runTool(async () => {
  await setUpWindow({ display: process.platform === 'linux', tests: true });
  setUpServers();
  /** @type {PartResult[]} */
  const results = [];
  for (const [index, part] of PARTS.entries()) {
    process.stdout.write(`\n=== ${part.name}\n`);
    results.push(await runPart(part, inCache('reports', `part-${String(index + 1)}.json`)));
  }
  process.stdout.write(`\n${summaryText(results)}\n`);
  return total(results).failed === 0 ? 0 : 1;
});

/**
 * @param {Part} part
 * @param {string} reportFile
 * @returns {Promise<PartResult>}
 */
async function runPart(part, reportFile) {
  // Yesterday's report must not stand in for a runner that died before it wrote one.
  rmSync(reportFile, { force: true });
  const started = performance.now();
  let stderr = '';
  const exitCode = await part.run(reportFile, (text) => {
    stderr += text;
  });
  const seconds = (performance.now() - started) / 1000;
  const report = readReport(reportFile);
  const failures = part.failures(report, rootFolder);
  return { name: part.name, seconds, failures, ...settle(part.count(report), exitCode, stderr) };
}

/**
 * @param {string} file
 * @returns {string | null}
 */
function readReport(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
