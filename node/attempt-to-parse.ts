import { fail, ok, type Result } from '../core/basics/result.ts';

/** Parses a command line by Node's parseArgs; the error says in words, for who wrote it, what is not understood. */
export function attemptToParse<T>(parse: () => T): Result<T, string> {
  try {
    return ok(parse());
  } catch (thrown) {
    // parseArgs speaks of unknown options and missing values by a TypeError with a code of its own.
    if (thrown instanceof TypeError && 'code' in thrown) return fail(thrown.message);
    throw thrown;
  }
}
