import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import { expectOk } from '../../expect-ok.ts';
import { CALLED_AT, visitWithFakes } from './made-visit.ts';
import { does, goesTo, sends } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

describe('An answer that speaks of danger now', () => {
  const DANGER: VisitEvent = { kind: 'answer', linkId: 'urgent', answer: { kind: 'codes', codes: ['body-now'] } };

  test('calls somebody, once', () => {
    goesTo(kiosk.visit, 'urgent');
    does(kiosk.visit, DANGER);
    expect(kiosk.danger.count).toBe(1);
    does(kiosk.visit, { kind: 'back' });
    does(kiosk.visit, DANGER);
    expect(kiosk.danger.count).toBe(1);
  });

  test('calls somebody although the disk does not take it', async () => {
    goesTo(kiosk.visit, 'urgent');
    expectOk(await kiosk.visit.takeCode());
    kiosk.drafts.failing.set('save', 'full');
    expect(kiosk.visit.act(DANGER)).toEqual(fail({ kind: 'full' }));
    expect(kiosk.danger.count).toBe(1);
  });

  test('brings its call along to read back, once, also when the disk took the answer later', async () => {
    goesTo(kiosk.visit, 'urgent');
    const digits = expectOk(await kiosk.visit.takeCode()).digits;
    kiosk.drafts.failing.set('save', 'full');
    expect(kiosk.visit.act(DANGER).ok).toBe(false);
    expect(kiosk.visit.show().safety.tellsCalls).toBe(false);
    kiosk.drafts.failing.clear();
    kiosk.danger.goesOn = true;
    does(kiosk.visit, DANGER);
    expect(kiosk.visit.show().safety.tellsCalls).toBe(true);
    expectOk(kiosk.visit.keep());
    expectOk(await kiosk.visit.resume(digits));
    expect(kiosk.visit.show().safety.tellsCalls).toBe(true);
    await sends(kiosk.visit);
    expect(kiosk.seal.sealed[0]?.calls).toEqual([{ number: 1, at: CALLED_AT, level: 'red' }]);
  });

  test('brings no call along when it is taken back', () => {
    goesTo(kiosk.visit, 'urgent');
    does(kiosk.visit, DANGER);
    does(kiosk.visit, { kind: 'back' });
    does(kiosk.visit, { kind: 'answer', linkId: 'urgent', answer: { kind: 'codes', codes: ['no'] } });
    expect(kiosk.visit.show().safety).toMatchObject({ level: 'none', tellsCalls: false });
  });

  test('calls nobody where it changes nothing', () => {
    goesTo(kiosk.visit, 'age');
    expect(kiosk.visit.act(DANGER)).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.danger.count).toBe(0);
  });
});

describe('Somebody whom the person calls', () => {
  const CALL = { number: 9, at: CALLED_AT };
  const OFFERS: VisitEvent = { kind: 'answer', linkId: 'urgent', answer: { kind: 'tellAPerson' } };

  test('goes with what is sent after an answer that offers a person', async () => {
    goesTo(kiosk.visit, 'urgent');
    const digits = expectOk(await kiosk.visit.takeCode()).digits;
    does(kiosk.visit, OFFERS);
    kiosk.visit.called(CALL);
    kiosk.visit.finish();
    expectOk(await kiosk.visit.resume(digits));
    await sends(kiosk.visit);
    expect(kiosk.seal.sealed[0]?.calls).toEqual([{ ...CALL, level: 'amber' }]);
  });

  test('for help with the screen is nothing that the centre is told', () => {
    goesTo(kiosk.visit, 'urgent');
    kiosk.visit.called(CALL);
    does(kiosk.visit, OFFERS);
    expect(kiosk.visit.show().safety.tellsCalls).toBe(false);
  });

  test('after Send is not told any more', async () => {
    goesTo(kiosk.visit, 'urgent');
    does(kiosk.visit, OFFERS);
    await sends(kiosk.visit);
    kiosk.visit.called(CALL);
    expect(kiosk.seal.sealed[0]?.calls).toEqual([]);
  });
});
