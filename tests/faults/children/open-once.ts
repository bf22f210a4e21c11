// Opens the home named on the command line and says whether it may write there; holds it until it is killed.
import { openHome } from '../../../electron/store/home.ts';
import { systemRandom } from '../../../node/random.ts';
import { systemClock } from '../../../node/system-clock.ts';
import { deviceSecret } from '../fixed-secret.ts';

const [directory = ''] = process.argv.slice(2);
const opened = await openHome({
  directory,
  deviceSecret,
  random: systemRandom,
  clock: systemClock,
  draftKeyPolicy: { lowestLog2N: 1 },
});
process.stdout.write(`${opened.ok ? 'writer' : opened.error.kind}\n`);
setInterval(() => undefined, 60_000);
