import { expect, test } from 'vitest';
import { recordTable } from '../../tools/testing/faults-record.mjs';

test('sums up the shares and sittings of each campaign, and says which did not reach their number', () => {
  const lines = [
    {
      part: 'kills',
      seed: 'matu',
      job: '1/2',
      wanted: 5000,
      done: 5000,
      seconds: 60,
      memoryMiB: 90,
      otherMemoryMiB: 120,
    },
    {
      part: 'kills',
      seed: 'matu',
      job: '2/2',
      wanted: 5000,
      done: 5001,
      seconds: 61,
      memoryMiB: 80,
      otherMemoryMiB: 119,
    },
    { part: 'crash states', seed: 'matu', job: '1/1', wanted: 100, done: 90, seconds: 1, memoryMiB: 70 },
    { part: 'crash states', seed: 'other', job: '1/1', wanted: 100, done: 9, seconds: 2, memoryMiB: 71 },
    { part: 'full disk', seed: 'matu', job: '1/1', wanted: 9, done: 4, seconds: 1, memoryMiB: 60, failedRound: 5 },
    { part: 'power cuts xfs', skipped: 'this machine does not let xfs be made, mounted and ended' },
  ];
  const table = recordTable(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  expect(table.split('\n').slice(2)).toEqual([
    '| kills | 10,000 | 10,001 | yes | 61 | 90 | 120 |',
    '| crash states | 100 | 99 | no | 3 | 71 | – |',
    '| full disk | 9 | 4 | no: round 5 of matu failed | 1 | 60 | – |',
    '| power cuts xfs | – | – | no: this machine does not let xfs be made, mounted and ended | – | – | – |',
  ]);
});
