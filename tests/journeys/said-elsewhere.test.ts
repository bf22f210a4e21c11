import { describe, expect, test } from 'vitest';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { journey, type Journey } from './journey.ts';
import { realPack } from './real-pack.ts';

function sealed(visit: Journey): readonly string[] {
  return composeIntake(sourceOf(visit)).answers.flatMap(({ linkId, said }) => (said.kind === 'notAsked' ? [] : linkId));
}

/** Says in the Greenlandic version who must not see the answers, which the Danish one never asks. */
function naming(anonymity: string): Journey {
  return journey({ culture: 'greenlandic' })
    .until('must-not-see')
    .answer('must-not-see', ['yes'])
    .answer('must-not-see-who', 'Ane')
    .until('anonymity')
    .answer('anonymity', [anonymity]);
}

/** The last line of the section in which an answer is told back. */
function lastOfSection(visit: Journey, linkId: string): string | undefined {
  const { section } = visit.lineOf(linkId);
  return Object.keys(visit.toldBack).findLast((each) => visit.lineOf(each).section === section);
}

describe('What only another culture version asks', () => {
  test('is told back in its own words, last of its section, and sealed', () => {
    expect(realPack.danish.byLinkId.has('must-not-see-who')).toBe(false);
    const visit = naming('name').chooseCulture('danish').toTheEnd();
    expect(visit.toldBack['must-not-see-who']).toEqual(['Ane']);
    expect(lastOfSection(visit, 'must-not-see-who')).toBe('must-not-see-who');
    expect(sealed(visit)).toEqual(expect.arrayContaining(['must-not-see', 'must-not-see-who']));
    expect(visit.lineOf('must-not-see-who').titleKey).toMatch(/must-not-see-who/);
  });

  test('counts only while the version that asked it would show it', () => {
    const visit = naming('name').toTheEnd().edit('must-not-see').answer('must-not-see', ['no']);
    visit.chooseCulture('danish').toTheEnd();
    expect(visit.toldBack).toHaveProperty('must-not-see');
    expect(visit.toldBack).not.toHaveProperty('must-not-see-who');
    expect(sealed(visit)).not.toContain('must-not-see-who');
  });

  test('is kept here when it may be sent only with a yes', () => {
    const named = (shared: string): Journey =>
      journey({ culture: 'greenlandic' })
        .until('anonymity')
        .answer('anonymity', ['name'])
        .until('named-after')
        .answer('named-after', 'Malik')
        .answer('named-after-shared', [shared])
        .chooseCulture('danish')
        .toTheEnd();
    expect(sealed(named('yes'))).toContain('named-after');
    expect(sealed(named('no'))).not.toContain('named-after');
    expect(named('no').toldBack['named-after']).toEqual(['Malik']);
  });
});

describe('The numbers of the safety rules', () => {
  const drinking = (): Journey =>
    journey({ culture: 'greenlandic' })
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .until('last-drink')
      .answer('last-drink', ['today'])
      .until('last-times')
      .drank('last-times', { drinks: [{ container: 'can-50-strong', count: 6 }], share: 'all', company: null })
      .markDays('days-without', 3);

  test('are those of the vessels that the person saw, whatever version stands now', () => {
    const visit = drinking();
    expect(visit.view.safety.rules).toContain('heavy-every-day');
    expect(visit.copy().chooseCulture('danish').view.safety.rules).toContain('heavy-every-day');
    expect(visit.copy().chooseCulture('swedish').view.safety.rules).toContain('heavy-every-day');
    const { flags } = composeIntake(sourceOf(visit.chooseCulture('danish').toTheEnd()));
    expect(flags.map(({ rule }) => rule)).toContain('heavy-every-day');
  });
});
