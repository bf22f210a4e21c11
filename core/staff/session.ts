/** Somebody of the house at the desk. */
export interface DeskSession {
  /** Who, by number: the role is looked up each time, so that what changes counts at once. */
  readonly person: number;
  /** The last sign of the person, in milliseconds of uptime. */
  readonly seenAtMs: number;
}

/** Tells how long a session lives on without another sign; 0 when it is over. */
export function sessionLeftMs({ seenAtMs }: DeskSession, nowMs: number, idleMs: number): number {
  return Math.max(0, seenAtMs + idleMs - nowMs);
}
