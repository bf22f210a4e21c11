import { spawn } from 'node:child_process';
import { SetUpProblem } from '../set-up/problem.mjs';

/** The kiosk's screen stands upright. */
const UPRIGHT = '1080x1920';
const START_TIMEOUT_MS = 15_000;

/**
 * A display of our own.
 *
 * @typedef {object} VirtualDisplay
 * @property {string} name for the environment variable DISPLAY
 * @property {() => void} end
 */

/**
 * Starts Xvfb on a number that it chooses itself, so that two runs never meet on one display.
 *
 * @param {string} [size] in pixels
 * @returns {Promise<VirtualDisplay>}
 * @throws {SetUpProblem}
 */
export async function startVirtualDisplay(size = UPRIGHT) {
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const end = () => {
    server.kill('SIGTERM');
  };
  process.once('exit', end);
  const number = await displayNumber(server);
  if (number !== null) return { name: `:${number}`, end };
  end();
  throw new SetUpProblem(
    'The virtual display Xvfb did not start.',
    'Look at what "Xvfb :99" says; /tmp must be writable and hold no .X11-unix folder of somebody else.',
  );
}

/**
 * @param {import('node:child_process').ChildProcess} server
 * @returns {Promise<string | null>} null when it ends or stays silent
 */
function displayNumber(server) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      resolve(null);
    }, START_TIMEOUT_MS);
    /** @param {string | null} answer */
    const settle = (answer) => {
      clearTimeout(timer);
      resolve(answer);
    };
    let text = '';
    server.once('error', () => {
      settle(null);
    });
    server.once('exit', () => {
      settle(null);
    });
    server.stdio[3]?.on('data', (data) => {
      text += String(data);
      if (text.endsWith('\n')) settle(text.trim());
    });
  });
}

/**
 * Gives the work a display: its own Xvfb on Linux when asked for, otherwise the one that is there.
 *
 * @template T
 * @param {boolean} isOwn
 * @param {(env: Record<string, string>) => Promise<T>} work gets what to add to the environment
 * @param {string} [size] of its own display, in pixels
 * @returns {Promise<T>}
 */
export async function withDisplay(isOwn, work, size) {
  if (!isOwn) return work({});
  const display = await startVirtualDisplay(size);
  try {
    // A Wayland session of the developer would win over DISPLAY.
    return await work({ DISPLAY: display.name, WAYLAND_DISPLAY: '', XDG_SESSION_TYPE: 'x11' });
  } finally {
    display.end();
  }
}
