import { readFileSync } from 'node:fs';
import type { Result } from '../core/basics/result.ts';
import { fail } from '../core/basics/result.ts';
import type { JsonProblem } from '../core/bundle/versioned-json.ts';
import { attempt } from '../node/file-system.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** A file of the centre's own that cannot be used: nothing was done with any bundle. */
export interface OwnFileProblem {
  readonly file: string;
  readonly kind: 'missing' | 'malformed' | 'notSignedByRoot' | 'noPassphrase' | 'wrongPassphrase';
  /** The fields that are wrong, where that is known. */
  readonly fields: readonly string[];
}

const WORDS: Readonly<Record<OwnFileProblem['kind'], string>> = {
  missing: 'cannot be read',
  malformed: 'does not have the form it must have',
  notSignedByRoot: 'is not signed by root.pub',
  noPassphrase: 'lies under a passphrase: type it at a terminal, or say --passphrase-file FILE',
  wrongPassphrase: 'does not open with this passphrase',
};

/** Reads and parses a file that an operator named. */
export function readOwnFile<T>(
  file: string,
  parse: (bytes: Uint8Array) => Result<T, JsonProblem>,
): Result<T, OwnFileProblem> {
  const read = attempt(() => readFileSync(file));
  if (!read.ok) return fail({ file, kind: 'missing', fields: [] });
  const parsed = parse(read.value);
  if (parsed.ok) return parsed;
  return fail({ file, kind: 'malformed', fields: parsed.error.kind === 'otherShape' ? parsed.error.paths : [] });
}

/**
 * Says what is wrong with a file of one's own and returns the exit code. A card that root.pub did not sign is no slip
 * of the keyboard: somebody may have put other keys into it, so it is refused.
 */
export function reportOwnFile(problem: OwnFileProblem, json: boolean, { say, complain }: Surroundings): number {
  const { file, kind } = problem;
  const fields = problem.fields.filter((field) => field !== '');
  complain(`${file} ${WORDS[kind]}${fields.length === 0 ? '' : `: ${fields.join(', ')}`}.`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file, reason: kind, fields } }));
  return kind === 'notSignedByRoot' ? EXIT.refused : EXIT.usage;
}
