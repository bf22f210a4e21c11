/** What is known of the secrets that were tried at one door. */
export interface Tried {
  /** Wrong tries since the last right one. */
  readonly wrong: number;
  /**
   * When the last try was, in milliseconds of uptime: of a clock that nobody can set. After a restart it is the start,
   * so that pulling the plug shortens no wait.
   */
  readonly lastAtMs: number;
}

/** What keeps people from trying one secret after the other. */
export interface ThrottlePolicy {
  readonly freeTries: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try the wrong ones are forgotten; `Infinity`: never. */
  readonly quietMs: number;
}

/**
 * Tells how long nobody may try: after the free tries the wait doubles with every further wrong one, up to the longest.
 *
 * @returns milliseconds that are left; 0 when somebody may try
 */
export function throttleWaitMs(tried: Tried, nowMs: number, policy: ThrottlePolicy): number {
  const extra = countingTries(tried, nowMs, policy) - policy.freeTries;
  if (extra < 0) return 0;
  const wait = Math.min(policy.firstWaitMs * 2 ** extra, policy.longestWaitMs);
  return Math.max(0, tried.lastAtMs + wait - nowMs);
}

/** Counts one more try as wrong, before it is compared: a kill in between must give no free try. */
export function withTry(tried: Tried, nowMs: number, policy: ThrottlePolicy): Tried {
  return { wrong: countingTries(tried, nowMs, policy) + 1, lastAtMs: nowMs };
}

/** The wrong tries that still count. */
function countingTries({ wrong, lastAtMs }: Tried, nowMs: number, { quietMs }: ThrottlePolicy): number {
  return nowMs - lastAtMs >= quietMs ? 0 : wrong;
}
