import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackFiles } from '../../core/pack/load.ts';

const folder = join(import.meta.dirname, '../../assets/content/intake');

/** The files of the pack that ships, parsed. */
export function realPackFiles(): PackFiles {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const overlays = { greenlandic: read('greenlandic'), danish: read('danish'), swedish: read('swedish') };
  return { questionnaire: read('questionnaire'), overlays, safety: read('safety') };
}
