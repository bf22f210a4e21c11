// Opens a home once, in a process of its own, and prints how many milliseconds it took and how many intakes it found. It
// ends without closing the home, as a pulled plug would. Run by measure-recovery.ts.
import { openFilledHome } from './filled-home.ts';

const [home = ''] = process.argv.slice(2);
const startedMs = performance.now();
const { custody } = await openFilledHome(home);
const ms = performance.now() - startedMs;
process.stdout.write(JSON.stringify({ ms, sealed: custody.outbox.sealedCount }), () => process.exit(0));
