import { expect, test } from 'vitest';
import { parseProgramArguments } from '../../../electron/shell/arguments.ts';

const PROGRAM = '/opt/matu/matu';

test.each([
  ['named with an equals sign', ['--home=/var/lib/matu'], '/var/lib/matu'],
  ['named by the next argument', ['--home', '/var/lib/matu'], '/var/lib/matu'],
  ['a path with an equals sign and a space', ['--home=/srv/a=b c'], '/srv/a=b c'],
  ['among the switches of Chromium', ['--no-sandbox', '--home', 'here', '--lang=da'], 'here'],
  ['named twice: the first counts', ['--home=one', '--home', 'two'], 'one'],
])('A home is found: %s', (_, argv, home) => {
  expect(parseProgramArguments([PROGRAM, ...argv])).toEqual({ home });
});

test.each([
  ['nothing is said', []],
  ['nothing follows', ['--home']],
  ['the name is empty', ['--home=']],
  ['another switch follows', ['--home', '--no-sandbox']],
  ['a switch only begins like it', ['--homepage=x', '--home-page', 'x']],
])('No home is named when %s', (_, argv) => {
  expect(parseProgramArguments([PROGRAM, ...argv])).toEqual({ home: null });
});
