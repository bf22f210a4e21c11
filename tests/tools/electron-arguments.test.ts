import { expect, test } from 'vitest';
import { electronArguments } from '../../tools/running/electron-arguments.mjs';

test('gives up the sandbox as root, where it cannot start, and only then', () => {
  const start = { folder: '/out', args: ['--home', '/h'] };
  expect(electronArguments({ ...start, isRoot: true })).toEqual(['--no-sandbox', '/out', '--home', '/h']);
  expect(electronArguments({ ...start, isRoot: false })).toEqual(['/out', '--home', '/h']);
});
