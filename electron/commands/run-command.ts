import { runDeliver } from './deliver-command.ts';
import { runEnrolmentVerb } from './enrol-command.ts';
import type { CommandSurroundings } from './surroundings.ts';

/** What can be done to a home without a window. */
export type CommandVerb = 'enrol' | 'receipts' | 'deliver';

/**
 * Does one thing to a home, for `npm run store` and for the kiosk program alike.
 *
 * @param args what stands behind the verb
 * @returns the exit code
 */
export function runCommand(
  verb: CommandVerb,
  args: readonly string[],
  surroundings: CommandSurroundings,
): Promise<number> {
  return verb === 'deliver' ? runDeliver(args, surroundings) : runEnrolmentVerb(verb, args, surroundings);
}
