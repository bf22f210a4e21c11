import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything that the program is built from: files and folders below the repository's top. */
export const BUILD_SOURCES = [
  'assets',
  'core',
  'electron',
  'ipc',
  'locales',
  'node',
  'renderer',
  'package.json',
  'package-lock.json',
  'tools/build.mjs',
  'tools/building',
  'tools/prepare-content.ts',
  'tools/vite.flags.ts',
  'tools/vite.main.config.ts',
  'tools/vite.kiosk-thread.config.ts',
  'tools/vite.process.ts',
  'tools/vite.desk.config.ts',
  'tools/vite.preload-desk.config.ts',
  'tools/vite.preload-translations.config.ts',
  'tools/vite.translations.config.ts',
  'tools/vite.preview.config.ts',
  'tools/vite.preload.config.ts',
  'tools/vite.renderer.config.ts',
  'tools/vite.window.ts',
  'tools/voice',
  'tools/voice.ts',
];

/**
 * Fingerprint of the sources by name and content, so that a fresh clone or a changed time builds nothing anew.
 *
 * @param {string} root
 * @param {readonly string[]} [sources] missing ones count as empty
 * @returns {string} hex
 */
export function sourcesHash(root, sources = BUILD_SOURCES) {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesBelow(root, source))) {
    const content = readFileSync(join(root, file));
    hash.update(`${file}\0${String(content.length)}\0`).update(content);
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path below root
 * @returns {readonly string[]} the files, below root, in a fixed order
 */
function filesBelow(root, path) {
  const entry = statSync(join(root, path), { throwIfNoEntry: false });
  if (entry === undefined) return [];
  if (!entry.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesBelow(root, `${path}/${name}`));
}
