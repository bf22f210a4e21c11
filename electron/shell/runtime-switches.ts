import { existsSync } from 'node:fs';
import { app } from 'electron';

/** Where Linux shows what draws: its own drivers, and one maker's. */
const GRAPHICS_DEVICES = ['/dev/dri', '/dev/nvidia0'];

/**
 * Sets what must stand before the program is ready: files for their owner only, Chromium's sandbox, and no door for
 * debuggers. Only the build that the tests drive keeps that door; no environment variable opens it.
 */
export function prepareRuntime(): void {
  process.umask(0o077);
  if (hasNoGraphics()) app.disableHardwareAcceleration();
  if (!__TEST_BUILD__) {
    app.commandLine.removeSwitch('remote-debugging-port');
    app.commandLine.removeSwitch('remote-debugging-pipe');
    app.commandLine.removeSwitch('remote-debugging-address');
  }
  // No name is ever looked up and no address reached: WebRTC and the like do not ask a session's request filter.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  else if (process.getuid?.() !== 0) refuseWithoutSandbox();
}

/**
 * Whether Linux knows of no graphics device. Chromium then tries one driver after the other, each in a process of its
 * own that the first page waits for, and ends without any.
 */
function hasNoGraphics(): boolean {
  return process.platform === 'linux' && !GRAPHICS_DEVICES.some((device) => existsSync(device));
}

/** As root Chromium's sandbox cannot start, and set-up says so. Nobody else may leave it out. */
function refuseWithoutSandbox(): void {
  process.stderr.write('Matu does not start without Chromium’s sandbox: leave out --no-sandbox.\n');
  app.exit(1);
}

/** Whether this is the stand-in runtime for development, not the version that the program is made for. */
export function isOldRuntime(): boolean {
  return process.versions.electron !== __EXPECTED_ELECTRON__;
}
