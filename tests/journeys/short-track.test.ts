import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import { journey, type Journey } from './journey.ts';
import './ways-on.ts';

// Items 3, 4, 12, 62, 6, 7, 17, 20, 24 or 28, 35, 46, 11 and 55; 66 is the decision to send.
const COMMON = ['anonymity', 'call-name', 'age'];
const ROOM = ['takes-room', 'last-drink', 'cannabis-pattern', 'shaking', 'not-live'];
const ORDERS = {
  greenlandic: ['helper', 'urgent', 'strengths', ...COMMON, 'interpreter', 'help-first', ...ROOM, 'contact-way'],
  danish: ['helper', 'urgent', ...COMMON, 'interpreter', 'help-first', ...ROOM, 'strengths', 'contact-way'],
  swedish: ['helper', 'urgent', ...COMMON, 'interpreter', 'help-first', 'strengths', ...ROOM, 'contact-way'],
};

describe.each(CULTURES)('The short track of the %s version', (culture) => {
  const short = (): Journey => journey({ culture, track: 'short' });
  const whoDrinksAndSmokes = (): Journey =>
    short().until('takes-room').answer('takes-room', ['alcohol', 'hash']).until('shaking');

  test('asks its questions and no others, in the order of the version', () => {
    expect(whoDrinksAndSmokes().answer('shaking', ['no']).toTheEnd().asked).toEqual(ORDERS[culture]);
  });

  test('asks nothing about drinking or smoking where neither takes room', () => {
    const asked = short().until('takes-room').answer('takes-room', ['tobacco']).toTheEnd().asked;
    const about = ['last-drink', 'cannabis-pattern', 'shaking'];
    expect(asked).toEqual(ORDERS[culture].filter((linkId) => !about.includes(linkId)));
  });

  test.each(['earlier', 'now', 'never-stopped'])('asks about fits unless somebody did not shake: %s', (when) => {
    expect(whoDrinksAndSmokes().answer('shaking', [when]).place).toBe('fits');
  });

  test('asks about fits where somebody does not say whether they shook, and not where they did not', () => {
    expect(whoDrinksAndSmokes().notNow('shaking').place).toBe('fits');
    expect(whoDrinksAndSmokes().answer('shaking', ['no'])).not.toEverAsk('fits');
  });

  test('asks for a number or a person where the way of contact needs one', () => {
    const way = (code: string): string => short().until('contact-way').answer('contact-way', [code]).place;
    expect([way('sms'), way('through-person'), way('meet-here')]).toEqual([
      'phone-number',
      'contact-person',
      'readBack',
    ]);
  });
});

test('The short track can become the whole one in the middle, and asks nothing twice', () => {
  const visit = journey({ track: 'short' }).until('help-first').chooseTrack('whole');
  expect(visit.place).toBe('help-first');
  const { asked } = visit.toTheEnd();
  expect(asked).toContain('read-or-listen');
  expect(new Set(asked).size).toBe(asked.length);
});

test('The whole track can become the short one in the middle, and keeps what was answered', () => {
  const visit = journey().answer('read-or-listen', ['both']).until('home-feeling').chooseTrack('short');
  expect(visit.place).toBe('interpreter');
  expect(visit.toTheEnd().toldBack['read-or-listen']).toEqual(['intake.read-or-listen.option.both']);
  expect(visit.asked).not.toContain('barriers');
});

test('At read back the short track says how much is open, and answering more asks that, and what it opens', () => {
  const visit = journey({ track: 'short' }).toTheEnd();
  const { open } = visit;
  const before = visit.asked.length;
  expect(open).toBeGreaterThan(20);
  expect(visit.answerMore().toTheEnd().asked.length - before).toBeGreaterThanOrEqual(open);
  expect(visit.open).toBe(0);
});

test('A track is chosen only before the questions, at one of them, and at read back', () => {
  const choose = { kind: 'chooseTrack', track: 'short' } as const;
  const offered = journey().notNow('read-or-listen').notNow('helper').notNow('urgent');
  expect(offered.place).toBe('offerCode');
  expect(offered.refusalOf(choose)).toBe('notHere');
  expect(journey().back().back().refusalOf(choose)).toBe('notHere');
  expect(journey().back().refusalOf(choose)).toBeNull();
});
