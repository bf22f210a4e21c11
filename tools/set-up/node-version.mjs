import { SetUpProblem } from './problem.mjs';

/** The oldest Node that the tools and Vite run on; package.json's "engines" says the same. */
const OLDEST_NODE = { major: 20, minor: 19 };

/**
 * Refuses a Node that is too old, before anything else fails in a stranger way.
 *
 * @param {string} version such as 20.19.0
 * @throws {SetUpProblem}
 */
export function requireNodeVersion(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isNewEnough = major > OLDEST_NODE.major || (major === OLDEST_NODE.major && minor >= OLDEST_NODE.minor);
  if (isNewEnough) return;
  throw new SetUpProblem(
    `Node ${version} is too old; Matu needs ${String(OLDEST_NODE.major)}.${String(OLDEST_NODE.minor)} or newer.`,
    'Install a current Node from https://nodejs.org or with your version manager (for example: nvm install 22), then run the same command again.',
  );
}
