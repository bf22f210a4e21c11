import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { lineField } from '../core/bundle/fields.ts';
import type { AgeKeyKind } from './age-identity.ts';
import { ENROLMENT_HELP, ENROLMENT_VERBS, isEnrolmentVerb, parseEnrolmentCommand } from './enrolment-command.ts';
import type { EnrolmentCommand } from './enrolment-command.ts';
import { INBOX_HELP, INBOX_VERBS, isInboxVerb, parseInboxCommand } from './inbox-command.ts';
import type { InboxCommand } from './inbox-command.ts';
import { protectionOf } from './protection-options.ts';
import type { UsageProblem } from './usage-problem.ts';

/** What the operator asked for. */
export type Command =
  { readonly kind: 'help' } | InitCommand | OpenCommand | HeadCommand | InboxCommand | EnrolmentCommand;

export interface InitCommand {
  readonly kind: 'init';
  readonly home: string;
  readonly name: string;
  /** null: the made-up house. */
  readonly siteFile: string | null;
  readonly keyKind: AgeKeyKind;
  /** Holds the passphrase of the new daily identity; null: the terminal is asked. */
  readonly passphraseFile: string | null;
  readonly isUnprotected: boolean;
  readonly json: boolean;
}

export interface OpenCommand {
  readonly kind: 'open';
  /** At least one. */
  readonly bundles: readonly string[];
  readonly home: string;
  readonly kioskFile: string;
  /** null: the terminal is asked, where an identity lies under a passphrase. */
  readonly passphraseFile: string | null;
  readonly out: string;
  /** null: the account that runs the program. */
  readonly who: string | null;
  readonly json: boolean;
}

export interface HeadCommand {
  readonly kind: 'head';
  /** The head's signature stands beside it, as `<file>.minisig`. */
  readonly headFile: string;
  readonly home: string;
  readonly kioskFile: string;
  readonly json: boolean;
}

export const HELP = `matu-centre: the treatment centre's side of Matu

npm run matu-centre -- init --home DIR [--name NAME] [--site FILE] [--post-quantum]
                           [--passphrase-file FILE | --unprotected] [--json]
    Makes a new centre. Never overwrites one. Asks for a passphrase, twice: daily.identity opens by it alone.
    --home DIR    the new centre's folder. Afterwards it holds daily.identity and backup.identity (age),
                  root.key, root.pub, receipt.key and receipt.pub (minisign), centre.json and centre.json.minisig.
                  Keep backup.identity and root.key offline: move them to a medium that lies in a safe.
    --name NAME   the centre's name on centre.json, one line of at most 120 characters
    --site FILE   the house as JSON (see docs/bundle-format.md, "centre.json"); without it a made-up one is written
    --post-quantum
                  keys that also withstand quantum computers, both of them; bundles get 3 KiB larger, and opening one
                  by hand takes age 1.3 or newer (Debian 12 has 1.1.1). This program opens both kinds.
    --passphrase-file FILE
                  the passphrase, in a file of one line; without it the terminal is asked
    --unprotected daily.identity lies open: for a demo, never for people
    --json        ends with one line of JSON

npm run matu-centre -- open BUNDLE... --home DIR --kiosk KIOSK.json --out DIR [--who NAME] [--passphrase-file FILE]
                           [--json]
    Opens sealed bundles. All are checked before anything is written; one refusal leaves every intake unwritten.
    An intake that was opened before stays as it is; its page1.html is drawn anew for today.
    --home DIR    the centre's folder: one of the two identities, root.pub, centre.json and centre.json.minisig
    --kiosk FILE  kiosk.json of the kiosk that the bundles come from
    --out DIR     where intakes go: DIR/<intakeId>/ with intake.json, fhir.json and page1.html
    --who NAME    who reads them, for the log (opened.jsonl); without it the account that runs this
    --passphrase-file FILE
                  passphrases of the identities, one a line; without it the terminal is asked
    --json        ends with one line of JSON

npm run matu-centre -- head HEAD.json --home DIR --kiosk KIOSK.json [--json]
    Checks what a kiosk's export says of its ledger and its audit log, against the newest head that was kept, and
    keeps it under DIR/heads/. HEAD.json.minisig must stand beside it. An older head than the kept one is only shown.
    --home DIR    the centre's folder
    --kiosk FILE  kiosk.json of the kiosk that the export comes from
    --json        ends with one line of JSON

${INBOX_HELP}
${ENROLMENT_HELP}
npm run matu-centre -- --help

Exit codes: 0 done, 1 the program itself failed, 2 the command line or a file of one's own is not usable,
3 refused: a bundle, a head, or a centre.json that root.pub did not sign; something is missing or changed
`;

/** What centre.json says when nobody named the centre. */
const DEFAULT_NAME = 'Treatment centre';

const OPTIONS = {
  home: { type: 'string' },
  name: { type: 'string' },
  site: { type: 'string' },
  'post-quantum': { type: 'boolean', default: false },
  kiosk: { type: 'string' },
  out: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  as: { type: 'string' },
  who: { type: 'string' },
  csv: { type: 'string' },
  ndjson: { type: 'string' },
  all: { type: 'boolean', default: false },
  'with-answers': { type: 'boolean', default: false },
  words: { type: 'string' },
  after: { type: 'string' },
  challenge: { type: 'string' },
  identities: { type: 'boolean', default: false },
  'receipt-key': { type: 'boolean', default: false },
  'root-key': { type: 'boolean', default: false },
  'passphrase-file': { type: 'string' },
  unprotected: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false, short: 'h' },
} as const satisfies ParseArgsConfig['options'];

/** Which options a verb takes, beside --json. */
const VERB_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  init: ['home', 'name', 'site', 'post-quantum', 'passphrase-file', 'unprotected'],
  open: ['home', 'kiosk', 'out', 'who', 'passphrase-file'],
  head: ['home', 'kiosk'],
  ...INBOX_VERBS,
  ...ENROLMENT_VERBS,
};

type Values = ReturnType<typeof parse>['values'];

/** Reads the command line: what stands behind the program's name. */
export function parseCommand(args: readonly string[]): Result<Command, UsageProblem> {
  const parsed = parseOrProblem(args);
  if (!parsed.ok) return parsed;
  const { values, positionals } = parsed.value;
  const [verb, ...rest] = positionals;
  if (values.help || (verb === undefined && args.length === 0)) return ok({ kind: 'help' });
  const allowed = verb === undefined ? undefined : VERB_OPTIONS[verb];
  if (allowed === undefined) return usage(`Say ${Object.keys(VERB_OPTIONS).join(', ')}, not ${verb ?? 'nothing'}.`);
  const foreign = Object.entries(values).find(
    ([name, value]) => value !== false && !['json', 'help', ...allowed].includes(name),
  )?.[0];
  if (foreign !== undefined) return usage(`${verb} does not take --${foreign}.`);
  if (verb !== undefined && isInboxVerb(verb)) return parseInboxCommand(verb, values, rest);
  if (verb !== undefined && isEnrolmentVerb(verb)) return parseEnrolmentCommand(verb, values, rest);
  if (verb === 'head') return headCommand(values, rest);
  return verb === 'init' ? initCommand(values, rest) : openCommand(values, rest);
}

function initCommand(
  { home, name, site, json, ...others }: Values,
  rest: readonly string[],
): Result<Command, UsageProblem> {
  if (home === undefined) return usage('init needs --home DIR.');
  if (rest.length > 0) return usage('init takes no other words.');
  if (!lineField.safeParse(name ?? DEFAULT_NAME).success) return usage('--name is one line of at most 120 characters.');
  const keyKind = others['post-quantum'] ? 'hybrid' : 'x25519';
  const protection = protectionOf(others);
  if (!protection.ok) return protection;
  return ok({
    kind: 'init',
    home,
    name: name ?? DEFAULT_NAME,
    siteFile: site ?? null,
    keyKind,
    ...protection.value,
    json,
  });
}

function openCommand(
  { home, kiosk, out, who, json, ...others }: Values,
  bundles: readonly string[],
): Result<Command, UsageProblem> {
  if (home === undefined) return usage('open needs --home DIR.');
  if (kiosk === undefined) return usage('open needs --kiosk KIOSK.json.');
  if (out === undefined) return usage('open needs --out DIR.');
  if (bundles.length === 0) return usage('open needs at least one bundle.');
  const passphraseFile = others['passphrase-file'] ?? null;
  return ok({ kind: 'open', bundles, home, kioskFile: kiosk, passphraseFile, out, who: who ?? null, json });
}

function headCommand(
  { home, kiosk, json }: Values,
  [headFile, ...rest]: readonly string[],
): Result<Command, UsageProblem> {
  if (home === undefined) return usage('head needs --home DIR.');
  if (kiosk === undefined) return usage('head needs --kiosk KIOSK.json.');
  if (headFile === undefined || rest.length > 0) return usage('head needs one HEAD.json.');
  return ok({ kind: 'head', headFile, home, kioskFile: kiosk, json });
}

function parseOrProblem(args: readonly string[]): Result<ReturnType<typeof parse>, UsageProblem> {
  try {
    return ok(parse(args));
  } catch (thrown) {
    // parseArgs speaks of unknown options and missing values by a TypeError with a code of its own.
    if (thrown instanceof TypeError && 'code' in thrown) return usage(thrown.message);
    throw thrown;
  }
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
}

function usage(words: string): Result<never, UsageProblem> {
  return fail({ words });
}
