import { acquireWriterLock } from '../node/writer-lock.ts';
import { accountOr } from './account.ts';
import type { MarkCommand } from './inbox-command.ts';
import { readInboxRecords } from './inbox/inbox-records.ts';
import { intakesMeant, UNCLEAR_WORDS } from './inbox/intakes-meant.ts';
import type { UnclearIntake } from './inbox/intakes-meant.ts';
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

type MarkProblem = UnclearIntake | { readonly reason: string; readonly intake: null };

function refuse({ home, json }: MarkCommand, problem: MarkProblem, { say, complain }: Surroundings): number {
  const { reason, intake } = problem;
  complain(
    problem.intake === null
      ? `The marks in ${home} cannot be written (${reason}).`
      : `${problem.intake} ${UNCLEAR_WORDS[problem.reason]}. Nothing was marked.`,
  );
  if (json) say(JSON.stringify({ ok: false, reason, intake }));
  return intake === null ? EXIT.usage : EXIT.refused;
}
