import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import type { KeyStore } from '../store/key-store.ts';

/** What a command on a home is given by the program that runs it. */
export interface CommandSurroundings {
  readonly random: Random;
  readonly clock: Clock;
  /** The machine's; null in a program that has none, and then only homes open whose secret lies in a file. */
  readonly keyStore: KeyStore | null;
  readonly appVersion: string;
  /** Prints a line. */
  readonly say: (line: string) => void;
  /** Prints a line about trouble, apart from what was asked for. */
  readonly complain: (line: string) => void;
}
