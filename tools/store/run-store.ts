import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { checkHome, type HomeCheck, type HomeNote, type HomeOutcome } from '../../electron/fsck/check-home.ts';
import type { CustodyFound } from '../../electron/fsck/check-custody.ts';
import { keyInCardFile } from '../../electron/fsck/kiosk-key.ts';
import { DELIVER_USAGE } from '../../electron/commands/deliver-command.ts';
import { ENROL_USAGE } from '../../electron/commands/enrol-command.ts';
import { runCommand } from '../../electron/commands/run-command.ts';
import type { CommandSurroundings } from '../../electron/commands/surroundings.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';

const USAGE = `npm run store -- fsck --home DIR [--kiosk FILE] [--json]
    Checks everything that a home keeps, and repairs what each start of the kiosk repairs. Deletes nothing.
    The kiosk must not be running. Prints numbers and counts, never a word of anybody.
    --home DIR    the home of a kiosk
    --kiosk FILE  the centre's own kiosk.json of this kiosk. Without it the one in the home is believed, which whoever can
                  write there can exchange, together with the ledger
    --json        ends with one line of JSON

Exit codes: 0 all is well, 1 repaired, 2 staff must look at it (or the command line or the home is not usable),
3 a custody gap: sealed intakes are missing, changed, or there twice
`;

/** What `npm run store` ends with. */
const EXIT: Readonly<Record<HomeOutcome, number>> = { ok: 0, repaired: 1, needsStaff: 2, custodyGap: 3 };
const EXIT_NOT_CHECKED = 2;

const OPTIONS = {
  home: { type: 'string' },
  kiosk: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

interface FsckRequest {
  readonly home: string;
  /** The centre's own copy of the kiosk's card; null for the one in the home. */
  readonly kiosk: string | null;
  readonly json: boolean;
}

type Surroundings = Omit<CommandSurroundings, keyof typeof OUTSIDE>;

/** What this is not: the kiosk program, which alone has the machine's key store. */
const OUTSIDE = { keyStore: null, appVersion: '0' } as const;

/** Runs one command line, without the program's own name, and returns the exit code. */
export async function runStore(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const [verb, ...rest] = args;
  const isCommand = verb === 'enrol' || verb === 'receipts' || verb === 'deliver';
  return isCommand ? runCommand(verb, rest, { ...surroundings, ...OUTSIDE }) : runFsck(args, surroundings);
}

async function runFsck(args: readonly string[], { random, clock, say, complain }: Surroundings): Promise<number> {
  const request = parseRequest(args);
  if (!request.ok) {
    complain(`${request.error}\n\n${USAGE}\n${DELIVER_USAGE}\n${ENROL_USAGE}`);
    return EXIT_NOT_CHECKED;
  }
  const { home, kiosk, json } = request.value;
  const trusted = kiosk === null ? null : keyInCardFile(kiosk);
  if (kiosk !== null && trusted === null) {
    complain(`${kiosk} is not the card of a kiosk. Give the kiosk.json that the centre kept at its enrolment.`);
    return EXIT_NOT_CHECKED;
  }
  const checked = await checkHome({ directory: resolve(home), random, clock, trusted });
  if (!checked.ok) {
    complain(notChecked(checked.error.kind, home));
    return EXIT_NOT_CHECKED;
  }
  const { found, notes, outcome } = checked.value;
  for (const note of notes) complain(words(note));
  if (json) say(jsonLine(found));
  else for (const line of lines(checked.value)) say(line);
  return EXIT[outcome];
}

/** The keys and their order are what other programs read. */
function jsonLine({ sealed, drafts, gaps, forks, quarantined }: CustodyFound): string {
  return JSON.stringify({ sealed, drafts, gaps, forks, quarantined });
}

const OUTCOMES: Readonly<Record<HomeOutcome, string>> = {
  ok: 'All is well.',
  repaired: 'All is well again.',
  needsStaff: 'Somebody must look at this.',
  custodyGap: 'CUSTODY GAP: tell the centre these numbers, and restore the files from a copy if there is one.',
};

function lines({ outcome, found }: HomeCheck): readonly string[] {
  const { sealed, drafts, gaps, forks, quarantined } = found;
  return [
    `Sealed intakes: ${sealed}, drafts: ${drafts}, in quarantine: ${quarantined}`,
    ...endLines(found),
    ...(gaps.length > 0 ? [`Missing or changed: ${gaps.join(', ')}`] : []),
    ...(forks.length > 0 ? [`There twice: ${forks.join(', ')}`] : []),
    OUTCOMES[outcome],
  ];
}

/** What has become of those that the centre signed for, or that their persons took back. */
function endLines({ ended }: CustodyFound): readonly string[] {
  const { receipted, purged, withdrawn, withdrawalRequested } = ended;
  const told = [
    ...(receipted > 0 ? [`signed for and kept for some days: ${receipted}`] : []),
    ...(purged > 0 ? [`signed for and let go of: ${purged}`] : []),
    ...(withdrawn > 0 ? [`taken back: ${withdrawn}`] : []),
    ...(withdrawalRequested > 0 ? [`the centre is asked to forget: ${withdrawalRequested}`] : []),
  ];
  return told.length === 0 ? [] : [`Of all that were sealed, ${told.join(', ')}`];
}

function words(note: HomeNote): string {
  switch (note.kind) {
    case 'repaired':
      return 'What a stop had interrupted was finished or set aside in quarantine/.';
    case 'stateFellBack':
      return 'One of the two copies of the state was damaged and is written anew; check the settings.';
    case 'secretInKeyStore':
      return 'Not checked: the state and the epochs. The machine’s key store keeps the secret of this home.';
    case 'noDeviceSecret':
      return 'Not checked: the state and the epochs. The device secret of this home is gone.';
    case 'notOpened':
      return `Not checked: the state and the epochs. The home does not open (${note.reason}).`;
    case 'notVerified':
      return 'Not verified: the signatures of the ledger. The kiosk.json of this home is missing or damaged; the centre has a copy.';
    case 'otherKioskCard':
      return 'The kiosk.json of this home is not of this kiosk; the centre has a copy of the right one.';
    case 'otherKiosk':
      return 'This home is not of the kiosk of the card that was given: it signs with another key.';
    case 'ledgerDamaged':
      return 'The ledger is damaged: its lines do not follow on each other.';
    case 'ledgerLines':
      return `The ledger is damaged: ${note.count} of its lines are none, or not signed by this kiosk.`;
    case 'unledgered':
      return `The ledger does not know ${note.count} of the sealed files: it was set back.`;
    case 'damagedDrafts':
      return `${note.count} of the drafts are damaged; their people will have to begin anew.`;
    case 'auditLines':
      return `The audit log has ${note.count} lines that do not follow on each other.`;
  }
}

function notChecked(kind: string, home: string): string {
  switch (kind) {
    case 'alreadyRunning':
      return `A program has ${home} open. Close the kiosk, then check again.`;
    case 'missing':
      return `${home} is not the home of a kiosk, or its making was interrupted.`;
    case 'newerFormat':
      return `${home} was written by a newer program. Check it with that one.`;
    default:
      return `${home} cannot be checked (${kind}).`;
  }
}

function parseRequest(args: readonly string[]): Result<FsckRequest, string> {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true }));
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [verb, ...more] = positionals;
  if (verb !== 'fsck' || more.length > 0) return fail('Say what to do: fsck, deliver, enrol or receipts.');
  if (values.home === undefined) return fail('Say which home: --home DIR.');
  return ok({ home: values.home, kiosk: values.kiosk ?? null, json: values.json });
}
