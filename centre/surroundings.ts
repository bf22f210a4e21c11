import type { Clock } from '../core/basics/clock.ts';
import type { Random } from '../core/basics/random.ts';
import type { AskSecret } from './passphrases.ts';

/** What the program is given by its surroundings. */
export interface Surroundings {
  readonly random: Random;
  readonly clock: Clock;
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** Prints a line about trouble, apart from what was asked for. */
  readonly complain: (line: string) => void;
  /** Shows how far long work has come, and takes the line away when it is done. Absent where nobody watches. */
  readonly progress?: (done: number, total: number) => void;
  /** Absent where nobody sits at a terminal. */
  readonly askSecret?: AskSecret;
}

/** Exit codes. 1 is left to faults of the program itself. */
export const EXIT = { done: 0, usage: 2, refused: 3 } as const;
