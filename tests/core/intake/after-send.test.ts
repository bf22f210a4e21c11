import { describe, expect, test } from 'vitest';
import { afterSendOf, OFFERS } from '../../../core/intake/after-send.ts';
import { answerTo, chosen, intakeOf, left, site } from './page-one/example-page.ts';

describe('After Send a house invites', () => {
  test.each([
    ['who wants to meet a peer', [answerTo('peer-mentor', chosen('yes'))], ['peer', 'cafe']],
    ['who wants to hear more of peers', [answerTo('peer-mentor', chosen('maybe'))], ['peer', 'cafe']],
    ['who wants a peer along', [answerTo('companion', chosen('peer'))], ['peer']],
    ['who looks for company', [answerTo('community', chosen('both'))], ['cafe', 'cooking']],
    ['who wants no peer', [answerTo('peer-mentor', chosen('no'))], []],
    ['who wants to wait', [answerTo('community', chosen('later'))], []],
    ['who left it', [answerTo('community', left('notNow'))], []],
    ['who was not asked', [], []],
  ])('%s', (_, answers, offers) => {
    expect(afterSendOf(intakeOf(answers), OFFERS).offers).toEqual(offers);
  });

  test('to nothing that it does not have', () => {
    const intake = intakeOf([answerTo('peer-mentor', chosen('yes'))]);
    expect(afterSendOf(intake, ['cooking']).offers).toEqual([]);
    expect(afterSendOf(intake, ['cooking', 'cafe']).offers).toEqual(['cafe']);
  });
});

describe('The day of Send is day 1 of 14', () => {
  const drinking = [answerTo('takes-room', chosen('alcohol'))];
  const elsewhere = { ...site, policy: { ...site.policy, fourteenDays: false } };

  test.each([
    ['where the site has that rule, for what takes room', intakeOf(drinking), true],
    ['never for gambling', intakeOf([answerTo('takes-room', chosen('gambling'))]), false],
    ['never where the site lacks that rule', intakeOf(drinking, { site: elsewhere }), false],
  ])('%s', (_, intake, isDayOneOf14) => {
    expect(afterSendOf(intake, []).isDayOneOf14).toBe(isDayOneOf14);
  });
});
