// npm run check [-- --json FILE]: format, types, lint, import directions, locale completeness and unused code. Runs all
// of them, whatever the first ones say; what a failed one printed stands under its verdict.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS } from './checking/checks.mjs';
import { rootFolder } from './set-up/paths.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages } from './set-up/set-up.mjs';

/** @typedef {import('./checking/checks.mjs').Check} Check */

await runTool(() => {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  setUpPackages();
  const failed = CHECKS.filter((check) => !passes(check)).length;
  const passed = CHECKS.length - failed;
  if (values.json !== undefined) {
    mkdirSync(dirname(values.json), { recursive: true });
    writeFileSync(values.json, JSON.stringify({ passed, failed, skipped: 0 }));
  }
  process.stdout.write(`Checks: ${String(passed)} passed, ${String(failed)} failed\n`);
  return Promise.resolve(failed === 0 ? 0 : 1);
});

/**
 * @param {Check} check
 * @returns {boolean}
 */
function passes({ name, args }) {
  const started = performance.now();
  const result = spawnSync(process.execPath, args, {
    cwd: rootFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isPassed = result.status === 0;
  process.stdout.write(`${isPassed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!isPassed) process.stdout.write(`${result.stdout}${result.stderr}\n`);
  return isPassed;
}
