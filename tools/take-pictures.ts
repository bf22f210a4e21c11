// Run by `npm run pictures`: brings the real window to every screen in every language and size, leaves a picture of each
// and what was measured in --out, and ends with one line of JSON.
import { readRequest, USAGE } from './pictures/request.ts';

const args = process.argv.slice(2);
const request = readRequest(args);
if (args.includes('--help')) {
  process.stdout.write(`${USAGE}\n`);
} else if (request === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  // Loaded only here: what drives a window takes a second, and a word about the command line needs none.
  const { runPictures } = await import('./pictures/run-pictures.ts');
  const progress = request.json ? process.stderr : process.stdout;
  const { summary, missing } = await runPictures(request, (line) => void progress.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  if (missing > 0) process.exitCode = 1;
}
