import type { BrokenPack } from './broken-pack.ts';
import { CONTRADICTORY } from './contradictory.ts';
import { INCONSISTENT } from './inconsistent.ts';
import { MISSHAPEN } from './misshapen.ts';
import { OUT_OF_REACH } from './out-of-reach.ts';
import { UNSAFE } from './unsafe.ts';

/** Every broken pack. */
export const BROKEN_PACKS: readonly BrokenPack[] = [
  ...MISSHAPEN,
  ...CONTRADICTORY,
  ...INCONSISTENT,
  ...OUT_OF_REACH,
  ...UNSAFE,
];
