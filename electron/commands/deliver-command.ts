import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { assertNever } from '../../core/basics/assert-never.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';
import { carryAndTell, type CarriageError, type CarriageReport } from '../outbox/carry.ts';
import type { Destination } from '../outbox/destination.ts';
import { destinationFor, destinationsOf } from '../outbox/destinations-of.ts';
import { folderDestination } from '../outbox/folder-destination.ts';
import { withTimeLimits } from '../outbox/time-limits.ts';
import {
  destinationSettingsSchema,
  withDestination,
  withoutDestination,
  type Credential,
  type DestinationSettings,
} from '../store/destination-settings.ts';
import type { Custody, Home } from '../store/home.ts';
import type { State } from '../store/state.ts';
import { attempt } from '../../node/file-system.ts';
import { settingsFrom } from '../outbox/destination-words.ts';
import { openForCommand } from './home-for-command.ts';
import type { CommandSurroundings } from './surroundings.ts';

/** How it is said. */
export const DELIVER_USAGE = `npm run store -- deliver --home DIR [--to WHERE] [--user NAME] [--password-file FILE] [--key-file FILE]
      [--host-key SHA256:…] [--remember NAME] [--forget NAME] [--json]
    Brings everything that waits to a destination, oldest first, with the signed head, and brings receipts home.
    The kiosk must not be running. Prints counts, never a word of anybody.
    --home DIR            the home of a kiosk; one with a key store: matu --home DIR --deliver [--to WHERE] …
    --to WHERE            a folder, https://SERVER/FOLDER/ (WebDAV) or sftp://USER@SERVER:PORT/FOLDER; without it the
                          destinations that the kiosk remembers, or its folder
    --user NAME           who the kiosk is on a WebDAV server
    --password-file FILE  holds the password, or that of the private key, on its first line
    --key-file FILE       an OpenSSH private key, for SFTP
    --host-key SHA256:…   of the SFTP server, as "ssh-keygen -lf" on it says; no other server gets anything
    --remember NAME       when it went well the kiosk goes on bringing everything there by itself; what lets it in is
                          kept closed with its device secret
    --forget NAME         delivers nothing: the kiosk goes there no more, and what let it in is removed
    --json                ends with one line of JSON

Exit codes: 0 everything is there, 1 everything is there but was read back from this machine's memory only (eject the
drive, put it in again and deliver once more), 2 the command line or the home is not usable, 3 not everything is there
`;

const EXIT = { done: 0, readFromMemory: 1, notUsable: 2, notDelivered: 3 } as const;

const OPTIONS = {
  home: { type: 'string' },
  to: { type: 'string' },
  user: { type: 'string' },
  'password-file': { type: 'string' },
  'key-file': { type: 'string' },
  'host-key': { type: 'string' },
  remember: { type: 'string' },
  forget: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

interface Target {
  readonly settings: DestinationSettings;
  readonly credential: Credential | null;
}

interface Request {
  readonly home: string;
  /** Null for what the kiosk remembers. */
  readonly target: Target | null;
  readonly remember: boolean;
  /** The destination to be forgotten; null for a delivery. */
  readonly forget: string | null;
  readonly json: boolean;
}

interface Forgetting {
  readonly name: string;
  readonly json: boolean;
}

/** Runs `deliver` with what follows on the command line, and returns the exit code. */
export async function runDeliver(args: readonly string[], surroundings: CommandSurroundings): Promise<number> {
  const { say, complain } = surroundings;
  const request = parseRequest(args);
  if (!request.ok) {
    complain(`${request.error}\n\n${DELIVER_USAGE}`);
    return EXIT.notUsable;
  }
  const home = await openEnrolled(resolve(request.value.home), surroundings);
  if (!home.ok) {
    complain(home.error);
    return EXIT.notUsable;
  }
  try {
    const { forget: name, json } = request.value;
    if (name !== null) return forget(home.value, { name, json }, surroundings);
    const delivered = await deliver(home.value, request.value, surroundings);
    if (!delivered.ok) {
      complain(delivered.error);
      return EXIT.notDelivered;
    }
    const { fileNames, readBack, receipts } = delivered.value;
    if (request.value.json) say(JSON.stringify({ delivered: fileNames.length, readBack, receipts }));
    else for (const line of linesOf(delivered.value)) say(line);
    return readBack === 'uncached' ? EXIT.done : EXIT.readFromMemory;
  } finally {
    await home.value.close();
  }
}

type EnrolledHome = Home & { readonly custody: Custody };

async function openEnrolled(
  directory: string,
  surroundings: CommandSurroundings,
): Promise<Result<EnrolledHome, string>> {
  const home = await openForCommand(directory, surroundings);
  if (!home.ok) return fail(wordsForHome(directory, home.error.kind));
  const { custody } = home.value;
  if (custody !== null) return ok({ ...home.value, custody });
  await home.value.close();
  return fail(`${directory} is not enrolled: it has nothing to deliver.`);
}

function wordsForHome(directory: string, kind: string): string {
  switch (kind) {
    case 'alreadyRunning':
      return `A program has ${directory} open. A running kiosk delivers by itself; close it to deliver by hand.`;
    case 'noKeyStore':
    case 'otherKeyStore':
    case 'noHome':
      return `The device secret of ${directory} cannot be read here (${kind}).`;
    default:
      return `${directory} cannot be opened (${kind}). Look at it with "npm run store -- fsck".`;
  }
}

/** @returns what was brought, or in words why not everything */
async function deliver(
  { custody, audit, state }: EnrolledHome,
  { target, remember }: Request,
  { clock }: CommandSurroundings,
): Promise<Result<CarriageReport, string>> {
  const { outbox, receipts } = custody;
  const destinations = target === null ? rememberedBy(state) : [destinationFor(target.settings, target.credential)];
  let problem = 'The kiosk remembers no destination: say where with --to.';
  for (const inner of destinations) {
    const destination = withTimeLimits(inner);
    const carried = await carryAndTell({ outbox, receipts, audit, clock, destination, alwaysWithHead: true });
    if (!carried.ok) {
      problem = wordsFor(carried.error);
      continue;
    }
    if (remember && target !== null && !isRemembered(state, target)) {
      return fail('Everything is there, but the kiosk could not write the destination down. Try again.');
    }
    return carried;
  }
  return fail(problem);
}

function rememberedBy({ content }: State): readonly Destination[] {
  const { destinationFolder } = content.settings;
  const byHand = destinationFolder === null ? [] : [folderDestination({ folder: destinationFolder })];
  return [...destinationsOf(content), ...byHand];
}

/** @returns whether it was written down */
function isRemembered(state: State, { settings, credential }: Target): boolean {
  return state.change((content) => withDestination(content, settings, credential)).ok;
}

/** Forgets a destination and what lets the kiosk in there. @returns the exit code */
function forget({ state }: EnrolledHome, { name, json }: Forgetting, { say, complain }: CommandSurroundings): number {
  if (withoutDestination(state.content, name) === null) {
    complain(`The kiosk remembers no destination ${name}.`);
    return EXIT.notUsable;
  }
  if (!state.change((content) => withoutDestination(content, name) ?? content).ok) {
    complain('It could not be written down. Try again.');
    return EXIT.notDelivered;
  }
  say(json ? JSON.stringify({ forgotten: name }) : `Forgotten: ${name}. Nothing goes there any more.`);
  return EXIT.done;
}

function linesOf({ fileNames, readBack, receipts }: CarriageReport): readonly string[] {
  return [
    `Delivered: ${fileNames.length}, receipts brought home: ${receipts}`,
    readBack === 'uncached'
      ? 'Everything was read back from where it is now. You may pull a drive out.'
      : 'It was read back from this machine’s memory only. Eject the drive, put it in again and deliver once more.',
  ];
}

function wordsFor(error: CarriageError): string {
  switch (error.kind) {
    case 'folderMissing':
      return 'The folder is not there. Put the drive in, or make the folder.';
    case 'unreachable':
      return 'Nobody answers there. Check the address and the network.';
    case 'dropped':
      return 'The connection broke. Deliver again; what is there already stays.';
    case 'tooSlow':
      return 'It took too long. Deliver again; what is there already stays.';
    case 'captivePortal':
      return 'A page answers instead of the server: this network wants to be logged in to, or the address is not of WebDAV.';
    case 'full':
      return 'There is no room left. Make some, and deliver again.';
    case 'wrongCredentials':
      return 'The server does not let this kiosk in. Check the user and the password or key.';
    case 'wrongHostKey':
      return 'Another machine answers than the one that was named: nothing was sent. Ask whoever runs the server for its key.';
    case 'refused':
      return 'It lets nobody write there. Ask for the right to read and write in this folder.';
    case 'refusedName':
      return 'It does not take the names that sealed intakes have.';
    case 'taken':
      return `Something else stands there as ${error.fileName} and was left alone. Move it away, and deliver again.`;
    case 'halfWritten':
    case 'differs':
      return `It said yes and has something else than what was sent (${error.fileName}). Use another destination.`;
    case 'noFile':
    case 'tooLarge':
      return `It does not give back what it has (${error.fileName}).`;
    case 'damaged':
      return `Sealed intakes of the kiosk itself are damaged: ${error.seqs.join(', ')}. All others are there.`;
    case 'notRemembered':
      return 'Everything is there, but the kiosk could not write that down. Deliver again.';
    case 'io':
      return `It does not work (${error.code}).`;
    default:
      return assertNever(error);
  }
}

function parseRequest(args: readonly string[]): Result<Request, string> {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS }).values);
  if (!parsed.ok) return parsed;
  const { home, to, remember, forget: name, json, ...how } = parsed.value;
  if (home === undefined) return fail('Say which home: --home DIR.');
  if (name !== undefined) {
    const isAlone = to === undefined && remember === undefined && Object.keys(how).length === 0;
    return isAlone ? ok({ home, target: null, remember: false, forget: name, json }) : fail('Say --forget alone.');
  }
  if (to === undefined) {
    const needless = remember !== undefined || Object.keys(how).length > 0;
    return needless
      ? fail('Say where to: --to WHERE.')
      : ok({ home, target: null, remember: false, forget: null, json });
  }
  const given = settingsFrom(to, { name: remember ?? 'once', user: how.user, hostKey: how['host-key'] });
  const settings = destinationSettingsSchema.safeParse(given);
  if (!settings.success) {
    return fail(
      `This is no destination: ${settings.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`,
    );
  }
  const credential = credentialFrom(settings.data.name, how);
  if (!credential.ok) return credential;
  return ok({
    home,
    target: { settings: settings.data, credential: credential.value },
    remember: remember !== undefined,
    forget: null,
    json,
  });
}

function credentialFrom(
  destination: string,
  files: { readonly 'password-file'?: string | undefined; readonly 'key-file'?: string | undefined },
): Result<Credential | null, string> {
  const texts: (string | null)[] = [];
  for (const path of [files['password-file'], files['key-file']]) {
    const text = path === undefined ? ok(null) : attempt(() => readFileSync(path, 'utf8'));
    if (!text.ok) return fail(`${path ?? ''} cannot be read.`);
    texts.push(text.value);
  }
  const [password = null, privateKey = null] = texts;
  if (password === null && privateKey === null) return ok(null);
  return ok({ destination, password: password?.split(/\r?\n/)[0] ?? null, privateKey });
}
