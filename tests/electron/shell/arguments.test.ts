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
  expect(parseProgramArguments([PROGRAM, ...argv]).home).toBe(home);
});

test.each([
  ['nothing is said', []],
  ['nothing follows', ['--home']],
  ['the name is empty', ['--home=']],
  ['another switch follows', ['--home', '--no-sandbox']],
  ['a switch only begins like it', ['--homepage=x', '--home-page', 'x']],
])('No home is named when %s', (_, argv) => {
  expect(parseProgramArguments([PROGRAM, ...argv]).home).toBeNull();
});

test.each([
  ['nothing is said', [], 1],
  ['it is named', ['--time-factor=30', '--home', 'here'], 30],
  ['it is no whole number', ['--time-factor=1.5'], 1],
  ['it is none', ['--time-factor=0'], 1],
  ['it is far too large', ['--time-factor=99999'], 1],
])('Waiting goes as fast as it is asked to: %s', (_, argv, factor) => {
  expect(parseProgramArguments([PROGRAM, ...argv]).timeFactor).toBe(factor);
});

const HOME = ['--home', '/var/lib/matu'];
test.each([
  ['a kiosk is started', HOME, null],
  ['a card is taken', [...HOME, '--enrol', '/stick'], { verb: 'enrol', args: ['--from', '/stick'] }],
  [
    'the words were compared',
    ['--no-sandbox', '--enrol=/a=b', '--words', 'one two', ...HOME, '--json'],
    { verb: 'enrol', args: ['--from', '/a=b', '--words', 'one two', '--json'] },
  ],
  ['receipts are handed in', ['--receipts', '/stick', '--home=/h'], { verb: 'receipts', args: ['--from', '/stick'] }],
  ['everything is delivered', [...HOME, '--deliver'], { verb: 'deliver', args: [] }],
  [
    'it is delivered to a folder',
    ['--deliver', '--to', '/stick', ...HOME],
    { verb: 'deliver', args: ['--to', '/stick'] },
  ],
  ['nothing is named: whoever runs it says so', [...HOME, '--enrol'], { verb: 'enrol', args: ['--from'] }],
  ['a switch only begins like it', ['--enrolment', 'x', '--deliveries'], null],
])('What is to be done without a window: %s', (_, argv, command) => {
  expect(parseProgramArguments([PROGRAM, ...argv]).command).toEqual(command);
});
