import { linkSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { folderDestination } from '../../../electron/outbox/folder-destination.ts';
import { mountExFat } from '../../servers/exfat-drive.ts';
import { folderGround, folderIn } from '../../servers/ground-of.ts';
import { expectOk } from '../../expect-ok.ts';
import { destinationSuite } from './destination-suite.ts';

const drive = mountExFat();

describe.skipIf(drive === null)('a drive with exFAT (where one can be made and mounted)', () => {
  const folder = drive?.folder ?? '';
  afterAll(() => drive?.remove());

  destinationSuite('exFAT', () => {
    const { path } = folderIn(folder);
    const destination = folderDestination({ folder: path, readPastMemory: () => Promise.resolve(null) });
    return Promise.resolve({ destination, readBack: 'cached', ...folderGround(path) });
  });

  test('it has no hard links, and a full one is told as full and keeps no part', async () => {
    writeFileSync(join(folder, 'one'), 'one');
    expect(() => linkSync(join(folder, 'one'), join(folder, 'two'))).toThrow('EPERM');
    const { path } = folderIn(folder);
    const place = expectOk(await folderDestination({ folder: path }).open());
    const bytes = new Uint8Array(80 * 1024 * 1024);
    expect(await place.put({ fileName: 'a.age', bytes, modifiedAt: new Date(0) })).toEqual({
      ok: false,
      error: { kind: 'full' },
    });
    expect(readdirSync(path)).toEqual([]);
  });
});
