// tsx tools/demo-home.ts --home DIR: makes a demo home there, or leaves the one that stands there.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { makeDemoHome } from './demo/make-demo-home.ts';

const { values } = parseArgs({ options: { home: { type: 'string' } } });
if (values.home === undefined) {
  process.stderr.write('Usage: tsx tools/demo-home.ts --home DIR\n');
  process.exitCode = 2;
} else {
  await makeDemoHome(resolve(values.home));
}
