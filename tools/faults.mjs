// npm run test:faults [-- --full] [--jobs N] [--minutes N] [--seed TEXT] [--record FILE] [PART …]: breaks things on purpose
// and looks whether anything that was told to be safe is lost, doubled or let in. The short run is part of npm test; the
// full one takes a night, or N minutes for each campaign. Each campaign writes a line "faults {…}" for each of the
// processes that share its rounds; with --record they go into a file, too, from which the table of docs/reliability.md is
// printed at the end.
// Exit codes: 0 nothing was found, 1 something was, 2 the command line is not usable.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runNode } from './running/child.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpFileSystems, setUpPackages } from './set-up/set-up.mjs';
import { recordTable } from './testing/faults-record.mjs';

const USAGE =
  'npm run test:faults -- [--full] [--jobs N] [--minutes N] [--seed TEXT] [--record FILE] [PART …]   (a part is a word of a file in tests/faults)';

await runTool(async () => {
  const request = parseRequest(process.argv.slice(2));
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n\n${USAGE}\n`);
    return 2;
  }
  const { isFull, jobs, record, parts, env } = request;
  setUpPackages();
  if (isFull) setUpFileSystems();
  const filters = parts.length === 0 ? ['tests/faults'] : parts.map((part) => `tests/faults/${part}`);
  // In each process one file after the other: two at a time would measure each other's disk.
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...filters];
  const ends = Array.from({ length: jobs }, (_, job) =>
    runNode(args, { env: { ...env, MATU_FAULTS_JOB: `${String(job + 1)}/${String(jobs)}` } }),
  );
  const exitCodes = await Promise.all(ends);
  if (record !== null) process.stdout.write(`\n${recordTable(readFileSync(record, 'utf8'))}\n`);
  return Math.max(...exitCodes);
});

/**
 * @typedef {object} Request
 * @property {boolean} isFull
 * @property {number} jobs how many processes share the rounds
 * @property {string | null} record
 * @property {readonly string[]} parts
 * @property {Record<string, string>} env what tests/faults/campaign.ts reads
 */

/**
 * @param {string[]} args
 * @returns {string | Request} what is wrong, or what was asked for
 */
function parseRequest(args) {
  try {
    const options = /** @type {const} */ ({
      full: { type: 'boolean', default: false },
      jobs: { type: 'string', default: '1' },
      minutes: { type: 'string' },
      seed: { type: 'string' },
      record: { type: 'string' },
    });
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (!/^[1-9][0-9]?$/.test(values.jobs)) return '--jobs is a number from 1 to 99.';
    if (values.minutes !== undefined && !/^[1-9][0-9]{0,3}$/.test(values.minutes))
      return '--minutes is a number from 1 on.';
    const record = values.record === undefined ? null : resolve(values.record);
    const env = {
      ...(values.full ? { MATU_FAULTS: 'full' } : {}),
      ...(values.minutes === undefined ? {} : { MATU_FAULTS_MINUTES: values.minutes }),
      ...(values.seed === undefined ? {} : { MATU_FAULTS_SEED: values.seed }),
      ...(record === null ? {} : { MATU_FAULTS_RECORD: record }),
    };
    return { isFull: values.full, jobs: Number(values.jobs), record, parts: positionals, env };
  } catch (thrown) {
    // parseArgs speaks of unknown options and missing values by a TypeError.
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
}
