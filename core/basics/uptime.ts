/** How long the program has been running, and waiting by it. Nobody can set it, as they can set the clock of the day. */
export interface Uptime {
  /** Milliseconds since some moment before the program's own start. */
  nowMs(): number;
  /** Does something once, later. @returns what calls it off */
  after(waitMs: number, act: () => void): () => void;
}
