import { describe, expect, test } from 'vitest';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { exampleSite } from '../core/intake/example-intake.ts';
import { keyCatalogue } from '../core/translation/key-texts.ts';
import { journey, type Journey } from './journey.ts';
import { oddPack } from './odd-pack.ts';

/** What would be sent, by linkId. */
function sentBy({ visit, pack }: Journey): Readonly<Record<string, unknown>> {
  const { answers } = composeIntake({
    visit,
    pack,
    catalogue: keyCatalogue,
    reviewStatus: () => 'approved',
    site: exampleSite,
    createdAt: '2026-03-01T11:00:00.000Z',
    instruments: [],
    toldCalls: () => [],
  });
  return Object.fromEntries(answers.map(({ linkId, said }) => [linkId, said]));
}

function told(): Journey {
  return journey({ track: 'short' })
    .answer('helper', ['alone'])
    .until('anonymity')
    .answer('anonymity', ['name'])
    .until('call-name')
    .answer('call-name', 'Aviâja')
    .toTheEnd();
}

describe('An answer that is removed at read back', () => {
  test('is gone at once, and everything else stands', () => {
    const visit = told();
    const { 'call-name': name, ...others } = visit.toldBack;
    expect(name).toEqual(['Aviâja']);
    expect(visit.remove('call-name').toldBack).toEqual(others);
    expect(visit.place).toBe('readBack');
    expect(JSON.stringify(visit.visit)).not.toContain('Aviâja');
  });

  test('is sent as left open', () => {
    expect(sentBy(told().remove('call-name'))).toMatchObject({ 'call-name': { kind: 'notAsked', why: 'leftOpen' } });
  });

  test('takes with it what hangs on it', () => {
    const visit = journey({ pack: oddPack })
      .until('sum')
      .answer('sum', ['four'])
      .answer('count', 3)
      .toTheEnd()
      .remove('sum');
    expect(Object.keys(visit.toldBack)).not.toContain('count');
    expect(Object.keys(sentBy(visit))).not.toContain('count');
  });

  test('is asked again only of who wants to answer more', () => {
    const visit = told().remove('call-name');
    expect(visit.refusalOf({ kind: 'edit', linkId: 'call-name' })).toBe('notHere');
    expect(visit.chooseLanguage('sv').chooseCulture('greenlandic').place).not.toBe('call-name');
    expect(visit.chooseCulture('danish').toTheEnd().answerMore().until('call-name').standing).toBeNull();
  });

  test('opens nothing by itself: what comes up because of it counts as open', () => {
    const visit = journey({ pack: oddPack }).answer('first', ['no']).toTheEnd();
    const { open } = visit;
    expect(visit.remove('first').place).toBe('readBack');
    expect(visit.open).toBe(open + 2);
  });

  test('was perhaps asked by another version, and is not asked again when that comes back', () => {
    const visit = journey({ culture: 'danish', pack: oddPack }).toTheEnd().chooseCulture('swedish').toTheEnd();
    expect(visit.remove('only-danish').toldBack).not.toHaveProperty('only-danish');
    expect(visit.chooseCulture('danish').place).toBe('readBack');
  });

  test('may be the last one', () => {
    const visit = journey().answer('read-or-listen', ['read']).tellBack().remove('read-or-listen');
    expect(visit.toldBack).toEqual({});
  });
});

test('Only what is told back can be removed, and only there', () => {
  const visit = told();
  expect(journey().answer('read-or-listen', ['read']).refusalOf({ kind: 'remove', linkId: 'read-or-listen' })).toBe(
    'notHere',
  );
  expect(visit.refusalOf({ kind: 'remove', linkId: 'mood' })).toBe('notHere');
  expect(visit.refusalOf({ kind: 'remove', linkId: 'constructor' })).toBe('notHere');
  expect(visit.remove('helper').refusalOf({ kind: 'remove', linkId: 'helper' })).toBe('notHere');
});

describe('Going to the end early', () => {
  test('is offered among the questions, once something was said', () => {
    const visit = journey();
    expect(visit.view.canTellBack).toBe(false);
    expect(visit.notNow('read-or-listen').view.canTellBack).toBe(true);
    expect(visit.back().view.canTellBack).toBe(true);
    expect(visit.back().view.canTellBack).toBe(false);
  });

  test('is offered beside the questions that wait, and not where everything is told back', () => {
    const visit = journey({ helped: true }).notNow('read-or-listen');
    while (visit.passOffer().place !== 'offerAlone') visit.notNow(visit.place);
    expect(visit.view.canTellBack).toBe(true);
    expect(visit.proceed().view.canTellBack).toBe(false);
  });

  test('is not offered to who is handed over to a person', () => {
    const visit = journey({ pack: oddPack }).until('third').answer('third', ['young']);
    expect(visit.view.canTellBack).toBe(false);
    expect(visit.back().view.canTellBack).toBe(false);
  });
});
