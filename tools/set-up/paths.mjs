import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's top folder. */
export const rootFolder = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What set-up and the tools keep between runs; ignored by git and safe to delete. */
export const cacheFolder = join(rootFolder, '.cache');

/**
 * @param {...string} parts path below the repository's top
 * @returns {string}
 */
export function inRoot(...parts) {
  return join(rootFolder, ...parts);
}

/**
 * @param {...string} parts path below the cache folder
 * @returns {string}
 */
export function inCache(...parts) {
  return join(cacheFolder, ...parts);
}
