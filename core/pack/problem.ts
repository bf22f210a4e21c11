/** What is wrong with a pack: the file, the place in it and what to do. Written for whoever edits the content. */
export interface PackProblem {
  readonly file: string;
  /** A linkId, a rule, a slot, or the way through the file to what is meant. */
  readonly place: string;
  readonly remedy: string;
}

/** A problem before it is known to which file it belongs. */
export type Finding = Omit<PackProblem, 'file'>;

/** The values that occur more than once, each once. */
export function doubled(values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const found = new Set<string>();
  for (const value of values) (seen.has(value) ? found : seen).add(value);
  return [...found];
}
