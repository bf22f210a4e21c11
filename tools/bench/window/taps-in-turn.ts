import { spreadOf, type Spread } from '../statistics.ts';
import type { Asked, Steps } from './steps.ts';
import type { TapTimes } from './tap-times.ts';

/** What followed a tap, over all steps. */
export type TapSpreads = Readonly<Record<keyof TapTimes, Spread>>;

/** One of the windows that are gone through side by side. */
export interface Side<Name extends string> {
  readonly name: Name;
  readonly steps: Steps;
}

/** What a page meets for the first time is slow in all; a person meets it at the start screens. */
const WARM_UP_STEPS = 3;

/**
 * Goes a way in several windows question by question in turn, so that what else the machine does hits all alike. Closes
 * them, also when one does not do what it should.
 *
 * @param tell hears of each tap that counts
 */
export async function goInTurn<Name extends string>(
  sides: readonly Side<Name>[],
  way: readonly Asked[],
  tell: (name: Name, tap: TapTimes) => void,
): Promise<void> {
  try {
    // Behind the last one stands no question.
    for (const [index, asked] of way.slice(0, -1).entries()) {
      for (const { name, steps } of sides) {
        if (!asked.isFollowed) await steps.pass(asked);
        else if (index < WARM_UP_STEPS) await steps.step(asked);
        else tell(name, await steps.step(asked));
      }
    }
  } finally {
    for (const { steps } of sides) await steps.close();
  }
}

/**
 * Sums taps up.
 *
 * @throws when there are none
 */
export function tapSpreads(times: readonly TapTimes[]): TapSpreads {
  return {
    standsMs: spreadOf(times.map(({ standsMs }) => standsMs)),
    drawnMs: spreadOf(times.map(({ drawnMs }) => drawnMs)),
    shownMs: spreadOf(times.map(({ shownMs }) => shownMs)),
  };
}
