import { assertNever } from '../core/basics/assert-never.ts';
import { HELP, parseCommand } from './command-line.ts';
import type { Command } from './command-line.ts';
import { asOnlyWriter } from './only-writer.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs one command line, without the program's own name, and returns the exit code. */
export async function runCentre(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const command = parseCommand(args);
  if (command.ok) return run(command.value, surroundings);
  surroundings.complain(`${command.error.words} See --help.`);
  return EXIT.usage;
}

// Each verb loads its own parts, so that a question for help or a mistyped word is answered at once.
async function run(command: Command, surroundings: Surroundings): Promise<number> {
  switch (command.kind) {
    case 'help':
      surroundings.say(HELP.trimEnd());
      return EXIT.done;
    case 'init':
      return (await import('./run-init.ts')).runInit(command, surroundings);
    case 'open':
      return (await import('./run-open.ts')).runOpen(command, surroundings);
    case 'head':
      return (await import('./run-head.ts')).runHead(command, surroundings);
    case 'receive':
      return (await import('./run-receive.ts')).runReceive(command, surroundings);
    case 'prove':
      return (await import('./run-prove.ts')).runProve(command, surroundings);
    case 'list':
      return (await import('./run-list.ts')).runList(command, surroundings);
    case 'mark':
      return (await import('./run-mark.ts')).runMark(command, surroundings);
    case 'export':
      return (await import('./run-export.ts')).runExport(command, surroundings);
    case 'verify':
      return (await import('./run-verify.ts')).runVerify(command, surroundings);
    case 'receipt':
      return asOnlyWriter(command, surroundings, async () =>
        (await import('./run-receipt.ts')).runReceipt(command, surroundings),
      );
    case 'report':
      return (await import('./run-report.ts')).runReport(command, surroundings);
    case 'enrol':
      return asOnlyWriter(command, surroundings, async () =>
        (await import('./run-enrol.ts')).runEnrol(command, surroundings),
      );
    case 'rotate':
      return asOnlyWriter(command, surroundings, async () =>
        (await import('./run-rotate.ts')).runRotate(command, surroundings),
      );
    case 'permit':
      return (await import('./run-permit.ts')).runPermit(command, surroundings);
    case 'revoke':
      return asOnlyWriter(command, surroundings, async () =>
        (await import('./run-revoke.ts')).runRevoke(command, surroundings),
      );
    default:
      return assertNever(command);
  }
}
