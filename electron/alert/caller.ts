/** What a call says: nothing about a person, and nothing about why. */
export interface Call {
  readonly kind: 'come' | 'comeSecond' | 'test';
}

/** Why nobody could be called this way. */
export type CallFailure =
  /** Nothing answers at the address, or the connection broke. */
  | 'unreachable'
  /** No answer came in time. */
  | 'timedOut'
  /** The answer was anything but a yes. */
  | 'refused'
  /** There is no window that could show or sound it. */
  | 'noWindow'
  /** The window cannot make a sound. */
  | 'noSound';

/** What came of a call. */
export type CallOutcome =
  { readonly kind: 'acknowledged' } | { readonly kind: 'failed'; readonly failure: CallFailure };

/** One way to call for a person of the house. */
export interface Caller {
  /**
   * Calls until somebody acknowledges, the call fails, or it is stopped.
   *
   * @param told hears once what came of it, unless it is stopped before; never throws
   * @returns what stops the call; stopping it again does nothing
   */
  readonly call: (call: Call, told: (outcome: CallOutcome) => void) => () => void;
}
