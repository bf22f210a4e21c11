import { inRoot } from './paths.mjs';
import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [optional] absent on machines that it is not made for
 * @property {boolean} [link]
 */

/** @typedef {Record<string, LockedPackage>} LockedPackages keyed by folder, such as node_modules/zod */

/**
 * Installs the npm packages of the lock file when node_modules is missing or was made from another lock file.
 *
 * @param {System} system
 * @throws {SetUpProblem}
 */
export function ensureNpmPackages(system) {
  const reason = whyPackagesAreStale(system);
  if (reason === null) return;
  if (system.isLink(inRoot('node_modules'))) throw linkedProblem(reason);
  system.say(`Installing the npm packages (${reason}) …`);
  const npm = npmCommand(system);
  const { ok } = system.run(npm.program, [...npm.args, 'ci'], { shown: true });
  const stillWrong = whyPackagesAreStale(system);
  if (!ok || stillWrong !== null) throw npmProblem(stillWrong ?? 'npm ci failed');
}

/**
 * npm ci empties the folder first, also through a link.
 *
 * @param {string} reason
 * @returns {SetUpProblem}
 */
function linkedProblem(reason) {
  return new SetUpProblem(
    `node_modules is a link, and does not fit package-lock.json (${reason}). Installing would empty the folder that it leads to.`,
    'Install where it leads to, from the same package-lock.json; or remove the link, and run this again.',
  );
}

/**
 * @param {string} reason
 * @returns {SetUpProblem}
 */
function npmProblem(reason) {
  return new SetUpProblem(
    `The npm packages could not be installed (${reason}); npm's own message stands above.`,
    'Check the network and the free disk space, then run: npm ci',
  );
}

/**
 * Compares what stands in node_modules with the lock file. No stamp: npm's own record there tells the truth.
 *
 * @param {Pick<System, 'readText' | 'exists'>} system
 * @returns {string | null} why an installation is needed, or null
 */
export function whyPackagesAreStale(system) {
  const wanted = lockedPackages(system.readText(inRoot('package-lock.json')));
  if (wanted === null)
    throw new SetUpProblem('package-lock.json is missing or damaged.', 'git checkout package-lock.json');
  const installed = lockedPackages(system.readText(inRoot('node_modules', '.package-lock.json')));
  if (installed === null) return 'node_modules is missing';
  const difference = firstDifference(wanted, installed);
  if (difference !== null) return difference;
  const gone = Object.keys(installed).find((folder) => !system.exists(inRoot(folder, 'package.json')));
  return gone === undefined ? null : `${gone} is missing`;
}

/**
 * @param {LockedPackages} wanted
 * @param {LockedPackages} installed
 * @returns {string | null} the first package that differs, in words
 */
export function firstDifference(wanted, installed) {
  for (const [folder, wantedPackage] of Object.entries(wanted)) {
    const found = installed[folder];
    if (found === undefined && wantedPackage.optional === true) continue;
    if (found?.version !== wantedPackage.version) return `${folder} is not the one in the lock file`;
    if (found?.integrity !== wantedPackage.integrity) return `${folder} is not the one in the lock file`;
  }
  const extra = Object.keys(installed).find((folder) => wanted[folder] === undefined);
  return extra === undefined ? null : `${extra} is no longer in the lock file`;
}

/**
 * @param {string | null} text of a lock file
 * @returns {LockedPackages | null} without the project itself; null when it is missing or damaged
 */
function lockedPackages(text) {
  if (text === null) return null;
  try {
    const lock = /** @type {{ packages?: LockedPackages }} */ (JSON.parse(text));
    if (lock.packages === undefined) return null;
    return Object.fromEntries(Object.entries(lock.packages).filter(([folder]) => folder !== ''));
  } catch {
    return null;
  }
}

/**
 * How to call the npm that started us; without one, the npm on the path.
 *
 * @param {Pick<System, 'env' | 'platform'>} system
 * @returns {{ program: string, args: readonly string[] }}
 */
export function npmCommand(system) {
  const script = system.env['npm_execpath'];
  if (script?.endsWith('.js') === true) return { program: process.execPath, args: [script] };
  // Windows has npm as a script for its shell, which Node starts only through that shell.
  return system.platform === 'win32' ? { program: 'cmd.exe', args: ['/c', 'npm'] } : { program: 'npm', args: [] };
}
