/** A command line that is not understood, in words for the operator. */
export interface UsageProblem {
  readonly words: string;
}
