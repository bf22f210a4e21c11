import { ok } from '../core/basics/result.ts';
import { parseCentreSite } from '../core/bundle/centre-card.ts';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import type { InitCommand } from './command-line.ts';
import { EXAMPLE_SITE } from './example-site.ts';
import { initCentre } from './init.ts';
import type { InitProblem } from './init.ts';
import { newPassphrase } from './new-passphrase.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `init` and returns the exit code. */
export async function runInit(command: InitCommand, surroundings: Surroundings): Promise<number> {
  const { home, name, siteFile, keyKind, json } = command;
  const site = siteFile === null ? ok(EXAMPLE_SITE) : readOwnFile(siteFile, parseCentreSite);
  if (!site.ok) return reportOwnFile(site.error, json, surroundings);
  const passphrase = await newPassphrase(command, surroundings);
  if (!passphrase.ok) return passphrase.error;
  const { random, clock } = surroundings;
  const made = await initCentre({ home, name, site: site.value, keyKind, passphrase: passphrase.value, random, clock });
  return made.ok ? reportMade(made.value, command, surroundings) : reportProblem(made.error, command, surroundings);
}

function reportMade(card: CentreCard, command: InitCommand, { say }: Surroundings): number {
  const { home, siteFile, keyKind, isUnprotected, json } = command;
  const exampleSite = siteFile === null;
  say(`Made a centre in ${home}.`);
  if (exampleSite) say('Its house is a MADE-UP EXAMPLE with made-up numbers: give --site FILE for a real one.');
  if (keyKind === 'hybrid') say('Its keys are post-quantum hybrids: opening a bundle by hand takes age 1.3 or newer.');
  say('Now move backup.identity and root.key to a medium that lies in a safe.');
  const { centreId, recipients } = card;
  if (json) say(JSON.stringify({ ok: true, home, centreId, recipients, exampleSite, isProtected: !isUnprotected }));
  return EXIT.done;
}

function reportProblem(problem: InitProblem, { home, json }: InitCommand, { say, complain }: Surroundings): number {
  const { kind, file } = problem;
  if (kind === 'exists') complain(`Nothing was written: ${file} of a centre stands in ${home} already.`);
  else complain(`The centre could not be written to ${home} (${file}, ${problem.error.kind}).`);
  if (json) say(JSON.stringify({ ok: false, reason: kind, file }));
  return EXIT.refused;
}
