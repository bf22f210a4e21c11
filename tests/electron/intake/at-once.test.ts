import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { parseCode } from '../../../core/intake/picture-code.ts';
import { expectOk } from '../../expect-ok.ts';
import { closedGate, openGate, type Gate } from './gate.ts';
import { visitWithFakes } from './made-visit.ts';
import { answers, does, goesTo, NAME, placeOf } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
let gate: Gate;
beforeEach(() => {
  kiosk = visitWithFakes();
  gate = closedGate();
});

/** Lets what waits go on, and what comes after it wait no more. */
function letGo(): void {
  kiosk.drafts.gate = openGate();
  kiosk.seal.gate = openGate();
  gate.open();
}

/** Asks for a code, whose key takes until `letGo`. */
function asksForCode(): ReturnType<typeof kiosk.visit.takeCode> {
  kiosk.drafts.gate = gate;
  const taking = kiosk.visit.takeCode();
  kiosk.drafts.gate = openGate();
  return taking;
}

function snapshots(): string {
  return JSON.stringify([...kiosk.drafts.kept.values()]);
}

describe('While a code is being made', () => {
  beforeEach(() => goesTo(kiosk.visit, 'call-name'));

  test('the person goes on answering, and everything is on the disk with the code', async () => {
    const taking = asksForCode();
    answers(kiosk.visit, { kind: 'text', text: NAME });
    const view = kiosk.visit.show();
    expect(view.codeTaken).toBe(false);
    letGo();
    expectOk(await taking);
    expect(kiosk.visit.show()).toEqual({ ...view, codeTaken: true });
    expect([...kiosk.drafts.kept.values()][0]?.saves.at(-1)).toContain(NAME);
  });

  test('words that the person takes back are not in the file', async () => {
    answers(kiosk.visit, { kind: 'text', text: NAME });
    does(kiosk.visit, { kind: 'back' });
    const taking = asksForCode();
    answers(kiosk.visit, { kind: 'notNow' });
    letGo();
    expectOk(await taking);
    expect(kiosk.drafts.codes).toHaveLength(1);
    expect(snapshots()).not.toContain(NAME);
  });

  test('an answer that cannot be saved with it means that there is no code', async () => {
    const taking = asksForCode();
    answers(kiosk.visit, { kind: 'text', text: NAME });
    kiosk.drafts.failing.set('save', 'full');
    letGo();
    expect(await taking).toEqual(fail({ kind: 'full' }));
    expect(kiosk.drafts.codes).toEqual([]);
    expect(kiosk.visit.show().codeTaken).toBe(false);
    expect(kiosk.visit.keep()).toEqual(fail({ kind: 'notSaved' }));
  });

  test.each([
    ['deleted everything', () => expectOk(kiosk.visit.forget())],
    ['left', () => kiosk.visit.finish()],
  ])('a person who %s leaves no draft behind', async (_, ends) => {
    answers(kiosk.visit, { kind: 'text', text: NAME });
    const taking = asksForCode();
    ends();
    letGo();
    expect(await taking).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.drafts.codes).toEqual([]);
    expect(kiosk.visit.show()).toMatchObject({ scene: { kind: 'greeting' }, codeTaken: false });
  });

  test('a person who keeps the visit under an earlier code keeps that one', async () => {
    const { digits } = expectOk(await kiosk.visit.takeCode());
    answers(kiosk.visit, { kind: 'text', text: NAME });
    const taking = asksForCode();
    expectOk(kiosk.visit.keep());
    letGo();
    expect(await taking).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.drafts.codes).toEqual([expectOk(parseCode(digits))]);
    expectOk(await kiosk.visit.resume(digits));
  });

  test('a visit that is sent meanwhile leaves no draft behind', async () => {
    goesTo(kiosk.visit, 'readBack');
    const taking = asksForCode();
    expectOk(await kiosk.visit.send({ ringToday: false }));
    letGo();
    expect(await taking).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.drafts.codes).toEqual([]);
    expect(kiosk.visit.show()).toMatchObject({ codeTaken: false });
    expect(placeOf(kiosk.visit)).toBe('sent');
  });

  test('a second code asked for at once leaves one draft, under the code that was told last', async () => {
    const first = asksForCode();
    const second = asksForCode();
    letGo();
    expectOk(await first);
    const { digits } = expectOk(await second);
    expect(kiosk.drafts.codes).toEqual([expectOk(parseCode(digits))]);
    answers(kiosk.visit, { kind: 'text', text: NAME });
    expect(snapshots()).toContain(NAME);
  });
});

describe('While a code is being looked up', () => {
  let code: string;
  beforeEach(async () => {
    goesTo(kiosk.visit, 'call-name');
    answers(kiosk.visit, { kind: 'text', text: NAME });
    code = expectOk(await kiosk.visit.takeCode()).digits;
    expectOk(kiosk.visit.keep());
    kiosk.drafts.gate = gate;
  });

  test.each([
    ['began without it', () => does(kiosk.visit, { kind: 'proceed' }), 'language'],
    ['left', () => kiosk.visit.finish(), 'greeting'],
    ['deleted everything', () => expectOk(kiosk.visit.forget()), 'greeting'],
  ])('a person who %s is not shown what was kept', async (_, meanwhile, place) => {
    const resuming = kiosk.visit.resume(code);
    meanwhile();
    letGo();
    expect(await resuming).toEqual(fail({ kind: 'wrongForm' }));
    expect(placeOf(kiosk.visit)).toBe(place);
    expect(kiosk.visit.show().codeTaken).toBe(false);
    kiosk.visit.finish();
    expectOk(await kiosk.visit.resume(code));
  });

  test('two codes at once open one draft, and leave the other closed', async () => {
    letGo();
    goesTo(kiosk.visit, 'helper');
    const { digits: other } = expectOk(await kiosk.visit.takeCode());
    expectOk(kiosk.visit.keep());
    const replies = await Promise.all([kiosk.visit.resume(code), kiosk.visit.resume(other)]);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.kind))).toEqual(['ok', 'wrongForm']);
    expect([...kiosk.drafts.kept.values()].map(({ isOpen }) => isOpen)).toEqual([true, false]);
    expect(JSON.stringify(kiosk.visit.show().scene)).not.toContain('helper');
  });

  test('a code that is taken meanwhile is the one that counts', async () => {
    const resuming = kiosk.visit.resume(code);
    kiosk.drafts.gate = openGate();
    const { digits: taken } = expectOk(await kiosk.visit.takeCode());
    letGo();
    expect(await resuming).toEqual(fail({ kind: 'wrongForm' }));
    expect(kiosk.drafts.kept.get(expectOk(parseCode(taken)))).toMatchObject({ isOpen: true });
    expect(kiosk.drafts.kept.get(expectOk(parseCode(code)))).toMatchObject({ isOpen: false });
  });
});

describe('While the letter is being closed', () => {
  beforeEach(async () => {
    goesTo(kiosk.visit, 'helper');
    expectOk(await kiosk.visit.takeCode());
    goesTo(kiosk.visit, 'readBack');
    kiosk.seal.gate = gate;
  });

  test('nothing can be changed, taken, kept or deleted', async () => {
    const before = kiosk.visit.show();
    const sending = kiosk.visit.send({ ringToday: false });
    expect(kiosk.visit.act({ kind: 'edit', linkId: 'call-name' })).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.visit.act({ kind: 'chooseLanguage', language: 'sv' })).toEqual(fail({ kind: 'notHere' }));
    expect(await kiosk.visit.takeCode()).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.visit.keep()).toEqual(fail({ kind: 'notSaved' }));
    expect(kiosk.visit.forget()).toEqual(fail({ kind: 'notDeleted' }));
    expect(await kiosk.visit.resume('1111 1111 1111 1111')).toEqual(fail({ kind: 'wrongForm' }));
    expect(kiosk.visit.show()).toEqual(before);
    letGo();
    expectOk(await sending);
    expect(kiosk.drafts.codes).toEqual([]);
    expect(placeOf(kiosk.visit)).toBe('sent');
  });

  test('leaving waits: what cannot be sealed is still there', async () => {
    const before = kiosk.visit.show();
    kiosk.seal.outcome = fail({ kind: 'full' });
    const sending = kiosk.visit.send({ ringToday: false });
    kiosk.visit.finish();
    letGo();
    expect(await sending).toEqual(fail({ kind: 'full' }));
    expect(kiosk.visit.show()).toEqual(before);
    expect(snapshots()).toContain(NAME);
  });

  test('leaving waits: what is sealed is told as sent', async () => {
    const sending = kiosk.visit.send({ ringToday: false });
    kiosk.visit.finish();
    letGo();
    expect(expectOk(await sending).sent).not.toBeNull();
    expect(kiosk.drafts.codes).toEqual([]);
  });
});
