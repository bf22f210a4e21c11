import type { Result } from '../core/basics/result.ts';

/** Returns the value of a result that must be ok; fails the test otherwise. */
export function expectOk<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Expected ok, got ${JSON.stringify(result.error)}`);
  return result.value;
}
