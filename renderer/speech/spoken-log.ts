import type { Piece } from './piece.ts';

/** What was heard; empty words stand for quiet. */
interface HeardWords {
  readonly text: string;
  readonly language: string;
  readonly isOwn: boolean;
  /** What was said at one time has one number. */
  readonly turn: number;
}

declare global {
  /** Only in the tests' own build. */
  var matuSpoken: HeardWords[] | undefined;
}

/** Notes what is heard, or that it is quiet, for the tests that listen. Every other build keeps nothing. */
export function noteHeard(piece: Piece | null, turn: number): void {
  if (!__TEST_BUILD__) return;
  globalThis.matuSpoken ??= [];
  const { text, language, isOwn } = piece ?? { text: '', language: '', isOwn: false };
  globalThis.matuSpoken.push({ text, language, isOwn, turn });
}
