import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { parseCode } from '../../../core/intake/picture-code.ts';
import { expectOk } from '../../expect-ok.ts';
import { keyOfCode } from './fake-drafts.ts';
import { visitWithFakes } from './made-visit.ts';
import { goesTo, greets, NAME, placeOf } from './person.ts';

const CODE = '1111 2222 3333 4444';
const KEY = keyOfCode(expectOk(parseCode(CODE)));

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

describe('After Send', () => {
  beforeEach(async () => {
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
  });

  test('the letter shows what takes it back, what the person wished for, and what counts from today', () => {
    expect(kiosk.visit.show().sent).toEqual({
      ...{ kiosk: '6f1b2c3d', seq: 1, shortHash: 'c0ffee00', day: { year: 2026, month: 3, day: 4, weekday: 3 } },
      ...{ state: 'sent', copied: false, offers: ['peer'], isDayOneOf14: true },
      takeBack: { digits: '1234 5678 8765 4321', pictures: expect.arrayContaining([]) as unknown },
    });
    expect(kiosk.visit.show().sent?.takeBack?.pictures[0]).toEqual({ kind: 'animals', picture: 'cat' });
  });

  test('the letter says when a copy has left, and when the centre has signed', () => {
    kiosk.letters.put(new Uint8Array(32).fill(7), 'sent');
    expect(kiosk.visit.show().sent).toMatchObject({ state: 'sent', copied: true });
    kiosk.letters.put(new Uint8Array(32).fill(7), 'receipted');
    expect(kiosk.visit.show().sent).toMatchObject({ state: 'atCentre', takeBack: null, offers: [] });
  });

  test('it is taken back without any code, and then nothing is offered any more', () => {
    const taken = expectOk(kiosk.visit.takeBack());
    expect(taken.sent).toMatchObject({ state: 'takenBack', copied: false, takeBack: null, isDayOneOf14: false });
    kiosk.visit.finish();
    expect(kiosk.visit.show()).toMatchObject({ sent: null, scene: { kind: 'greeting' } });
  });

  test.each([
    ['tooLate', 'tooLate'],
    ['notErased', 'notErased'],
    ['full', 'full'],
    ['uncertain', 'notTakenBack'],
    ['unknown', 'notTakenBack'],
  ])('a letter that cannot be taken back (%s) is said to be %s, and can be tried again', (problem, kind) => {
    kiosk.letters.problem = problem;
    expect(kiosk.visit.takeBack()).toEqual(fail({ kind }));
    kiosk.letters.problem = null;
    expect(expectOk(kiosk.visit.takeBack()).sent?.state).toBe('takenBack');
  });

  test('the key is wiped when the person leaves', () => {
    const { outcome } = kiosk.seal;
    kiosk.visit.finish();
    expect(expectOk(outcome).key).toEqual(new Uint8Array(32));
    expect(kiosk.visit.takeBack()).toEqual(fail({ kind: 'notHere' }));
  });
});

describe('A take-back code at the greeting', () => {
  test('leads to the letter, which can be taken back', async () => {
    kiosk.letters.put(KEY);
    const found = expectOk(await kiosk.visit.resume(CODE));
    expect(found.sent).toMatchObject({ state: 'found', copied: false, takeBack: null, seq: 1, offers: [] });
    expect(expectOk(kiosk.visit.takeBack()).sent?.state).toBe('takenBack');
  });

  test.each([
    ['sent', 'found', true],
    ['stored', 'found', true],
    ['receipted', 'atCentre', true],
    ['purged', 'atCentre', true],
    ['withdrawn', 'takenBack', false],
  ] as const)('of a letter that was %s shows it as %s', async (state, shown, copied) => {
    kiosk.letters.put(KEY, state);
    expect(expectOk(await kiosk.visit.resume(CODE)).sent).toMatchObject({ state: shown, copied });
  });

  test('that nobody knows finds nothing, and its key is wiped', async () => {
    expect(await kiosk.visit.resume(CODE)).toEqual(fail({ kind: 'noSuchCode' }));
    expect(kiosk.visit.show().sent).toBeNull();
  });

  test('is of no use once somebody has begun', async () => {
    kiosk.letters.put(KEY);
    greets(kiosk.visit);
    expect(await kiosk.visit.resume(CODE)).toEqual(fail({ kind: 'wrongForm' }));
  });

  test('finds nothing when somebody begins while it is read', async () => {
    kiosk.letters.put(KEY);
    const resuming = kiosk.visit.resume(CODE);
    greets(kiosk.visit);
    expect(await resuming).toEqual(fail({ kind: 'wrongForm' }));
    expect(kiosk.visit.show().sent).toBeNull();
  });

  test('leaves nothing behind when the person goes', async () => {
    kiosk.letters.put(KEY);
    expectOk(await kiosk.visit.resume(CODE));
    expect(kiosk.visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'notHere' }));
    kiosk.visit.finish();
    expect(placeOf(kiosk.visit)).toBe('greeting');
  });
});

test('Nothing is sent when every answer was removed', async () => {
  greets(kiosk.visit);
  expectOk(kiosk.visit.act({ kind: 'answer', linkId: 'helper', answer: { kind: 'notNow' } }));
  expectOk(kiosk.visit.act({ kind: 'tellBack' }));
  expectOk(kiosk.visit.act({ kind: 'remove', linkId: 'helper' }));
  expect(await kiosk.visit.send({ ringToday: false })).toEqual(fail({ kind: 'notHere' }));
});

test('A removed answer is gone from the draft, which is written anew', async () => {
  goesTo(kiosk.visit, 'readBack');
  expectOk(await kiosk.visit.takeCode());
  expect(JSON.stringify([...kiosk.drafts.kept.values()])).toContain(NAME);
  expectOk(kiosk.visit.act({ kind: 'remove', linkId: 'call-name' }));
  expect(JSON.stringify([...kiosk.drafts.kept.values()])).not.toContain(NAME);
});
