import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { closeBox } from '../../../electron/store/device-box.ts';
import { createFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import type { DeviceSecret } from '../../../electron/store/device-secret.ts';
import { createFirstEpoch, openEpochs } from '../../../electron/store/epochs.ts';
import type { Epochs } from '../../../electron/store/epochs.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import type { FileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { failingFileSystem } from '../../node/failing-file-system.ts';
import { temporaryFolder } from '../../temporary-folder.ts';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const BEGAN = Date.UTC(2026, 10, 22, 8);
const DAMAGED = { ok: false, error: { kind: 'damaged', part: 'epochs' } };

let folder: string;
let deviceSecret: DeviceSecret;
let clockMs: number;
let uptimeMs: number;
beforeEach(() => {
  folder = temporaryFolder();
  deviceSecret = expectOk(createFileDeviceSecret(join(temporaryFolder(), 'secret'), systemRandom));
  expectOk(createFirstEpoch({ folder, deviceSecret, random: systemRandom }));
  clockMs = BEGAN;
  uptimeMs = 0;
});

function tryOpen(fs: FileSystem = nodeFileSystem): ReturnType<typeof openEpochs> {
  const time = { clock: { nowMs: () => clockMs }, uptime: { nowMs: () => uptimeMs } };
  return openEpochs({ folder, deviceSecret, random: systemRandom, ...time, fs });
}

const opened = (fs?: FileSystem): Epochs => expectOk(tryOpen(fs));
const numbers = (epochs: Epochs): readonly number[] => epochs.live().map(({ number }) => number);
const files = (): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.epoch'));

/** The kiosk runs on, and its clock goes right. */
function runs(ms: number): void {
  uptimeMs += ms;
  clockMs += ms;
}

/** A box of this machine's that holds something else than the kiosk wrote. */
const authentic = (text: string) => closeBox({ deviceSecret, purpose: 'passedTime' }, Buffer.from(text), systemRandom);

/** What the kiosk does every hour. */
function keepsHouse(epochs: Epochs): number {
  epochs.live();
  return expectOk(epochs.forget()).forgotten;
}

test('a running kiosk begins a new epoch every day, without a restart', () => {
  const epochs = opened();
  runs(DAY - 1);
  expect(numbers(epochs)).toEqual([1]);
  runs(1);
  expect(numbers(epochs)).toEqual([2, 1]);
  expect(numbers(epochs)).toEqual([2, 1]);
  runs(DAY);
  expect(numbers(epochs)).toEqual([3, 2, 1]);
  expect(numbers(opened())).toEqual([3, 2, 1]);
});

test('a secret is the same after a restart, and another one in every epoch', () => {
  const epochs = opened();
  runs(DAY);
  const before = epochs.live().map(({ secret }) => Buffer.from(secret).toString('hex'));
  expect(new Set(before).size).toBe(2);
  expect(before.every((secret) => secret.length === 64)).toBe(true);
  const after = opened().live();
  expect(after.map(({ secret }) => Buffer.from(secret).toString('hex'))).toEqual(before);
});

test('fourteen days after its end an epoch is forgotten: its file is gone and its secret wiped', () => {
  const epochs = opened();
  const first = epochs.live()[0];
  runs(DAY);
  keepsHouse(epochs);
  runs(14 * DAY - 1);
  expect(keepsHouse(epochs)).toBe(0);
  expect(files()).toContain('00000001.epoch');
  runs(1);
  expect(keepsHouse(epochs)).toBe(1);
  expect(files()).not.toContain('00000001.epoch');
  expect(first.secret.every((byte) => byte === 0)).toBe(true);
  expect(numbers(opened())).not.toContain(1);
});

test('a kiosk that runs for two months has at most sixteen epochs, and never fewer than the last fourteen', () => {
  const epochs = opened();
  let most = 0;
  for (let hour = 1; hour <= 60 * 24; hour += 7) {
    runs(7 * HOUR);
    keepsHouse(epochs);
    const live = numbers(epochs);
    most = Math.max(most, live.length);
    if ((live[0] ?? 0) > 15) expect(live.length).toBeGreaterThanOrEqual(13);
  }
  expect(most).toBeLessThanOrEqual(16);
  expect(files()).toHaveLength(numbers(epochs).length);
});

test('a kiosk that is switched off every night forgets by the days of the clock', () => {
  let days = 0;
  for (let first = true; first; days += 1) {
    const epochs = opened();
    keepsHouse(epochs);
    for (let hour = 0; hour < 8; hour += 1) {
      runs(HOUR);
      keepsHouse(epochs);
    }
    first = files().includes('00000001.epoch');
    clockMs += 16 * HOUR;
    uptimeMs = 0;
  }
  expect(days).toBeGreaterThanOrEqual(15);
  expect(days).toBeLessThanOrEqual(17);
});

test.each([
  ['2038', Date.UTC(2038, 0, 20)],
  ['1970', 0],
  ['one day back', BEGAN - DAY],
])('a clock that says %s at every start takes nobody’s draft', (_, wrong) => {
  for (let start = 0; start < 40; start += 1) {
    clockMs = start % 2 === 0 ? wrong : BEGAN;
    uptimeMs = 0;
    const epochs = opened();
    runs(HOUR);
    keepsHouse(epochs);
    clockMs = start % 2 === 0 ? BEGAN : wrong;
    keepsHouse(epochs);
  }
  expect(files()[0]).toBe('00000001.epoch');
});

test('a kiosk whose clock always says 1970 forgets by its uptime alone', () => {
  const hours = 16 * 24;
  for (let hour = 0; hour < hours; hour += 8) {
    clockMs = 0;
    uptimeMs = 0;
    const epochs = opened();
    for (let ran = 0; ran < 8; ran += 1) {
      runs(HOUR);
      keepsHouse(epochs);
    }
  }
  expect(files()).not.toContain('00000001.epoch');
});

test('a passed time that is lost or damaged makes drafts live longer by what was since the last epoch, no more', () => {
  const epochs = opened();
  runs(3 * DAY);
  keepsHouse(epochs);
  runs(20 * HOUR);
  keepsHouse(epochs);
  for (const damage of [
    () => rmSync(join(folder, 'passed-time')),
    () => writeFileSync(join(folder, 'passed-time'), ''),
    () => writeFileSync(join(folder, 'passed-time'), authentic('{"passedMs":')),
    () => writeFileSync(join(folder, 'passed-time'), authentic('{"passedMs":-1,"clockMs":0}')),
  ]) {
    damage();
    const again = opened();
    expect(numbers(again)).toEqual([2, 1]);
    runs(23 * HOUR);
    expect(numbers(again)).toEqual([2, 1]);
  }
  runs(HOUR);
  expect(numbers(opened())).toEqual([3, 2, 1]);
});

test('where a new epoch cannot be written the newest goes on, and the next try begins one', () => {
  // The passed time is written before, with two syncs: its file's and its folder's.
  for (const from of [3, 4]) {
    const epochs = opened(failingFileSystem({ call: 'fsync', code: 'ENOSPC', from }));
    const before = files().length;
    runs(DAY);
    expect(numbers(epochs)).toHaveLength(before);
    expect(files()).toHaveLength(before);
    expect(numbers(epochs)).toHaveLength(before + 1);
  }
});

test('a secret that cannot be deleted is told, still there, and deleted later', () => {
  const epochs = opened(failingFileSystem({ call: 'unlink', code: 'EIO', from: 3 }));
  runs(DAY);
  epochs.live();
  runs(14 * DAY);
  epochs.live();
  expect(epochs.forget()).toEqual({ ok: false, error: { kind: 'io', code: 'EIO' } });
  expect(numbers(epochs)).toContain(1);
  expect(keepsHouse(epochs)).toBe(1);
  expect(files()).not.toContain('00000001.epoch');
});

test('a passed time that the disk refuses is known in memory, and written at the next look', () => {
  const epochs = opened(failingFileSystem({ call: 'rename', code: 'EIO' }));
  runs(2 * HOUR);
  epochs.live();
  expect(readdirSync(folder)).not.toContain('passed-time');
  runs(22 * HOUR);
  expect(numbers(epochs)).toEqual([2, 1]);
  expect(readdirSync(folder)).toContain('passed-time');
});

test('an epoch that is damaged, missing between others, or another machine’s keeps all of them closed', () => {
  const epochs = opened();
  runs(DAY);
  epochs.live();
  runs(DAY);
  epochs.live();
  const second = join(folder, '00000002.epoch');
  const whole = readFileSync(second);
  for (const bytes of [whole.subarray(1), Buffer.alloc(0), Buffer.alloc(whole.length)]) {
    writeFileSync(second, bytes);
    expect(tryOpen()).toEqual(DAMAGED);
  }
  rmSync(second);
  expect(tryOpen()).toEqual(DAMAGED);
  writeFileSync(second, whole);
  expect(numbers(opened())).toEqual([3, 2, 1]);
  deviceSecret = expectOk(createFileDeviceSecret(join(temporaryFolder(), 'secret'), systemRandom));
  expect(tryOpen()).toEqual(DAMAGED);
});
