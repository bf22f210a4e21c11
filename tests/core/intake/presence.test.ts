import { describe, expect, test } from 'vitest';
import { dueChange, mayStay, nextPresence, NOBODY } from '../../../core/intake/presence.ts';
import type { Holding, Presence, PresenceEvent, PresenceStage } from '../../../core/intake/presence.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';

const T = USUAL_TIMINGS;
const AT = 1_000_000;
const LATER = AT + 7000;

function standing(holding: Holding, stage: PresenceStage, changed: Partial<Presence> = {}): Presence {
  return { holding, stage, signAtMs: AT, extensions: 0, isHeld: false, ...changed };
}

function after(now: Presence, event: PresenceEvent, nowMs = LATER): Presence {
  return nextPresence(now, event, { nowMs, timings: T });
}

/** Where a presence stands after so many seconds without a sign. */
function left(now: Presence, seconds: number): PresenceStage {
  return after(now, { kind: 'tick' }, AT + seconds * 1000).stage;
}

describe('Without a sign of the person', () => {
  test.each([
    ['visit', 'here', T.curtainAfter, 'covered'],
    ['visit', 'lifting', T.curtainAfter, 'covered'],
    ['visit', 'covered', T.askAfter, 'asked'],
    ['visit', 'asked', T.askAfter + T.answerWithin, 'over'],
    ['locked', 'lifting', T.curtainAfter, 'covered'],
    ['locked', 'covered', T.askAfter + T.answerWithin, 'over'],
    ['idle', 'here', T.curtainAfter, 'over'],
    ['idle', 'covered', T.curtainAfter, 'over'],
    ['found', 'here', T.curtainAfter, 'over'],
    ['found', 'lifting', T.curtainAfter, 'over'],
    ['sent', 'here', T.sentStays, 'over'],
    ['sent', 'covered', T.sentStays, 'over'],
    ['ended', 'here', T.endedStays, 'over'],
  ] as const)('%s, %s: after %i s it is %s', (holding, stage, seconds, then) => {
    const now = standing(holding, stage);
    expect(dueChange(now, T)).toEqual({ atMs: AT + seconds * 1000, stage: then });
    expect(left(now, seconds - 0.001)).toBe(stage);
    expect(left(now, seconds)).toBe(then);
  });

  test('a machine that slept for an hour wakes up behind everything that was due', () => {
    expect(left(standing('visit', 'here'), 3600)).toBe('over');
    expect(left(standing('visit', 'here'), T.askAfter + 1)).toBe('asked');
  });

  test('answers stand behind the cover for at least five minutes', () => {
    expect(left(standing('visit', 'covered'), T.curtainAfter + 299)).toBe('asked');
  });

  test.each([
    ['a greeting that nobody touched', NOBODY],
    ['what is over', standing('visit', 'over')],
    ['a page for danger', standing('visit', 'here', { isHeld: true })],
    ['a page for danger that the person hid', standing('visit', 'covered', { isHeld: true })],
  ])('%s stays', (_, now) => {
    expect(dueChange(now, T)).toBeNull();
    expect(after(now, { kind: 'tick' }, AT + 1e9)).toBe(now);
  });
});

describe('A sign of the person', () => {
  test.each(['here', 'lifting'] as const)('begins all waiting anew: %s', (stage) => {
    expect(after(standing('visit', stage), { kind: 'sign' })).toEqual(standing('visit', stage, { signAtMs: LATER }));
  });

  test.each(['covered', 'asked', 'over'] as const)('lifts nothing by itself: %s', (stage) => {
    const now = standing('visit', stage);
    expect(after(now, { kind: 'sign' })).toBe(now);
  });

  test('at the greeting lets it go back to its beginning later', () => {
    expect(after(NOBODY, { kind: 'sign' })).toEqual(standing('idle', 'here', { signAtMs: LATER }));
  });

  test('at the questions gives every extension back, on the neutral page none', () => {
    expect(after(standing('visit', 'here', { extensions: 3 }), { kind: 'sign' }).extensions).toBe(0);
    expect(after(standing('visit', 'lifting', { extensions: 3 }), { kind: 'sign' }).extensions).toBe(3);
  });
});

describe('What the person does', () => {
  test.each([
    ['hide', 'here', 'covered'],
    ['hide', 'lifting', 'covered'],
    ['hide', 'asked', 'asked'],
    ['lift', 'covered', 'lifting'],
    ['lift', 'asked', 'lifting'],
    ['lift', 'here', 'here'],
    ['lift', 'over', 'over'],
    ['goOn', 'lifting', 'here'],
    ['goOn', 'covered', 'covered'],
    ['goOn', 'asked', 'asked'],
    ['stay', 'asked', 'covered'],
    ['stay', 'covered', 'covered'],
    ['stay', 'over', 'over'],
  ] as const)('%s: from %s to %s', (kind, from, to) => {
    const before = standing('visit', from);
    const now = after(before, { kind });
    expect(now.stage).toBe(to);
    if (from === to) expect(now).toBe(before);
    else expect(now.signAtMs).toBe(LATER);
  });

  test('going on never shows what lies under a code', () => {
    const now = standing('locked', 'lifting');
    expect(after(now, { kind: 'goOn' })).toBe(now);
  });

  test('more time is given ten times, until the person goes on', () => {
    let now = standing('visit', 'asked');
    for (let times = 1; times <= T.extensions; times += 1) {
      now = after({ ...now, stage: 'asked' }, { kind: 'stay' });
      expect([now.stage, now.extensions]).toEqual(['covered', times]);
    }
    const asked: Presence = { ...now, stage: 'asked' };
    expect(mayStay(asked, T)).toBe(false);
    expect(after(asked, { kind: 'stay' })).toBe(asked);
    const back = after(after(asked, { kind: 'lift' }), { kind: 'goOn' });
    expect([back.stage, back.extensions]).toEqual(['here', 0]);
  });
});

describe('A page for danger', () => {
  test('holds everything, and lets all waiting begin anew when it goes', () => {
    const held = after(standing('visit', 'here'), { kind: 'hold' }, AT);
    expect(held.isHeld).toBe(true);
    expect(after(held, { kind: 'release' })).toEqual(standing('visit', 'here', { signAtMs: LATER }));
  });

  test('that never stood is not released', () => {
    const now = standing('visit', 'here');
    expect(after(now, { kind: 'release' })).toBe(now);
  });
});

test.each([
  ['idle', 'here', null],
  ['visit', 'here', LATER],
  ['found', 'here', LATER],
  ['locked', 'covered', LATER],
  ['sent', 'here', LATER],
  ['ended', 'here', LATER],
] as const)('What begins as %s is %s, whatever was before', (holding, stage, signAtMs) => {
  const before = standing('visit', 'asked', { extensions: 4, isHeld: true });
  expect(after(before, { kind: 'begin', holding })).toEqual(standing(holding, stage, { signAtMs }));
});

test('Kinds that the types rule out throw', () => {
  expect(() => after(NOBODY, { kind: 'sing' } as never)).toThrow();
  expect(() => dueChange(standing('guest' as never, 'here'), T)).toThrow();
});
