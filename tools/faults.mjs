// npm run test:faults [-- --full] [--minutes N] [--seed TEXT] [PART …]: breaks things on purpose and looks whether anything
// that was told to be safe is lost, doubled or let in. The short run is part of npm test; the full one takes a night, or
// N minutes for each campaign. Each campaign writes a line "faults {…}"; docs/reliability.md keeps them.
// Exit codes: 0 nothing was found, 1 something was, 2 the command line is not usable.
import { parseArgs } from 'node:util';
import { runNode } from './running/child.mjs';
import { runTool } from './set-up/problem.mjs';
import { setUpPackages } from './set-up/set-up.mjs';

const USAGE =
  'npm run test:faults -- [--full] [--minutes N] [--seed TEXT] [PART …]   (a part is a word of a file in tests/faults)';

await runTool(async () => {
  const request = parseRequest(process.argv.slice(2));
  if (typeof request === 'string') {
    process.stderr.write(`${request}\n\n${USAGE}\n`);
    return 2;
  }
  setUpPackages();
  const filters = request.parts.length === 0 ? ['tests/faults'] : request.parts.map((part) => `tests/faults/${part}`);
  // One after the other: two at a time would measure each other's disk.
  return runNode(['node_modules/vitest/vitest.mjs', 'run', '--no-file-parallelism', ...filters], { env: request.env });
});

/**
 * @param {string[]} args
 * @returns {string | { parts: string[], env: Record<string, string> }} what is wrong, or what was asked for
 */
function parseRequest(args) {
  try {
    const options = /** @type {const} */ ({
      full: { type: 'boolean', default: false },
      minutes: { type: 'string' },
      seed: { type: 'string' },
    });
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    if (values.minutes !== undefined && !/^[1-9][0-9]{0,3}$/.test(values.minutes))
      return '--minutes is a number from 1 on.';
    const env = {
      ...(values.full ? { MATU_FAULTS: 'full' } : {}),
      ...(values.minutes === undefined ? {} : { MATU_FAULTS_MINUTES: values.minutes }),
      ...(values.seed === undefined ? {} : { MATU_FAULTS_SEED: values.seed }),
    };
    return { parts: positionals, env };
  } catch (thrown) {
    // parseArgs speaks of unknown options and missing values by a TypeError.
    if (thrown instanceof TypeError) return thrown.message;
    throw thrown;
  }
}
