import { beforeEach, describe, expect, test } from 'vitest';
import type { AlertEntry } from '../../../core/alert/alert-entry.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import { AlertDesk } from '../../../electron/alert/alert-desk.ts';
import { createWindowCaller, type WindowCaller } from '../../../electron/alert/window-caller.ts';
import { FakeCaller } from './fake-caller.ts';
import { HandUptime } from '../hand-uptime.ts';

let time: HandUptime;
let channel: FakeCaller | null;
let screen: WindowCaller;
let sound: WindowCaller;
let written: AlertEntry[];
let held: boolean[];
let desk: AlertDesk;

beforeEach(() => {
  time = new HandUptime();
  channel = new FakeCaller();
  screen = createWindowCaller(() => true);
  sound = createWindowCaller(() => true);
  written = [];
  held = [];
  desk = new AlertDesk({
    clock: { nowMs: () => Date.UTC(2026, 2, 4, 10) },
    uptime: time,
    timings: () => USUAL_TIMINGS,
    screen,
    sound,
    channel: () => channel,
    callsBefore: 4,
    write: (entry) => written.push(entry),
  });
  desk.listen({ changed: () => undefined, held: (isHeld) => held.push(isHeld) });
});

describe('With a second channel', () => {
  test('the kiosk is silent for a minute, then the second person and the sound, then the numbers', () => {
    desk.raise('danger');
    expect(desk.show()).toMatchObject({ why: 'danger', stage: 'calling', isSounding: false, coversAll: true });
    expect(channel?.calls).toEqual(['come']);
    time.pass(59.999);
    expect(desk.show()).toMatchObject({ stage: 'calling', isSounding: false });
    time.pass(0.001);
    expect(desk.show()).toMatchObject({ stage: 'second', isSounding: true });
    expect(channel?.calls).toEqual(['come', 'comeSecond']);
    time.pass(60);
    expect(desk.show()).toMatchObject({ stage: 'numbers', isSounding: true });
  });

  test('the sound calls at once when the channel fails, and the channel is tried once more for the second person', () => {
    desk.raise('danger');
    channel?.tell({ kind: 'failed', failure: 'timedOut' });
    expect(desk.show()).toMatchObject({ stage: 'calling', isSounding: true });
    time.pass(60);
    expect(channel?.calls).toEqual(['come', 'comeSecond']);
  });

  test('nobody else is called while somebody is coming, but who does not come is as good as nobody', () => {
    desk.raise('danger');
    channel?.tell({ kind: 'acknowledged' });
    expect(desk.show()).toMatchObject({ stage: 'coming', isAnswered: true, isSounding: false });
    time.pass(119.999);
    expect(channel?.calls).toEqual(['come']);
    expect(desk.show()).toMatchObject({ stage: 'coming' });
    time.pass(0.001);
    expect(desk.show()).toMatchObject({ stage: 'numbers', isSounding: true });
  });

  test('everything falls silent when somebody is here', () => {
    desk.raise('danger');
    time.pass(60);
    desk.acknowledge();
    expect(desk.show()).toMatchObject({ stage: 'here', isSounding: false, coversAll: true });
    expect(channel?.isCalling).toBe(false);
    time.pass(600);
    expect(desk.show()).toMatchObject({ stage: 'here' });
  });

  test('a test says that it is one', () => {
    desk.raise('test');
    expect(channel?.calls).toEqual(['test']);
    expect(desk.acknowledge()).toBe(true);
    expect(desk.show()).toBeNull();
  });

  test('somebody else is called at once when the person asks', () => {
    desk.fetch('second');
    expect(desk.show()).toMatchObject({ why: 'fetch', stage: 'second', isSounding: true, coversAll: false });
    expect(channel?.calls).toEqual(['come', 'comeSecond']);
  });
});

describe('Without a second channel', () => {
  beforeEach(() => {
    channel = null;
  });

  test('a sound calls at once', () => {
    desk.raise('danger');
    expect(desk.show()).toMatchObject({ stage: 'calling', isSounding: true, isUnheard: false });
  });

  test('a window that cannot sound says that nobody can be called', () => {
    desk.raise('danger');
    desk.soundFailed();
    expect(desk.show()).toMatchObject({ isSounding: false, isUnheard: true });
  });

  test('a test call that somebody answered is told apart from a call for help', () => {
    desk.raise('fetch');
    expect(desk.acknowledge()).toBe(false);
    expect(desk.show()).toBeNull();
    expect(desk.acknowledge()).toBe(false);
  });
});

describe('The end of a call', () => {
  test('comes with a note, and then with the choice of the person', () => {
    desk.raise('danger');
    expect(desk.note('stayed')).toBe(false);
    desk.acknowledge();
    expect(desk.note('stayed')).toBe(true);
    expect(desk.note('left')).toBe(false);
    expect(desk.show()).toMatchObject({ stage: 'noted', coversAll: true });
    desk.finish();
    expect(desk.show()).toBeNull();
  });

  test('leaves nothing that still waits', () => {
    desk.fetch('onDuty');
    desk.step({ kind: 'callOff' });
    expect(time.waiting).toBe(0);
    expect(sound.isCalling()).toBe(false);
    expect(channel?.isCalling).toBe(false);
    desk.raise('danger');
    desk.close();
    expect(time.waiting).toBe(0);
  });
});

test('Nothing times out while the page for danger stands, and everything again after it', () => {
  desk.raise('danger');
  desk.step({ kind: 'saySafe' });
  desk.step({ kind: 'setAside' });
  desk.raise('danger');
  desk.acknowledge();
  desk.note('mistake');
  desk.finish();
  expect(held).toEqual([true, true, false, true, true, true, false]);
});

test('Danger begins a call of its own over a call for help', () => {
  desk.fetch('onDuty');
  time.pass(59);
  desk.raise('danger');
  time.pass(59);
  expect(desk.show()).toMatchObject({ why: 'danger', stage: 'calling' });
  expect(channel?.calls).toEqual(['come', 'come']);
});

test('Calls are counted on from before, and written down as codes and times', () => {
  desk.raise('danger');
  time.pass(60);
  desk.acknowledge();
  desk.note('doctor');
  desk.finish();
  desk.raise('fetch');
  const at = '2026-03-04T10:00:00.000Z';
  expect(written).toEqual([
    { at, alert: 5, kind: 'raised', why: 'danger' },
    { at, alert: 5, kind: 'second' },
    { at, alert: 5, kind: 'here' },
    { at, alert: 5, kind: 'noted', note: 'doctor' },
    { at, alert: 5, kind: 'over' },
    { at, alert: 6, kind: 'raised', why: 'fetch' },
  ]);
});
