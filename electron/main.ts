import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { openGate } from './ipc/gate.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { parseProgramArguments, type ProgramCommand } from './shell/arguments.ts';
import { openWindows, servedBy, type KioskWindows } from './shell/kiosk-windows.ts';
import { electronKeyStore } from './shell/key-store.ts';
import { runCommandThread } from './shell/run-command-thread.ts';
import { startKioskThread, type KioskThread } from './shell/start-kiosk-thread.ts';
import { lockDownProgram } from './shell/lockdown.ts';
import { createPrinter } from './shell/printer.ts';
import { isOldRuntime, prepareRuntime } from './shell/runtime-switches.ts';
import { DEVICE_SECRET_FILE } from './store/home-layout.ts';
import type { Said, WindowService } from './thread/services.ts';

// Starts the program: the kiosk in a thread of its own, which opens the home while Chromium starts, and the window.
// Whatever is imported here is waited for before anything else begins.
prepareRuntime();
registerAppScheme();
lockDownProgram();
const started = parseProgramArguments(process.argv);
const home = started.home ?? join(app.getPath('userData'), 'home');
app.setPath('userData', join(home, 'runtime'));
const inProgram = (folder: string): string => join(app.getAppPath(), folder);
const kioskThread = join(inProgram('main'), 'kiosk-thread.cjs');
if (started.command !== null) void runWithoutWindow(started.command);
else if (app.requestSingleInstanceLock()) start();
else app.quit();

/** Enrols a home, hands in receipts or delivers: what needs the machine's key store, and no window. */
async function runWithoutWindow({ verb, args }: ProgramCommand): Promise<void> {
  const behind = ['--home', home, ...args];
  app.exit(await runCommandThread(kioskThread, { command: verb, args: behind, appVersion: app.getVersion() }));
}

function start(): void {
  const windows = app.whenReady().then(() => openWindow(kiosk));
  const kiosk = startKioskThread(kioskThread, {
    start: {
      home,
      contentFolder: inProgram('content'),
      clipFolder: inProgram('audio'),
      appVersion: app.getVersion(),
      oldRuntime: isOldRuntime(),
      timeFactor: __TEST_BUILD__ ? started.timeFactor : 1,
    },
    service: windowService(windows),
    onLost: giveUp,
  });
  windows.catch(giveUp);
  if (__TEST_BUILD__) Object.assign(globalThis, { matuTestKioskHeap: () => kiosk.ask('usedHeap') });
  endWith(kiosk);
}

function openWindow({ ask }: KioskThread): KioskWindows {
  const windows = openWindows({
    ask,
    files: { rendererFolder: inProgram('renderer'), pictogramFile: inProgram('pictograms.svg') },
    preloads: inProgram('main'),
    devTools: __TEST_BUILD__,
    onClosed: () => app.quit(),
  });
  openGate(ask, (sender) => windows.windowOf(sender));
  // Only demo homes keep their secret in a file, and only they are expected in a window that can be left.
  const isDemo = existsSync(join(home, DEVICE_SECRET_FILE));
  windows.begin({ fillsScreen: !isDemo, isDemo });
  return windows;
}

function windowService(windows: Promise<KioskWindows>): WindowService {
  return { ...electronKeyStore, ...createPrinter(), ...servedBy(windows), say, giveUp };
}

/** The home is closed before the program ends, and what it is asked meanwhile is not done. */
function endWith(kiosk: KioskThread): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void kiosk.end().then(() => app.exit());
  });
}

/** The program itself is damaged. What was thrown is not printed: it may hold anything. */
function giveUp(): void {
  say({ event: 'programDamaged' });
  app.exit(1);
}

/** Event codes only: what the program prints must never hold anything of a person. */
function say(line: Said): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
