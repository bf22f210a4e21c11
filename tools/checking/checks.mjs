/**
 * One of the checks of `npm run check`.
 *
 * @typedef {object} Check
 * @property {string} name
 * @property {readonly string[]} args for Node: a script below the repository's top, and its arguments
 */

const FOLDERS = ['core', 'node', 'ipc', 'electron', 'renderer', 'centre', 'tools', 'tests'];

/**
 * The longest stands first, so that the others run beside it.
 *
 * @type {readonly Check[]}
 */
export const CHECKS = [
  { name: 'lint', args: ['node_modules/eslint/bin/eslint.js', '--max-warnings', '0', '.'] },
  { name: 'format', args: ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-b'] },
  {
    name: 'import directions',
    args: [
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      ...FOLDERS,
    ],
  },
  { name: 'content', args: ['--import', 'tsx', 'tools/check-content.ts'] },
  { name: 'unused code', args: ['node_modules/knip/bin/knip.js', '--no-progress'] },
];
