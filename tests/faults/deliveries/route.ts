import type { Destination } from '../../../electron/outbox/destination.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';

/** One way from a kiosk to its centre, on which much goes wrong. */
export interface Route {
  readonly name: string;
  /**
   * Reaches it once more.
   *
   * @param fs what a drive is written with, where it is one: it dies with the kiosk
   * @param weather what goes wrong this time; null for nothing
   */
  readonly reach: (fs: FileSystem, weather: Dice | null) => Destination;
  readonly names: () => readonly string[];
  /** What stands there; null where nothing does. */
  readonly look: (fileName: string) => Uint8Array | null;
  /** Somebody on the way puts a file there, or exchanges it. */
  readonly plant: (fileName: string, bytes: Uint8Array) => void;
  readonly takeAway: (fileName: string) => void;
  /** Hands what lies there to somebody of the centre, as a folder. */
  readonly collect: () => string;
  /** Brings what the centre laid into that folder back to where the kiosk looks. */
  readonly giveBack: () => void;
}

/** One of several, by chance. */
export function oneOf<T>(dice: Dice, all: readonly [T, ...T[]]): T {
  return all[dice.below(all.length)] ?? all[0];
}
