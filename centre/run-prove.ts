import { existsSync } from 'node:fs';
import type { Completeness } from '../core/outbox/completeness.ts';
import type { ProveCommand } from './inbox-command.ts';
import { readInboxRecords } from './inbox/inbox-records.ts';
import { standingOf } from './inbox/kiosk-standing.ts';
import { readKiosks } from './known-kiosk.ts';
import { rangesOf } from './number-ranges.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** Runs `prove` and returns the exit code. */
export function runProve(command: ProveCommand, surroundings: Surroundings): number {
  const { say, complain } = surroundings;
  const kioskFile = existsSync(command.kiosk) ? command.kiosk : null;
  const kiosks = readKiosks({ ...command, kioskFile }, surroundings);
  if (!kiosks.ok) return kiosks.error;
  const kiosk = kiosks.value.find(({ kioskId }) => kioskFile !== null || kioskId === command.kiosk);
  const found = readInboxRecords(command.home);
  if (kiosk === undefined || !found.ok) {
    complain(kiosk === undefined ? `No kiosk ${command.kiosk} is known.` : 'The inbox cannot be read.');
    return EXIT.usage;
  }
  const range = { from: command.from ?? undefined, to: command.to ?? undefined };
  const standing = standingOf(found.value.records, { home: command.home, kiosk, range });
  if (standing.isHeadDamaged) complain('The head that was kept of this kiosk is damaged: only bundles were asked.');
  sayProof(kiosk.kioskId, standing, surroundings);
  const { from, to, missing, forks } = standing;
  if (command.json) say(JSON.stringify({ kiosk: kiosk.kioskId, from, to, missing, forks }));
  return missing.length + forks.length === 0 && !standing.isHeadDamaged ? EXIT.done : EXIT.refused;
}

function sayProof(
  kiosk: string,
  { from, to, missing, forks, withdrawn }: Completeness,
  { say, complain }: Surroundings,
): void {
  const isWhole = missing.length + forks.length === 0;
  if (isWhole) say(`Kiosk ${kiosk}: everything from ${from} to ${to} is accounted for.`);
  if (withdrawn.length > 0) say(`Taken back by the persons themselves: ${rangesOf(withdrawn)}.`);
  if (missing.length > 0) complain(`Kiosk ${kiosk}: MISSING ${rangesOf(missing)}, of ${from} to ${to}.`);
  if (forks.length > 0) complain(`Kiosk ${kiosk}: FORKED at ${rangesOf(forks)}: it signed for two files.`);
}
