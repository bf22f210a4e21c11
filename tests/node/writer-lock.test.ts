import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { acquireWriterLock, lockBySocketFile } from '../../node/writer-lock.ts';
import { startChild } from '../child-process.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const HOLD_LOCK = fileURLToPath(new URL('children/hold-lock.ts', import.meta.url));
const alreadyRunning = { ok: false, error: { kind: 'alreadyRunning' } };

test('one home has one writer, also under another name of the same folder', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'home'));
  symlinkSync(join(folder, 'home'), join(folder, 'alias'));
  const lock = await acquireWriterLock(join(folder, 'home'));
  if (!lock.ok) throw new Error('not locked');
  expect(await acquireWriterLock(join(folder, 'alias'))).toEqual(alreadyRunning);
  await lock.value.release();
  const again = await acquireWriterLock(join(folder, 'alias'));
  expect(again.ok).toBe(true);
  if (again.ok) await again.value.release();
});

test('two homes have a writer each', async () => {
  const first = await acquireWriterLock(temporaryFolder());
  const second = await acquireWriterLock(temporaryFolder());
  expect([first.ok, second.ok]).toEqual([true, true]);
  if (first.ok) await first.value.release();
  if (second.ok) await second.value.release();
});

test('a killed writer’s lock is free at once', async () => {
  const folder = temporaryFolder();
  const child = startChild(HOLD_LOCK, folder);
  expect(await child.nextLine()).toBe('locked');
  expect(await acquireWriterLock(folder)).toEqual(alreadyRunning);
  await child.kill();
  const lock = await acquireWriterLock(folder);
  expect(lock.ok).toBe(true);
  if (lock.ok) await lock.value.release();
});

test('a socket file locks as well, and the file of a killed writer is taken over', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'writer.sock');
  const child = startChild(HOLD_LOCK, folder, path);
  expect(await child.nextLine()).toBe('locked');
  expect(await lockBySocketFile(path)).toEqual(alreadyRunning);
  await child.kill();
  expect(readdirSync(folder)).toEqual(['writer.sock']);
  const lock = await lockBySocketFile(path);
  expect(lock.ok).toBe(true);
  expect(await lockBySocketFile(path)).toEqual(alreadyRunning);
  if (lock.ok) await lock.value.release();
});

test('of many starters after a kill exactly one takes the socket file over', async () => {
  const path = join(temporaryFolder(), 'writer.sock');
  const child = startChild(HOLD_LOCK, '', path);
  expect(await child.nextLine()).toBe('locked');
  await child.kill();
  const locks = await Promise.all(Array.from({ length: 20 }, () => lockBySocketFile(path)));
  expect(locks.filter((lock) => lock.ok)).toHaveLength(1);
});

test('a folder in which no socket can be made is told apart from a running kiosk', async () => {
  expect(await lockBySocketFile(join(temporaryFolder(), 'missing', 'writer.sock'))).toMatchObject({
    ok: false,
    error: { kind: 'io' },
  });
});
