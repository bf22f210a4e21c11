import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from '../running/child.mjs';
import { SetUpProblem } from '../set-up/problem.mjs';
import { inCache, rootFolder } from '../set-up/paths.mjs';
import { copyContent, prepareContent } from './content.mjs';
import { BUILD_SOURCES, sourcesHash } from './sources.mjs';

/** What the simulation is made of: the program without its windows, its tools, and a centre. */
const SOURCES = [
  ...BUILD_SOURCES.filter((source) => source !== 'renderer'),
  ...['centre', 'tools/bench', 'tools/demo', 'tools/simulate', 'tools/simulate.ts', 'tools/vite.child.config.ts'],
];

/**
 * @typedef {object} Simulator
 * @property {string} program what Node starts
 * @property {string} content the content that it gives to homes, prepared as a build prepares it
 */

/**
 * Builds the simulation when its sources changed: from source its modules take most of the time to the first
 * acknowledgement. Says so on stderr only. Several may do it at the same time.
 *
 * @returns {Promise<Simulator>}
 * @throws {SetUpProblem}
 */
export async function builtSimulator() {
  const builds = inCache('simulate');
  const name = sourcesHash(rootFolder, SOURCES).slice(0, 16);
  const folder = join(builds, name);
  if (!existsSync(folder)) {
    mkdirSync(builds, { recursive: true });
    const unfinished = mkdtempSync(inCache('build-'));
    try {
      await build(unfinished);
      reveal(unfinished, folder);
    } finally {
      rmSync(unfinished, { recursive: true, force: true });
    }
    for (const other of readdirSync(builds)) if (other !== name) rmSync(join(builds, other), { recursive: true });
  }
  return { program: join(folder, 'child.mjs'), content: join(folder, 'content') };
}

/** @param {string} folder */
async function build(folder) {
  process.stderr.write('Building the simulation …\n');
  const config = ['--config', 'tools/vite.child.config.ts', '--logLevel', 'error'];
  const args = ['build', ...config, '--ssr', 'tools/simulate.ts', '--outDir', folder];
  const code = await runNode(['node_modules/vite/bin/vite.js', ...args], { stdout: 'toStderr' });
  if (code !== 0)
    throw new SetUpProblem('The simulation could not be built.', 'Mend what is named above, then try again.');
  copyContent(rootFolder, join(folder, 'content'));
  await prepareContent(join(folder, 'content'));
}

/**
 * @param {string} unfinished
 * @param {string} folder
 */
function reveal(unfinished, folder) {
  try {
    renameSync(unfinished, folder);
  } catch (thrown) {
    // Somebody else was quicker, with the same sources.
    if (!existsSync(folder)) throw thrown;
  }
}
