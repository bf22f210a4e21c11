import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { BegunAnswer } from '../../../core/questionnaire/begun-answer.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import type { AttendedVisit } from '../../../electron/intake/attended-visit.ts';
import { expectOk } from '../../expect-ok.ts';
import { closedGate } from './gate.ts';
import { CONTENT, type visitWithFakes } from './made-visit.ts';
import { goesTo, NAME } from './person.ts';
import { saysAnything, WatchedVisit } from './watched-visit.ts';

const { curtainAfter, askAfter, answerWithin, extensions, sentStays, endedStays } = USUAL_TIMINGS;
const TO_THE_END = askAfter + answerWithin;

let kiosk: ReturnType<typeof visitWithFakes>;
let visit: AttendedVisit;
let watched: WatchedVisit;
beforeEach(() => {
  watched = new WatchedVisit();
  ({ kiosk, visit } = watched);
});

test('What would be asked next is told to who is at the questions, and to nobody before the cover', () => {
  watched.answersWithAName();
  const back = { kind: 'back' } as const;
  expect(visit.ahead(back)).toMatchObject({ item: { linkId: 'call-name' }, answer: { text: NAME } });
  kiosk.uptime.pass(curtainAfter);
  expect(visit.ahead(back)).toBeNull();
});

describe('A visit that is left', () => {
  beforeEach(() => watched.answersWithAName());

  test('is covered, asked after, and forgotten; the window is told, and then a new one', () => {
    kiosk.uptime.pass(curtainAfter - 1);
    expect(watched.stageOf()).toBe('here');
    kiosk.uptime.pass(1);
    expect([watched.stageOf(), watched.told, watched.windows]).toEqual(['covered', 1, 1]);
    kiosk.uptime.pass(askAfter - curtainAfter);
    expect([watched.stageOf(), watched.told, watched.windows]).toEqual(['asked', 2, 1]);
    kiosk.uptime.pass(answerWithin);
    expect([watched.stageOf(), watched.told, watched.windows]).toEqual(['here', 2, 2]);
    expect(visit.show().scene).toEqual({ kind: 'greeting' });
    goesTo(kiosk.visit, 'call-name');
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
  });

  test('is kept under its code, and goes on with it', async () => {
    const code = await watched.takesACode();
    kiosk.uptime.pass(TO_THE_END);
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    expect(visit.show()).toMatchObject({ scene: { kind: 'greeting' }, codeTaken: false });
    expect(expectOk(await visit.resume(code)).scene).toEqual({ kind: 'found', mayGoOn: true });
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('is kept under its code with the words that were not confirmed, which nobody sees meanwhile', async () => {
    const code = await watched.takesACode();
    const begun: BegunAnswer = { linkId: 'call-name', value: { kind: 'text', text: 'Pipaluk' }, nonAnswer: null };
    visit.write(begun);
    kiosk.uptime.pass(curtainAfter);
    expect(JSON.stringify(visit.show())).not.toContain('Pipaluk');
    visit.write({ ...begun, value: { kind: 'text', text: 'nobody is there' } });
    kiosk.uptime.pass(TO_THE_END);
    expectOk(await visit.resume(code));
    expect(visit.goOn().scene).toMatchObject({ begun });
  });

  test('gets a window of its own where it goes on with older questions and drawings', async () => {
    const code = await watched.takesACode();
    kiosk.uptime.pass(TO_THE_END);
    const before = watched.windows;
    kiosk.contents.set(CONTENT.id, { ...CONTENT, id: 'older' });
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('found');
    expect([watched.windows - before, visit.content.id]).toEqual([1, 'older']);
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('is kept as it was saved last when the disk refuses to tidy it up', async () => {
    const code = await watched.takesACode();
    kiosk.drafts.failing.set('compact', 'full');
    kiosk.uptime.pass(TO_THE_END);
    kiosk.drafts.failing.clear();
    expectOk(await visit.resume(code));
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('shows nothing of itself while it is covered, asked after or about to go on', () => {
    watched.goesBackToTheName();
    expect(saysAnything(visit.show())).toBe(true);
    kiosk.uptime.pass(curtainAfter);
    expect([watched.stageOf(), saysAnything(visit.show())]).toEqual(['covered', false]);
    kiosk.uptime.pass(askAfter - curtainAfter);
    expect([watched.stageOf(), saysAnything(visit.show())]).toEqual(['asked', false]);
    expect([visit.lift().presence.stage, saysAnything(visit.show())]).toEqual(['lifting', false]);
    expect(visit.show()).toMatchObject({ scene: { kind: 'covered' }, path: [], safety: { level: 'none', rules: [] } });
  });

  test('does nothing behind its cover: not Back, not Send, not a code, not a key', async () => {
    watched.goesBackToTheName();
    kiosk.uptime.pass(curtainAfter);
    const lies = [
      visit.act({ kind: 'back' }),
      visit.act({ kind: 'tellBack' }),
      await visit.takeCode(),
      await visit.resume('1111 2222 3333 4444'),
      await visit.send({ ringToday: false }),
      visit.keep(),
      visit.forget(),
    ];
    expect(lies.map((reply) => reply.ok)).toEqual(lies.map(() => false));
    await visit.finish();
    await visit.leave();
    visit.seen();
    expect([visit.goOn().presence.stage, visit.stay().presence.stage, watched.windows]).toEqual([
      'covered',
      'covered',
      1,
    ]);
    visit.lift();
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('waits on with every sign, and with everything that the person does', () => {
    for (let times = 0; times < 10; times += 1) {
      kiosk.uptime.pass(curtainAfter - 1);
      if (times % 2 === 0) visit.seen();
      else expectOk(visit.act({ kind: 'chooseLanguage', language: times % 4 === 1 ? 'sv' : 'da' }));
    }
    expect([watched.stageOf(), watched.told]).toEqual(['here', 0]);
  });

  test('is given the whole time again, ten times', () => {
    for (let times = 1; times <= extensions; times += 1) {
      kiosk.uptime.pass(askAfter);
      expect(visit.show().presence).toMatchObject({ stage: 'asked', mayStay: true });
      expect(visit.stay().presence.stage).toBe('covered');
    }
    kiosk.uptime.pass(askAfter);
    expect(visit.show().presence).toMatchObject({ stage: 'asked', mayStay: false });
    expect(visit.stay().presence.stage).toBe('asked');
    visit.lift();
    expect(JSON.stringify(visit.goOn())).not.toContain('"greeting"');
  });

  test('is not ended while its letter is being closed, and then has its last screen', async () => {
    goesTo(kiosk.visit, 'readBack');
    const gate = closedGate();
    kiosk.seal.gate = gate;
    visit.seen();
    const sending = visit.send({ ringToday: false });
    kiosk.uptime.pass(TO_THE_END * 3);
    gate.open();
    expect(expectOk(await sending).sent).not.toBeNull();
    expect(kiosk.seal.sealed).toHaveLength(1);
  });

  test('stays on the screen while a page for danger is held, hidden or not', async () => {
    await watched.takesACode();
    visit.setHeld(true);
    kiosk.uptime.pass(100_000);
    expect([watched.stageOf(), watched.told]).toEqual(['here', 0]);
    await visit.hide();
    kiosk.uptime.pass(100_000);
    expect(visit.show().presence).toMatchObject({ stage: 'covered', behind: 'kept' });
    visit.lift();
    visit.goOn();
    visit.setHeld(false);
    kiosk.uptime.pass(curtainAfter);
    expect(watched.stageOf()).toBe('covered');
  });
});

describe('The last screen', () => {
  beforeEach(() => watched.answersWithAName());

  test.each([
    ['of a letter', sentStays, async () => void expectOk(await visit.send({ ringToday: false }))],
    ['of a deletion', endedStays, () => void expectOk(visit.forget())],
  ])('%s goes by itself after its time, also behind a cover', async (_, stays, ends) => {
    goesTo(kiosk.visit, 'readBack');
    visit.seen();
    await ends();
    await visit.hide();
    expect(visit.show().sent).toBeNull();
    kiosk.uptime.pass(stays - 1);
    expect(watched.windows).toBe(1);
    kiosk.uptime.pass(1);
    expect(watched.windows).toBe(2);
    expect(visit.show()).toMatchObject({ scene: { kind: 'greeting' }, sent: null, ended: null });
  });

  test('lets nothing begin before its person has left', async () => {
    expectOk(visit.forget());
    expect(visit.act({ kind: 'proceed' })).toEqual(fail({ kind: 'notHere' }));
    await visit.finish();
    expectOk(visit.act({ kind: 'proceed' }));
  });
});

describe('The greeting', () => {
  test('that nobody touches waits for nothing', () => {
    expect(kiosk.uptime.waiting).toBe(0);
    kiosk.uptime.pass(1_000_000);
    expect(watched.windows).toBe(1);
  });

  test('that somebody touched and left is as it was before, in the language of the house', () => {
    expectOk(visit.act({ kind: 'chooseLanguage', language: 'sv' }));
    kiosk.uptime.pass(curtainAfter);
    expect([visit.show().language, watched.windows]).toEqual(['da', 2]);
    expect(kiosk.uptime.waiting).toBe(0);
  });

  test('to which a person went back forgets the answers after a while', () => {
    watched.answersWithAName();
    for (let steps = 0; visit.show().scene.kind !== 'greeting'; steps += 1) {
      expect(steps).toBeLessThan(20);
      expectOk(visit.act({ kind: 'back' }));
    }
    kiosk.uptime.pass(curtainAfter);
    goesTo(kiosk.visit, 'call-name');
    expect(kiosk.visit.show().scene).toMatchObject({ answer: null });
  });
});

describe('While a page for danger stands', () => {
  beforeEach(() => watched.answersWithAName());

  test('nothing is covered, asked or ended, and all waiting begins anew after it', () => {
    visit.setHeld(true);
    kiosk.uptime.pass(10 * TO_THE_END);
    expect(watched.stageOf()).toBe('here');
    visit.setHeld(false);
    kiosk.uptime.pass(curtainAfter - 1);
    expect(watched.stageOf()).toBe('here');
    kiosk.uptime.pass(1);
    expect(watched.stageOf()).toBe('covered');
  });

  test('whoever came can say that the person has left: without a code everything is forgotten', async () => {
    visit.setHeld(true);
    await visit.personHasLeft();
    expect(saysAnything(visit.show())).toBe(false);
    expect([visit.show().scene.kind, watched.windows]).toEqual(['greeting', 2]);
  });

  test('whoever came can say that the person has left: a code keeps what was said', async () => {
    const code = await watched.takesACode();
    await visit.personHasLeft();
    expect(visit.show().scene.kind).toBe('greeting');
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('found');
  });
});
