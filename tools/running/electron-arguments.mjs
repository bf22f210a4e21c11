/** The warning that goes with the switch below. */
export const NO_SANDBOX_WARNING =
  'Warning: you are root, so the window starts without Chromium’s sandbox (--no-sandbox). A kiosk that people use must never run as root.';

/**
 * How to start Electron on a built folder.
 *
 * @param {{ folder: string, isRoot: boolean, args: readonly string[] }} start `args` are the program's own
 * @returns {readonly string[]}
 */
export function electronArguments({ folder, isRoot, args }) {
  // As root Chromium's sandbox cannot start: without it then, and only then.
  return [...(isRoot ? ['--no-sandbox'] : []), folder, ...args];
}
