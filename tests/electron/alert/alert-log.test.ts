import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AlertEntry } from '../../../core/alert/alert-entry.ts';
import { openAlertLog } from '../../../electron/alert/alert-log.ts';
import { nodeFileSystem, type FileSystem } from '../../../node/file-system.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const entry = (alert: number): AlertEntry => ({ at: '2026-03-04T10:00:00.000Z', alert, kind: 'raised', why: 'fetch' });

function newFolder(): string {
  return join(temporaryFolder(), 'alerts');
}

test('What was written down is there after a restart', () => {
  const folder = newFolder();
  const log = expectOk(openAlertLog(folder));
  expect(log.entries()).toEqual([]);
  expectOk(log.append(entry(1)));
  expectOk(log.append(entry(2)));
  log.close();
  expect(expectOk(openAlertLog(folder)).entries()).toEqual([entry(1), entry(2)]);
});

test('The list is for the kiosk’s own account', () => {
  const folder = newFolder();
  expectOk(openAlertLog(folder));
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'alerts.jsonl')).mode & 0o777).toBe(0o600);
});

test('A line that the power cut short is cut off, and one that nobody can read is passed over', () => {
  const folder = newFolder();
  const file = join(folder, 'alerts.jsonl');
  expectOk(expectOk(openAlertLog(folder)).append(entry(1)));
  appendFileSync(file, `not json\n{"at":"never","alert":3,"kind":"raised","why":"fetch"}\n{"at":"2026-`);
  const log = expectOk(openAlertLog(folder));
  expect(log.entries()).toEqual([entry(1)]);
  expectOk(log.append(entry(2)));
  expect(readFileSync(file, 'utf8').endsWith(`${JSON.stringify(entry(2))}\n`)).toBe(true);
});

test('After a line that could not be written the list goes on', () => {
  let isFull = false;
  const fs: FileSystem = {
    ...nodeFileSystem,
    write: (descriptor, bytes) => {
      if (isFull) throw Object.assign(new Error('full'), { syscall: 'write', code: 'ENOSPC' });
      return nodeFileSystem.write(descriptor, bytes);
    },
  };
  const log = expectOk(openAlertLog(newFolder(), fs));
  isFull = true;
  expect(log.append(entry(1))).toEqual({ ok: false, error: { kind: 'full' } });
  isFull = false;
  expectOk(log.append(entry(2)));
  expect(log.entries()).toEqual([entry(2)]);
});

test('A list whose folder cannot be made is not opened', () => {
  const folder = newFolder();
  expectOk(openAlertLog(folder));
  expect(openAlertLog(join(folder, 'alerts.jsonl', 'inside')).ok).toBe(false);
});
