/** What the kiosk knows of the codes that were tried. */
export interface TriedCodes {
  /** Wrong tries since the last right one, those of all people together. */
  readonly wrong: number;
  /**
   * When the last try was, in milliseconds of uptime: of a clock that nobody can set. After a restart it is the start,
   * so that pulling the plug shortens no wait.
   */
  readonly lastAtMs: number;
}

/** What keeps people from trying one code after the other. */
export interface ThrottlePolicy {
  readonly freeTries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try the wrong ones are forgotten. */
  readonly quietMs: number;
}

const MINUTE_MS = 60_000;

/** The kiosk's own: six quiet hours are one day of an open house, and as slow to wait for as the longest wait. */
export const CODE_THROTTLE: ThrottlePolicy = {
  freeTries: 5,
  firstWaitMs: 15_000,
  longestWaitMs: 15 * MINUTE_MS,
  quietMs: 360 * MINUTE_MS,
};

/**
 * Tells how long nobody may try a code. Five wrong tries are free; then the wait doubles with every further one:
 *
 * | wrong tries     | 0-4 | 5    | 6    | 7     | 8     | 9     | 10    | 11 and more |
 * |-----------------|-----|------|------|-------|-------|-------|-------|-------------|
 * | wait after each | 0   | 15 s | 30 s | 1 min | 2 min | 4 min | 8 min | 15 min      |
 *
 * @returns milliseconds that are left; 0 when a code may be tried
 * Source: docs/architecture.md, "Codes"
 */
export function codeWaitMs(tried: TriedCodes, nowMs: number, policy: ThrottlePolicy = CODE_THROTTLE): number {
  const extra = countingTries(tried, nowMs, policy) - policy.freeTries;
  if (extra < 0) return 0;
  const wait = Math.min(policy.firstWaitMs * 2 ** extra, policy.longestWaitMs);
  return Math.max(0, tried.lastAtMs + wait - nowMs);
}

/** Counts one more try as wrong, before it is compared: a kill in between must give no free try. */
export function withTry(tried: TriedCodes, nowMs: number, policy: ThrottlePolicy = CODE_THROTTLE): TriedCodes {
  return { wrong: countingTries(tried, nowMs, policy) + 1, lastAtMs: nowMs };
}

/** The wrong tries that still count. */
function countingTries({ wrong, lastAtMs }: TriedCodes, nowMs: number, { quietMs }: ThrottlePolicy): number {
  return nowMs - lastAtMs >= quietMs ? 0 : wrong;
}
