import { installedRuntime, overrideRuntime, downloadRuntime } from './official-runtime.mjs';
import { pinnedRuntime } from './pinned-runtime.mjs';
import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */

/**
 * An Electron that can be started.
 *
 * @typedef {object} ElectronRuntime
 * @property {'override' | 'installed' | 'downloaded' | 'pinned'} kind where it came from
 * @property {string} folder what electron-builder calls electronDist
 * @property {string} executable
 * @property {string} version such as 45.4.1
 * @property {boolean} isForProduct false when nothing made from it may be called a product
 */

/**
 * Where a runtime may come from: each way gives one, or null for "not here, try the next".
 *
 * @typedef {(system: System) => Promise<ElectronRuntime | null>} RuntimeSource
 */

/**
 * The rule: a folder that the person named, an installed binary, the official download, and last the pinned runtime.
 *
 * @type {readonly RuntimeSource[]}
 */
export const RUNTIME_RULE = [overrideRuntime, installedRuntime, downloadRuntime, pinnedRuntime];

/**
 * Finds or fetches the Electron runtime.
 *
 * @param {System} system
 * @param {readonly RuntimeSource[]} [rule]
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpProblem}
 */
export async function ensureElectronRuntime(system, rule = RUNTIME_RULE) {
  for (const source of rule) {
    const runtime = await source(system);
    if (runtime !== null) return runtime;
  }
  throw new SetUpProblem(
    `There is no Electron for ${system.platform} ${system.arch}: the official download cannot be reached, and the stand-in for development exists for linux x64 only.`,
    'Connect to the internet and run the same command again, or unpack an official Electron somewhere and set ELECTRON_OVERRIDE_DIST_PATH to its folder.',
  );
}
