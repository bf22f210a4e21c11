import { ensureElectronRuntime } from './electron-runtime.mjs';
import { requireNodeVersion } from './node-version.mjs';
import { ensureNpmPackages } from './npm-packages.mjs';
import { SetUpProblem } from './problem.mjs';
import { requireSandbox } from './sandbox.mjs';
import { ensureSystemPackages, hasVoice, missingNeeds, requireLinkable } from './system-packages.mjs';
import { realSystem } from './system.mjs';

/** @typedef {import('./system.mjs').System} System */
/** @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/**
 * Sets up what every command needs: a Node that is new enough and the npm packages.
 *
 * @param {System} [system]
 */
export function setUpPackages(system = realSystem()) {
  requireNodeVersion(system.nodeVersion);
  ensureNpmPackages(system);
}

/**
 * Sets up everything for a window: the packages, Electron, its libraries, and what the purposes need besides.
 * Does little when all is there; a failure names its remedy.
 *
 * @param {{ display: boolean, tests?: boolean }} wants `display`: a display of our own is needed
 * @param {System} [system]
 * @returns {Promise<ElectronRuntime>}
 * @throws {import('./problem.mjs').SetUpProblem}
 */
export async function setUpWindow(wants, system = realSystem()) {
  setUpPackages(system);
  ensureSystemPackages(system, [
    'window',
    ...(wants.display ? /** @type {const} */ (['display']) : []),
    ...(wants.tests === true ? /** @type {const} */ (['tests']) : []),
  ]);
  const runtime = await ensureElectronRuntime(system);
  requireLinkable(system, runtime.executable);
  requireSandbox(system, { folder: runtime.folder, isPackagedToo: wants.tests === true });
  return runtime;
}

/**
 * Sets up what every command needs, and the programs that others do the centre's work with: receiving is measured beside
 * them.
 *
 * @param {System} [system]
 * @throws {import('./problem.mjs').SetUpProblem}
 */
export function setUpPeersOfReceiving(system = realSystem()) {
  setUpPackages(system);
  ensureSystemPackages(system, ['tests', 'measuring']);
}

/**
 * Sets up the programs that speak the texts, where that is allowed. Everything else works without them, so that nothing
 * stops here: it is said, and the build is silent.
 *
 * @param {System} [system]
 */
export function setUpVoice(system = realSystem()) {
  if (hasVoice(system)) return;
  try {
    ensureSystemPackages(system, ['voice']);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    system.say(`The screens will not be read aloud by clips. ${error.message}\nWhat helps: ${error.remedy}`);
  }
}

/**
 * Sets up what makes the file systems whose power is cut, which only an administrator of a Linux can do. Where it is
 * missing those campaigns say so.
 *
 * @param {System} [system]
 */
export function setUpFileSystems(system = realSystem()) {
  if (system.platform !== 'linux' || !system.isRoot) return;
  try {
    ensureSystemPackages(system, ['fileSystems']);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    system.say(`The power of some file systems will not be cut. ${error.message}\nWhat helps: ${error.remedy}`);
  }
}

/** Debian asks this program whether a package that was just installed may start its service; 101 says no. */
const SERVICE_POLICY = '/usr/sbin/policy-rc.d';

/**
 * Sets up the servers that the tests run themselves, on the loopback and with configurations of their own: OpenSSH, Apache
 * and nginx, which only an administrator of a Linux can do. None of them is started as a service. Where one is missing its
 * tests are shown as skipped.
 *
 * @param {System} [system]
 */
export function setUpServers(system = realSystem()) {
  if (system.platform !== 'linux' || !system.isRoot || missingNeeds(system, ['servers']).length === 0) return;
  const isOurs = !system.exists(SERVICE_POLICY);
  const forbid = `printf '#!/bin/sh\\nexit 101\\n' > ${SERVICE_POLICY} && chmod 755 ${SERVICE_POLICY}`;
  if (isOurs) system.run('sh', ['-c', forbid]);
  try {
    ensureSystemPackages(system, ['servers']);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    system.say(`Delivery to some real servers will not be tested. ${error.message}\nWhat helps: ${error.remedy}`);
  } finally {
    if (isOurs) system.run('rm', ['-f', SERVICE_POLICY]);
  }
}

/**
 * Sets up a keyring for the tests that keep a home's secret in it, where an administrator of a Linux runs them. Where it
 * is missing those tests say so.
 *
 * @param {System} [system]
 */
export function setUpKeyring(system = realSystem()) {
  if (system.platform !== 'linux' || !system.isRoot) return;
  try {
    ensureSystemPackages(system, ['keyring']);
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    system.say(`No secret will be kept in a keyring. ${error.message}\nWhat helps: ${error.remedy}`);
  }
}

/**
 * Whether windows can be shown to somebody.
 *
 * @param {Pick<System, 'platform' | 'env'>} [system]
 * @returns {boolean}
 */
export function hasDisplay(system = realSystem()) {
  if (system.platform !== 'linux') return true;
  return (system.env['DISPLAY'] ?? '') !== '' || (system.env['WAYLAND_DISPLAY'] ?? '') !== '';
}
