import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from '../set-up/npm-packages.mjs';
import { inRoot } from '../set-up/paths.mjs';
import { realSystem } from '../set-up/system.mjs';
import { runChild } from '../running/child.mjs';

const PEERS = inRoot('tests', 'bench', 'peers');

/** The bare window's program. */
export const BARE_FOLDER = join(PEERS, 'bare');

const SURVEYJS = join(PEERS, 'surveyjs');
const STORAGE = join(PEERS, 'storage');

/**
 * Installs SurveyJS where it is missing or another one, and builds its page.
 *
 * @returns {Promise<string | null>} its folder; null, with a line on stderr, where the registry cannot be reached
 */
export async function prepareSurvey() {
  if (!(await installed(SURVEYJS))) {
    process.stderr.write('SurveyJS could not be installed, so Matu’s window is measured without it.\n');
    return null;
  }
  // Loaded late: set-up may have installed it only just now.
  const vite = await import('vite');
  await vite.build({
    root: SURVEYJS,
    configFile: false,
    envDir: false,
    mode: 'production',
    base: './',
    logLevel: 'error',
    build: {
      outDir: 'out',
      emptyOutDir: true,
      target: 'chrome114',
      modulePreload: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
    },
  });
  return SURVEYJS;
}

/**
 * Installs what Matu's store is measured beside, where it is missing or another one. SQLite is compiled, which takes some
 * minutes the first time.
 *
 * @returns {Promise<string | null>} its folder; null, with a line on stderr, where it cannot be installed or built
 */
export async function prepareStorage() {
  if (await installed(STORAGE)) return STORAGE;
  process.stderr.write('SQLite and lowdb could not be installed, so Matu’s store is measured without them.\n');
  return null;
}

/**
 * @param {string} folder a peer's
 * @returns {Promise<boolean>} whether what its lock file names is there, installed just now where it was not
 */
async function installed(folder) {
  const record = join(folder, 'node_modules', '.package-lock.json');
  if (existsSync(record) && versions(record) === versions(join(folder, 'package-lock.json'))) return true;
  const npm = npmCommand(realSystem());
  const args = [...npm.args, 'ci', '--prefix', folder, '--no-audit', '--no-fund', '--fetch-retries=1'];
  return (await runChild(npm.program, args, { stdout: 'toStderr' })) === 0;
}

/**
 * @param {string} file a lock file
 * @returns {string} each package with its fingerprint, but not the project itself
 */
function versions(file) {
  const lock = /** @type {{ packages: Record<string, { integrity?: string }> }} */ (
    JSON.parse(readFileSync(file, 'utf8'))
  );
  const packages = Object.entries(lock.packages).filter(([folder]) => folder !== '');
  return packages.map(([folder, { integrity }]) => `${folder} ${integrity ?? ''}`).join('\n');
}
