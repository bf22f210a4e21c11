import type { HeadCommand } from './command-line.ts';
import { keepHead, type HeadRefusal, type TakenHead } from './keep-head.ts';
import { readKnownKiosk } from './known-kiosk.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

const REFUSALS: Readonly<Record<HeadRefusal, string>> = {
  unreadable: 'The head or its signature beside it (.minisig) cannot be read.',
  tooLarge: 'The head or its signature is larger than any, so it was not looked at.',
  badSignature: 'The signature does not fit the head.',
  otherSigner: 'The head was signed by another key than the one of this kiosk.',
  otherPurpose: 'The signature was made for another purpose or another version.',
  otherFormat: 'The head has another format: another version of this program is needed.',
  badHead: 'The head does not have the form it must have.',
  otherKiosk: 'The head is of another kiosk.',
  keptHeadDamaged: 'The head that was kept before is damaged; look into the folder heads before anything else.',
  setBack: 'The kiosk says less than it said before: its ledger or its audit log was set back. Go and look at it.',
  forked: 'The kiosk tells another story than before: its ledger or its audit log was written anew. Go and look at it.',
  cannotWrite: 'The head could not be kept.',
};

const COMPARISONS: Readonly<Record<TakenHead['comparison'], string>> = {
  first: 'the first head of this kiosk',
  newer: 'newer than the one before',
  same: 'nothing has happened since the one before',
  older: 'an earlier export that came late; the newer one stays',
};

/** Runs `head` and returns the exit code. */
export function runHead(command: HeadCommand, surroundings: Surroundings): number {
  const known = readKnownKiosk(command, surroundings);
  if (!known.ok) return known.error;
  const taken = keepHead(command.headFile, command.home, known.value.kiosk);
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
  complain(`${headFile}: REFUSED (${reason}). ${REFUSALS[reason]}`);
  if (json) say(JSON.stringify({ ok: false, refused: [{ head: headFile, reason }] }));
  return EXIT.refused;
}
