import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { readCentreFolder } from '../enrolment/centre-folder.ts';
import { enrolKiosk } from '../enrolment/enrol-kiosk.ts';
import type { EnrolmentOutcome, EnrolmentPlace, EnrolmentProblem } from '../enrolment/enrol-kiosk.ts';
import type { Home } from '../store/home.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';
import { readCapped } from '../../node/capped-file.ts';
import type { FileError } from '../../node/file-system.ts';
import { makeForCommand, openForCommand, type NoHome } from './home-for-command.ts';
import type { CommandSurroundings } from './surroundings.ts';

/** How both verbs are said. */
export const ENROL_USAGE = `npm run store -- enrol --home DIR --from DIR [--words "EIGHT WORDS"] [--out DIR] [--demo] [--json]
    Takes a centre's card: the first one, or a newer one. Without --words it only shows the eight words of a first card
    and changes nothing: compare them with the centre over the telephone, then say it again with the words that the
    centre's people read out. The answer, kiosk.json and a canary, goes back to the centre. The kiosk must not be running.
    --home DIR    the home of the kiosk, whose secret lies in a file: one in a key store opens in the kiosk program only,
                  which is told the same: matu --home DIR --enrol DIR [--words …] [--out DIR] [--json]. It makes a home
                  where there is none
    --from DIR    where root.pub, centre.json and centre.json.minisig lie: a stick
    --words WORDS the centre's eight words; not needed for a newer card under the same root
    --out DIR     where the answer goes; without it into --from
    --demo        makes a demo home where there is none yet
    --json        ends with one line of JSON
npm run store -- receipts --home DIR --from DIR [--json]
    Takes the centre's receipts out of a folder: for the canary, and for intakes. The kiosk must not be running.
    --home DIR    the home of the kiosk; one with a key store: matu --home DIR --receipts DIR [--json]
    --from DIR    where the receipts and their signatures lie
    --json        ends with one line of JSON
Exit codes of both: 0 done, 1 refused, 2 nothing was changed yet, or the command line or the home is not usable
`;

const EXIT = { done: 0, refused: 1, notDone: 2 } as const;
const MAX_RECEIPT_BYTES = 2 * 1024 * 1024;
const MAX_SIGNATURE_BYTES = 1024;

/** What was asked for. */
interface EnrolRequest {
  readonly home: string;
  readonly from: string;
  readonly out: string;
  readonly words: string | null;
  readonly demo: boolean;
  readonly json: boolean;
}

/** Runs `enrol` and returns the exit code. */
async function runEnrol(request: EnrolRequest, surroundings: CommandSurroundings): Promise<number> {
  const { say, complain, random, clock, appVersion } = surroundings;
  const offered = readCentreFolder(resolve(request.from));
  if (!offered.ok) {
    complain(`${offered.error.file} was not taken (${offered.error.kind}). Nothing was changed.`);
    if (request.json) say(JSON.stringify({ ok: false, reason: offered.error.kind, file: offered.error.file }));
    return EXIT.refused;
  }
  const home = await openOrMake(request, surroundings);
  if (!home.ok) return notUsable(home.error.kind, request, surroundings);
  const place: EnrolmentPlace = { ...home.value, random, clock, appVersion };
  const asked = { offered: offered.value, out: resolve(request.out), words: request.words };
  const done = await enrolKiosk(place, asked);
  await home.value.close();
  return done.ok ? report(done.value, request, surroundings) : reportProblem(done.error, request, surroundings);
}

/** Runs `receipts` and returns the exit code. */
async function runReceipts(
  request: Pick<EnrolRequest, 'home' | 'from' | 'json'>,
  surroundings: CommandSurroundings,
): Promise<number> {
  const { say, complain } = surroundings;
  const home = await openForCommand(resolve(request.home), surroundings);
  if (!home.ok) return notUsable(home.error.kind, request, surroundings);
  const { custody } = home.value;
  const found = custody === null ? [] : receiptsIn(resolve(request.from), (name) => custody.receipts.wants(name));
  const total = { receipts: found.length, receipted: 0, refusedReceipts: 0, confirmed: false, purged: 0 };
  for (const file of found) {
    const taken = await custody?.receipts.take(file);
    if (taken?.ok === true) {
      total.receipted += taken.value.receipted;
      total.confirmed ||= taken.value.confirmed;
    } else {
      total.refusedReceipts += 1;
      complain(`${file.name} was not taken (${taken?.error.kind ?? 'notEnrolled'}).`);
    }
  }
  const purged = await custody?.receipts.purge();
  if (purged?.ok === true) total.purged = purged.value;
  await home.value.close();
  say(`Receipts: ${total.receipts}, intakes signed for: ${total.receipted}, let go of: ${total.purged}.`);
  if (total.confirmed) say('The centre has opened the canary: the kiosk may receive people.');
  if (request.json) say(JSON.stringify({ ok: total.refusedReceipts === 0, ...total }));
  return total.refusedReceipts === 0 ? EXIT.done : EXIT.refused;
}

interface ReceiptFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly signature: string;
}

function receiptsIn(folder: string, wants: (name: string) => boolean): readonly ReceiptFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter(wants).toSorted() : [];
  return names.flatMap((name) => {
    const bytes = readCapped(join(folder, name), MAX_RECEIPT_BYTES);
    const signature = readCapped(join(folder, `${name}.minisig`), MAX_SIGNATURE_BYTES);
    if (!bytes.ok || !signature.ok) return [];
    return [{ name, bytes: bytes.value, signature: Buffer.from(signature.value).toString('utf8') }];
  });
}

/** In the kiosk program a home is made where there is none; elsewhere only a demo home is. */
async function openOrMake(
  { home, demo }: EnrolRequest,
  surroundings: CommandSurroundings,
): Promise<Result<Home, NoHome>> {
  const directory = resolve(home);
  if (demo || surroundings.keyStore !== null) {
    const made = await makeForCommand(directory, demo, surroundings);
    if (!made.ok) return made;
  }
  return openForCommand(directory, surroundings);
}

function report(done: EnrolmentOutcome, { json, out }: EnrolRequest, { say }: CommandSurroundings): number {
  say(`The centre's words: ${done.centreWords}`);
  if (done.kind === 'compare') {
    say('Nothing was changed yet. Ring the centre: it must have the same eight words.');
    say('Then say this again with --words and the eight words as the centre reads them out.');
  } else {
    say(`The kiosk's words:  ${done.kioskWords}`);
    say(`${done.files.join(' and ')} lie in ${out}: bring them to the centre.`);
    if (done.kind === 'answered') say('People are received when the centre’s receipt for the canary has come back.');
  }
  const words = done.kind === 'compare' ? null : done.kioskWords;
  if (json)
    say(
      JSON.stringify({
        ok: done.kind !== 'compare',
        kind: done.kind,
        centreWords: done.centreWords,
        kioskWords: words,
      }),
    );
  return done.kind === 'compare' ? EXIT.notDone : EXIT.done;
}

const PROBLEMS: Readonly<Record<Exclude<EnrolmentProblem['kind'], FileError['kind']>, string>> = {
  otherWords: 'These are not the words of this card: somebody exchanged it, or a word was mistyped.',
  badRecipients: 'Nothing can be sealed to the keys on this card.',
  badCard: 'The card that the kiosk has cannot be verified any more; the home must be looked at.',
  older: 'The kiosk has a newer card of this centre.',
  twin: 'The kiosk has another card of this very version: one of the two is not the centre’s.',
  otherCentre: 'The kiosk belongs to another centre. A new centre needs a new home.',
};

function reportProblem(
  { kind }: EnrolmentProblem,
  { json }: EnrolRequest,
  { say, complain }: CommandSurroundings,
): number {
  const isFile = kind === 'full' || kind === 'exists' || kind === 'missing' || kind === 'io';
  complain(
    isFile ? `A file could not be written or read (${kind}); say it again.` : `REFUSED (${kind}). ${PROBLEMS[kind]}`,
  );
  if (json) say(JSON.stringify({ ok: false, reason: kind }));
  return EXIT.refused;
}

const NO_HOME = new Map([
  ['noHome', 'There is no home of a kiosk.'],
  [
    'noKeyStore',
    'The secret of this home is kept by the machine’s key store: say it to the kiosk program (--enrol DIR).',
  ],
  ['otherKeyStore', 'The key store here is not the one that keeps the secret: another account, or another machine.'],
  ['reducedProtection', 'This account has no key store that protects anything: no home is made with it.'],
  ['alreadyRunning', 'A program has this home open. Close the kiosk first.'],
]);

function notUsable(kind: string, { json }: Pick<EnrolRequest, 'json'>, { say, complain }: CommandSurroundings): number {
  complain(NO_HOME.get(kind) ?? `The home cannot be opened (${kind}).`);
  if (json) say(JSON.stringify({ ok: false, reason: kind }));
  return EXIT.notDone;
}

const OPTIONS = {
  home: { type: 'string' },
  from: { type: 'string' },
  out: { type: 'string' },
  words: { type: 'string' },
  demo: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Runs `enrol` or `receipts` with what stands behind the verb, and returns the exit code. */
export function runEnrolmentVerb(
  verb: 'enrol' | 'receipts',
  args: readonly string[],
  surroundings: CommandSurroundings,
): Promise<number> {
  const request = parseRequest(args);
  if (!request.ok) {
    surroundings.complain(`${request.error}\n\n${ENROL_USAGE}`);
    return Promise.resolve(EXIT.notDone);
  }
  return verb === 'enrol' ? runEnrol(request.value, surroundings) : runReceipts(request.value, surroundings);
}

function parseRequest(args: readonly string[]): Result<EnrolRequest, string> {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS }).values);
  if (!parsed.ok) return parsed;
  const { home, from, out = from, words = null, demo, json } = parsed.value;
  if (home === undefined || from === undefined || out === undefined) return fail('Say --home DIR and --from DIR.');
  return ok({ home, from, out, words, demo, json });
}
