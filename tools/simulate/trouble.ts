import type { Result } from '../../core/basics/result.ts';

/** Exit codes of `npm run simulate`. */
export const EXIT = { done: 0, stopped: 1, refused: 2, lost: 3 } as const;

/** Why a simulation ended before its number was reached: in words for whoever runs it, and the exit code. */
export class Trouble extends Error {
  readonly exitCode: number;

  constructor(words: string, exitCode: number = EXIT.stopped) {
    super(words);
    this.exitCode = exitCode;
  }
}

/** Returns what must have been done. @throws Trouble where it was not, for example because the disk is full */
export function expectDone<T>(result: Result<T, { readonly kind: string }>, words: string): T {
  if (!result.ok) throw new Trouble(`${words} (${result.error.kind}).`);
  return result.value;
}
