import { join } from 'node:path';
import { parseKioskCard } from '../core/bundle/kiosk-card.ts';
import type { HeadCommand } from './command-line.ts';
import { HEAD_REFUSALS, type HeadRefusal } from './head-refusal.ts';
import { keepHead, type TakenHead } from './keep-head.ts';
import { readCentreCard } from './centre-home.ts';
import { readOwnFile, reportOwnFile } from './own-file.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

const COMPARISONS: Readonly<Record<TakenHead['comparison'], string>> = {
  first: 'the first head of this kiosk',
  newer: 'newer than the one before',
  same: 'nothing has happened since the one before',
  older: 'an earlier export that came late; the newer one stays',
};

/** Runs `head` and returns the exit code. */
export function runHead(command: HeadCommand, surroundings: Surroundings): number {
  const { home, json } = command;
  const card = readCentreCard(home);
  if (!card.ok)
    return reportOwnFile({ ...card.error, file: join(home, card.error.file), fields: [] }, json, surroundings);
  const kiosk = readOwnFile(command.kioskFile, parseKioskCard);
  if (!kiosk.ok) return reportOwnFile(kiosk.error, json, surroundings);
  const taken = keepHead(command.headFile, home, kiosk.value);
  return taken.ok ? reportTaken(taken.value, command, surroundings) : reportRefused(taken.error, command, surroundings);
}

function reportTaken(
  { head, comparison }: TakenHead,
  { headFile, json }: HeadCommand,
  { say, complain }: Surroundings,
): number {
  const { lines, lastSealed, withdrawn, audit, exportedAt } = head;
  say(`${headFile}: ${COMPARISONS[comparison]}.`);
  say(`Ledger: ${lines} lines, last sealed ${lastSealed?.seq ?? 'none'}, taken back ${withdrawn.length}.`);
  say(`Audit log: ${audit.lines} lines.`);
  if (audit.unwritten > 0) complain(`The kiosk could not write down ${audit.unwritten} of its last events.`);
  const facts = { lines, lastSealed, withdrawn: withdrawn.length, audit, exportedAt };
  if (json) say(JSON.stringify({ ok: true, comparison, ...facts }));
  return EXIT.done;
}

function reportRefused(reason: HeadRefusal, { headFile, json }: HeadCommand, { say, complain }: Surroundings): number {
  complain(`${headFile}: REFUSED (${reason}). ${HEAD_REFUSALS[reason]}`);
  if (json) say(JSON.stringify({ ok: false, refused: [{ head: headFile, reason }] }));
  return EXIT.refused;
}
