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

/**
 * Installs SurveyJS where it is missing or another one, and builds its page.
 *
 * @returns {Promise<string | null>} its folder; null, with a line on stderr, where the registry cannot be reached
 */
export async function preparePeer() {
  if (!isInstalled() && !(await install())) {
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

/** @returns {boolean} whether what the lock file names is there */
function isInstalled() {
  const installed = join(SURVEYJS, 'node_modules', '.package-lock.json');
  return existsSync(installed) && versions(installed) === versions(join(SURVEYJS, 'package-lock.json'));
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

/** @returns {Promise<boolean>} */
async function install() {
  const npm = npmCommand(realSystem());
  const args = [...npm.args, 'ci', '--prefix', SURVEYJS, '--no-audit', '--no-fund', '--fetch-retries=1'];
  return (await runChild(npm.program, args, { stdout: 'toStderr' })) === 0;
}
