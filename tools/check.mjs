// npm run check [-- --json FILE]: format, types, lint, import directions, content and unused code. Runs all
// of them, two at a time, whatever the first ones say; what a failed one printed stands under its verdict.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { CHECKS } from './checking/checks.mjs';
import { rootFolder } from './set-up/paths.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages } from './set-up/set-up.mjs';

/** @typedef {import('./checking/checks.mjs').Check} Check */

const LANES = 2;

await runTool(async () => {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  setUpPackages();
  const waiting = [...CHECKS];
  const lanes = Array.from({ length: LANES }, () => runLane(waiting));
  const failures = (await Promise.all(lanes)).flat();
  const failed = failures.length;
  const passed = CHECKS.length - failed;
  if (values.json !== undefined) {
    mkdirSync(dirname(values.json), { recursive: true });
    writeFileSync(values.json, JSON.stringify({ passed, failed, skipped: 0, failures }));
  }
  process.stdout.write(`Checks: ${String(passed)} passed, ${String(failed)} failed\n`);
  return failed === 0 ? 0 : 1;
});

/**
 * @param {Check[]} waiting shared by the lanes; each takes the next
 * @returns {Promise<string[]>} the names of those that failed in this lane
 */
async function runLane(waiting) {
  const check = waiting.shift();
  if (check === undefined) return [];
  const failures = (await passes(check)) ? [] : [check.name];
  return [...failures, ...(await runLane(waiting))];
}

/**
 * @param {Check} check
 * @returns {Promise<boolean>}
 */
async function passes({ name, args }) {
  const started = performance.now();
  const { exitCode, text } = await runQuietly(args);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const isPassed = exitCode === 0;
  process.stdout.write(`${isPassed ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`);
  if (!isPassed) process.stdout.write(`${text}\n`);
  return isPassed;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<{ exitCode: number | null, text: string }>}
 */
function runQuietly(args) {
  const child = spawn(process.execPath, args, { cwd: rootFolder, stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  /** @param {unknown} data */
  const collect = (data) => {
    text += String(data);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => {
      resolve({ exitCode, text });
    });
  });
}
