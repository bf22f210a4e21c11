import { expect, test } from 'vitest';
import { journey, type Journey } from './journey.ts';
import { oddPack } from './odd-pack.ts';

function threeAnswers(): Journey {
  return journey().notNow('read-or-listen').notNow('helper').notNow('urgent');
}

test('A code is offered after the third answer, and the way goes on', () => {
  expect(journey().notNow('read-or-listen').notNow('helper').place).toBe('urgent');
  expect(threeAnswers().place).toBe('offerCode');
  expect(threeAnswers().proceed().place).toBe('anonymity');
});

test('A code is offered once only', () => {
  expect(journey().toTheEnd().offers).toBe(1);
  expect(journey().until('anonymity').back().notNow('urgent').place).toBe('anonymity');
});

test('Answering one question three times is one answer', () => {
  const again = (visit: Journey): Journey => visit.notNow('read-or-listen').back();
  expect(again(again(again(journey()))).proceed().place).toBe('helper');
});

test('Who has a code is offered none', () => {
  expect(journey().takeCode().toTheEnd().offers).toBe(0);
});

test('Back from the offer leads to the question before it', () => {
  const visit = threeAnswers().back();
  expect(visit.place).toBe('urgent');
  expect(visit.proceed().place).toBe('anonymity');
});

test('The path shows the section that led to the offer', () => {
  expect(threeAnswers().view.path.find(({ state }) => state === 'here')?.section).toBe('start');
});

test('Back from the offer shows a helper nothing that was answered alone', () => {
  const visit = journey({ pack: oddPack, culture: 'swedish', track: 'short' })
    .answer('second', ['yes'])
    .answer('first', ['no'])
    .answer('secret', ['yes']);
  expect(visit.place).toBe('offerCode');
  expect(visit.withHelper().back().place).toBe('first');
});
