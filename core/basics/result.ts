/**
 * The outcome of something that may fail for an expected reason (a wrong code, a full disk, a damaged bundle).
 * A plain object, because results cross the process line. Bugs throw instead.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a value that was reached. */
export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Wraps an expected failure; `error` carries a kind and facts, never a sentence and never an answer of a person. */
export function fail<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}
