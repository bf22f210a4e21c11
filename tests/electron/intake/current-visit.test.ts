import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import { visitOf } from '../../../electron/intake/visit-snapshot.ts';
import type { BegunAnswer } from '../../../core/questionnaire/begun-answer.ts';
import { expectOk } from '../../expect-ok.ts';
import { CALLED_AT, madeVisit, SITE, visitWithFakes } from './made-visit.ts';
import { answers, does, goesOn, goesTo, greets, NAME, placeOf } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

/** The visit that stands under the only code. */
function saved(): string {
  const [only, ...more] = kiosk.drafts.kept.values();
  if (only === undefined || more.length > 0) throw new Error('Expected exactly one draft');
  return JSON.stringify(visitOf(only.saves.map((content) => new Uint8Array(Buffer.from(content)))));
}

/** Goes to the end and sends. */
async function sends(visit: typeof kiosk.visit): Promise<void> {
  goesTo(visit, 'readBack');
  expectOk(await visit.send({ ringToday: false }));
}

const NAMED: VisitEvent = { kind: 'answer', linkId: 'call-name', answer: { kind: 'text', text: NAME } };

describe('A new visit', () => {
  test('stands at the greeting, in the language of the house, with nothing chosen, taken or sent', () => {
    expect(kiosk.visit.show()).toMatchObject({
      scene: { kind: 'greeting' },
      language: SITE.language,
      culture: 'danish',
      chosen: { language: false, culture: false },
      codeTaken: false,
      sent: null,
    });
  });
});

describe('What a person does', () => {
  test('is kept in memory alone as long as no code was taken', () => {
    goesTo(kiosk.visit, 'readBack');
    expect(kiosk.drafts.kept.size).toBe(0);
    expect(JSON.stringify(kiosk.visit.show())).toContain(NAME);
  });

  test('is on disk when the next scene comes', async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    expect(saved()).not.toContain(NAME);
    expect(expectOk(kiosk.visit.act(NAMED)).scene).not.toMatchObject({ item: { linkId: 'call-name' } });
    expect(saved()).toContain(NAME);
  });

  test.each([
    ['full', 'full'],
    ['io', 'notSaved'],
    ['closed', 'notSaved'],
  ])('changes nothing when the save fails (%s), and can be done again', async (fault, kind) => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    const before = kiosk.visit.show();
    kiosk.drafts.failing.set('save', fault);
    expect(kiosk.visit.act(NAMED)).toEqual(fail({ kind }));
    expect(kiosk.visit.show()).toEqual(before);
    kiosk.drafts.failing.clear();
    does(kiosk.visit, NAMED);
    expect(saved()).toContain(NAME);
  });

  test('is refused in its own words when it does not fit, and is not saved', async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    const before = saved();
    const tooLong: VisitEvent = { ...NAMED, answer: { kind: 'text', text: NAME.repeat(100) } };
    expect(kiosk.visit.act(tooLong)).toMatchObject({ ok: false, error: { kind: 'tooLong' } });
    expect(JSON.stringify(kiosk.visit.act(tooLong))).not.toContain(NAME);
    expect(kiosk.visit.act({ kind: 'edit', linkId: 'helper' })).toEqual(fail({ kind: 'notHere' }));
    expect(saved()).toBe(before);
  });
});

describe('What would be asked next', () => {
  test('is told without a change, a save or a call', async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    const [before, onDisk] = [kiosk.visit.show(), saved()];
    const ahead = kiosk.visit.ahead(NAMED);
    expect(JSON.stringify(ahead)).not.toContain(NAME);
    expect([kiosk.visit.show(), saved()]).toEqual([before, onDisk]);
    expect(expectOk(kiosk.visit.act(NAMED)).scene).toEqual(ahead);
  });

  test('is not told where an answer calls somebody, and nobody is called by asking', () => {
    goesTo(kiosk.visit, 'urgent');
    const danger: VisitEvent = { kind: 'answer', linkId: 'urgent', answer: { kind: 'codes', codes: ['body-now'] } };
    expect(kiosk.visit.ahead(danger)).toBeNull();
    expect(kiosk.danger.count).toBe(0);
  });

  test('is not told where no question follows, where an answer does not fit, and after Send', async () => {
    goesTo(kiosk.visit, 'call-name');
    expect(kiosk.visit.ahead({ ...NAMED, answer: { kind: 'text', text: NAME.repeat(100) } })).toBeNull();
    goesTo(kiosk.visit, 'readBack');
    expect(kiosk.visit.ahead({ kind: 'proceed' })).toBeNull();
    expectOk(await kiosk.visit.send({ ringToday: false }));
    expect(kiosk.visit.ahead({ kind: 'back' })).toBeNull();
  });
});

describe('Words that a person takes back', () => {
  beforeEach(async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    does(kiosk.visit, NAMED);
    goesTo(kiosk.visit, 'readBack');
    does(kiosk.visit, { kind: 'edit', linkId: 'call-name' });
  });

  test.each([
    ['for others', { kind: 'text', text: 'Ole' }],
    ['for a non-answer', { kind: 'notNow' }],
  ] as const)('%s leave the file', (_, answer) => {
    does(kiosk.visit, { kind: 'answer', linkId: 'call-name', answer });
    expect(JSON.stringify([...kiosk.drafts.kept.values()])).not.toContain(NAME);
  });

  test('stand when the file cannot be written anew', () => {
    const before = kiosk.visit.show();
    kiosk.drafts.failing.set('compact', 'full');
    const change = { kind: 'answer', linkId: 'call-name', answer: { kind: 'notNow' } } as const;
    expect(kiosk.visit.act(change)).toEqual(fail({ kind: 'full' }));
    expect(kiosk.visit.show()).toEqual(before);
    expect(saved()).toContain(NAME);
  });
});

describe('While the disk has no room for a visit', () => {
  test('none begins, and the kiosk says why', () => {
    kiosk.duty.hasRoom = false;
    expect(kiosk.visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'full' }));
    expect(placeOf(kiosk.visit)).toBe('greeting');
    kiosk.duty.hasRoom = true;
    goesOn(kiosk.visit);
  });

  test('one that has begun is finished and sent', async () => {
    goesTo(kiosk.visit, 'helper');
    kiosk.duty.hasRoom = false;
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
  });
});

describe('While nobody is on duty', () => {
  beforeEach(() => {
    kiosk.duty.isReady = false;
  });

  test('no visit begins', () => {
    expect(kiosk.visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'notHere' }));
    expect(placeOf(kiosk.visit)).toBe('greeting');
    kiosk.duty.isReady = true;
    goesOn(kiosk.visit);
  });

  test('a visit that has begun is finished', async () => {
    kiosk.duty.isReady = true;
    goesTo(kiosk.visit, 'helper');
    kiosk.duty.isReady = false;
    goesTo(kiosk.visit, 'readBack');
    expectOk(await kiosk.visit.send({ ringToday: false }));
    kiosk.visit.finish();
    expect(kiosk.visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'notHere' }));
  });

  test('a visit that was kept goes on', async () => {
    kiosk.duty.isReady = true;
    goesTo(kiosk.visit, 'helper');
    const { digits } = expectOk(await kiosk.visit.takeCode());
    expectOk(kiosk.visit.keep());
    kiosk.duty.isReady = false;
    expectOk(await kiosk.visit.resume(digits));
    goesTo(kiosk.visit, 'readBack');
  });
});

test('A visit that was kept at an instrument whose licence has run out goes on at the next question', async () => {
  goesTo(kiosk.visit, 'anonymity');
  const { digits } = expectOk(await kiosk.visit.takeCode());
  expectOk(kiosk.visit.keep());
  kiosk.drafts.change((kept) => ({ ...kept, stage: { kind: 'question', linkId: 'example-q1', editing: false } }));
  expectOk(await kiosk.visit.resume(digits));
  expect(placeOf(kiosk.visit)).toBe('anonymity');
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
    expect(saved()).toContain(NAME);
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

describe('Leaving', () => {
  test('takes everything out of memory', () => {
    goesTo(kiosk.visit, 'readBack');
    kiosk.visit.finish();
    expect(placeOf(kiosk.visit)).toBe('greeting');
    greets(kiosk.visit);
    expect(kiosk.visit.show().scene).toMatchObject({ kind: 'question', answer: null });
  });

  test('leaves a draft under its code', async () => {
    goesTo(kiosk.visit, 'call-name');
    const { digits } = expectOk(await kiosk.visit.takeCode());
    does(kiosk.visit, NAMED);
    kiosk.visit.finish();
    expect(placeOf(kiosk.visit)).toBe('greeting');
    expectOk(await kiosk.visit.resume(digits));
    does(kiosk.visit, { kind: 'back' });
    expect(kiosk.visit.show().scene).toMatchObject({ answer: { kind: 'text', text: NAME } });
    goesOn(kiosk.visit);
  });
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

describe('Words that are not confirmed', () => {
  const writing = (text: string): BegunAnswer => ({
    linkId: 'call-name',
    value: { kind: 'text', text },
    nonAnswer: null,
  });
  const BEGUN = writing(NAME);

  beforeEach(() => goesTo(kiosk.visit, 'call-name'));

  test('stand on the screen again, and are no answer', async () => {
    kiosk.visit.write(BEGUN);
    expect(kiosk.visit.show().scene).toMatchObject({ answer: null, begun: BEGUN });
    goesTo(kiosk.visit, 'readBack', {});
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
    await sends(kiosk.visit);
    expect(kiosk.seal.sealed[0]?.answers['call-name']?.answer).toEqual({ kind: 'notNow' });
  });

  test('are not on disk before the visit is kept, and there again under its code', async () => {
    kiosk.visit.write(BEGUN);
    const { digits } = expectOk(await kiosk.visit.takeCode());
    does(kiosk.visit, { kind: 'chooseLanguage', language: 'sv' });
    expect(saved()).not.toContain(NAME);
    expectOk(kiosk.visit.keep());
    expect(saved()).toContain(NAME);
    expectOk(await kiosk.visit.resume(digits));
    expect(kiosk.visit.show().scene).toMatchObject({ begun: BEGUN });
    // Rubbed out, they are nowhere any more, although nothing was saved since.
    expect(JSON.stringify([...kiosk.drafts.kept.values()])).not.toContain(NAME);
    kiosk.visit.write(writing(''));
    expectOk(kiosk.visit.keep());
    expectOk(await kiosk.visit.resume(digits));
    expect(kiosk.visit.show().scene).toMatchObject({ begun: writing('') });
  });

  test('are over when the question is answered, or its answer taken away', () => {
    does(kiosk.visit, NAMED);
    goesTo(kiosk.visit, 'readBack');
    does(kiosk.visit, { kind: 'edit', linkId: 'call-name' });
    kiosk.visit.write(writing('Pipaluk'));
    expect(kiosk.visit.show().scene).toMatchObject({ answer: { text: NAME }, begun: writing('Pipaluk') });
    does(kiosk.visit, { kind: 'back' });
    does(kiosk.visit, { kind: 'remove', linkId: 'call-name' });
    expect(kiosk.visit.show().scene.kind).toBe('readBack');
    does(kiosk.visit, { kind: 'chooseTrack', track: 'short' });
    expect(kiosk.visit.show().scene).toMatchObject({ item: { linkId: 'call-name' }, answer: null, begun: null });
    kiosk.visit.write(BEGUN);
    answers(kiosk.visit, { kind: 'notNow' });
    does(kiosk.visit, { kind: 'back' });
    expect(kiosk.visit.show().scene).toMatchObject({ begun: null });
  });

  test('come back from a draft of the time when only words were kept', async () => {
    const { digits } = expectOk(await kiosk.visit.takeCode());
    expectOk(kiosk.visit.keep());
    kiosk.drafts.change((visit) => ({ ...visit, begun: { linkId: 'call-name', text: NAME } }));
    expectOk(await kiosk.visit.resume(digits));
    expect(kiosk.visit.show().scene).toMatchObject({ begun: BEGUN });
  });

  test('of another question than the one on the screen are not taken', () => {
    kiosk.visit.write({ ...BEGUN, linkId: 'own-word' });
    expect(kiosk.visit.show().scene).toMatchObject({ begun: null });
  });

  test('go when everything is deleted, and none are taken after Send', async () => {
    kiosk.visit.write(BEGUN);
    expectOk(kiosk.visit.forget());
    goesTo(kiosk.visit, 'call-name');
    expect(kiosk.visit.show().scene).toMatchObject({ begun: null });
    await sends(kiosk.visit);
    kiosk.visit.write(BEGUN);
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
  });
});
