import { describe, expect, test } from 'vitest';
import {
  coversAll,
  isSounding,
  nextChangeMs,
  raiseAlert,
  stepAlert,
  type Alert,
  type AlertCause,
  type AlertEvent,
} from '../../../core/alert/alert.ts';

const WAITS = { secondPersonAfter: 60, numbersAfter: 120 };
const START_MS = 5_000;

function raised(why: AlertCause, hasChannel = true): Alert {
  return raiseAlert(null, why, { number: 1, nowMs: START_MS, hasChannel });
}

/** A call about danger at a stage, with what differs from a new one. */
function at(stage: Alert['stage'], more: Partial<Alert> = {}): Alert {
  return { ...raised('danger'), stage, ...more };
}

const after = (seconds: number): AlertEvent => ({ kind: 'passed', nowMs: START_MS + seconds * 1000 });
const is = (kind: Exclude<AlertEvent['kind'], 'passed' | 'note'>): AlertEvent => ({ kind });

describe('A call', () => {
  test.each<[string, Alert, AlertEvent, Partial<Alert> | null]>([
    ['waits for the first person', at('calling'), after(59.9), { stage: 'calling' }],
    ['goes to the second person in time', at('calling'), after(60), { stage: 'second', channel: 'calling' }],
    [
      'asks a channel that had failed once more',
      at('calling', { channel: 'failed' }),
      after(60),
      { stage: 'second', channel: 'calling' },
    ],
    [
      'has no channel to ask where there is none',
      at('calling', { channel: 'none' }),
      after(60),
      { stage: 'second', channel: 'none' },
    ],
    ['shows the numbers in time', at('second'), after(120), { stage: 'numbers' }],
    ['shows the numbers at once after a long sleep', at('calling'), after(300), { stage: 'numbers' }],
    ['shows the numbers when who answered does not come', at('coming'), after(120), { stage: 'numbers' }],
    ['asks nobody else while somebody is coming', at('coming'), after(90), { stage: 'coming' }],
    ['keeps the numbers', at('numbers'), after(500), { stage: 'numbers' }],
    ['waits no longer when somebody is here', at('here'), after(500), { stage: 'here' }],
    ['is answered by the channel', at('calling'), is('channelAnswered'), { stage: 'coming', channel: 'answered' }],
    ['is answered by the second person', at('second'), is('channelAnswered'), { stage: 'coming', channel: 'answered' }],
    [
      'keeps the numbers when it is answered late',
      at('numbers'),
      is('channelAnswered'),
      { stage: 'numbers', channel: 'answered' },
    ],
    [
      'is not answered by a channel after somebody came',
      at('here'),
      is('channelAnswered'),
      { stage: 'here', channel: 'calling' },
    ],
    ['knows that its channel failed', at('calling'), is('channelFailed'), { stage: 'calling', channel: 'failed' }],
    ['knows that its sound failed', at('calling'), is('soundFailed'), { isSoundBroken: true }],
    ['goes to somebody else who is asked for', at('calling'), is('askSecond'), { stage: 'second' }],
    [
      'goes to somebody else although one is coming',
      at('coming', { channel: 'answered' }),
      is('askSecond'),
      { stage: 'second', channel: 'calling' },
    ],
    ['has nobody else after the second', at('numbers'), is('askSecond'), { stage: 'numbers' }],
    ['goes on when the person is safe', at('calling'), is('saySafe'), { stage: 'calling', saidSafe: true }],
    [
      'is set aside by who is safe',
      at('second', { saidSafe: true }),
      is('setAside'),
      { stage: 'second', isSetAside: true },
    ],
    ['is not set aside by who is not', at('second'), is('setAside'), { isSetAside: false }],
    ['is not set aside when somebody is here', at('here', { saidSafe: true }), is('setAside'), { isSetAside: false }],
    ['takes no word of being safe when somebody is here', at('here'), is('saySafe'), { saidSafe: false }],
    ['is never called off', at('calling', { saidSafe: true }), is('callOff'), { stage: 'calling' }],
    [
      'stands again when somebody is here',
      at('numbers', { saidSafe: true, isSetAside: true }),
      is('here'),
      { stage: 'here', isSetAside: false },
    ],
    [
      'stays answered when "I am here" is pressed again',
      at('noted', { note: 'stayed' }),
      is('here'),
      { stage: 'noted' },
    ],
    [
      'is noted when somebody is here',
      at('here'),
      { kind: 'note', note: 'rang112' },
      { stage: 'noted', note: 'rang112' },
    ],
    ['is noted by nobody from afar', at('coming'), { kind: 'note', note: 'mistake' }, { stage: 'coming', note: null }],
    ['is noted once', at('noted', { note: 'doctor' }), { kind: 'note', note: 'left' }, { note: 'doctor' }],
    ['is over when the person has chosen how to go on', at('noted', { note: 'stayed' }), is('finish'), null],
    ['is not over before it is noted', at('here'), is('finish'), { stage: 'here' }],
  ])('about danger %s', (_, alert, event, changed) => {
    const stepped = stepAlert(alert, event, WAITS);
    if (changed === null) expect(stepped).toBeNull();
    else expect(stepped).toEqual({ ...alert, ...changed });
  });

  test.each<AlertCause>(['fetch', 'test'])('for %s is over when somebody is here, and when it is called off', (why) => {
    expect(stepAlert(raised(why), is('here'), WAITS)).toBeNull();
    expect(stepAlert(raised(why), is('callOff'), WAITS)).toBeNull();
    expect(stepAlert(raised(why), is('saySafe'), WAITS)).toEqual(raised(why));
  });

  test('changes nothing when the same trouble is told twice', () => {
    const broken = at('calling', { isSoundBroken: true, channel: 'failed' });
    expect(stepAlert(broken, is('soundFailed'), WAITS)).toBe(broken);
    expect(stepAlert(broken, is('channelFailed'), WAITS)).toBe(broken);
  });
});

describe('Calling while a call is under way', () => {
  const place = { number: 2, nowMs: 9_000, hasChannel: false };

  test.each<[string, AlertCause, Alert, 'new' | 'same' | 'stands again']>([
    ['danger over a call for help', 'danger', raised('fetch'), 'new'],
    ['danger over a test', 'danger', raised('test'), 'new'],
    ['the same danger again', 'danger', at('coming'), 'stands again'],
    ['danger after "I am safe"', 'danger', at('second', { saidSafe: true, isSetAside: true }), 'stands again'],
    ['danger when somebody is here already', 'danger', at('here'), 'new'],
    ['danger after the note', 'danger', at('noted', { note: 'mistake' }), 'new'],
    ['help over danger', 'fetch', at('numbers'), 'same'],
    ['help twice', 'fetch', raised('fetch'), 'same'],
    ['help over a test', 'fetch', raised('test'), 'new'],
    ['a test over danger', 'test', at('calling'), 'same'],
    ['a test twice', 'test', raised('test'), 'same'],
  ])('%s', (_, why, present, outcome) => {
    const alert = raiseAlert(present, why, place);
    if (outcome === 'same') expect(alert).toBe(present);
    else if (outcome === 'new') expect(alert).toMatchObject({ number: 2, why, stage: 'calling', channel: 'none' });
    else expect(alert).toEqual({ ...present, saidSafe: false, isSetAside: false });
  });
});

describe('The sound', () => {
  test.each<[string, Alert, boolean]>([
    ['calls at once where there is no channel', at('calling', { channel: 'none' }), true],
    ['is silent while a channel calls', at('calling'), false],
    ['calls when the channel fails', at('calling', { channel: 'failed' }), true],
    ['is silent while somebody is coming', at('coming'), false],
    ['calls the second person', at('second'), true],
    ['calls beside the numbers', at('numbers', { channel: 'answered' }), true],
    ['ends when somebody is here', at('here', { channel: 'none' }), false],
    ['ends when all is noted', at('noted', { channel: 'none' }), false],
    ['is silent when it is broken', at('second', { isSoundBroken: true }), false],
  ])('%s', (_, alert, sounds) => {
    expect(isSounding(alert)).toBe(sounds);
  });
});

test('Danger alone covers everything, until who is safe goes on', () => {
  expect(coversAll(at('calling'))).toBe(true);
  expect(coversAll(at('noted'))).toBe(true);
  expect(coversAll(at('calling', { saidSafe: true, isSetAside: true }))).toBe(false);
  expect(coversAll(raised('fetch'))).toBe(false);
});

test.each<[Alert['stage'], number | null]>([
  ['calling', 65_000],
  ['coming', 125_000],
  ['second', 125_000],
  ['numbers', null],
  ['here', null],
  ['noted', null],
])('Time changes a call at the stage "%s" next at %s', (stage, nextMs) => {
  expect(nextChangeMs(at(stage), WAITS)).toBe(nextMs);
});

test('A step that no type knows is a bug', () => {
  expect(() => stepAlert(at('calling'), { kind: 'explode' } as unknown as AlertEvent, WAITS)).toThrow();
});
