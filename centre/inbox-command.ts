import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { lineField } from '../core/bundle/fields.ts';
import { MARK_STATES } from './inbox/marks.ts';
import type { MarkState } from './inbox/marks.ts';
import type { UsageProblem } from './usage-problem.ts';

/** What the operator asked for of the inbox. */
export type InboxCommand =
  | ReceiveCommand
  | ProveCommand
  | ListCommand
  | MarkCommand
  | ExportCommand
  | VerifyCommand
  | ReceiptCommand
  | ReportCommand;

export interface ReceiveCommand {
  readonly kind: 'receive';
  /** At least one: bundles, heads, folders of them. */
  readonly paths: readonly string[];
  readonly home: string;
  /** null: the kiosks that are enrolled. */
  readonly kioskFile: string | null;
  /** null: the terminal is asked, where an identity lies under a passphrase. */
  readonly passphraseFile: string | null;
  readonly json: boolean;
}

export interface ProveCommand {
  readonly kind: 'prove';
  /** A kiosk.json, or the id in one. */
  readonly kiosk: string;
  readonly home: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly json: boolean;
}

/** What every look into the inbox is told. */
interface Look {
  readonly home: string;
  /** null: the kiosks that are enrolled. */
  readonly kioskFile: string | null;
  readonly json: boolean;
}

export interface ListCommand extends Look {
  readonly kind: 'list';
  /** Those that are closed or taken back, too. */
  readonly all: boolean;
}

export interface MarkCommand {
  readonly kind: 'mark';
  /** At least one: intakeIds, or numbers as on page 1. */
  readonly intakes: readonly string[];
  readonly state: MarkState;
  /** null: the account that runs the program. */
  readonly who: string | null;
  readonly home: string;
  readonly json: boolean;
}

export interface ExportCommand extends Look {
  readonly kind: 'export';
  /** At least one of the two files is named. */
  readonly csvFile: string | null;
  readonly ndjsonFile: string | null;
  readonly all: boolean;
  readonly who: string | null;
}

export interface VerifyCommand {
  readonly kind: 'verify';
  readonly home: string;
  readonly json: boolean;
}

export interface ReceiptCommand extends Look {
  readonly kind: 'receipt';
  readonly out: string;
}

export interface ReportCommand extends Look {
  readonly kind: 'report';
  /** intakeIds, or numbers as on page 1; none: all who wait. */
  readonly intakes: readonly string[];
  readonly out: string;
  readonly withAnswers: boolean;
  readonly who: string | null;
}

export const INBOX_HELP = `npm run matu-centre -- receive PATH... --home DIR [--kiosk KIOSK.json] [--passphrase-file FILE] [--json]
    Takes what kiosks delivered into the inbox: bundles, heads, and folders of them (not the folders in those). Each
    intake gets a folder DIR/inbox/<intakeId>/ with page1.html, intake.json, fhir.json, the sealed original and
    received.json. What came before is not taken twice. A refused file keeps no other one out. Receipts are signed at
    the end, when everything is durable; they are kept under DIR/receipts/ and laid into each folder that was named.
    --home DIR    the centre's folder
    --kiosk FILE  kiosk.json of the only kiosk to take from; without it every enrolled one
    --passphrase-file FILE
                  passphrases of the identities, one a line; without it the terminal is asked
    --json        ends with one line of JSON

npm run matu-centre -- prove --kiosk ID --home DIR [--from N] [--to N] [--json]
    Says whether everything of a kiosk is accounted for, or exactly what is missing. Exit code 3 when something is.
    --kiosk ID    the kiosk's id, or its kiosk.json
    --home DIR    the centre's folder
    --from, --to  the numbers to look at; without them all that the kiosk signed for
    --json        ends with one line of JSON

npm run matu-centre -- list --home DIR [--kiosk KIOSK.json] [--all] [--json]
    Says who waits: red flags first, then amber ones, then whoever waits longest. No answers.
    --home DIR    the centre's folder
    --kiosk FILE  asks this kiosk's head what was taken back; without it those of the enrolled kiosks
    --all         closed and taken back ones, too
    --json        ends with one line of JSON

npm run matu-centre -- mark INTAKE... --as STATE --home DIR [--who NAME] [--json]
    Writes down what was done about intakes. Nothing is ever overwritten; a closed one leaves the list.
    INTAKE        an intakeId, or a number as on page 1: 1a2b3c4d-7
    --as STATE    contacted, noAnswer, started or closed
    --home DIR    the centre's folder
    --who NAME    who says so; without it the account that runs this
    --json        ends with one line of JSON

npm run matu-centre -- export --home DIR [--csv FILE] [--ndjson FILE] [--kiosk KIOSK.json] [--all] [--who NAME] [--json]
    Writes what those who wait answered: a CSV file with one line an answer, and FHIR, one bundle a line. WITH ANSWERS.
    --home DIR    the centre's folder
    --csv FILE    at least one of the two; the file is replaced, and only its owner can read it
    --ndjson FILE
    --kiosk FILE  as with list
    --all         closed and taken back ones, too
    --who NAME    who reads them, for the log; without it the account that runs this
    --json        ends with one line of JSON

npm run matu-centre -- verify --home DIR [--json]
    Checks the inbox against what was written down when it came. Opens nothing. Exit code 3 when something is wrong.
    --home DIR    the centre's folder
    --json        ends with one line of JSON

npm run matu-centre -- receipt --home DIR --out DIR [--kiosk KIOSK.json] [--json]
    Signs anew for everything that lies in the inbox, and lays the receipts into a folder.
    --home DIR    the centre's folder
    --out DIR     where the kiosk finds them: the stick, the shared folder
    --kiosk FILE  kiosk.json of the only kiosk to sign for; without it every enrolled one
    --json        ends with one line of JSON

npm run matu-centre -- report [INTAKE...] --home DIR --out FILE [--with-answers] [--kiosk KIOSK.json] [--who NAME] [--json]
    Writes one page of those who wait, to read in any browser and to print. Its file is for its owner alone.
    INTAKE        only these of those who wait: an intakeId, or a number as on page 1
    --home DIR    the centre's folder
    --out FILE    the page; it is replaced
    --with-answers
                  with what each of them answered; without it only who waits since when
    --kiosk FILE  as with list
    --who NAME    who reads the answers, for the log; without it the account that runs this
    --json        ends with one line of JSON
`;

/** Which options a verb of the inbox takes, beside --json. */
export const INBOX_VERBS = {
  receive: ['home', 'kiosk', 'passphrase-file'],
  prove: ['home', 'kiosk', 'from', 'to'],
  list: ['home', 'kiosk', 'all'],
  mark: ['home', 'as', 'who'],
  export: ['home', 'kiosk', 'csv', 'ndjson', 'all', 'who'],
  verify: ['home'],
  receipt: ['home', 'kiosk', 'out'],
  report: ['home', 'kiosk', 'out', 'with-answers', 'who'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What stood on the command line. */
export interface InboxValues {
  readonly home?: string | undefined;
  readonly kiosk?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly out?: string | undefined;
  readonly as?: string | undefined;
  readonly who?: string | undefined;
  readonly csv?: string | undefined;
  readonly ndjson?: string | undefined;
  readonly all: boolean;
  readonly 'with-answers': boolean;
  readonly 'passphrase-file'?: string | undefined;
  readonly json: boolean;
}

/** Tells whether a verb is one of the inbox. */
export function isInboxVerb(verb: string): verb is keyof typeof INBOX_VERBS {
  return Object.hasOwn(INBOX_VERBS, verb);
}

/** Reads what stands behind a verb of the inbox. */
export function parseInboxCommand(
  verb: keyof typeof INBOX_VERBS,
  values: InboxValues,
  rest: readonly string[],
): Result<InboxCommand, UsageProblem> {
  const { home, who, out, json, all } = values;
  if (home === undefined) return usage(`${verb} needs --home DIR.`);
  if (who !== undefined && !lineField.safeParse(who).success)
    return usage('--who is one line of at most 120 characters.');
  const given = { ...values, home };
  if (verb === 'receive') return receiveCommand(given, rest);
  if (verb === 'mark') return markCommand(given, rest);
  if (verb === 'report') return reportCommand(given, rest);
  if (rest.length > 0) return usage(`${verb} takes no other words.`);
  const look = { home, kioskFile: values.kiosk ?? null, json };
  switch (verb) {
    case 'prove':
      return proveCommand(given);
    case 'list':
      return ok({ kind: 'list', ...look, all });
    case 'export':
      return exportCommand(given, look);
    case 'verify':
      return ok({ kind: 'verify', home, json });
    case 'receipt':
      return out === undefined ? usage('receipt needs --out DIR.') : ok({ kind: 'receipt', ...look, out });
  }
}

type Given = InboxValues & { readonly home: string };

function receiveCommand(
  { home, kiosk, json, ...others }: Given,
  paths: readonly string[],
): Result<InboxCommand, UsageProblem> {
  if (paths.length === 0) return usage('receive needs at least one folder or file.');
  const passphraseFile = others['passphrase-file'] ?? null;
  return ok({ kind: 'receive', paths, home, kioskFile: kiosk ?? null, passphraseFile, json });
}

function markCommand(
  { home, as: state, who, json }: Given,
  intakes: readonly string[],
): Result<InboxCommand, UsageProblem> {
  if (intakes.length === 0) return usage('mark needs at least one intake.');
  const known = MARK_STATES.find((one) => one === state);
  if (known === undefined) return usage(`mark needs --as ${MARK_STATES.join(', ')}.`);
  return ok({ kind: 'mark', intakes, state: known, who: who ?? null, home, json });
}

function reportCommand(
  { home, kiosk, out, who, json, ...others }: Given,
  intakes: readonly string[],
): Result<InboxCommand, UsageProblem> {
  if (out === undefined) return usage('report needs --out FILE.');
  const look = { home, kioskFile: kiosk ?? null, json };
  return ok({ kind: 'report', ...look, intakes, out, withAnswers: others['with-answers'], who: who ?? null });
}

function exportCommand({ csv, ndjson, all, who }: Given, look: Look): Result<InboxCommand, UsageProblem> {
  if (csv === undefined && ndjson === undefined) return usage('export needs --csv FILE or --ndjson FILE.');
  const files = { csvFile: csv ?? null, ndjsonFile: ndjson ?? null };
  return ok({ kind: 'export', ...look, ...files, all, who: who ?? null });
}

function proveCommand({ home, kiosk, from, to, json }: Given): Result<InboxCommand, UsageProblem> {
  if (kiosk === undefined) return usage('prove needs --kiosk ID.');
  const numbers = [from, to].map((text) => (text === undefined ? null : countIn(text)));
  if (numbers.includes('none')) return usage('--from and --to are whole numbers from 1.');
  const [first, last] = numbers.map((number) => (typeof number === 'number' ? number : null));
  return ok({ kind: 'prove', kiosk, home, from: first ?? null, to: last ?? null, json });
}

function countIn(text: string): number | 'none' {
  return /^[1-9][0-9]{0,8}$/.test(text) ? Number(text) : 'none';
}

function usage(words: string): Result<never, UsageProblem> {
  return fail({ words });
}
