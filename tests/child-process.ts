import { execFile, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const VITE = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
const CONFIG = join(ROOT, 'tools', 'vite.child.config.ts');

/** A program of the tests, run from source in a process of its own. */
export interface Child {
  /** Resolves with the next line of its standard output, or null at its end. */
  nextLine(): Promise<string | null>;
  /** Whether it ended by itself or was killed. */
  hasEnded(): boolean;
  /** The most memory that it had so far; 0 where it has ended, and on systems that do not show it as a file. */
  peakMemoryMiB(): number;
  /** Ends it as a power cut would, without a chance to clear up, and resolves with the lines not read yet. */
  kill(): Promise<readonly string[]>;
}

/**
 * Bundles a TypeScript program into one file for as long as the test lasts: such a child starts in a fifth of the time
 * that it takes from source, which counts when it is killed many times. In a process of its own, because bundling takes
 * more memory than most tests.
 */
export async function bundleChild(source: string): Promise<string> {
  const outDir = temporaryFolder();
  const args = ['build', ROOT, '--config', CONFIG, '--logLevel', 'error', '--ssr', source, '--outDir', outDir];
  await promisify(execFile)(process.execPath, [VITE, ...args]);
  return join(outDir, 'child.mjs');
}

/** Starts a program, from TypeScript or bundled; it is killed at the latest when the test is over. */
export function startChild(file: string, ...args: readonly string[]): Child {
  const loader = file.endsWith('.ts') ? ['--import', 'tsx'] : [];
  const child = spawn(process.execPath, [...loader, file, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | null> => {
    const next = await lines.next();
    return next.done === true ? null : next.value;
  };
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const peakMemoryMiB = (): number => peakMemoryOf(child.pid ?? 0);
  return { nextLine, hasEnded, peakMemoryMiB, kill: () => killAndDrain(child, nextLine) };
}

function peakMemoryOf(pid: number): number {
  try {
    const [, kibibytes = '0'] = /^VmHWM:\s+([0-9]+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kibibytes) / 1024);
  } catch {
    return 0;
  }
}

async function killAndDrain(child: ChildProcess, nextLine: () => Promise<string | null>): Promise<readonly string[]> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  if (child.exitCode === null) {
    child.kill('SIGKILL');
    await ended;
  }
  const rest: string[] = [];
  for (let line = await nextLine(); line !== null; line = await nextLine()) rest.push(line);
  return rest;
}
