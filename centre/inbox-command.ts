import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import type { UsageProblem } from './command-line.ts';

/** What the operator asked for of the inbox. */
export type InboxCommand = ReceiveCommand | ProveCommand;

export interface ReceiveCommand {
  readonly kind: 'receive';
  /** At least one: bundles, heads, folders of them. */
  readonly paths: readonly string[];
  readonly home: string;
  /** null: the kiosks that are enrolled. */
  readonly kioskFile: string | null;
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

export const INBOX_HELP = `npm run matu-centre -- receive PATH... --home DIR [--kiosk KIOSK.json] [--json]
    Takes what kiosks delivered into the inbox: bundles, heads, and folders of them (not the folders in those). Each
    intake gets a folder DIR/inbox/<intakeId>/ with page1.html, intake.json, fhir.json, the sealed original and
    received.json. What came before is not taken twice. A refused file keeps no other one out. Receipts are signed at
    the end, when everything is durable; they are kept under DIR/receipts/ and laid into each folder that was named.
    --home DIR    the centre's folder
    --kiosk FILE  kiosk.json of the only kiosk to take from; without it every enrolled one
    --json        ends with one line of JSON

npm run matu-centre -- prove --kiosk ID --home DIR [--from N] [--to N] [--json]
    Says whether everything of a kiosk is accounted for, or exactly what is missing. Exit code 3 when something is.
    --kiosk ID    the kiosk's id, or its kiosk.json
    --home DIR    the centre's folder
    --from, --to  the numbers to look at; without them all that the kiosk signed for
    --json        ends with one line of JSON
`;

/** Which options a verb of the inbox takes, beside --json. */
export const INBOX_VERBS = {
  receive: ['home', 'kiosk'],
  prove: ['home', 'kiosk', 'from', 'to'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What stood on the command line. */
export interface InboxValues {
  readonly home?: string | undefined;
  readonly kiosk?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
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
  const { home } = values;
  if (home === undefined) return usage(`${verb} needs --home DIR.`);
  const given = { ...values, home };
  switch (verb) {
    case 'receive':
      return receiveCommand(given, rest);
    case 'prove':
      return proveCommand(given, rest);
  }
}

type Given = InboxValues & { readonly home: string };

function receiveCommand({ home, kiosk, json }: Given, paths: readonly string[]): Result<InboxCommand, UsageProblem> {
  if (paths.length === 0) return usage('receive needs at least one folder or file.');
  return ok({ kind: 'receive', paths, home, kioskFile: kiosk ?? null, json });
}

function proveCommand(
  { home, kiosk, from, to, json }: Given,
  rest: readonly string[],
): Result<InboxCommand, UsageProblem> {
  if (rest.length > 0) return usage('prove takes no other words.');
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
