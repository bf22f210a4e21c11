// What npm run simulate runs, built or from source: made-up people at a kiosk without a window; simulate/request.ts says
// more.
// The last line on stdout is one line of JSON.
import '../core/basics/plain-schemas.ts';
import { parseRequest, USAGE } from './simulate/request.ts';
import { runSimulate } from './simulate/run-simulate.ts';
import { EXIT, Trouble } from './simulate/trouble.ts';

function complain(words: string): void {
  process.stderr.write(`${words}\n`);
}

async function run(): Promise<number> {
  const request = parseRequest(process.argv.slice(2));
  if (!request.ok) {
    complain(`${request.error}\n\n${USAGE}`);
    return EXIT.refused;
  }
  try {
    const summary = await runSimulate(request.value, complain);
    process.stdout.write(`${JSON.stringify(summary)}\n`);
    return EXIT.done;
  } catch (thrown) {
    if (!(thrown instanceof Trouble)) throw thrown;
    complain(thrown.message);
    return thrown.exitCode;
  }
}

void run().then((code) => {
  process.exitCode = code;
});
