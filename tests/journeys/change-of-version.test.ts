import { describe, expect, test } from 'vitest';
import { journey } from './journey.ts';
import { oddPack } from './odd-pack.ts';

test('Changing the language stays at the question and keeps every answer', () => {
  const visit = journey().until('takes-room').answer('takes-room', ['alcohol']);
  const { answers } = visit.visit;
  expect(visit.chooseLanguage('kl-x-avaneq').place).toBe('own-word');
  expect(visit.visit.answers).toEqual(answers);
});

test('An answer remembers when, in which language and version it was asked, and whether somebody helped', () => {
  const visit = journey({ culture: 'greenlandic', language: 'kl' }).until('strengths').answer('strengths', ['song']);
  visit.chooseLanguage('sv').chooseCulture('swedish').withHelper().until('anonymity').notNow('anonymity');
  const { strengths, anonymity } = visit.visit.answers;
  expect(strengths).toMatchObject({ language: 'kl', culture: 'greenlandic', accompanied: false });
  expect(anonymity).toMatchObject({ language: 'sv', culture: 'swedish', accompanied: true });
  expect(Date.parse(anonymity?.at ?? '')).toBeGreaterThan(Date.parse(strengths?.at ?? ''));
});

test('Changing the culture version stays at the question and goes on in the new order', () => {
  const visit = journey({ culture: 'danish' }).until('good-day').chooseCulture('swedish');
  expect(visit.place).toBe('good-day');
  expect(visit.until('help-first').notNow('help-first').place).toBe('who-decides');
});

test('What the new version asks earlier is asked at the end, and nothing a second time', () => {
  const visit = journey({ culture: 'danish' }).until('takes-room').chooseCulture('greenlandic').toTheEnd();
  expect(visit.asked.indexOf('strengths')).toBeGreaterThan(visit.asked.indexOf('most-important'));
  expect(new Set(visit.asked).size).toBe(visit.asked.length);
});

test('A code chosen in another culture version stands at read back, in the words in which it was asked', () => {
  const visit = journey({ culture: 'greenlandic' })
    .until('strengths')
    .answer('strengths', ['song', 'sea-and-mountain'])
    .until('takes-room')
    .chooseCulture('danish')
    .toTheEnd();
  expect(visit.toldBack['strengths']).toEqual([
    'intake.strengths.option.sea-and-mountain',
    'intake.strengths.option.song',
  ]);
  const { scene } = visit.view;
  const line = scene.kind === 'readBack' ? scene.lines.find(({ linkId }) => linkId === 'strengths') : undefined;
  expect(line?.titleKey).toBe('intake.strengths@greenlandic.title');
});

test('An answer of another kind stands as it was given, and can be given anew in the new way', () => {
  const visit = journey({ culture: 'greenlandic' })
    .until('people')
    .placePeople('people', ['friends', 'far'])
    .chooseCulture('swedish')
    .toTheEnd();
  expect(visit.toldBack['people']).toEqual(['intake.people.who.friends in intake.people.ring.far']);
  expect(visit.edit('people').answer('people', ['friends']).toldBack['people']).toEqual([
    'intake.people.option.friends',
  ]);
});

test('Changing there and back leaves everything as it was', () => {
  const visit = journey({ culture: 'swedish' }).until('interpreter');
  const before = visit.visit;
  expect(visit.chooseCulture('greenlandic').chooseCulture('swedish').visit).toEqual(before);
});

test('At read back a new version asks what it opens, and tells back only then', () => {
  const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd();
  expect(visit.chooseCulture('swedish').place).toBe('only-swedish');
  expect(visit.notNow('only-swedish').place).toBe('readBack');
});

describe('Where a version lacks the question on the screen', () => {
  test('the first open question is asked, then the others that are open', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).until('only-danish').chooseCulture('swedish');
    expect(visit.place).toBe('only-swedish');
    expect(visit.toTheEnd().asked.filter((linkId) => linkId === 'first')).toHaveLength(1);
  });

  test('the offer of a code goes on to the first open question or back to the last, and stands in no section', () => {
    const visit = journey({ culture: 'danish', pack: oddPack })
      .answer('first', ['yes'])
      .notNow('second')
      .notNow('only-danish')
      .chooseCulture('swedish');
    expect(visit.place).toBe('offerCode');
    expect(visit.view.path).toEqual([]);
    expect(visit.copy().back().place).toBe('sum');
    expect(visit.proceed().place).toBe('third');
  });

  test('its answer is told back, and can be changed when the version comes back', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd().chooseCulture('swedish').toTheEnd();
    expect(visit.toldBack['only-danish']).toEqual(['intake.nonAnswer.notNow']);
    expect(visit.lineOf('only-danish').locked).toBe('version');
    expect(visit.refusalOf({ kind: 'edit', linkId: 'only-danish' })).toBe('notHere');
    expect(visit.chooseCulture('danish').lineOf('only-danish').locked).toBeNull();
  });
});

test('An offer is still made when the version changes before the third answer', () => {
  const visit = journey({ culture: 'danish', pack: oddPack }).answer('first', ['yes']).notNow('second');
  visit.chooseCulture('swedish').until('third');
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

test('A number that the new version cannot work out opens nothing, and no answer is lost', () => {
  const visit = journey({ culture: 'danish', pack: oddPack })
    .until('sum')
    .answer('sum', ['one', 'two'])
    .answer('count', 3);
  expect(visit.place).toBe('marked');
  visit.markDays('marked', 0, 1).drank('drunk', {
    drinks: [{ container: 'bottle', count: 1 }],
    share: 'half',
    company: null,
  });
  expect(visit.place).toBe('near');
  visit.placePeople('near', ['sister', 'far']);
  const { answers } = visit.visit;
  expect(visit.chooseCulture('swedish').toTheEnd().visit.answers).toMatchObject(answers);
});
