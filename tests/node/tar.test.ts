import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readTar, writeTar } from '../../node/tar.ts';
import type { TarFile, TarMember } from '../../node/tar.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const files: TarFile[] = [
  { name: 'first.txt', bytes: bytes('one') },
  { name: 'empty', bytes: bytes('') },
  { name: 'whole-block', bytes: new Uint8Array(512).fill(7) },
];
const members: TarMember[] = files.map(({ name }) => ({ name, maxBytes: 1000 }));
const archive = writeTar(files);

function kindOf(damaged: Uint8Array, expected: readonly TarMember[] = members): string {
  const read = readTar(damaged, expected);
  return read.ok ? 'ok' : `${read.error.kind} at ${read.error.member}`;
}

function changed(offset: number, value: string): Uint8Array {
  const copy = Buffer.from(archive);
  copy.write(value, offset, 'latin1');
  return new Uint8Array(copy);
}

/** Changes bytes of the first header and mends its checksum, as an attacker would. */
function withHeader(offset: number, value: string): Uint8Array {
  const copy = Buffer.from(changed(offset, value));
  copy.write(' '.repeat(8), 148, 'latin1');
  const sum = copy.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  copy.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return new Uint8Array(copy);
}

test('GNU tar lists an archive without a word of complaint', () => {
  const listed = execFileSync('tar', ['--list', '--verbose', '--numeric-owner', '--utc', '--file=-'], {
    input: archive,
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  expect(listed.trimEnd().split('\n')).toEqual([
    '-rw------- 0/0               3 1970-01-01 00:00 first.txt',
    '-rw------- 0/0               0 1970-01-01 00:00 empty',
    '-rw------- 0/0             512 1970-01-01 00:00 whole-block',
  ]);
});

test('reads what GNU tar writes in the same shape, because the two are equal byte for byte', () => {
  const made = execFileSync('bash', [
    '-ec',
    `umask 077; folder=$(mktemp -d); trap 'rm -r "$folder"' EXIT; cd "$folder"; printf one > first.txt; : > empty
     tar --format=ustar --mtime=@0 --owner=:0 --group=:0 --mode=0600 --numeric-owner -b 1 -cf - first.txt empty`,
  ]);
  expect(new Uint8Array(made)).toEqual(writeTar(files.slice(0, 2)));
});

test('gives back any files in their order', () => {
  const anyFiles = fc.uniqueArray(
    fc.record({ name: fc.stringMatching(/^[a-z][a-z.-]{0,20}$/), bytes: fc.uint8Array({ maxLength: 1500 }) }),
    { maxLength: 5, selector: ({ name }) => name },
  );
  fc.assert(
    fc.property(anyFiles, (some) => {
      const expected = some.map(({ name }) => ({ name, maxBytes: 1500 }));
      expect(readTar(writeTar(some), expected)).toEqual({ ok: true, value: some });
    }),
  );
});

test('depends on names and bytes only', () => {
  expect(writeTar(files)).toEqual(archive);
});

test.each(['', 'a/b', '../up', 'æ', 'two words', 'x'.repeat(101)])('writes no file named "%s"', (name) => {
  expect(() => writeTar([{ name, bytes: bytes('') }])).toThrow('short ASCII');
});

describe('refuses', () => {
  test.each([
    ['nothing at all', new Uint8Array(), 'truncated at first.txt'],
    ['a member too few', writeTar(files.slice(0, 2)), 'otherName at whole-block'],
    ['a member too many', writeTar([...files, { name: 'more', bytes: bytes('') }]), 'endNotZero at end'],
    ['a doubled member', writeTar(files.flatMap((file) => [file, file])), 'otherName at empty'],
    ['reordered members', writeTar([...files].reverse()), 'otherName at first.txt'],
    ['a member over its cap', writeTar([{ name: 'first.txt', bytes: new Uint8Array(1001) }]), 'tooLarge at first.txt'],
    ['a size that is no number', withHeader(124, 'x'), 'otherHeader at first.txt'],
    ['a size in base 256', withHeader(124, '\x80'), 'otherHeader at first.txt'],
    ['another mode', withHeader(100, '0000644'), 'otherHeader at first.txt'],
    ['another owner', withHeader(108, '0001750'), 'otherHeader at first.txt'],
    ['another time', withHeader(136, '00000000001'), 'otherHeader at first.txt'],
    ['a wrong checksum', changed(148, '000000'), 'otherHeader at first.txt'],
    ['a symbolic link', withHeader(156, '2'), 'otherHeader at first.txt'],
    ['a pax header', withHeader(156, 'x'), 'otherHeader at first.txt'],
    ['a GNU long name', withHeader(156, 'L'), 'otherHeader at first.txt'],
    ["GNU's magic", withHeader(257, 'ustar  \0'), 'otherHeader at first.txt'],
    ['a user name', withHeader(265, 'root'), 'otherHeader at first.txt'],
    ['a prefix', withHeader(345, '../..'), 'otherHeader at first.txt'],
    ['bytes behind the name', withHeader(20, 'x'), 'otherName at first.txt'],
    ['padding that is not zero', changed(600, 'x'), 'paddingNotZero at first.txt'],
    ['an end that is not zero', changed(archive.length - 1, 'x'), 'endNotZero at end'],
    ['trailing bytes', new Uint8Array([...archive, 0]), 'trailing at end'],
  ])('%s', (_what, damaged, problem) => {
    expect(kindOf(damaged)).toBe(problem);
  });

  test('a size beyond the archive', () => {
    const uncapped = members.map((member) => ({ ...member, maxBytes: 2 ** 33 }));
    expect(kindOf(withHeader(124, '77777777777'), uncapped)).toBe('truncated at first.txt');
  });

  test('every shorter archive', () => {
    for (let length = 0; length < archive.length; length += 1) {
      expect(kindOf(archive.subarray(0, length)), `${length} bytes`).toMatch(/^truncated/);
    }
  });

  test('every changed bit outside the files themselves', () => {
    const content = (index: number): boolean => (index >= 512 && index < 515) || (index >= 2048 && index < 2560);
    for (const index of archive.keys()) {
      if (content(index)) continue;
      const damaged = archive.slice();
      damaged[index] = (damaged[index] ?? 0) ^ 0x01;
      expect(kindOf(damaged), `byte ${index}`).not.toBe('ok');
    }
  });
});
