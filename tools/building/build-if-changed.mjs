import { runNode } from '../running/child.mjs';
import { SetUpProblem } from '../set-up/problem.mjs';
import { isFresh } from './variants.mjs';

/** @typedef {import('./variants.mjs').Variant} Variant */

/**
 * Builds a variant when its sources changed; says so on stderr only.
 *
 * @param {Variant} variant
 * @throws {SetUpProblem}
 */
export async function buildIfChanged(variant) {
  if (isFresh(variant)) return;
  process.stderr.write(`Building ${variant.folder} …\n`);
  const args = variant.mode === 'test' ? ['--test'] : [];
  const code = await runNode(['tools/build.mjs', ...args], { stdout: 'toStderr' });
  if (code === 0) return;
  throw new SetUpProblem(
    'The program could not be built; the reason stands above.',
    'Mend what it names, then try again.',
  );
}
