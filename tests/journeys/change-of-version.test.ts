import { describe, expect, test } from 'vitest';
import { journey } from './journey.ts';
import { oddPack } from './odd-pack.ts';

test('Changing the language stays at the question and keeps every answer', () => {
  const visit = journey().until('takes-room').answer('takes-room', ['alcohol']);
  const { answers } = visit.visit;
  expect(visit.chooseLanguage('kl').place).toBe('last-drink');
  expect(visit.visit.answers).toEqual(answers);
});

test('An answer remembers the language and the version in which it was asked', () => {
  const visit = journey({ culture: 'greenlandic', language: 'kl' }).notNow('helper').answer('strengths', ['song']);
  visit.chooseLanguage('sv').chooseCulture('swedish').notNow('anonymity');
  expect(visit.visit.answers).toMatchObject({
    strengths: { language: 'kl', culture: 'greenlandic' },
    anonymity: { language: 'sv', culture: 'swedish' },
  });
});

test('Changing the culture version stays at the question and goes on in the new order', () => {
  const visit = journey({ culture: 'danish' }).until('takes-room').chooseCulture('swedish');
  expect(visit.place).toBe('takes-room');
  expect(visit.notNow('takes-room').place).toBe('interpreter');
});

test('What the new version asks earlier is asked at the end, and nothing after it a second time', () => {
  const visit = journey({ culture: 'danish' }).until('takes-room').chooseCulture('greenlandic').until('strengths');
  expect(visit.notNow('strengths').place).toBe('readBack');
});

test('A code chosen in another culture version stands at read back, in the words in which it was asked', () => {
  const visit = journey({ culture: 'greenlandic' })
    .notNow('helper')
    .answer('strengths', ['song', 'sea-and-mountain'])
    .until('takes-room')
    .chooseCulture('danish')
    .until('strengths')
    .proceed()
    .toTheEnd();
  expect(visit.toldBack['strengths']).toEqual([
    'intake.strengths.option.sea-and-mountain',
    'intake.strengths.option.song',
  ]);
  const { scene } = visit.view;
  const line = scene.kind === 'readBack' ? scene.lines.find(({ linkId }) => linkId === 'strengths') : undefined;
  expect(line?.titleKey).toBe('intake.strengths@greenlandic.title');
});

test('Changing there and back leaves everything as it was', () => {
  const visit = journey({ culture: 'swedish' }).until('interpreter');
  const before = visit.visit;
  expect(visit.chooseCulture('greenlandic').chooseCulture('swedish').visit).toEqual(before);
});

test('At read back a new version asks what it opens, and tells back only then', () => {
  const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd();
  expect(visit.place).toBe('readBack');
  expect(visit.chooseCulture('swedish').place).toBe('only-swedish');
  expect(visit.notNow('only-swedish').place).toBe('readBack');
});

describe('Where a version lacks the question on the screen', () => {
  test('the first open question is asked, then the others that are open', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).until('only-danish').chooseCulture('swedish');
    expect(visit.place).toBe('third');
    expect(visit.toTheEnd().asked.filter((linkId) => linkId === 'first')).toHaveLength(1);
  });

  test('the offer of a code goes on to the first open question', () => {
    const visit = journey({ culture: 'danish', pack: oddPack })
      .notNow('first')
      .notNow('second')
      .notNow('only-danish')
      .chooseCulture('swedish');
    expect(visit.place).toBe('offerCode');
    expect(visit.view.path).toEqual([]);
    expect(visit.proceed().place).toBe('third');
  });

  test('Back from the offer of a code leads to the first open question as well', () => {
    const visit = journey({ culture: 'danish', pack: oddPack })
      .notNow('first')
      .notNow('second')
      .notNow('only-danish')
      .chooseCulture('swedish');
    expect(visit.back().place).toBe('third');
  });

  test('its answer waits for the version to come back', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd().chooseCulture('swedish').toTheEnd();
    expect(visit.toldBack).not.toHaveProperty('only-danish');
    expect(visit.chooseCulture('danish').toldBack['only-danish']).toEqual(['notNow']);
  });
});

test('An offer is still made when the version changes before the third answer', () => {
  const visit = journey({ culture: 'danish', pack: oddPack }).notNow('first').notNow('second').chooseCulture('swedish');
  expect(visit.notNow('third').place).toBe('offerCode');
});

test('Under 18 in an order that the new version turns round still leads to a person', () => {
  const visit = journey({ culture: 'danish', pack: oddPack })
    .until('third')
    .answer('third', ['young'])
    .back()
    .back()
    .chooseCulture('greenlandic');
  expect(visit.place).toBe('only-danish');
  expect(visit.proceed().place).toBe('underAge');
});
