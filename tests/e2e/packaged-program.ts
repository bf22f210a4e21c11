import { spawn, type ChildProcess } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A started program of ours: what it printed so far, and a way to wait for its first screen. */
export interface StartedProgram {
  readonly processId: number;
  /** Resolves when the program says that its first screen is painted; rejects when it ends before. */
  readonly firstScreen: Promise<void>;
  readonly errorText: () => string;
  readonly end: () => Promise<void>;
}

const FIRST_SCREEN = '{"event":"firstScreen"}';

/** Starts the program by itself, without Playwright's own debugging connection. */
export function startProgram(executable: string, args: readonly string[]): StartedProgram {
  // As root Chromium's sandbox cannot start.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(executable, [...sandbox, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let errors = '';
  child.stderr.on('data', (data) => (errors += String(data)));
  const firstScreen = waitForLine(child, FIRST_SCREEN, () => errors);
  return { processId: child.pid ?? 0, firstScreen, errorText: () => errors, end: () => endProgram(child) };
}

function waitForLine(child: ChildProcess, wanted: string, errors: () => string): Promise<void> {
  return new Promise((resolve, reject) => {
    if (child.stdout === null) return reject(new Error('The program has no output to read.'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line === wanted) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      reject(new Error(`The program ended (${String(code ?? signal)}) before its first screen.\n${errors()}`));
    });
  });
}

function endProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}

/** The TCP ports, on IPv4 and IPv6, that a process listens on (Linux: from the kernel's own tables). */
export function listeningPorts(processId: number): readonly number[] {
  const folder = `/proc/${String(processId)}`;
  const sockets = new Set(readdirSync(`${folder}/fd`).flatMap((name) => socketInode(`${folder}/fd/${name}`)));
  const rows = ['tcp', 'tcp6'].flatMap((table) => readFileSync(`${folder}/net/${table}`, 'utf8').split('\n').slice(1));
  return rows.flatMap((row) => {
    const [, local = '', , state, , , , , , inode = ''] = row.trim().split(/\s+/);
    const isListening = state === '0A';
    return isListening && sockets.has(inode) ? [Number.parseInt(local.split(':')[1] ?? '', 16)] : [];
  });
}

function socketInode(descriptor: string): readonly string[] {
  try {
    const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(descriptor))?.[1];
    return inode === undefined ? [] : [inode];
  } catch {
    // Closed since the folder was listed.
    return [];
  }
}
