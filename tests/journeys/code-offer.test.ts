import { expect, test } from 'vitest';
import { journey } from './journey.ts';

test('A code is offered after the third answer, and the way goes on', () => {
  const visit = journey().notNow('helper').notNow('anonymity');
  expect(visit.place).toBe('call-name');
  expect(visit.notNow('call-name').place).toBe('offerCode');
  expect(visit.proceed().place).toBe('age');
});

test('A code is offered once only', () => {
  expect(journey().toTheEnd().offers).toBe(1);
  expect(journey().until('age').back().notNow('call-name').place).toBe('age');
});

test('Answering one question three times is one answer', () => {
  const visit = journey().notNow('helper').back().notNow('helper').back().notNow('helper');
  expect(visit.place).toBe('anonymity');
});

test('Who has a code is offered none', () => {
  expect(journey().takeCode().toTheEnd().offers).toBe(0);
});

test('Back from the offer leads to the question before it', () => {
  const visit = journey().notNow('helper').notNow('anonymity').notNow('call-name').back();
  expect(visit.place).toBe('call-name');
  expect(visit.proceed().place).toBe('age');
});

test('The path shows the section that led to the offer', () => {
  const visit = journey().notNow('helper').notNow('anonymity').notNow('call-name');
  expect(visit.view.path.find(({ state }) => state === 'here')?.section).toBe('you');
});
