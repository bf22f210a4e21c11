import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import type { Ask } from './thread/calls.ts';
import { keyStoreOver } from './thread/key-store-over.ts';
import type { CommandService, CommandStart, CommandWindowService } from './thread/services.ts';

/** Does one thing to a home, as `npm run store` does it, with the machine's key store. */
export function runWithoutWindow(start: CommandStart, ask: Ask<CommandWindowService>): CommandService {
  const { command, args, appVersion } = start;
  const surroundings = {
    ...{ random: systemRandom, clock: systemClock, keyStore: keyStoreOver(ask), appVersion },
    say: (line: string) => void ask('tell', line, false),
    complain: (line: string) => void ask('tell', line, true),
  };
  return {
    run: async () => {
      // Loaded when it is needed: every start of a kiosk would wait for it.
      const { runCommand } = await import('./commands/run-command.ts');
      return runCommand(command, args, surroundings);
    },
  };
}
