import type { Result } from '../../core/basics/result.ts';
import { fail } from '../../core/basics/result.ts';
import type { Destination, DestinationError, OpenDestination } from './destination.ts';

/** How long a destination may take, in milliseconds. */
export interface TimeLimits {
  readonly toOpenMs: number;
  /** For one file to be put, found or fetched. */
  readonly perStepMs: number;
}

/** Long enough for a tired server or stick, and short enough for a kiosk to try another way. */
export const USUAL_TIME_LIMITS: TimeLimits = { toOpenMs: 20_000, perStepMs: 60_000 };

/**
 * Gives up what takes too long, or is stopped, and closes it. What cannot be ended, like a network folder whose server is gone, is not
 * begun again before it has come back: each such call keeps one of the few threads that everything else needs, too.
 */
export function withTimeLimits(
  inner: Destination,
  limits: TimeLimits = USUAL_TIME_LIMITS,
  stop: AbortSignal | null = null,
): Destination {
  const stuck = new Set<Promise<unknown>>();
  const limited = async <T>(work: Promise<Result<T, DestinationError>>, limitMs: number, giveUp: () => void) => {
    const done = work.finally(() => stuck.delete(done));
    stuck.add(done);
    const result = await raceAgainst(done, limitMs, stop);
    if (typeof result !== 'string') return result;
    giveUp();
    return result === 'tooSlow' ? TOO_SLOW : STOPPED;
  };
  return {
    open: async () => {
      if (stop?.aborted === true) return STOPPED;
      if (stuck.size > 0) return TOO_SLOW;
      const opening = inner.open();
      // What opens after all is closed: nobody waits for it any more.
      const giveUp = (): void => void opening.then((late) => (late.ok ? late.value.close() : undefined));
      const opened = await limited(opening, limits.toOpenMs, giveUp);
      if (!opened.ok) return opened;
      const place = opened.value;
      const step = <T>(work: Promise<Result<T, DestinationError>>): Promise<Result<T, DestinationError>> =>
        limited(work, limits.perStepMs, () => void place.close());
      const open: OpenDestination = {
        put: (file) => step(place.put(file)),
        replace: (file) => step(place.replace(file)),
        remove: (file) => step(place.remove(file)),
        list: () => step(place.list()),
        fetch: (fileName, maxBytes) => step(place.fetch(fileName, maxBytes)),
        close: () => place.close(),
      };
      return { ok: true, value: open };
    },
  };
}

const TOO_SLOW = fail({ kind: 'tooSlow' } as const);
const STOPPED = fail({ kind: 'dropped' } as const);

async function raceAgainst<T>(
  work: Promise<T>,
  limitMs: number,
  stop: AbortSignal | null,
): Promise<T | 'tooSlow' | 'stopped'> {
  const raced = new AbortController();
  const limit = new Promise<'tooSlow' | 'stopped'>((resolve) => {
    const timer = setTimeout(() => resolve('tooSlow'), limitMs);
    stop?.addEventListener('abort', () => resolve('stopped'), { signal: raced.signal });
    raced.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    raced.abort();
  }
}
