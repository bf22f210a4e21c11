import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../core/basics/language.ts';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import type { ShownField } from '../../core/intake/scene.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { journey, type Journey } from './journey.ts';
import './ways-on.ts';

function fieldAt(culture: Culture, linkId: string): ShownField {
  const visit = journey({ culture }).until('takes-room').answer('takes-room', ['alcohol', 'hash']);
  const isBefore = visit.asked.includes(linkId);
  if (isBefore) return journey({ culture }).until(linkId).item.field;
  visit.until('last-drink');
  return visit.place === linkId ? visit.item.field : visit.answer('last-drink', ['today']).until(linkId).item.field;
}

describe('The Greenlandic version', () => {
  const visit = journey({ culture: 'greenlandic' });

  test('never asks about children at home or their ages', () => {
    expect(visit).not.toEverAsk('children-ages');
    expect(visit).not.toEverAsk('children-home');
    expect(visit).toEverAsk('looks-after');
  });

  test('asks for no case with police or court, and for no usual week', () => {
    expect(visit).not.toEverAsk('legal');
    expect(visit).not.toEverAsk('usual-week');
  });

  test.each(['must-not-see', 'dialect', 'lost-someone', 'heavy-before', 'met-badly', 'community', 'greenland-travel'])(
    'asks everyone about %s',
    (linkId) => {
      expect(journey({ culture: 'greenlandic' }).toTheEnd().asked).toContain(linkId);
    },
  );

  test('builds up to four times of drinking from what is bought, with whom, and how much stayed with the person', () => {
    expect(fieldAt('greenlandic', 'last-times')).toMatchObject({
      kind: 'episodes',
      maxEpisodes: 4,
      asksShare: 'always',
      shares: [{ code: 'all' }, { code: 'most' }, { code: 'half' }, { code: 'less' }, { code: 'little' }],
      company: [{ code: 'alone' }, { code: 'family' }, { code: 'friends' }, { code: 'others' }],
    });
  });

  test('tells two stories instead of a scale, and goes by boat', () => {
    expect(fieldAt('greenlandic', 'confidence')).toMatchObject({ kind: 'choice', presentation: 'stories' });
    expect(fieldAt('greenlandic', 'importance')).toMatchObject({ presentation: 'path', imagery: 'boat' });
  });

  test('asks about games of chance whatever takes room', () => {
    expect(journey({ culture: 'greenlandic' }).toTheEnd().asked).toContain('gambling');
  });
});

describe('The Danish version', () => {
  const visit = journey();

  test('asks for the ages of children only where some live with the person', () => {
    const at = (code: string): Journey => journey().until('children-home').answer('children-home', [code]);
    expect(at('live-here').place).toBe('children-ages');
    expect(at('some-days').place).toBe('children-ages');
    expect(at('no-children')).not.toEverAsk('children-ages');
    expect(at('live-elsewhere')).not.toEverAsk('children-ages');
  });

  test.each(['must-not-see', 'named-after', 'heavy-before', 'lost-someone', 'met-badly', 'community', 'legal'])(
    'never asks about %s',
    (linkId) => {
      expect(visit).not.toEverAsk(linkId);
    },
  );

  test('asks about games of chance only where they take room', () => {
    expect(journey().until('takes-room').answer('takes-room', ['alcohol'])).not.toEverAsk('gambling');
    expect(journey().until('takes-room').answer('takes-room', ['gambling'])).toEverAsk('gambling');
  });

  test('goes up a hill in five places', () => {
    expect(fieldAt('danish', 'importance')).toMatchObject({ presentation: 'path', imagery: 'hill' });
  });
});

describe('The Swedish version', () => {
  test('asks with a scale from 0 to 10 how important it is', () => {
    const field = fieldAt('swedish', 'importance');
    expect(field).toMatchObject({ presentation: 'scale' });
    expect(field.kind === 'choice' && field.options).toHaveLength(11);
  });

  test('asks for days without as a number, and for days with many glasses', () => {
    expect(fieldAt('swedish', 'days-without')).toEqual({ kind: 'number', minValue: 0, maxValue: 28 });
    expect(fieldAt('swedish', 'many-glasses')).toMatchObject({ kind: 'number' });
  });

  test('never asks about children at home or their ages, and offers help for children who are looked after', () => {
    const visit = journey({ culture: 'swedish' });
    expect(visit).not.toEverAsk('children-ages');
    expect(visit).not.toEverAsk('children-home');
    const looksAfter = (code: string): Journey =>
      journey({ culture: 'swedish' }).until('looks-after').answer('looks-after', [code]);
    expect(looksAfter('yes')).toEverAsk('child-support');
    expect(looksAfter('no')).not.toEverAsk('child-support');
  });

  test.each(['pronoun', 'belonging', 'legal', 'must-not-see', 'met-badly', 'community', 'gambling'])(
    'asks everyone about %s',
    (linkId) => {
      expect(journey({ culture: 'swedish' }).toTheEnd().asked).toContain(linkId);
    },
  );
});

describe('An interpreter', () => {
  const naming = (culture: Culture, ...languages: string[]): Journey =>
    journey({ culture }).until('languages-spoken').answer('languages-spoken', languages);

  test.each<[Culture, string]>([
    ['danish', 'greenlandic'],
    ['danish', 'other'],
    ['swedish', 'greenlandic'],
    ['swedish', 'meankieli'],
    ['greenlandic', 'greenlandic'],
    ['greenlandic', 'danish'],
  ])('is offered in the %s version to who would rather speak %s', (culture, language) => {
    expect(naming(culture, language).until('good-day').asked).toContain('interpreter');
  });

  test('is offered to who names the language of the land and another', () => {
    expect(naming('danish', 'danish', 'faroese').until('good-day').asked).toContain('interpreter');
  });

  test('is offered to nobody who would rather speak the language of the land and no other', () => {
    expect(naming('danish', 'danish')).not.toEverAsk('interpreter');
    expect(naming('swedish', 'swedish')).not.toEverAsk('interpreter');
  });

  test.each(CULTURES)('is offered in the %s version to who does not say', (culture) => {
    expect(journey({ culture }).until('good-day').asked).toContain('interpreter');
  });
});

describe('Whom the person is named after', () => {
  const told = (): Journey =>
    journey({ culture: 'greenlandic' })
      .until('anonymity')
      .answer('anonymity', ['name'])
      .until('named-after')
      .answer('named-after', 'Aqqaluk');
  const sealed = (visit: Journey): boolean =>
    JSON.stringify(composeIntake(sourceOf(visit.toTheEnd()))).includes('Aqqaluk');

  test('is told back in any case, and leaves the kiosk only after a yes', () => {
    expect(told().toTheEnd().toldBack['named-after']).toEqual(['Aqqaluk']);
    expect(sealed(told().answer('named-after-shared', ['yes']))).toBe(true);
    expect(sealed(told().answer('named-after-shared', ['no']))).toBe(false);
    expect(sealed(told().decline('named-after-shared', 'dontKnow'))).toBe(false);
  });

  test('stays when the yes is taken back', () => {
    const visit = told().answer('named-after-shared', ['yes']).toTheEnd();
    expect(sealed(visit.edit('named-after-shared').answer('named-after-shared', ['no']))).toBe(false);
  });

  test('is asked to be shared only when it was told', () => {
    const visit = journey({ culture: 'greenlandic' }).until('named-after').notNow('named-after');
    expect(visit).not.toEverAsk('named-after-shared');
  });
});
