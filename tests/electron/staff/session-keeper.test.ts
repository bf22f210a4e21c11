import { beforeEach, expect, test } from 'vitest';
import { SessionKeeper } from '../../../electron/staff/session-keeper.ts';
import { HandUptime } from '../hand-uptime.ts';

let uptime: HandUptime;
let expired: number[];
let sessions: SessionKeeper;
beforeEach(() => {
  uptime = new HandUptime();
  expired = [];
  sessions = new SessionKeeper({ uptime, idleMs: () => 120_000, onExpired: (person) => expired.push(person) });
});

test('nobody is there until somebody signs in', () => {
  expect(sessions.person).toBeNull();
  sessions.begin(3);
  expect(sessions.person).toBe(3);
});

test('a session without a sign ends by itself, once', () => {
  sessions.begin(3);
  uptime.pass(119);
  expect([sessions.person, expired]).toEqual([3, []]);
  uptime.pass(1);
  expect([sessions.person, expired]).toEqual([null, [3]]);
  uptime.pass(1000);
  expect(expired).toEqual([3]);
});

test('a sign keeps it, and one that comes too late brings nobody back', () => {
  sessions.begin(3);
  for (let minutes = 0; minutes < 10; minutes += 1) {
    uptime.pass(60);
    sessions.seen();
  }
  expect(sessions.person).toBe(3);
  uptime.pass(120);
  sessions.seen();
  expect(sessions.person).toBeNull();
});

test('is over by the clock, even when the timer is late', () => {
  let nowMs = 0;
  const late = { nowMs: () => nowMs, after: () => () => undefined };
  const keeper = new SessionKeeper({ uptime: late, idleMs: () => 1000, onExpired: () => undefined });
  keeper.begin(1);
  nowMs = 1000;
  expect(keeper.person).toBeNull();
});

test('signing out ends it at once and expires nothing', () => {
  sessions.begin(3);
  sessions.end();
  uptime.pass(1000);
  expect([sessions.person, expired, uptime.waiting]).toEqual([null, [], 0]);
});

test('the next person has a time of their own', () => {
  sessions.begin(3);
  uptime.pass(100);
  sessions.begin(4);
  uptime.pass(100);
  expect([sessions.person, expired]).toEqual([4, []]);
});
