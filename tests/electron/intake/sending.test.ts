import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { expectOk } from '../../expect-ok.ts';
import { madeVisit, SITE, visitWithFakes } from './made-visit.ts';
import { answers, does, goesTo, greets, NAME, placeOf } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

describe('Sending', () => {
  test('is refused while an answer hands over to a person', async () => {
    goesTo(kiosk.visit, 'age');
    answers(kiosk.visit, { kind: 'codes', codes: ['under-18'] });
    const { digits } = expectOk(await kiosk.visit.takeCode());
    expectOk(kiosk.visit.keep());
    kiosk.drafts.change((kept) => ({ ...kept, stage: { kind: 'readBack' } }));
    expectOk(await kiosk.visit.resume(digits));
    expect(await kiosk.visit.send({ ringToday: false })).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.seal.sealed).toEqual([]);
  });

  test('seals what stands at read back, once, and leaves nothing of the visit', async () => {
    goesTo(kiosk.visit, 'readBack');
    const view = expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(kiosk.seal.sealed).toHaveLength(1);
    expect(JSON.stringify(kiosk.seal.sealed)).toContain(NAME);
    expect(view.sent).toMatchObject(expectOk(kiosk.seal.outcome).slip);
    expect(view).toEqual(kiosk.visit.show());
    expect(view).toMatchObject({ scene: { kind: 'greeting' }, path: [], codeTaken: false });
    expect(JSON.stringify(view)).not.toContain(NAME);
  });

  test('keeps speaking as the person chose until the person leaves, then as the house does', async () => {
    greets(kiosk.visit, 'kl', 'greenlandic');
    goesTo(kiosk.visit, 'readBack');
    expect(expectOk(await kiosk.visit.send({ ringToday: false }))).toMatchObject({
      language: 'kl',
      culture: 'greenlandic',
    });
    kiosk.visit.finish();
    expect(kiosk.visit.show()).toMatchObject({ language: SITE.language, chosen: { language: false }, sent: null });
  });

  test('deletes the draft', async () => {
    goesTo(kiosk.visit, 'helper');
    expectOk(await kiosk.visit.takeCode());
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(kiosk.drafts.codes).toEqual([]);
  });

  test('is done although the draft cannot be deleted, which is found when its code is used', async () => {
    goesTo(kiosk.visit, 'helper');
    const { digits } = expectOk(await kiosk.visit.takeCode());
    goesTo(kiosk.visit, 'readBack');
    kiosk.drafts.failing.set('delete', 'io');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    kiosk.visit.finish();
    kiosk.alreadySealed.add(kiosk.seal.sealed[0]?.intakeId ?? '');
    expect(await kiosk.visit.resume(digits)).toEqual(fail({ kind: 'alreadySent' }));
  });

  test('pressed twice at once seals once, and both presses hear the same', async () => {
    goesTo(kiosk.visit, 'readBack');
    const both = await Promise.all([kiosk.visit.send({ ringToday: false }), kiosk.visit.send({ ringToday: false })]);
    expect(kiosk.seal.sealed).toHaveLength(1);
    expect(both[0]).toEqual(both[1]);
    expectOk(both[0]);
  });

  test('pressed again after the answer was lost says that it is sent, and seals nothing more', async () => {
    goesTo(kiosk.visit, 'readBack');
    const view = expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(expectOk(await kiosk.visit.send({ ringToday: false }))).toEqual(view);
    expect(kiosk.seal.sealed).toHaveLength(1);
  });

  test.each(['greeting', 'helper', 'offerCode', 'interpreter'])('is refused at %s', async (place) => {
    if (place !== 'greeting') goesTo(kiosk.visit, place);
    expect(await kiosk.visit.send({ ringToday: false })).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.seal.sealed).toEqual([]);
    expect(placeOf(kiosk.visit)).toBe(place);
  });

  test('is refused while an answer is being changed', async () => {
    goesTo(kiosk.visit, 'readBack');
    does(kiosk.visit, { kind: 'edit', linkId: 'call-name' });
    expect(await kiosk.visit.send({ ringToday: false })).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.seal.sealed).toEqual([]);
  });

  test.each([
    ['full', 'full'],
    ['uncertain', 'notSaved'],
    ['tooLarge', 'notSaved'],
  ])('that fails (%s) keeps everything, and can be done again', async (fault, kind) => {
    goesTo(kiosk.visit, 'helper');
    expectOk(await kiosk.visit.takeCode());
    goesTo(kiosk.visit, 'readBack');
    const before = kiosk.visit.show();
    const { outcome } = kiosk.seal;
    kiosk.seal.outcome = fail({ kind: fault });
    expect(await kiosk.visit.send({ ringToday: false })).toEqual(fail({ kind }));
    expect(kiosk.visit.show()).toEqual(before);
    expect(kiosk.drafts.single()).toContain(NAME);
    kiosk.seal.outcome = outcome;
    expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(kiosk.seal.sealed).toHaveLength(1);
  });

  test('that breaks off keeps everything, and can be done again', async () => {
    goesTo(kiosk.visit, 'readBack');
    const { gate } = kiosk.seal;
    kiosk.seal.gate = { ...gate, passed: () => Promise.reject(new Error('out of memory')) };
    await expect(kiosk.visit.send({ ringToday: false })).rejects.toThrow('out of memory');
    expect(placeOf(kiosk.visit)).toBe('readBack');
    kiosk.seal.gate = gate;
    expectOk(await kiosk.visit.send({ ringToday: false }));
  });
});

describe('After sending', () => {
  beforeEach(async () => {
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
  });

  test('nothing can be answered, taken, kept or continued before the person leaves', async () => {
    expect(kiosk.visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'notHere' }));
    expect(await kiosk.visit.takeCode()).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.visit.keep()).toEqual(fail({ kind: 'notSaved' }));
    const other = madeVisit(kiosk.drafts);
    goesTo(other.visit, 'helper');
    const { digits } = expectOk(await other.visit.takeCode());
    expectOk(other.visit.keep());
    expect(await kiosk.visit.resume(digits)).toEqual(fail({ kind: 'wrongForm' }));
    expect(placeOf(kiosk.visit)).toBe('sent');
  });

  test('the next person begins a visit of their own', async () => {
    kiosk.visit.finish();
    goesTo(kiosk.visit, 'readBack', {});
    expectOk(await kiosk.visit.send({ ringToday: false }));
    const [first, second] = kiosk.seal.sealed;
    expect(second?.intakeId).not.toBe(first?.intakeId);
    expect(JSON.stringify(second)).not.toContain(NAME);
  });
});
