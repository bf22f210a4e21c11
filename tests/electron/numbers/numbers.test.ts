import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { keepNumbers } from '../../../electron/numbers/keep-numbers.ts';
import { Numbers, type NumbersOptions } from '../../../electron/numbers/numbers.ts';
import { createFileDeviceSecret } from '../../../electron/store/device-secret.ts';
import { nodeFileSystem } from '../../../node/file-system.ts';
import { systemRandom } from '../../../node/random.ts';
import { expectOk } from '../../expect-ok.ts';
import { temporaryFolder } from '../../temporary-folder.ts';
import { HandUptime } from '../hand-uptime.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const STARTED = { kind: 'started', language: 'da', culture: 'danish', track: 'whole' } as const;

let options: NumbersOptions;
let now: { day: string; passedDays: number };
let calls: number;
let isFull: boolean;
beforeEach(() => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'state'));
  now = { day: '2026-03-30', passedDays: 0 };
  calls = 0;
  isFull = false;
  options = {
    folder: join(folder, 'state'),
    deviceSecret: expectOk(createFileDeviceSecret(join(folder, 'secret'), systemRandom)),
    random: systemRandom,
    clock: { nowMs: () => Date.parse(`${now.day}T12:00:00Z`) },
    passedMs: () => now.passedDays * DAY_MS,
    isCounting: () => true,
    fs: {
      ...nodeFileSystem,
      open: (...given) => {
        calls += 1;
        if (isFull) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'open' });
        return nodeFileSystem.open(...given);
      },
    },
  };
});

const file = () => join(options.folder, 'numbers');
/** Lets the quarter end. */
function turnQuarter(): void {
  now = { day: '2026-05-04', passedDays: 35 };
}
const startedIn = (numbers: Numbers) =>
  numbers.report().map(({ tables }) => tables.find(({ name }) => name === 'visits')?.total);

describe('Numbers', () => {
  test('are shown when their period is over, and never before', () => {
    const numbers = new Numbers(options);
    for (let count = 0; count < 7; count++) numbers.count(STARTED);
    numbers.keep();
    expect(numbers.report()).toEqual([]);
    turnQuarter();
    numbers.keep();
    expect(startedIn(numbers)).toEqual([5]);
    for (let count = 0; count < 7; count++) numbers.count(STARTED);
    numbers.keep();
    expect(startedIn(numbers)).toEqual([5]);
  });

  test('outlive the program as far as they were written, and nothing is counted twice', () => {
    const numbers = new Numbers(options);
    for (let count = 0; count < 9; count++) numbers.count(STARTED);
    numbers.keep();
    // The power goes: these two are lost.
    numbers.count(STARTED);
    numbers.count(STARTED);
    const restarted = new Numbers(options);
    turnQuarter();
    restarted.keep();
    expect(startedIn(restarted)).toEqual([5]);
    expect(startedIn(new Numbers(options))).toEqual([5]);
  });

  test('count no demo', () => {
    const numbers = new Numbers({ ...options, isCounting: () => false });
    for (let count = 0; count < 9; count++) numbers.count(STARTED);
    turnQuarter();
    numbers.keep();
    expect(startedIn(numbers)).toEqual([null]);
  });

  test('touch no disk when they count, whatever they count', () => {
    const numbers = new Numbers(options);
    for (let count = 0; count < 1000; count++) numbers.count(STARTED);
    numbers.count({ kind: 'sent', nonAnswers: [] });
    expect(calls).toBe(0);
  });

  test('write nothing anew where nothing was counted', () => {
    const numbers = new Numbers(options);
    numbers.keep();
    expect(calls).toBe(0);
    numbers.count(STARTED);
    numbers.keep();
    const once = calls;
    numbers.keep();
    expect(calls).toBe(once);
  });

  test('are kept in memory on a full disk, and written when there is room', () => {
    const numbers = new Numbers(options);
    for (let count = 0; count < 6; count++) numbers.count(STARTED);
    isFull = true;
    expect(() => numbers.keep()).not.toThrow();
    isFull = false;
    numbers.keep();
    turnQuarter();
    const restarted = new Numbers(options);
    restarted.keep();
    expect(startedIn(restarted)).toEqual([5]);
  });

  test('begin anew where their file is damaged', () => {
    const numbers = new Numbers(options);
    for (let count = 0; count < 6; count++) numbers.count(STARTED);
    numbers.keep();
    const bytes = readFileSync(file());
    bytes[60] = (bytes[60] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    turnQuarter();
    const restarted = new Numbers(options);
    expect(restarted.report()).toEqual([]);
  });

  test('say nothing by the size of their file, and no word in it can be read', () => {
    const numbers = new Numbers(options);
    const sizes = new Set<number>();
    for (const language of ['da', 'sv', 'kl'] as const) {
      numbers.count({ ...STARTED, language });
      numbers.keep();
      sizes.add(statSync(file()).size);
    }
    expect(sizes.size).toBe(1);
    expect(readFileSync(file(), 'latin1')).not.toMatch(/danish|language|counts/);
  });
});

describe('Writing', () => {
  test('waits until a visit is over and a little longer, and writes once for several ends', () => {
    const uptime = new HandUptime();
    const numbers = new Numbers(options);
    const stop = keepNumbers(numbers, uptime);
    numbers.count(STARTED);
    uptime.pass(60);
    expect(calls).toBe(0);
    numbers.count({ kind: 'stopped', at: 'readBack' });
    numbers.count({ kind: 'turnedAway', at: 'track' });
    expect([calls, uptime.waiting]).toEqual([0, 1]);
    uptime.pass(5);
    expect(calls).toBeGreaterThan(0);
    numbers.count({ kind: 'sent', nonAnswers: [] });
    stop();
    expect(uptime.waiting).toBe(0);
  });

  test('closes a period that ended while the kiosk was off', () => {
    const before = new Numbers(options);
    for (let count = 0; count < 6; count++) before.count(STARTED);
    before.keep();
    turnQuarter();
    const numbers = new Numbers(options);
    keepNumbers(numbers, new HandUptime());
    expect(startedIn(numbers)).toEqual([5]);
  });
});
