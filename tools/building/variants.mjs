import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, rootFolder } from '../set-up/paths.mjs';
import { hasVoice } from '../set-up/system-packages.mjs';
import { realSystem } from '../set-up/system.mjs';
import { sourcesHash } from './sources.mjs';

/**
 * One of the two builds. They differ only in the constants of tools/vite.flags.ts.
 *
 * @typedef {object} Variant
 * @property {'production' | 'test'} mode Vite's mode
 * @property {string} folder what Electron is started with
 */

/** @type {Readonly<Record<'production' | 'test', Variant>>} */
export const VARIANTS = {
  production: { mode: 'production', folder: inRoot('out') },
  test: { mode: 'test', folder: inRoot('out-test') },
};

/** Stands in the built folder and names the sources that it was built from. */
export const STAMP = 'build-stamp.txt';

/** Without these a built folder does not start. */
const ESSENTIAL = [
  'package.json',
  'main/main.cjs',
  'main/kiosk-thread.cjs',
  'main/preload.cjs',
  'main/preload-desk.cjs',
  'main/preload-translations.cjs',
  'content.json',
  'pictograms.svg',
  'renderer/index.html',
  'renderer/desk.html',
  'renderer/translations.html',
  'renderer/preview.html',
];

/**
 * @param {Variant} variant
 * @param {string} [root]
 * @returns {boolean} whether the built folder is whole and made from the sources as they are now
 */
export function isFresh(variant, root = rootFolder) {
  const isWhole = ESSENTIAL.every((file) => statSync(join(variant.folder, file), { throwIfNoEntry: false })?.isFile());
  return isWhole && readStamp(variant.folder) === stampText(root);
}

/**
 * @param {string} [root]
 * @returns {string} names the sources, and whether this machine can give them a voice: where it learns to, a silent
 *   build is stale
 */
export function stampText(root = rootFolder) {
  return `${sourcesHash(root)} ${hasVoice(realSystem()) ? 'spoken' : 'silent'}`;
}

/**
 * @param {string} folder
 * @returns {string | null}
 */
function readStamp(folder) {
  try {
    return readFileSync(join(folder, STAMP), 'utf8').trim();
  } catch {
    return null;
  }
}
