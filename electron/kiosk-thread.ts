import './runtime-crypto.ts';
import './plain-schemas.ts';
import { parentPort, workerData } from 'node:worker_threads';
import { runKiosk } from './run-kiosk.ts';
import { answerOver, askOver } from './thread/calls.ts';
import type { KioskStart, WindowService } from './thread/services.ts';

// The kiosk's own thread: everything but the windows. It knows nothing of Electron.
if (parentPort === null) throw new Error('The kiosk runs in a thread of its own');
const ask = askOver<WindowService>(parentPort);
// A visit goes on, whatever went wrong beside it. What was thrown is not printed: it may hold anything.
process.on('unhandledRejection', () => void ask('say', { event: 'unexpected' }));
// main.ts is built with this file, and starts it with nothing else.
answerOver(parentPort, runKiosk(workerData as KioskStart, ask));
