// Run by `npm run demo`: a scripted person completes an intake in the real window by clicking, the house exports it,
// and the centre opens it. Leaves pictures and files in --out; the last line on stdout is one line of JSON.
import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { cultureSchema, languageSchema } from '../core/basics/language.ts';
import { attemptToParse } from '../node/attempt-to-parse.ts';
import { runDemo } from './demo/run-demo.ts';
import type { DemoRequest } from './demo/run-demo.ts';

const USAGE =
  'Usage: npm run demo -- [--language kl|da|sv] [--culture greenlandic|danish|swedish] [--track whole|short] [--out DIR] [--json]';

const OPTIONS = {
  language: { type: 'string', default: 'kl' },
  culture: { type: 'string', default: 'greenlandic' },
  track: { type: 'string', default: 'whole' },
  out: { type: 'string', default: 'demo-out' },
  json: { type: 'boolean', default: false },
} as const satisfies ParseArgsConfig['options'];

const TRACKS = ['whole', 'short'] as const;

/** Reads the command line; null when it is not understood. */
function readRequest(): (Omit<DemoRequest, 'say'> & { readonly json: boolean }) | null {
  const parsed = attemptToParse(() => parseArgs({ options: OPTIONS }).values);
  if (!parsed.ok) return null;
  const language = languageSchema.safeParse(parsed.value.language);
  const culture = cultureSchema.safeParse(parsed.value.culture);
  const track = TRACKS.find((each) => each === parsed.value.track);
  if (!language.success || !culture.success || track === undefined) return null;
  const { out, json } = parsed.value;
  return { language: language.data, culture: culture.data, track, out, json };
}

const request = readRequest();
if (request === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const say = request.json ? () => {} : (line: string) => void process.stdout.write(`${line}\n`);
  process.stdout.write(`${JSON.stringify(await runDemo({ ...request, say }))}\n`);
}
