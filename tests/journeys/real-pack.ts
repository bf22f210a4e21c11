import { readFileSync } from 'node:fs';
import { loadPack, type Pack, type PackFiles } from '../../core/pack/load.ts';

function contentFile(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../assets/content/intake/${name}.json`, import.meta.url), 'utf8'));
}

/** The files of the pack that ships, parsed; a fresh copy with each call, so that a test may break it. */
export function realPackFiles(): PackFiles {
  const overlays = {
    greenlandic: contentFile('greenlandic'),
    danish: contentFile('danish'),
    swedish: contentFile('swedish'),
  };
  return { questionnaire: contentFile('questionnaire'), overlays, safety: contentFile('safety') };
}

/** Loads a pack that has to be sound. */
export function soundPack(files: PackFiles): Pack {
  const loaded = loadPack(files);
  if (!loaded.ok) throw new Error(`The pack is not sound: ${JSON.stringify(loaded.error)}`);
  return loaded.value;
}

/** The pack that ships. */
export const realPack: Pack = soundPack(realPackFiles());
