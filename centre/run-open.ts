import { join } from 'node:path';
import { parseKioskCard } from '../core/bundle/kiosk-card.ts';
import { readCentreHome } from './centre-home.ts';
import type { OpenCommand } from './command-line.ts';
import { openBundles } from './open.ts';
import type { OpenedIntake, RefusedBundle } from './open.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import { REFUSALS } from './refusal.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `open` and returns the exit code. */
export async function runOpen(command: OpenCommand, surroundings: Surroundings): Promise<number> {
  const { bundles, out, json } = command;
  const home = readCentreHome(command.home);
  if (!home.ok) {
    const { file, kind } = home.error;
    return reportOwnFile({ file: join(command.home, file), kind, fields: [] }, json, surroundings);
  }
  const kiosk = readOwnFile(command.kioskFile, parseKioskCard);
  if (!kiosk.ok) return reportOwnFile(kiosk.error, json, surroundings);
  const expected = { card: home.value.card, identities: home.value.identities, kiosk: kiosk.value };
  const outcome = await openBundles({ bundles, out, expected, clock: surroundings.clock });
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
