// Loads a large pack from JSON, as a kiosk does, and says in one line what came of it. Arguments: which, how many items.
import { loadPack, type PackFiles } from '../../../../core/pack/load.ts';
import { LARGE_PACKS, type LargePack } from '../large-pack.ts';

const [kind = '', length = ''] = process.argv.slice(2);
const text = JSON.stringify(LARGE_PACKS[kind as LargePack](Number(length)));
const start = performance.now();
const loaded = loadPack(JSON.parse(text) as PackFiles);
const seconds = (performance.now() - start) / 1000;
const found = loaded.ok
  ? { items: loaded.value.danish.items.length, problems: 0, first: null }
  : { items: 0, problems: loaded.error.length, first: loaded.error[0] };
process.stdout.write(JSON.stringify({ ...found, seconds }));
