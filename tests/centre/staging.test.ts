import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { Staging } from '../../centre/inbox/staging.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { syscall: 'fsync', code }));

test('A batch of which one file cannot be synced is not durable, and leaves nothing when it ends', async () => {
  const inbox = temporaryFolder();
  const staging = expectOk(Staging.begin(inbox, { fs: nodeFileSystem, sync: failing('EIO') }));
  expectOk(staging.write('0', { 'intake.json': new Uint8Array(3) }));
  expect(await staging.sync()).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
  staging.end();
  expect(readdirSync(inbox)).toEqual([]);
});

test('A file system that does not sync directories is no failure, but one that does not sync a file is', async () => {
  const disk = { fs: nodeFileSystem, sync: failing('EINVAL') };
  const empty = expectOk(Staging.begin(temporaryFolder(), disk));
  expectOk(empty.write('0', {}));
  expectOk(await empty.sync());
  const staging = expectOk(Staging.begin(temporaryFolder(), disk));
  expectOk(staging.write('0', { 'intake.json': new Uint8Array(3) }));
  expect((await staging.sync()).ok).toBe(false);
});

test('A disk that is full takes nothing of an intake', () => {
  const full = {
    ...nodeFileSystem,
    write: (): number => {
      throw Object.assign(new Error('ENOSPC'), { syscall: 'write', code: 'ENOSPC' });
    },
  };
  const staging = expectOk(Staging.begin(temporaryFolder(), { fs: full, sync: () => Promise.resolve() }));
  expect(staging.write('0', { 'intake.json': new Uint8Array(3) })).toEqual({ ok: false, error: { kind: 'full' } });
  staging.end();
});
