// Run by `npm run pictures`: brings the real window to every screen in every language and size, leaves a picture of each
// and what was measured in --out, and ends with one line of JSON.
import { readRequest, USAGE } from './pictures/request.ts';
import { runPictures } from './pictures/run-pictures.ts';

const request = readRequest(process.argv.slice(2));
if (request === null) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const progress = request.json ? process.stderr : process.stdout;
  const { summary, missing } = await runPictures(request, (line) => void progress.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(summary)}\n`);
  if (missing > 0) process.exitCode = 1;
}
