import type { VerifyCommand } from './inbox-command.ts';
import { checkInbox } from './inbox/check-inbox.ts';
import type { InboxProblem } from './inbox/check-inbox.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

const WORDS: Readonly<Record<InboxProblem['kind'], string>> = {
  missing: 'is missing',
  changed: 'holds something else than what came',
  unlisted: 'is not in the index yet; the next receive adds it',
  strange: 'is no intake',
  damaged: 'has lines that are none',
  unknownIntake: 'names an intake that never came',
};

/** Runs `verify` and returns the exit code. */
export function runVerify({ home, json }: VerifyCommand, surroundings: Surroundings): number {
  const { say, complain, progress = (): void => undefined } = surroundings;
  const checked = checkInbox(home, progress);
  if (!checked.ok) {
    complain(`The inbox in ${home} cannot be read (${checked.error.kind}).`);
    return EXIT.usage;
  }
  const { intakes, problems } = checked.value;
  for (const { place, kind } of problems) complain(`${place} ${WORDS[kind]}.`);
  say(`Checked ${intakes} intakes, ${problems.length === 0 ? 'all as they came' : `${problems.length} problems`}.`);
  if (json) say(JSON.stringify({ ok: problems.length === 0, intakes, problems }));
  return problems.length === 0 ? EXIT.done : EXIT.refused;
}
