import { describe, expect, test } from 'vitest';
import type { Culture } from '../../core/basics/language.ts';
import { journey } from './journey.ts';

const START = ['anonymity', 'call-name', 'age', 'help-first'];
const NEXT = ['interpreter', 'contact-way'];
const ORDERS: Record<Culture, readonly string[]> = {
  greenlandic: ['helper', 'strengths', ...START, 'takes-room', ...NEXT],
  danish: ['helper', ...START, 'takes-room', 'strengths', ...NEXT],
  swedish: ['helper', ...START, 'strengths', 'takes-room', ...NEXT],
};

describe.each(Object.entries(ORDERS))('In the %s version', (culture, order) => {
  const start = { culture: culture as Culture };

  test('the questions come in their own order', () => {
    expect(journey(start).toTheEnd().asked).toEqual(order);
  });

  test('the last drink is asked only where alcohol takes room', () => {
    const drinking = journey(start).until('takes-room').answer('takes-room', ['alcohol', 'gambling']);
    const gambling = journey(start).until('takes-room').answer('takes-room', ['gambling']);
    expect(drinking.place).toBe('last-drink');
    expect(drinking.toTheEnd().asked).not.toContain('cannabis-pattern');
    expect(gambling.toTheEnd().asked).not.toContain('last-drink');
  });

  test('the pattern of smoking is asked only where hash takes room', () => {
    const smoking = journey(start).until('takes-room').answer('takes-room', ['hash']);
    expect(smoking.place).toBe('cannabis-pattern');
    expect(smoking.toTheEnd().asked).not.toContain('last-drink');
  });

  test('both follow where both take room', () => {
    const both = journey(start).until('takes-room').answer('takes-room', ['hash', 'alcohol']).toTheEnd();
    const place = both.asked.indexOf('takes-room');
    expect(both.asked.slice(place + 1, place + 3)).toEqual(['last-drink', 'cannabis-pattern']);
  });

  test('a telephone number and a person are asked for only where they are the way', () => {
    const bySms = journey(start).until('contact-way').answer('contact-way', ['sms']);
    const byCall = journey(start).until('contact-way').answer('contact-way', ['call']);
    const bySomeone = journey(start).until('contact-way').answer('contact-way', ['through-person']);
    const here = journey(start).until('contact-way').answer('contact-way', ['meet-here']);
    expect([bySms, byCall, bySomeone, here].map(({ place }) => place)).toEqual([
      'phone-number',
      'phone-number',
      'contact-person',
      'readBack',
    ]);
  });

  test('every question can be left with each of the three non-answers', () => {
    for (const nonAnswer of ['notNow', 'tellAPerson', 'dontKnow'] as const) {
      const visit = journey(start);
      while (visit.passOffer().place !== 'readBack') visit.decline(visit.place, nonAnswer);
      expect(visit.toldBack).toEqual(Object.fromEntries(order.map((linkId) => [linkId, [nonAnswer]])));
    }
  });
});
