import { beforeEach, describe, expect, test } from 'vitest';
import type { BegunAnswer } from '../../../core/questionnaire/begun-answer.ts';
import { expectOk } from '../../expect-ok.ts';
import { visitWithFakes } from './made-visit.ts';
import { answers, does, goesTo, NAME, NAMED, sends } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
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
    expect(kiosk.drafts.single()).not.toContain(NAME);
    expectOk(kiosk.visit.keep());
    expect(kiosk.drafts.single()).toContain(NAME);
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
