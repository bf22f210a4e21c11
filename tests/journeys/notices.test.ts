import { describe, expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import { journey, type Journey } from './journey.ts';

// What has to be said for each of these questions to be asked.
const TO = {
  injecting: (visit: Journey) =>
    visit
      .until('takes-room')
      .answer('takes-room', ['other-drugs'])
      .until('other-substances')
      .answer('other-substances', ['opioids'])
      .until('injecting'),
  pregnant: (visit: Journey) => visit.until('pregnant'),
  'looks-after': (visit: Journey) => visit.until('looks-after'),
  'not-live': (visit: Journey) => visit.until('not-live'),
};

describe.each(CULTURES)('In the %s version an honest notice', (culture) => {
  test.each(Object.entries(TO))('stands before %s, on its own screen', (linkId, to) => {
    expect(to(journey({ culture })).item.noticeKey).toMatch(new RegExp(`^intake\\.${linkId}(@${culture})?\\.notice$`));
  });

  test('stands before no question that is open to all', () => {
    const visit = journey({ culture });
    while (visit.passOffer().place !== 'readBack') {
      const { sensitivity, noticeKey } = visit.item;
      if (sensitivity < 2) expect(noticeKey).toBeNull();
      visit.notNow(visit.place);
    }
  });
});

test('The Swedish version says before hash and other drugs, and before fear of somebody, what happens with it', () => {
  const visit = journey({ culture: 'swedish' }).until('takes-room').answer('takes-room', ['hash', 'other-drugs']);
  expect(visit.until('cannabis-pattern').item.noticeKey).toBe('intake.cannabis-pattern.notice');
  expect(visit.until('other-substances').item.noticeKey).toBe('intake.other-substances.notice');
  expect(visit.until('afraid').item.noticeKey).toBe('intake.afraid.notice');
});

test('The other versions say nothing of the police before hash', () => {
  for (const culture of ['greenlandic', 'danish'] as const) {
    const visit = journey({ culture }).until('takes-room').answer('takes-room', ['hash']).until('cannabis-pattern');
    expect(visit.item.noticeKey).toBeNull();
  }
});
