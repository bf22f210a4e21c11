import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { numberOf } from './intake-record.ts';
import type { IntakeRecord } from './intake-record.ts';

/** A word of the command line that names no intake, or several. */
export interface UnclearIntake {
  readonly reason: 'unknown' | 'ambiguous';
  readonly intake: string;
}

/** What is said of such a word. */
export const UNCLEAR_WORDS: Readonly<Record<UnclearIntake['reason'], string>> = {
  unknown: 'is no intake of this inbox',
  ambiguous: 'is the number of several intakes: say the intakeId',
};

/**
 * Finds the intakes that are meant by intakeIds, or by numbers as on page 1.
 *
 * @returns their intakeIds, each once; a number that two of them have is refused: it says too little
 */
export function intakesMeant(
  named: readonly string[],
  records: readonly IntakeRecord[],
): Result<readonly string[], UnclearIntake> {
  const meant = new Set<string>();
  for (const intake of named) {
    const fitting = records.filter((record) => record.manifest.intakeId === intake || numberOf(record) === intake);
    const [one, another] = fitting;
    if (one === undefined) return fail({ reason: 'unknown', intake });
    if (another !== undefined) return fail({ reason: 'ambiguous', intake });
    meant.add(one.manifest.intakeId);
  }
  return ok([...meant]);
}
