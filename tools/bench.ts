// npm run bench: measures what a step costs on the pack that ships, and what a large pack costs to load. It judges
// nothing: a slow machine is no fault. With --json the last line is JSON; --rounds says how often a step is measured.
import { parseArgs } from 'node:util';
import { loadRealPack, measureLargePack, measureLoadPack, measureVersions } from './bench/measurements.ts';
import { benchTable, type Costs } from './bench/table.ts';

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '600' } },
});
const steps = Math.max(1, Number.parseInt(values.rounds, 10) || 1);
// Composing an intake and loading a pack take ten times as long as a step, or more.
const rounds = { steps, works: Math.ceil(steps / 10) };

const costs: Costs = {
  versions: measureVersions(loadRealPack(), rounds),
  loadPackMs: measureLoadPack(rounds),
  largePack: measureLargePack('sound'),
  malformedPack: measureLargePack('malformed'),
};
for (const line of benchTable(costs)) console.log(line);
if (values.json) console.log(JSON.stringify(costs));
