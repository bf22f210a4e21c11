import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { runTypeScript } from '../running/child.mjs';
import { SetUpProblem } from '../set-up/problem.mjs';

/**
 * The folders that make up a content version. Matu ships no instruments: a centre that has some loads them. What people
 * recorded for texts stands in assets/audio; what a program speaks stands beside the content, see voice.mjs.
 */
const CONTENT_FOLDERS = [
  { path: 'locales', isOptional: false },
  { path: 'assets/content', isOptional: false },
  { path: 'assets/pictograms', isOptional: false },
  { path: 'assets/instruments', isOptional: true },
  { path: 'assets/audio', isOptional: true },
];

/**
 * @param {string} root the repository's top
 * @returns {readonly string[]} the folders below it that make up its content version
 * @throws {SetUpProblem} when one is missing that cannot be left out
 */
export function contentFolders(root) {
  const isThere = (/** @type {string} */ path) => existsSync(join(root, path));
  const missing = CONTENT_FOLDERS.find(({ path, isOptional }) => !isOptional && !isThere(path));
  if (missing !== undefined) throw missingContent(missing.path);
  return CONTENT_FOLDERS.map(({ path }) => path).filter(isThere);
}

/**
 * Copies the content that a program starts with.
 *
 * @param {string} root the repository's top
 * @param {string} target gets the same paths inside
 */
export function copyContent(root, target) {
  for (const path of contentFolders(root)) cpSync(join(root, path), join(target, path), { recursive: true });
}

/**
 * Writes what the program's starts read instead of the copied content: made from the copy itself, so that both agree.
 *
 * @param {string} folder the copy
 * @throws {SetUpProblem} when the content cannot be used
 */
export async function prepareContent(folder) {
  const code = await runTypeScript(['tools/prepare-content.ts', folder], { stdout: 'toStderr' });
  if (code !== 0) throw new SetUpProblem('The content cannot be used.', 'npm run check, which names what is wrong.');
}

/**
 * @param {string} path
 * @returns {SetUpProblem}
 */
function missingContent(path) {
  return new SetUpProblem(`${path}/ is missing, which the program copies its content from.`, `git checkout ${path}`);
}
