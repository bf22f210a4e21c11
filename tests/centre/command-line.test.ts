import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { centre } from './made-centre.ts';

const root = resolve(import.meta.dirname, '../..');

const program = (...args: string[]): ReturnType<typeof spawnSync> =>
  spawnSync(process.execPath, ['--import', 'tsx', 'centre/matu-centre.ts', ...args], { cwd: root, encoding: 'utf8' });

test('the program itself explains every verb and ends with 0', () => {
  const run = program('--help');
  expect(run.status).toBe(0);
  for (const word of ['init', 'open', 'head', '--home', '--out', '--kiosk', '--site', '--post-quantum', '--json']) {
    expect(run.stdout).toContain(word);
  }
});

test('the program itself ends with 2 when it is not understood', () => {
  const run = program('open');
  expect(run.status).toBe(2);
  expect(run.stdout).toBe('');
  expect(run.stderr).toContain('--help');
});

test.each([
  ['a verb that there is not', ['close'], 'close'],
  ['no verb', ['--home', 'x'], 'init, open, head'],
  ['an unknown option', ['init', '--home', 'x', '--force'], '--force'],
  ['an option without its value', ['init', '--home'], '--home'],
  ['init without a home', ['init'], '--home'],
  ['init with a bundle', ['init', 'x.age', '--home', 'x'], 'no other words'],
  ['init with an option of open', ['init', '--home', 'x', '--out', 'y'], '--out'],
  ['init with a name of two lines', ['init', '--home', 'x', '--name', 'one\ntwo'], '--name'],
  ['open without a home', ['open', 'x.age', '--kiosk', 'k', '--out', 'y'], '--home'],
  ['open without a kiosk', ['open', 'x.age', '--home', 'x', '--out', 'y'], '--kiosk'],
  ['open without a folder to write to', ['open', 'x.age', '--home', 'x', '--kiosk', 'k'], '--out'],
  ['open without a bundle', ['open', '--home', 'x', '--kiosk', 'k', '--out', 'y'], 'bundle'],
  ['open with post-quantum keys', ['open', 'x.age', '--home', 'x', '--post-quantum'], '--post-quantum'],
  ['head without a file', ['head', '--home', 'x', '--kiosk', 'y'], 'one HEAD.json'],
  ['head with two files', ['head', 'a', 'b', '--home', 'x', '--kiosk', 'y'], 'one HEAD.json'],
  ['head without a home', ['head', 'a', '--kiosk', 'y'], '--home'],
  ['head without a kiosk', ['head', 'a', '--home', 'x'], '--kiosk'],
  ['receive without a home', ['receive', 'x'], '--home'],
  ['receive with nothing to take', ['receive', '--home', 'x'], 'folder or file'],
  ['prove without a kiosk', ['prove', '--home', 'x'], '--kiosk'],
  ['prove from no number', ['prove', '--home', 'x', '--kiosk', 'y', '--from', '0'], '--from'],
  ['prove with a file', ['prove', 'z', '--home', 'x', '--kiosk', 'y'], 'no other words'],
  ['open with an option of init', ['open', 'x.age', '--home', 'x', '--site', 'y'], '--site'],
])('%s is a question of usage', async (_what, args, word) => {
  const run = await centre(...args);
  expect(run.code).toBe(2);
  expect(run.said).toEqual([]);
  expect(run.complained.join('\n')).toContain(word);
});

test.each([[[]], [['--help']], [['open', '--help']], [['-h']]])('%j is a wish for help', async (args) => {
  const run = await centre(...args);
  expect(run.code).toBe(0);
  expect(run.said.join('\n')).toContain('Exit codes');
});
