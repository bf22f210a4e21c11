// Loads a made pack in a process of its own, so that its memory is told apart from everything else. Prints one line of
// JSON. Arguments: how many items, and `sound` or `malformed`.
import { loadPack } from '../../core/pack/load.ts';
import { largePackFiles, malformedPackFiles } from './large-pack.ts';
import { timeMs } from './measure.ts';

const KIBIBYTE = 1024;
const [length = '', kind = ''] = process.argv.slice(2);
const make = kind === 'malformed' ? malformedPackFiles : largePackFiles;
// As text first: what a kiosk reads is text, and parsing it counts.
const text = JSON.stringify(make(Number(length)));

let problems = -1;
const ms = timeMs(() => {
  const loaded = loadPack(JSON.parse(text) as Parameters<typeof loadPack>[0]);
  problems = loaded.ok ? 0 : loaded.error.length;
});
const peakRssBytes = process.resourceUsage().maxRSS * KIBIBYTE;
const heapBytes = process.memoryUsage().heapUsed;
process.stdout.write(`${JSON.stringify({ ms, problems, peakRssBytes, heapBytes })}\n`);
