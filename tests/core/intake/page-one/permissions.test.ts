import { describe, expect, test } from 'vitest';
import type { Intake } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, left, notAsked, words } from './example-page.ts';

const texts = keyTexts();

/** What stands behind each label in the block of permissions. */
function permissionsOf(answers: Intake['answers']): Readonly<Record<string, string>> {
  const block = pageOne(intakeOf(answers), facts, texts).blocks.find(({ name }) => name === 'permissions');
  const entries = block?.entries ?? [];
  return Object.fromEntries(entries.map(({ label, parts }) => [label, parts.map(({ text }) => text).join(' | ')]));
}

describe('Contact', () => {
  test.each([
    ['meet-here'],
    ['sms'],
    ['call'],
    ['through-person'],
    ['field-worker'],
    ['come-along', 'no-letters', 'sms'],
  ])('is permitted where a way was chosen: %s', (...codes) => {
    const said = permissionsOf([answerTo('contact-way', chosen(...codes))]);
    expect(said['pageOne.permitted']).toBe('pageOne.permission.send; pageOne.permission.contact');
    expect(said).not.toHaveProperty(['pageOne.notPermitted']);
  });

  test.each([
    ['was left', left('dontKnow')],
    ['says only what shall not be done', chosen('no-letters')],
    ['says only that someone comes along', chosen('come-along', 'no-letters')],
    ['is one that this program does not know', chosen('pigeon')],
  ])('is not permitted where the answer %s', (_, said) => {
    expect(permissionsOf([answerTo('contact-way', said)])).toMatchObject({
      'pageOne.permitted': 'pageOne.permission.send',
      'pageOne.notPermitted': 'pageOne.permission.contact',
    });
  });
});

describe.each(['peer-permission', 'community-permission', 'allorfik-permission', 'named-after-shared'])(
  'The permission %s',
  (linkId) => {
    test('is given by a clear yes', () => {
      const said = permissionsOf([answerTo(linkId, chosen('yes'))]);
      expect(said['pageOne.permitted']).toBe(`pageOne.permission.send; pageOne.item.${linkId}`);
    });

    test.each([
      ['no', chosen('no')],
      ['not now', left('notNow')],
      ['words', words('yes')],
      ['nothing, because it was not asked', notAsked('leftOpen')],
    ])('is not given by %s', (_, said) => {
      const found = permissionsOf([answerTo(linkId, said)]);
      expect(found['pageOne.notPermitted']).toBe(`pageOne.permission.contact; pageOne.item.${linkId}`);
    });

    test('is not spoken of where nobody was to be asked', () => {
      expect(permissionsOf([])['pageOne.notPermitted']).toBe('pageOne.permission.contact');
    });
  },
);

describe('The identity', () => {
  test.each(['name', 'phone-only', 'code-only'])('is told as it was chosen, with what follows: %s', (code) => {
    const said = permissionsOf([answerTo('anonymity', chosen(code))]);
    expect(said['pageOne.item.anonymity']).toBe(`s ${code} | pageOne.identity.${code}`);
  });

  test.each([
    ['was not asked', [], ''],
    ['was left', [answerTo('anonymity', left('notNow'))], ''],
    ['is one that this program does not know', [answerTo('anonymity', chosen('letter-box'))], 's letter-box | '],
    ['is the name of something inherited', [answerTo('anonymity', chosen('constructor'))], 's constructor | '],
  ])('is called unknown where it %s', (_, answers, before) => {
    expect(permissionsOf(answers)['pageOne.item.anonymity']).toBe(`${before}pageOne.identity.unknown`);
  });

  test('comes with a list of the names and numbers that the bundle holds', () => {
    const answers = [
      answerTo('phone-number', words('12 34')),
      answerTo('call-name', words('Aviâja')),
      answerTo('contact-person', left('notNow')),
      answerTo('good-day-words', words('x')),
    ];
    expect(permissionsOf(answers)['pageOne.identityData']).toBe('pageOne.item.call-name; pageOne.item.phone-number');
    expect(permissionsOf([])['pageOne.identityData']).toBe('pageOne.noIdentityData');
  });
});
