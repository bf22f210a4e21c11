const DAY_MS = 24 * 60 * 60 * 1000;

/** How long an epoch takes the drafts of new codes. */
export const EPOCH_MS = DAY_MS;
/** How long after an epoch its drafts can be opened. What a person is told says so too. */
export const KEPT_MS = 14 * DAY_MS;

/** Tells whether an epoch is over, so that new codes need another one. Times as in PassedTime. */
export function isEpochOver(beganMs: number, passedMs: number): boolean {
  return passedMs - beganMs >= EPOCH_MS;
}

/** Tells whether the drafts of an epoch that ended at a time are to be forgotten. Times as in PassedTime. */
export function isEpochForgotten(endedMs: number, passedMs: number): boolean {
  return passedMs - endedMs >= KEPT_MS;
}
