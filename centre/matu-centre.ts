import { systemRandom } from '../node/random.ts';
import { systemClock } from '../node/system-clock.ts';
import { askSecret } from './ask-secret.ts';
import { progressLine } from './progress-line.ts';
import { runCentre } from './run-centre.ts';

// Whatever this program writes is for its operator alone.
process.umask(0o077);

process.exitCode = await runCentre(process.argv.slice(2), {
  random: systemRandom,
  clock: systemClock,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  ...(process.stderr.isTTY ? { progress: progressLine(process.stderr) } : {}),
  ...(process.stdin.isTTY && process.stderr.isTTY
    ? { askSecret: (prompt: string) => askSecret(prompt, { input: process.stdin, output: process.stderr }) }
    : {}),
});
