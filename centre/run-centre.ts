import { assertNever } from '../core/basics/assert-never.ts';
import { HELP, parseCommand } from './command-line.ts';
import type { Command } from './command-line.ts';
import { runInit } from './run-init.ts';
import { runOpen } from './run-open.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs one command line, without the program's own name, and returns the exit code. */
export async function runCentre(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = parseCommand(args);
  if (command.ok) return run(command.value, surroundings);
  surroundings.complain(`${command.error.words} See --help.`);
  return EXIT.usage;
}

async function run(command: Command, surroundings: Surroundings): Promise<number> {
  switch (command.kind) {
    case 'help':
      surroundings.say(HELP.trimEnd());
      return EXIT.done;
    case 'init':
      return runInit(command, surroundings);
    case 'open':
      return runOpen(command, surroundings);
    default:
      return assertNever(command);
  }
}
