/** Where the time comes from. Passed in, so that tests stand still and a wrong clock can be played. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  nowMs(): number;
}
