// npm run bench: measures what a step costs on the pack that ships, and what a large pack costs to load. It judges
// nothing: a slow machine is no fault. With --json the last line is JSON.
import { parseArgs } from 'node:util';
import { loadRealPack, measureLargePack, measureLoadPack, measureVersions } from './bench/measurements.ts';
import { benchTable, type Costs } from './bench/table.ts';

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });

const costs: Costs = {
  versions: measureVersions(loadRealPack()),
  loadPackMs: measureLoadPack(),
  largePack: measureLargePack('sound'),
  malformedPack: measureLargePack('malformed'),
};
for (const line of benchTable(costs)) console.log(line);
if (values.json) console.log(JSON.stringify(costs));
