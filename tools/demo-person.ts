// Run by `npm run demo`: a scripted person completes an intake in the real window by clicking, the house exports it,
// and the centre opens it. Leaves pictures and files in --out; the last line on stdout is one line of JSON.
import { parseArgs } from 'node:util';
import { cultureSchema, languageSchema } from '../core/basics/language.ts';
import { runDemo } from './demo/run-demo.ts';

const USAGE =
  'Usage: npm run demo -- [--language kl|da|sv] [--culture greenlandic|danish|swedish] [--out DIR] [--json]';

const { values } = parseArgs({
  options: {
    language: { type: 'string', default: 'kl' },
    culture: { type: 'string', default: 'greenlandic' },
    out: { type: 'string', default: 'demo-out' },
    json: { type: 'boolean', default: false },
  },
});
const language = languageSchema.safeParse(values.language);
const culture = cultureSchema.safeParse(values.culture);
if (!language.success || !culture.success) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const say = values.json ? () => {} : (line: string) => void process.stdout.write(`${line}\n`);
  const result = await runDemo({ language: language.data, culture: culture.data, out: values.out, say });
  process.stdout.write(`${JSON.stringify(result)}\n`);
}
