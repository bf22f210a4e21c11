import { app } from 'electron';

/**
 * Sets what must stand before the program is ready: files for their owner only, Chromium's sandbox, and no door for
 * debuggers. Only the build that the tests drive keeps that door; no environment variable opens it.
 */
export function prepareRuntime(): void {
  process.umask(0o077);
  if (!__TEST_BUILD__) {
    app.commandLine.removeSwitch('remote-debugging-port');
    app.commandLine.removeSwitch('remote-debugging-pipe');
    app.commandLine.removeSwitch('remote-debugging-address');
  }
  // As root Chromium's sandbox cannot start; whoever passes the switch has been told so.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
}

/** Whether this is the stand-in runtime for development, not the version that the program is made for. */
export function isOldRuntime(): boolean {
  return process.versions.electron !== __EXPECTED_ELECTRON__;
}
