import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { build } from 'vite';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A program of the tests, run from source in a process of its own. */
export interface Child {
  /** Resolves with the next line of its standard output, or null at its end. */
  nextLine(): Promise<string | null>;
  /** Ends it as a power cut would, without a chance to clear up, and resolves with the lines not read yet. */
  kill(): Promise<readonly string[]>;
}

/**
 * Bundles a TypeScript program into one file for as long as the test lasts: such a child starts in a fifth of the time
 * that it takes from source, which counts when it is killed many times.
 */
export async function bundleChild(source: string): Promise<string> {
  const outDir = temporaryFolder();
  await build({
    configFile: false,
    logLevel: 'error',
    build: { ssr: source, outDir, target: 'node20', rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
    ssr: { noExternal: true },
  });
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
  return { nextLine, kill: () => killAndDrain(child, nextLine) };
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
