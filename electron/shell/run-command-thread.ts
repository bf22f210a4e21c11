import { Worker } from 'node:worker_threads';
import { answerOver, askOver } from '../thread/calls.ts';
import type { CommandService, CommandStart } from '../thread/services.ts';
import { electronKeyStore } from './key-store.ts';

const EXIT_FAULTY = 70;

/**
 * Lets the kiosk's thread do one thing to a home, prints what it says, and returns the exit code when all of it is
 * printed.
 *
 * @param file The built electron/kiosk-thread.ts
 */
export async function runCommandThread(file: string, start: CommandStart): Promise<number> {
  const thread = new Worker(file, { workerData: start });
  const tell = (line: string, isTrouble: boolean): void => {
    (isTrouble ? process.stderr : process.stdout).write(`${line}\n`);
  };
  answerOver(thread, { ...electronKeyStore, tell });
  // What was thrown is not printed: it may hold anything.
  const lost = new Promise<number>((resolve) => thread.once('error', () => resolve(EXIT_FAULTY)));
  const done = askOver<CommandService>(thread)('run').catch(() => EXIT_FAULTY);
  const exitCode = await Promise.race([done, lost]);
  await thread.terminate();
  await Promise.all([process.stdout, process.stderr].map(flushed));
  return exitCode;
}

function flushed(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
