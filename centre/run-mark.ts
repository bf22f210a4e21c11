import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { acquireWriterLock } from '../node/writer-lock.ts';
import { accountOr } from './account.ts';
import type { MarkCommand } from './inbox-command.ts';
import { readInboxRecords } from './inbox/inbox-records.ts';
import { numberOf } from './inbox/intake-record.ts';
import type { IntakeRecord } from './inbox/intake-record.ts';
import { addMarks } from './inbox/marks.ts';
import type { Mark } from './inbox/marks.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `mark` and returns the exit code. All intakes are marked or none. */
export async function runMark(command: MarkCommand, surroundings: Surroundings): Promise<number> {
  const found = readInboxRecords(command.home);
  if (!found.ok) return refuse(command, { reason: 'unreadable', intake: null }, surroundings);
  const meant = intakesMeant(command.intakes, found.value.records);
  if (!meant.ok) return refuse(command, meant.error, surroundings);
  const lock = await acquireWriterLock(command.home);
  if (!lock.ok) return refuse(command, { reason: lock.error.kind, intake: null }, surroundings);
  try {
    const facts = { at: new Date(surroundings.clock.nowMs()).toISOString(), who: accountOr(command.who) };
    const marks = meant.value.map((intakeId): Mark => ({ format: 1, ...facts, intakeId, state: command.state }));
    const added = addMarks(command.home, marks);
    if (!added.ok) return refuse(command, { reason: 'cannotWrite', intake: null }, surroundings);
    surroundings.say(`Marked ${marks.length} as ${command.state}.`);
    if (command.json) surroundings.say(JSON.stringify({ ok: true, marks }));
    return EXIT.done;
  } finally {
    await lock.value.release();
  }
}

interface MarkProblem {
  readonly reason: string;
  readonly intake: string | null;
}

/** The intakes that are meant, each once; a number that two of them have is refused: it says too little. */
function intakesMeant(
  named: readonly string[],
  records: readonly IntakeRecord[],
): Result<readonly string[], MarkProblem> {
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

const WORDS: Readonly<Record<string, string>> = {
  unknown: 'is no intake of this inbox',
  ambiguous: 'is the number of several intakes: say the intakeId',
};

function refuse({ home, json }: MarkCommand, { reason, intake }: MarkProblem, { say, complain }: Surroundings): number {
  complain(
    intake === null
      ? `The marks in ${home} cannot be written (${reason}).`
      : `${intake} ${WORDS[reason] ?? reason}. Nothing was marked.`,
  );
  if (json) say(JSON.stringify({ ok: false, reason, intake }));
  return intake === null ? EXIT.usage : EXIT.refused;
}
