import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../core/basics/language.ts';
import { composeIntake } from '../../core/intake/compose-intake.ts';
import { sourceOf } from '../core/intake/example-source.ts';
import { journey, type Journey } from './journey.ts';
import { realPack } from './real-pack.ts';
import './ways-on.ts';

function onlyAlone(culture: Culture): readonly string[] {
  return realPack[culture].items.flatMap(({ item }) => (item.sensitivity === 3 ? item.linkId : []));
}

/** Why each question that was not asked was not, as it is sealed. */
function whyNotAsked(visit: Journey): Readonly<Record<string, string>> {
  const { answers } = composeIntake(sourceOf(visit));
  return Object.fromEntries(
    answers.flatMap(({ linkId, said }) => (said.kind === 'notAsked' ? [[linkId, said.why]] : [])),
  );
}

describe.each(CULTURES)('With a helper in the %s version', (culture) => {
  const helped = (): Journey => journey({ culture, helped: true });

  test('no highly sensitive question is asked', () => {
    const { asked } = helped().until('offerAlone');
    for (const linkId of onlyAlone(culture)) expect(asked).not.toContain(linkId);
    expect(asked.length).toBeGreaterThan(30);
  });

  test('what was left out is offered once, alone, and asked then', () => {
    const visit = helped().until('offerAlone');
    const { scene } = visit.view;
    const before = visit.asked.length;
    visit.alone().toTheEnd();
    const asked = visit.asked.slice(before);
    expect(asked).toEqual(expect.arrayContaining(['too-much', 'pregnant', 'afraid', 'not-live', 'looks-after']));
    for (const linkId of asked) expect(onlyAlone(culture)).toContain(linkId);
    expect(scene).toEqual({ kind: 'offerAlone', questions: asked.length });
  });

  test('what is not taken up is told to the centre as not asked because of a helper, and never offered again', () => {
    const visit = helped().until('offerAlone').proceed();
    expect(visit.place).toBe('readBack');
    expect(whyNotAsked(visit)).toMatchObject({ 'not-live': 'helperPresent', pregnant: 'helperPresent' });
    expect(visit.edit('urgent').answer('urgent', ['no']).place).toBe('readBack');
  });

  test('each answer remembers that somebody was there', () => {
    const visit = helped().until('urgent').answer('urgent', ['no']).toTheEnd();
    const urgent = composeIntake(sourceOf(visit)).answers.find(({ linkId }) => linkId === 'urgent');
    expect(urgent?.accompanied).toBe(true);
  });
});

test.each(['friend', 'staff', 'interpreter', 'peer'])('Who says that a helper is there has one: %s', (who) => {
  const visit = journey().until('helper').answer('helper', [who]);
  expect(visit.view.accompanied).toBe(true);
  expect(visit.until('offerAlone').asked).not.toContain('not-live');
});

test('Who says to be alone is alone', () => {
  expect(journey({ helped: true }).until('helper').answer('helper', ['alone']).view.accompanied).toBe(false);
});

test('Not saying who is there changes nothing', () => {
  expect(journey().until('helper').notNow('helper').view.accompanied).toBe(false);
  expect(journey({ helped: true }).until('helper').notNow('helper').view.accompanied).toBe(true);
});

describe('When a helper comes or leaves in the middle', () => {
  test('a highly sensitive question on the screen makes place for the next', () => {
    expect(journey().until('not-live').withHelper().place).toBe('psychiatry');
  });

  test('another question stays', () => {
    expect(journey().until('mood').withHelper().place).toBe('mood');
  });

  test('the answer to a highly sensitive question does not stay on the screen', () => {
    const visit = journey().until('not-live').answer('not-live', ['thoughts']).back();
    expect(visit.standing).toEqual({ kind: 'codes', codes: ['thoughts'] });
    expect(visit.withHelper().place).toBe('psychiatry');
  });

  test('Back steps over what was answered alone', () => {
    const visit = journey().until('not-live').answer('not-live', ['thoughts']).withHelper();
    expect(visit.back().place).toBe('sleep-quality');
  });

  test('an answer that is being changed at read back is closed as well', () => {
    const visit = journey().until('not-live').answer('not-live', ['thoughts']).toTheEnd().edit('not-live');
    expect(visit.withHelper().place).toBe('readBack');
  });

  test('what was answered alone can be changed at read back only alone', () => {
    const visit = journey().until('not-live').answer('not-live', ['thoughts']).withHelper().toTheEnd();
    expect(visit.refusalOf({ kind: 'edit', linkId: 'not-live' })).toBe('notHere');
    expect(visit.lineOf('not-live').locked).toBe('company');
    expect(visit.alone().lineOf('not-live').locked).toBeNull();
    expect(visit.edit('not-live').place).toBe('not-live');
  });

  test('the window is not told which rules only such answers reach, but how grave they are', () => {
    const visit = journey().until('not-live').answer('not-live', ['plan-or-today']);
    expect(visit.view.safety).toMatchObject({ level: 'red', rules: ['plan-or-today'], red: ['plan-or-today'] });
    expect(visit.withHelper().view.safety).toMatchObject({ level: 'red', rules: [], red: [] });
  });

  test('a rule that an answer in company reaches is named all the same', () => {
    const visit = journey({ helped: true }).until('urgent').answer('urgent', ['body-now']);
    expect(visit.view.safety).toMatchObject({ level: 'red', rules: ['body-in-danger'] });
  });

  test('what was left out is asked at the end, before anything is told back', () => {
    const visit = journey({ helped: true }).until('mood').alone();
    expect(visit.place).toBe('mood');
    const { asked } = visit.toTheEnd();
    expect(asked).toEqual(expect.arrayContaining(['not-live', 'pregnant']));
    expect(visit.open).toBe(0);
  });

  test('nothing is offered when nothing was left out', () => {
    expect(journey().until('most-important').withHelper().notNow('most-important').place).toBe('readBack');
  });

  test('a follow-up that only the person alone is asked is offered when it becomes open at read back', () => {
    const visit = journey()
      .until('takes-room')
      .answer('takes-room', ['alcohol'])
      .until('shaking')
      .answer('shaking', ['no']);
    visit.toTheEnd().withHelper().edit('shaking').answer('shaking', ['now']);
    expect(visit.place).toBe('offerAlone');
    expect(visit.alone().place).toBe('fits');
  });

  test('what is open at read back when the helper has left can still be answered', () => {
    const visit = journey({ helped: true }).until('offerAlone').proceed();
    expect(visit.open).toBe(0);
    expect(visit.alone().place).toBe('readBack');
    expect(visit.open).toBeGreaterThan(3);
    expect(realPack.danish.byLinkId.get(visit.answerMore().place)?.item.sensitivity).toBe(3);
  });

  test('what is left open then is told to the centre, and nothing is passed over in silence', () => {
    const visit = journey({ helped: true }).until('offerAlone').proceed().alone();
    expect(whyNotAsked(visit)).toMatchObject({ 'not-live': 'leftOpen', pregnant: 'leftOpen' });
  });
});

test('Who goes to the end early with a helper is offered what is asked only alone', () => {
  const visit = journey({ helped: true }).until('age').tellBack();
  expect(visit.place).toBe('offerAlone');
  expect(visit.copy().proceed().place).toBe('readBack');
  expect(visit.copy().tellBack().place).toBe('readBack');
  expect(onlyAlone('danish')).toContain(visit.alone().place);
});

test('What the whole track adds for the person alone is offered too, and nothing a second time', () => {
  const visit = journey({ track: 'short', helped: true }).until('offerAlone').proceed();
  expect(visit.answerMore().until('offerAlone').proceed().place).toBe('readBack');
  expect(visit.answerMore().place).toBe('readBack');
});

test('From the offer the way leads back to the last question', () => {
  const visit = journey({ helped: true }).until('offerAlone');
  expect(visit.back().place).toBe('most-important');
  expect(visit.proceed().place).toBe('readBack');
});
