import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openAckFile } from '../../tools/simulate/ack-file.ts';
import { expectOk } from '../expect-ok.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('tells what was acknowledged for certain from what was perhaps told after a power cut', () => {
  const path = join(temporaryFolder(), 'acks');
  const hash = '0'.repeat(64);
  const lines = ['draft a 1', 'draft b 1', 'draft a 2', `sealed 1 x ${hash}`, 'perhaps draft a 3'];
  writeFileSync(path, [...lines, `perhaps sealed 2 y ${hash}`, ''].join('\n'));
  const acks = expectOk(openAckFile(path));
  expect([acks.lastRevision('a'), acks.lastPossibleRevision('a')]).toEqual([2, 3]);
  expect([acks.lastRevision('b'), acks.lastPossibleRevision('b')]).toEqual([1, 1]);
  expect([acks.lastRevision('c'), acks.lastPossibleRevision('c')]).toEqual([0, 0]);
  expect(acks.lastSealed()?.seq).toBe(1);
});
