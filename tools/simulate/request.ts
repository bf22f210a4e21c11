import { parseArgs, type ParseArgsConfig } from 'node:util';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { attemptToParse } from '../../node/attempt-to-parse.ts';

export const USAGE = `npm run simulate -- --home DIR --intakes N [--seed TEXT] [--ack FILE] [--kdf-log2n N] [--json]
    Lets made-up people fill in intakes, by the kiosk's own code and without a window, until N are sealed in DIR.
    --home DIR       an empty folder, which becomes a home with a centre of its own in DIR/centre, or one of an
                     earlier simulation, which goes on
    --intakes N      how many sealed intakes DIR shall have in the end
    --seed TEXT      makes the same answers again; codes and keys stay random. Kept in DIR from the first run on
    --ack FILE       gets a synced line for each step that the store called safe: "draft LOCATOR REVISION" or
                     "sealed SEQ INTAKE-ID SHA256"
    --kdf-log2n N    the cost of stretching codes in a new home, as a power of two: 1 to 20, 10 if nothing is said
    --json           one line of JSON on stdout in the end, which is there without it, too

Exit codes: 0 done, 1 the store refused (a full disk, say), 2 the command line or DIR is not usable,
3 something that was acknowledged before is not there any more
`;

/** What a simulation was asked for. */
export interface SimulateRequest {
  readonly home: string;
  readonly intakes: number;
  /** Null: by chance, or as before. */
  readonly seed: string | null;
  readonly ackFile: string | null;
  readonly log2N: number;
  readonly json: boolean;
}

const OPTIONS = {
  home: { type: 'string' },
  intakes: { type: 'string' },
  seed: { type: 'string' },
  ack: { type: 'string' },
  'kdf-log2n': { type: 'string', default: '10' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

/** Reads the command line; the error says what to write instead. */
export function parseRequest(args: readonly string[]): Result<SimulateRequest, string> {
  const parsed = attemptToParse(() => parseArgs({ args: [...args], options: OPTIONS }).values);
  if (!parsed.ok) return parsed;
  const { home, seed, ack, json } = parsed.value;
  const intakes = wholeNumber(parsed.value.intakes);
  const log2N = wholeNumber(parsed.value['kdf-log2n']);
  if (home === undefined) return fail('Say which folder: --home DIR.');
  if (intakes === null || intakes < 1 || intakes > 99_999_999) return fail('Say how many: --intakes N, from 1 on.');
  if (log2N === null || log2N < 1 || log2N > 20) return fail('--kdf-log2n is a number from 1 to 20.');
  return ok({ home, intakes, seed: seed ?? null, ackFile: ack ?? null, log2N, json });
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^[0-9]{1,8}$/.test(text) ? Number(text) : null;
}
