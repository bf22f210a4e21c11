import './runtime-crypto.ts';
import '../core/basics/plain-schemas.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { runKiosk } from './run-kiosk.ts';
import { runWithoutWindow } from './run-without-window.ts';
import { answerOver, askOver } from './thread/calls.ts';
import type { CommandStart, CommandWindowService, KioskStart, WindowService } from './thread/services.ts';

// The kiosk's own thread: everything but the windows. It knows nothing of Electron. Where the program was started for a
// command it does that, and no kiosk is opened.
if (parentPort === null) throw new Error('The kiosk runs in a thread of its own');
// main.ts is built with this file, and starts it with nothing else.
const start = workerData as KioskStart | CommandStart;
if ('command' in start) answerOver(parentPort, runWithoutWindow(start, askOver<CommandWindowService>(parentPort)));
else {
  const ask = askOver<WindowService>(parentPort);
  // A visit goes on, whatever went wrong beside it. What was thrown is not printed: it may hold anything.
  process.on('unhandledRejection', () => void ask('say', { event: 'unexpected' }));
  answerOver(parentPort, runKiosk(start, ask));
}
