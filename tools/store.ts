// npm run store -- fsck --home DIR [--kiosk FILE] [--json]: checks what a home keeps. npm run store -- deliver --home DIR
// [--to WHERE]: brings what waits to the centre. store/run-store.ts and electron/commands say more.
import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import { runStore } from './store/run-store.ts';

process.exitCode = await runStore(process.argv.slice(2), {
  random: systemRandom,
  clock: systemClock,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
});
