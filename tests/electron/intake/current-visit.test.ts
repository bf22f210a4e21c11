import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { VisitEvent } from '../../../core/intake/visit.ts';
import { expectOk } from '../../expect-ok.ts';
import { SITE, visitWithFakes } from './made-visit.ts';
import { does, goesOn, goesTo, greets, NAME, NAMED, placeOf } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

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
    expect(kiosk.drafts.single()).not.toContain(NAME);
    expect(expectOk(kiosk.visit.act(NAMED)).scene).not.toMatchObject({ item: { linkId: 'call-name' } });
    expect(kiosk.drafts.single()).toContain(NAME);
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
    expect(kiosk.drafts.single()).toContain(NAME);
  });

  test('is refused in its own words when it does not fit, and is not saved', async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    const before = kiosk.drafts.single();
    const tooLong: VisitEvent = { ...NAMED, answer: { kind: 'text', text: NAME.repeat(100) } };
    expect(kiosk.visit.act(tooLong)).toMatchObject({ ok: false, error: { kind: 'tooLong' } });
    expect(JSON.stringify(kiosk.visit.act(tooLong))).not.toContain(NAME);
    expect(kiosk.visit.act({ kind: 'edit', linkId: 'helper' })).toEqual(fail({ kind: 'notHere' }));
    expect(kiosk.drafts.single()).toBe(before);
  });
});

describe('What would be asked next', () => {
  test('is told without a change, a save or a call', async () => {
    goesTo(kiosk.visit, 'call-name');
    expectOk(await kiosk.visit.takeCode());
    const [before, onDisk] = [kiosk.visit.show(), kiosk.drafts.single()];
    const ahead = kiosk.visit.ahead(NAMED);
    expect(JSON.stringify(ahead)).not.toContain(NAME);
    expect([kiosk.visit.show(), kiosk.drafts.single()]).toEqual([before, onDisk]);
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
    expect(kiosk.drafts.single()).toContain(NAME);
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
