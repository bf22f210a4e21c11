import './shell/runtime-crypto.ts';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app } from 'electron';
import { openGate } from './ipc/gate.ts';
import type { Answer } from './ipc/serve.ts';
import { registerAppScheme } from './shell/app-protocol.ts';
import { parseProgramArguments } from './shell/arguments.ts';
import { createCitizenWindow } from './shell/citizen-window.ts';
import { lockDownProgram } from './shell/lockdown.ts';
import { isOldRuntime, prepareRuntime } from './shell/runtime-switches.ts';
import { DEVICE_SECRET_FILE } from './store/home-layout.ts';

/** The last of a script is on its way to its page after it was taken; to be wrong here costs a start some milliseconds. */
const SCRIPT_ARRIVES_MS = 20;

// Starts the program and its window. Whatever is imported here is waited for before anything else begins: the kiosk itself
// is loaded while the runtime's other processes start, for which this one waits.
prepareRuntime();
registerAppScheme();
lockDownProgram();
const started = parseProgramArguments(process.argv);
const home = started.home ?? join(app.getPath('userData'), 'home');
app.setPath('userData', join(home, 'runtime'));
const inProgram = (folder: string): string => join(app.getAppPath(), folder);
if (app.requestSingleInstanceLock()) Promise.all([loadKiosk(), app.whenReady()]).then(start).catch(giveUp);
else app.quit();

async function loadKiosk() {
  const { readProgramContent, runKiosk } = await import('./run-kiosk.ts');
  return { runKiosk, program: readProgramContent(inProgram('content')) };
}

async function start([{ runKiosk, program }]: readonly [
  Awaited<ReturnType<typeof loadKiosk>>,
  unknown,
]): Promise<void> {
  const window = createCitizenWindow({
    files: { rendererFolder: inProgram('renderer'), pictogramFile: inProgram('pictograms.svg') },
    preload: join(inProgram('main'), 'preload.cjs'),
    devTools: __TEST_BUILD__,
    onClosed: () => app.quit(),
  });
  let answerBy: (answer: Answer) => void = () => undefined;
  openGate(new Promise<Answer>((resolve) => (answerBy = resolve)), (sender) => window.owns(sender));
  // Only demo homes keep their secret in a file, and only they are expected in a window that can be left.
  const isDemo = existsSync(join(home, DEVICE_SECRET_FILE));
  // Once its script is there, the page needs nothing of this process for as long as opening the home takes.
  await window.begin({ fillsScreen: !isDemo, isDemo });
  await setTimeout(SCRIPT_ARRIVES_MS);
  await runKiosk({
    window,
    answerBy,
    home,
    program,
    clipFolder: inProgram('audio'),
    appVersion: app.getVersion(),
    oldRuntime: isOldRuntime(),
    timeFactor: __TEST_BUILD__ ? started.timeFactor : 1,
    say,
    giveUp,
    onQuit: (act) => app.once('will-quit', act),
  });
}

/** The program itself is damaged. What was thrown is not printed: it may hold anything. */
function giveUp(): void {
  say({ event: 'programDamaged' });
  app.exit(1);
}

/** Event codes only: what the program prints must never hold anything of a person. */
function say(line: { readonly event: string; readonly reason?: string }): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
