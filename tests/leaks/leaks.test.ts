import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../temporary-folder.ts';
import { unexpectedFiles } from './allowed-files.ts';
import { findMarkers } from './find-markers.ts';
import { ProcessWatch } from './process-watch.ts';
import { scanFolder } from './scan-folder.ts';

const MARKER = 'kvanefjeldur';
const OTHER = 'sukkertoppen';
const noise = Buffer.from(Array.from({ length: 997 }, (_, place) => (place * 167 + 13) % 251));
const inNoise = (bytes: Buffer): Buffer => Buffer.concat([noise, bytes, noise]);
const hows = (bytes: Buffer): readonly string[] => findMarkers(bytes, [MARKER, OTHER]).map(({ how }) => how);

test.each<[how: string, planted: Buffer]>([
  ['UTF-8', Buffer.from(MARKER)],
  ['UTF-16LE', Buffer.from(MARKER, 'utf16le')],
  ['UTF-16BE', Buffer.from(MARKER, 'utf16le').swap16()],
  ['hexadecimal', Buffer.from(Buffer.from(MARKER).toString('hex'))],
  ['base64 of UTF-8', Buffer.from(Buffer.from(`${MARKER} hun`).toString('base64'))],
  ['base64 of UTF-8', Buffer.from(Buffer.from(`x${MARKER} hun`).toString('base64'))],
  ['base64 of UTF-8', Buffer.from(Buffer.from(`xy${MARKER} hun`).toString('base64'))],
  ['base64 of UTF-16LE', Buffer.from(Buffer.from(`x${MARKER}`, 'utf16le').toString('base64'))],
  ['gzip, UTF-8', gzipSync(`hun sagde ${MARKER}`)],
  ['zlib, UTF-8', deflateSync(`hun sagde ${MARKER}`)],
  ['zlib, UTF-16LE', deflateSync(Buffer.from(`hun sagde ${MARKER}`, 'utf16le'))],
  ['gzip, zlib, UTF-8', gzipSync(deflateSync(MARKER))],
])('finds a word planted as %s among other bytes', (how, planted) => {
  expect(hows(inNoise(planted))).toContain(how);
});

test('finds a word in the entry of a zip file, in a raw stream, and in a stream that was cut short', () => {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(5, 26);
  expect(hows(inNoise(Buffer.concat([header, Buffer.from('a.txt'), deflateRawSync(MARKER)])))).toContain('zip, UTF-8');
  expect(hows(deflateRawSync(`hun sagde ${MARKER}`))).toContain('deflate, UTF-8');
  const cut = gzipSync(`${MARKER} ${noise.toString('hex')}`);
  expect(hows(cut.subarray(0, cut.length - 40))).toContain('gzip, UTF-8');
});

test('finds nothing where no word is, and says which word it found', () => {
  expect(findMarkers(inNoise(gzipSync(noise)), [MARKER, OTHER])).toEqual([]);
  expect(findMarkers(Buffer.from(OTHER), [MARKER, OTHER])).toEqual([{ marker: OTHER, how: 'UTF-8' }]);
});

test('finds words in files, in names of files and folders, and in where links lead', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'deep', OTHER), { recursive: true });
  writeFileSync(join(folder, 'deep', 'file'), `hun sagde ${MARKER}`);
  symlinkSync(`/nowhere/${MARKER}`, join(folder, 'link'));
  expect(scanFolder(folder, [MARKER, OTHER])).toEqual([
    `a name: ${OTHER}, UTF-8`,
    ...['deep/file', 'link'].map((name) => expect.stringContaining(`${name}: ${MARKER}`) as string),
  ]);
});

test.runIf(process.platform === 'linux')(
  'finds a word in the arguments and the environment of a process and of its child, also after they ended (on Linux, which shows them)',
  async () => {
    const waits = 'process.stdin.resume()';
    const starts = `require('node:child_process').spawn(process.execPath, ['-e', '${waits}', process.argv[1]], { stdio: 'inherit' });`;
    const parent = spawn(process.execPath, ['-e', `${starts} console.log('started')`, MARKER], {
      env: { ...process.env, OTHER },
    });
    const ended = once(parent, 'exit');
    await once(parent.stdout, 'data');
    const watch = new ProcessWatch(parent.pid ?? 0);
    watch.look();
    parent.stdin.end();
    await ended;
    expect(watch.processes).toBe(2);
    expect(watch.found([MARKER, OTHER]).map(({ marker }) => marker)).toEqual([MARKER, OTHER]);
    expect(watch.found(['Nuussuaq'])).toEqual([]);
  },
);

test('A file that nobody foresaw is told by its name', () => {
  const names = ['format.json', 'outbox/00000001.age', 'outbox/notes.txt', 'runtime/Web Data', 'runtime/Preferences'];
  expect(unexpectedFiles(names)).toEqual(['outbox/notes.txt', 'runtime/Web Data']);
});
