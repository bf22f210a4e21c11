import { join } from 'node:path';
import { inCache, inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */
/** @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

const PROBE_TIMEOUT_MS = 20_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const RETRY_AFTER_MS = 24 * 60 * 60_000;
const RELEASES = 'https://github.com/electron/electron/releases/download/';

/** Remembers that the download failed, so that an offline machine does not wait for it at every start. */
export const FAILED_DOWNLOAD_NOTE = inCache('set-up', 'electron-download-failed.json');

/**
 * @param {string} platform as in os.platform()
 * @returns {string} path of the program inside Electron's folder
 */
export function electronProgram(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * @param {Pick<System, 'readText'>} system
 * @returns {string} the version of Electron that the lock file names
 */
export function wantedElectronVersion(system) {
  const text = system.readText(inRoot('node_modules', 'electron', 'package.json'));
  if (text === null) throw new SetUpProblem('The npm package "electron" is missing.', 'Run: npm ci');
  return /** @type {{ version: string }} */ (JSON.parse(text)).version;
}

/**
 * @param {Pick<System, 'readText' | 'exists' | 'platform'>} system
 * @param {string} folder
 * @returns {{ folder: string, executable: string, version: string } | null} null when no Electron stands there
 */
function runtimeIn(system, folder) {
  const executable = join(folder, electronProgram(system.platform));
  const version = system.readText(join(folder, 'version'))?.trim().replace(/^v/, '');
  if (version === undefined || version === '' || !system.exists(executable)) return null;
  return { folder, executable, version };
}

/**
 * The folder named by ELECTRON_OVERRIDE_DIST_PATH.
 *
 * @param {System} system
 * @returns {Promise<ElectronRuntime | null>} null when the variable is not set
 * @throws {SetUpProblem} when it names a folder without an Electron: whoever set it does not want another one
 */
export function overrideRuntime(system) {
  const folder = system.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (folder === undefined || folder === '') return Promise.resolve(null);
  const found = runtimeIn(system, folder);
  if (found === null) {
    throw new SetUpProblem(
      `ELECTRON_OVERRIDE_DIST_PATH is set, but ${folder} holds no Electron (its program and its file "version").`,
      'Correct the variable, or unset it to let set-up find an Electron.',
    );
  }
  const isForProduct = found.version === wantedElectronVersion(system);
  return Promise.resolve({ kind: 'override', ...found, isForProduct });
}

/**
 * The binary that the npm package has already unpacked.
 *
 * @param {System} system
 * @returns {Promise<ElectronRuntime | null>} null when it is missing or of another version
 */
export function installedRuntime(system) {
  const found = runtimeIn(system, inRoot('node_modules', 'electron', 'dist'));
  if (found?.version !== wantedElectronVersion(system)) return Promise.resolve(null);
  return Promise.resolve({ kind: 'installed', ...found, isForProduct: true });
}

/**
 * The official release, checked by the npm package against its own checksums.
 *
 * @param {System} system
 * @returns {Promise<ElectronRuntime | null>} null when it cannot be had now
 */
export async function downloadRuntime(system) {
  const version = wantedElectronVersion(system);
  if (failedLately(system.readText(FAILED_DOWNLOAD_NOTE), version, system.nowMs())) return null;
  system.say(`Downloading Electron ${version} …`);
  if (await download(system, version)) {
    const runtime = await installedRuntime(system);
    if (runtime !== null) return { ...runtime, kind: 'downloaded' };
  }
  system.writeText(FAILED_DOWNLOAD_NOTE, `${JSON.stringify({ version, failedAtMs: system.nowMs() })}\n`);
  system.say(`Electron's official download cannot be reached. Set-up tries again in a day;`);
  system.say(`to try at once, delete ${FAILED_DOWNLOAD_NOTE}`);
  return null;
}

/**
 * @param {System} system
 * @param {string} version
 * @returns {Promise<boolean>}
 */
async function download(system, version) {
  // A look first: the download itself must be given minutes, but an offline machine should know within seconds.
  const probe = probeAddress(system, version);
  if (probe !== null && !(await system.answers(probe, PROBE_TIMEOUT_MS))) return false;
  const script = inRoot('node_modules', 'electron', 'install.js');
  return system.run(process.execPath, [script], { shown: true, timeoutMs: DOWNLOAD_TIMEOUT_MS }).ok;
}

/**
 * @param {Pick<System, 'env' | 'platform' | 'arch'>} system
 * @param {string} version
 * @returns {string | null} null behind a proxy, which our look would not use
 */
export function probeAddress(system, version) {
  if (system.env['ELECTRON_GET_USE_PROXY'] !== undefined) return null;
  const mirror = system.env['ELECTRON_MIRROR'] ?? system.env['npm_config_electron_mirror'];
  const base = mirror === undefined || mirror === '' ? RELEASES : mirror;
  return `${base}v${version}/electron-v${version}-${system.platform}-${system.arch}.zip`;
}

/**
 * Whether the same download failed within the last day.
 *
 * @param {string | null} note what FAILED_DOWNLOAD_NOTE holds
 * @param {string} version wanted now; a failure of another version says nothing
 * @param {number} nowMs
 * @returns {boolean}
 */
export function failedLately(note, version, nowMs) {
  if (note === null) return false;
  try {
    const failure = /** @type {{ version?: unknown, failedAtMs?: unknown }} */ (JSON.parse(note));
    if (failure.version !== version || typeof failure.failedAtMs !== 'number') return false;
    const ageMs = nowMs - failure.failedAtMs;
    return ageMs >= 0 && ageMs < RETRY_AFTER_MS;
  } catch {
    return false;
  }
}
