import { join } from 'node:path';
import { SetUpProblem } from './problem.mjs';

/** @typedef {import('./system.mjs').System} System */

/** Kernel settings that keep an ordinary user's programs from making the namespaces of Chromium's sandbox. */
const BLOCKING_SETTINGS = [
  { file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', blocks: '1' },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', blocks: '0' },
  { file: '/proc/sys/user/max_user_namespaces', blocks: '0' },
];

/**
 * @param {Pick<System, 'readText'>} system
 * @returns {string | null} the setting that blocks the sandbox, as a file under /proc/sys
 */
export function blockingSetting(system) {
  const found = BLOCKING_SETTINGS.find(({ file, blocks }) => system.readText(file)?.trim() === blocks);
  return found?.file ?? null;
}

/**
 * Makes sure that Chromium's sandbox can start, as it cannot for ordinary users on Ubuntu since 23.10. Root has none
 * anyway. Switching it off is no remedy: the window shows what strangers type.
 *
 * @param {System} system
 * @param {{ folder: string, isPackagedToo: boolean }} start `isPackagedToo`: what will be packaged is started as well
 * @throws {SetUpProblem}
 */
export function requireSandbox(system, { folder, isPackagedToo }) {
  if (system.platform !== 'linux' || system.isRoot) return;
  const setting = blockingSetting(system);
  if (setting === null) return;
  const helper = join(folder, 'chrome-sandbox');
  if (!isPackagedToo && system.isSetuidRoot(helper)) return;
  throw new SetUpProblem(
    `This machine lets only an administrator's programs build Chromium's sandbox (${setting}), so the window cannot start.`,
    `Run this one command, then the same command again:\n\n  ${isPackagedToo ? allowCommand(setting) : helperCommand(helper)}`,
  );
}

/**
 * The helper that Chromium uses instead belongs to root; this makes it so for one runtime.
 *
 * @param {string} helper
 * @returns {string}
 */
function helperCommand(helper) {
  return `sudo sh -c 'chown root:root "${helper}" && chmod 4755 "${helper}"'`;
}

/**
 * A package is made anew by every test run, so there the kernel has to allow it; until the next start of the machine.
 *
 * @param {string} setting
 * @returns {string}
 */
function allowCommand(setting) {
  const name = setting.replace('/proc/sys/', '').replaceAll('/', '.');
  const value = { 'kernel.apparmor_restrict_unprivileged_userns': 0, 'user.max_user_namespaces': 10_000 }[name] ?? 1;
  return `sudo sysctl -w ${name}=${String(value)}`;
}
