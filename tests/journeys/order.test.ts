import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../core/basics/language.ts';
import { NON_ANSWERS } from '../../core/pack/condition.ts';
import { journey } from './journey.ts';
import { realPack } from './real-pack.ts';
import './ways-on.ts';

const SECTIONS: Record<Culture, readonly string[]> = {
  greenlandic: ['start', 'strengths', 'you', 'hopes', 'room', 'substances', 'body', 'mind', 'everyday'],
  danish: ['start', 'you', 'hopes', 'room', 'substances', 'body', 'mind', 'everyday', 'strengths'],
  swedish: ['start', 'you', 'hopes', 'everyday', 'strengths', 'room', 'substances', 'body', 'mind'],
};
const LAST = ['earlier', 'next', 'end'];

describe.each(Object.entries(SECTIONS))('In the %s version', (name, sections) => {
  const culture = name as Culture;
  const start = { culture };

  test('the sections come in their own order, and none comes twice', () => {
    const { asked } = journey(start).toTheEnd();
    const met = asked.map((linkId) => realPack[culture].byLinkId.get(linkId)?.item.section);
    expect(met.filter((section, index) => section !== met[index - 1])).toEqual([...sections, ...LAST]);
  });

  test('the questions come in the order of the version, each once', () => {
    const { asked } = journey(start).toTheEnd();
    const order = realPack[culture].items.map(({ item }) => item.linkId);
    expect(asked).toEqual(order.filter((linkId) => asked.includes(linkId)));
  });

  test('the first question is how the person reads, then who is there, then what cannot wait', () => {
    expect(journey(start).until('anonymity').asked.slice(0, 3)).toEqual(['read-or-listen', 'helper', 'urgent']);
  });

  test('whether to be anonymous is asked before any name', () => {
    const { asked } = journey(start).toTheEnd();
    expect(asked.indexOf('anonymity')).toBeGreaterThan(-1);
    expect(asked.indexOf('anonymity')).toBeLessThan(asked.indexOf('call-name'));
  });

  test('drinking is asked about only where alcohol takes room', () => {
    const drinking = journey(start)
      .until('takes-room')
      .answer('takes-room', ['alcohol', 'gambling'])
      .until('last-drink');
    const gambling = journey(start).until('takes-room').answer('takes-room', ['gambling']);
    expect(drinking).not.toEverAsk('cannabis-pattern');
    for (const linkId of ['last-drink', 'drink-when', 'last-times', 'days-without', 'ran-away']) {
      expect(drinking).toEverAsk(linkId);
      expect(gambling).not.toEverAsk(linkId);
    }
  });

  test('who does not drink now is asked no more about drinking, and shaking all the same', () => {
    const visit = journey(start)
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .until('last-drink')
      .answer('last-drink', ['not-drinking']);
    for (const linkId of ['drink-when', 'last-times', 'days-without', 'ran-away']) expect(visit).not.toEverAsk(linkId);
    expect(visit).toEverAsk('shaking');
  });

  test('who does not say what takes room is asked about drinking and shaking all the same', () => {
    const { asked } = journey(start).until('takes-room').notNow('takes-room').toTheEnd();
    expect(asked).toEqual(expect.arrayContaining(['last-drink', 'shaking', 'fits']));
    expect(asked).not.toContain('own-word');
  });

  test('smoking is asked about only where hash takes room', () => {
    const smoking = journey(start).until('takes-room').answer('takes-room', ['hash']);
    const drinking = journey(start).until('takes-room').answer('takes-room', ['alcohol']);
    expect(smoking).not.toEverAsk('last-drink');
    for (const linkId of ['cannabis-pattern', 'cannabis-amount']) {
      expect(smoking).toEverAsk(linkId);
      expect(drinking).not.toEverAsk(linkId);
    }
  });

  test('injecting is asked only of who takes other substances', () => {
    expect(journey(start).until('takes-room').answer('takes-room', ['alcohol', 'hash'])).not.toEverAsk('injecting');
    expect(journey(start).until('takes-room').answer('takes-room', ['other-drugs'])).toEverAsk('injecting');
  });

  test('a telephone number and a person are asked for only where they are the way', () => {
    const by = (code: string): string => journey(start).until('contact-way').answer('contact-way', [code]).place;
    expect([by('sms'), by('call'), by('through-person'), by('meet-here')]).toEqual([
      'phone-number',
      'phone-number',
      'contact-person',
      'contact-time',
    ]);
  });

  test.each(NON_ANSWERS)('every question can be left with %s, in the words of the version', (nonAnswer) => {
    const visit = journey(start);
    while (visit.passOffer().place !== 'readBack') visit.decline(visit.place, nonAnswer);
    const key = culture === 'danish' ? `intake.nonAnswer.${nonAnswer}` : `intake.nonAnswer@${culture}.${nonAnswer}`;
    expect(visit.toldBack).toEqual(Object.fromEntries(visit.asked.map((linkId) => [linkId, [key]])));
  });
});

test.each(CULTURES)('Every question of the %s version is asked of somebody', (culture) => {
  const visit = journey({ culture });
  for (const { item } of realPack[culture].items) expect(visit).toEverAsk(item.linkId);
});
