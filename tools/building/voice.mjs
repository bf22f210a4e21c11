import { runTypeScript } from '../running/child.mjs';
import { SetUpProblem } from '../set-up/problem.mjs';

/** @typedef {import('./variants.mjs').Variant} Variant */

/**
 * Gives a built program its spoken texts. The tests' own build gets only those of one file: thousands of clips would
 * make every build of the tests slow, and the program speaks what has no clip by itself.
 *
 * @param {string} folder
 * @param {Variant} variant
 * @throws {SetUpProblem} when a text could not be spoken; without the programs for it the build is silent, and says so
 */
export async function addVoice(folder, variant) {
  const only = variant.mode === 'test' ? ['--only', 'speech'] : [];
  const code = await runTypeScript(['tools/voice.ts', '--to', folder, ...only], { stdout: 'toStderr' });
  if (code === 0) return;
  throw new SetUpProblem('Some texts could not be spoken; they are named above.', 'npm run voice');
}
