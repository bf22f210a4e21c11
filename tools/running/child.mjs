import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { inRoot, rootFolder } from '../set-up/paths.mjs';

/**
 * @typedef {object} ChildOptions
 * @property {Record<string, string>} [env] added to the environment
 * @property {'through' | 'toStderr'} [stdout] where its stdout goes; `through` when absent
 * @property {(text: string) => void} [onStderr] hears what it writes there, which goes through all the same
 */

/**
 * Runs a program to its end, from the repository's top; an interrupt or end request is handed on to it.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<number>} its exit code; 128 + the signal's number when a signal ended it
 */
export function runChild(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: rootFolder,
    env: { ...process.env, ...options.env },
    stdio: [
      'inherit',
      options.stdout === 'toStderr' ? 2 : 'inherit',
      options.onStderr === undefined ? 'inherit' : 'pipe',
    ],
  });
  child.stderr?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stderr.write(text);
    options.onStderr?.(text);
  });
  /** @param {NodeJS.Signals} signal */
  const handOn = (signal) => {
    child.kill(signal);
  };
  process.on('SIGINT', handOn).on('SIGTERM', handOn);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    // Not 'exit': what it wrote last may still be on its way then.
    child.once('close', (code, signal) => {
      process.off('SIGINT', handOn).off('SIGTERM', handOn);
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}

/**
 * @param {readonly string[]} args a script below the repository's top, and its arguments
 * @param {ChildOptions} [options]
 * @returns {Promise<number>}
 */
export function runNode([script = '', ...args], options) {
  return runChild(process.execPath, [inRoot(script), ...args], options);
}

/**
 * Runs TypeScript from source by tsx.
 *
 * @param {readonly string[]} args a script below the repository's top, and its arguments
 * @param {ChildOptions} [options]
 * @returns {Promise<number>}
 */
export function runTypeScript([script = '', ...args], options) {
  return runChild(process.execPath, ['--import', 'tsx', inRoot(script), ...args], options);
}
