import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EditionEvent } from '../../../core/translation/edition-events.ts';
import { readEdition, writeEdition } from '../../../electron/translation/edition-file.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const HASH = '0123456789abcdef';
const worded: EditionEvent = {
  ...{ kind: 'worded', key: 'kiosk.hide', text: 'Göm "det"', source: HASH, instead: HASH },
  ...{ by: null, atMs: 1000 },
};
const judged: EditionEvent = {
  ...{ kind: 'judged', key: 'kiosk.hide', text: HASH, source: HASH },
  review: { role: 'translator', by: 'A. B.', on: '2026-02-03' },
};

/** The path of an edition with two events in a home of its own. */
function written(): string {
  const path = join(temporaryFolder(), 'translations', 'sv.jsonl');
  expectOk(writeEdition(path, { tag: 'sv', events: [worded, judged] }));
  return path;
}

test('what was written is read back, in its order', () => {
  expect(readEdition(written(), 'sv')).toEqual({ ok: true, value: [worded, judged] });
});

test('a file that is not there is an edition in which nothing has happened', () => {
  expect(readEdition(join(temporaryFolder(), 'translations', 'sv.jsonl'), 'sv')).toEqual({ ok: true, value: [] });
});

test.each<[string, (content: string) => string]>([
  ['a changed letter', (content) => content.replace('Göm', 'Gum')],
  ['a lost line', (content) => content.split('\n').slice(0, 2).join('\n') + '\n'],
  ['half a line', (content) => content.slice(0, -9)],
  ['nothing in it', () => ''],
  ['no first line', (content) => content.slice(content.indexOf('\n') + 1)],
  ['another language', (content) => content.replace('"sv"', '"kl"')],
])('a file with %s is damaged, and stays as it is', (_, damage) => {
  const path = written();
  const damaged = damage(readFileSync(path, 'utf8'));
  writeFileSync(path, damaged);
  expect(readEdition(path, 'sv')).toEqual({ ok: false, error: { kind: 'damaged' } });
  expect(readFileSync(path, 'utf8')).toBe(damaged);
});

test('an event that this program does not know is not passed over', () => {
  const path = join(temporaryFolder(), 'translations', 'sv.jsonl');
  const stranger = { ...worded, kind: 'sung' } as unknown as EditionEvent;
  expectOk(writeEdition(path, { tag: 'sv', events: [worded, stranger] }));
  expect(readEdition(path, 'sv')).toEqual({ ok: false, error: { kind: 'damaged' } });
});

test('a file of a newer program is refused', () => {
  const path = written();
  writeFileSync(path, readFileSync(path, 'utf8').replace('"format":1', '"format":2'));
  expect(readEdition(path, 'sv')).toEqual({ ok: false, error: { kind: 'newerFormat', found: 2 } });
});

test('what cannot be read says so', () => {
  const folder = temporaryFolder();
  expect(readEdition(folder, 'sv')).toMatchObject({ ok: false, error: { kind: 'notRead' } });
});

test('a write that fails leaves the old file, and no remains', () => {
  const path = written();
  const rename = (): never => {
    throw Object.assign(new Error('ENOSPC'), { syscall: 'rename', code: 'ENOSPC' });
  };
  const failed = writeEdition(path, { tag: 'sv', events: [worded] }, { ...nodeFileSystem, rename });
  expect(failed).toEqual({ ok: false, error: { kind: 'full' } });
  expect(expectOk(readEdition(path, 'sv'))).toHaveLength(2);
  expect(readdirSync(join(path, '..'))).toEqual(['sv.jsonl']);
});

test('what an interrupted write left goes with the next one', () => {
  const path = written();
  writeFileSync(`${path}.0011.tmp`, 'half');
  expectOk(writeEdition(path, { tag: 'sv', events: [worded] }));
  expect(readdirSync(join(path, '..'))).toEqual(['sv.jsonl']);
});

test('a home that lets nobody write says so', () => {
  const path = join(temporaryFolder(), 'no', 'home', 'sv.jsonl');
  expect(writeEdition(path, { tag: 'sv', events: [] })).toMatchObject({ ok: false, error: { kind: 'missing' } });
});
