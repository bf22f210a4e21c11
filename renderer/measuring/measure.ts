import { clippings, type Clipping } from './clipping.ts';
import { targets, type Glass, type Target } from './targets.ts';

/** What one look at the screen found. */
export interface Look {
  readonly clippings: readonly Clipping[];
  readonly targets: readonly Target[];
}

/** Looks at the screen as it stands; sizes are millimetres of the panel. */
export function look(glass: Glass): Look {
  return { clippings: clippings(), targets: targets(glass) };
}
