import { accountOr } from './account.ts';
import type { OpenCommand } from './command-line.ts';
import { logOpening } from './inbox/openings.ts';
import { openBundles } from './open.ts';
import type { OpenedIntake, RefusedBundle } from './open.ts';
import { readKnownKiosk } from './known-kiosk.ts';
import { REFUSALS } from './refusal.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `open` and returns the exit code. */
export async function runOpen(command: OpenCommand, surroundings: Surroundings): Promise<number> {
  const { bundles, out, json } = command;
  const known = await readKnownKiosk(command, surroundings);
  if (!known.ok) return known.error;
  const { home, kiosk } = known.value;
  const { card, identities, formerRecipients, revokedAfter } = home;
  const expected = { card, identities, formerRecipients, revokedAfter, kiosks: [kiosk] };
  const { clock } = surroundings;
  const log = (intakeIds: readonly string[]): boolean => {
    const facts = { at: new Date(clock.nowMs()).toISOString(), who: accountOr(command.who) };
    return logOpening(command.home, { format: 1, ...facts, verb: 'open', intakeIds: [...intakeIds] }).ok;
  };
  const outcome = await openBundles({ bundles, out, expected, clock, log });
  return outcome.ok
    ? reportOpened(outcome.value, json, surroundings)
    : reportRefused(outcome.error, json, surroundings);
}

function reportOpened(opened: readonly OpenedIntake[], json: boolean, { say }: Surroundings): number {
  for (const { bundle, page1, alreadyThere } of opened) {
    say(`${bundle}: ${alreadyThere ? 'opened before' : 'opened'}, ${page1}`);
  }
  if (json) say(JSON.stringify({ ok: true, opened }));
  return EXIT.done;
}

function reportRefused(refused: readonly RefusedBundle[], json: boolean, { say, complain }: Surroundings): number {
  for (const { bundle, reason } of refused) complain(`${bundle}: REFUSED (${reason}). ${REFUSALS[reason]}`);
  complain('No intake was written.');
  if (json) say(JSON.stringify({ ok: false, refused }));
  return EXIT.refused;
}
