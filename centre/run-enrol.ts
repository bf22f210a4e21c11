import { enrolAtCentre } from './enrol.ts';
import type { EnrolProblem, Enrolling } from './enrol.ts';
import type { EnrolCommand } from './enrolment-command.ts';
import { readHome } from './known-kiosk.ts';
import { REFUSALS } from './refusal.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `enrol` and returns the exit code. */
export async function runEnrol(command: EnrolCommand, surroundings: Surroundings): Promise<number> {
  const centre = await readHome(command, surroundings);
  if (!centre.ok) return centre.error;
  const { home, from, out, words } = command;
  const enrolled = await enrolAtCentre({ home, centre: centre.value, from, out, words, clock: surroundings.clock });
  return enrolled.ok
    ? reportEnrolled(enrolled.value, command, surroundings)
    : reportProblem(enrolled.error, command, surroundings);
}

function reportEnrolled(done: Enrolling, { json, out }: EnrolCommand, { say }: Surroundings): number {
  const { kind, kioskId, centreWords, kioskWords, receipt } = done;
  say(`Kiosk ${kioskId}`);
  say(`The kiosk's words:  ${kioskWords}`);
  say(`The centre's words: ${centreWords}`);
  if (kind === 'compare') {
    say('Nothing was kept yet. Ring the house: its screen must show the same words for both.');
    say('Then say this again with --words and the kiosk’s eight words as the house reads them out.');
  } else {
    say(`Enrolled. The receipt for its canary lies in ${out}: bring it back to the kiosk.`);
  }
  if (json) say(JSON.stringify({ ok: kind === 'enrolled', kioskId, kioskWords, centreWords, receipt }));
  return kind === 'enrolled' ? EXIT.done : EXIT.usage;
}

const WORDS: Readonly<Record<Exclude<EnrolProblem['kind'], 'canary' | 'kiosks' | 'receipt'>, string>> = {
  unreadable: 'There is no kiosk.json in the folder that can be read.',
  malformed: 'kiosk.json does not have the form it must have.',
  otherCentre: 'The kiosk answered to another centre.',
  otherWords: 'These are not the words of this kiosk.json: it was exchanged on the way, or a word was mistyped.',
  otherKey: 'A kiosk of this id is enrolled with another key.',
  revoked: 'This kiosk was revoked. It comes back only as a new one, with a new home.',
  noReceipt: 'The receipt could not be written into the folder; say it again.',
};

function reportProblem(problem: EnrolProblem, { json }: EnrolCommand, { say, complain }: Surroundings): number {
  const reason = problem.kind === 'canary' ? problem.reason : problem.kind;
  complain(`REFUSED (${reason}). ${wordsOf(problem)}`);
  if (json) say(JSON.stringify({ ok: false, reason }));
  return EXIT.refused;
}

function wordsOf(problem: EnrolProblem): string {
  switch (problem.kind) {
    case 'canary':
      return `The canary was not taken: ${REFUSALS[problem.reason]}`;
    case 'kiosks':
      return `${problem.problem.file}: ${problem.problem.kind}.`;
    case 'receipt':
      return `The receipt could not be signed (${problem.problem.kind}); look at receipt.key.`;
    default:
      return WORDS[problem.kind];
  }
}
