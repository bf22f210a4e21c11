import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Language } from '../../core/basics/language.ts';
import { clipIndexSchema, type ClipIndex } from '../../core/speech/clip-index.ts';

/** The clips that were made when the program was built. */
export interface ClipFolder {
  /** Returns an Opus file, or null where these words have no clip. */
  find(language: Language, hash: Sha256): Uint8Array | null;
}

/**
 * Opens the folder of synthetic clips. Nothing is read before the first words are spoken, so that the kiosk starts as
 * fast with thousands of clips as with none; a folder that is not there holds no clip.
 */
export function openClipFolder(folder: string): ClipFolder {
  let known: ReadonlyMap<Language, ReadonlySet<string>> | null = null;
  return {
    find(language, hash) {
      known ??= byLanguage(readIndex(folder));
      return known.get(language)?.has(hash) === true ? readFile(join(folder, language, `${hash}.opus`)) : null;
    },
  };
}

function byLanguage(index: ClipIndex | null): ReadonlyMap<Language, ReadonlySet<string>> {
  if (index === null) return new Map();
  const { kl, da, sv } = index.clips;
  return new Map([
    ['kl', new Set(kl)],
    ['da', new Set(da)],
    ['sv', new Set(sv)],
  ]);
}

function readIndex(folder: string): ClipIndex | null {
  const text = readFile(join(folder, 'index.json'));
  if (text === null) return null;
  try {
    const index = clipIndexSchema.safeParse(JSON.parse(Buffer.from(text).toString('utf8')));
    return index.success ? index.data : null;
  } catch {
    // A damaged index is no index: the words are then spoken by the synthesizer.
    return null;
  }
}

function readFile(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
