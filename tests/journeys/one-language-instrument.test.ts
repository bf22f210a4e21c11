import { describe, expect, test } from 'vitest';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { resumeVisit } from '../../core/intake/act.ts';
import { insertInstruments } from '../../core/pack/insert-instruments.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { danishInstrument, danishInstrumentPack } from './instrument-pack.ts';
import { journey, type Journey } from './journey.ts';
import { realPack } from './real-pack.ts';

const FIRST = 'invented-example-q1';
const SECOND = 'invented-example-q2';

function answered(): Journey {
  return journey({ pack: danishInstrumentPack }).until(SECOND).notNow(SECOND);
}

describe('The question of an instrument without a wording in the language of now', () => {
  test('is told back in the language in which it was asked, and cannot be changed', () => {
    const visit = answered().toTheEnd().chooseLanguage('sv');
    expect(visit.lineOf(FIRST)).toMatchObject({ language: 'da', locked: 'language' });
    expect(visit.lineOf('helper')).toMatchObject({ language: null, locked: null });
    expect(visit.refusalOf({ kind: 'edit', linkId: FIRST })).toBe('notHere');
    expect(visit.chooseLanguage('da').lineOf(FIRST)).toMatchObject({ language: null, locked: null });
  });

  test('leaves the screen when the language changes, answered or not', () => {
    expect(journey({ pack: danishInstrumentPack }).until(FIRST).chooseLanguage('sv').place).not.toMatch(/invented/);
    expect(answered().back().chooseLanguage('sv').place).not.toMatch(/invented/);
    expect(answered().toTheEnd().edit(FIRST).chooseLanguage('sv').place).toBe('readBack');
  });

  test('is stepped over by Back', () => {
    const visit = answered().chooseLanguage('sv');
    while (visit.place !== 'track') expect(visit.back().place).not.toMatch(/invented/);
  });

  test('still counts, and the visit can be sent', () => {
    const visit = answered().toTheEnd().chooseLanguage('sv');
    const sent = composeIntake(sourceOf(visit)).answers.find(({ linkId }) => linkId === FIRST);
    expect(sent).toMatchObject({ language: 'da', said: { kind: 'notNow' } });
  });

  test('is asked at read back when its language is chosen there', () => {
    const visit = journey({ pack: danishInstrumentPack, language: 'sv' }).toTheEnd();
    expect(visit.asked).not.toContain(FIRST);
    expect(visit.chooseLanguage('da').place).toBe(FIRST);
  });
});

describe('When the licence has run out before a kept visit goes on', () => {
  const later = insertInstruments(realPack, [danishInstrument], '2099-01-01');

  test('its open question is not shown, and no answer to it is taken', () => {
    const { visit } = journey({ pack: danishInstrumentPack }).until(FIRST);
    const stage = resumeVisit(visit, later).stage;
    expect(stage).toMatchObject({ kind: 'question' });
    expect(stage).not.toHaveProperty('linkId', FIRST);
  });

  test('any other question stays', () => {
    const { visit } = journey({ pack: danishInstrumentPack }).until('takes-room');
    expect(resumeVisit(visit, later)).toEqual(visit);
  });

  test('who was not alone is still taken not to be', () => {
    const { visit } = journey({ helped: true }).until('age');
    expect(resumeVisit(visit, realPack).accompanied).toBe(true);
  });
});
