import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { dirname } from 'node:path';
import { rootFolder } from './paths.mjs';

/**
 * @typedef {object} RunResult
 * @property {boolean} ok true when the program ran and ended with 0
 * @property {string} stdout empty when it was shown instead of captured
 */

/**
 * @typedef {object} RunOptions
 * @property {boolean} [shown] print what the program says (to stderr) instead of capturing it
 * @property {number} [timeoutMs]
 * @property {NodeJS.ProcessEnv} [env] added to the environment
 * @property {string} [cwd] the repository's top when absent
 */

/**
 * Everything that set-up asks of the machine, so that its decisions are tested without one.
 *
 * @typedef {object} System
 * @property {NodeJS.ProcessEnv} env
 * @property {string} platform as in os.platform()
 * @property {string} arch as in os.arch()
 * @property {string} nodeVersion such as 20.19.0
 * @property {boolean} isRoot
 * @property {() => number} nowMs
 * @property {(path: string) => boolean} exists
 * @property {(path: string) => string | null} readText null when there is no such file
 * @property {(path: string) => boolean} isLink whether the path itself is a link to somewhere else
 * @property {(path: string) => boolean} isSetuidRoot whether root's rights come with starting this program
 * @property {(path: string, text: string) => void} writeText makes the folders above
 * @property {(program: string, args: readonly string[], options?: RunOptions) => RunResult} run
 * @property {(url: string, timeoutMs: number) => Promise<boolean>} answers whether the address answers with success
 * @property {(line: string) => void} say to the person; never on stdout, which belongs to results
 */

/** @returns {System} this machine */
export function realSystem() {
  return {
    env: process.env,
    platform: platform(),
    arch: arch(),
    nodeVersion: process.versions.node,
    isRoot: process.getuid?.() === 0,
    nowMs: () => Date.now(),
    exists: existsSync,
    readText,
    isLink: (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true,
    isSetuidRoot,
    writeText,
    run,
    answers,
    say: (line) => process.stderr.write(`${line}\n`),
  };
}

/**
 * @param {string} path
 * @returns {string | null}
 */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * @param {string} path
 * @returns {boolean}
 */
function isSetuidRoot(path) {
  const entry = statSync(path, { throwIfNoEntry: false });
  return entry?.uid === 0 && (entry.mode & 0o4000) !== 0;
}

/**
 * @param {string} path
 * @param {string} text
 */
function writeText(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {RunResult}
 */
function run(program, args, options = {}) {
  const result = spawnSync(program, args, {
    cwd: options.cwd ?? rootFolder,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, ...options.env },
    stdio: options.shown === true ? ['ignore', 2, 2] : ['ignore', 'pipe', 'ignore'],
    ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
  });
  // Node types stdout as a string, yet it is null when the program was not found or its output was shown.
  const stdout = /** @type {string | null} */ (result.stdout);
  return { ok: result.error === undefined && result.status === 0, stdout: stdout ?? '' };
}

/**
 * @param {string} url
 * @param {number} timeoutMs
 * @returns {Promise<boolean>}
 */
async function answers(url, timeoutMs) {
  try {
    const response = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(timeoutMs) });
    return response.ok;
  } catch {
    return false;
  }
}
