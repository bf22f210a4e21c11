import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import type { BegunAnswer } from '../../../core/questionnaire/begun-answer.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import { AttendedVisit } from '../../../electron/intake/attended-visit.ts';
import type { VisitView } from '../../../ipc/contract.ts';
import { expectOk } from '../../expect-ok.ts';
import { closedGate } from './gate.ts';
import { CONTENT, visitWithFakes } from './made-visit.ts';
import { goesTo, NAME } from './person.ts';

const { curtainAfter, askAfter, answerWithin, extensions, sentStays, endedStays } = USUAL_TIMINGS;
const TO_THE_END = askAfter + answerWithin;

let kiosk: ReturnType<typeof visitWithFakes>;
let visit: AttendedVisit;
/** How often the window was told to ask anew, and how often a new one was made. */
let told: number;
let windows: number;
beforeEach(() => {
  kiosk = visitWithFakes();
  told = 0;
  windows = 1;
  visit = new AttendedVisit(kiosk.visit, {
    uptime: kiosk.uptime,
    timings: () => USUAL_TIMINGS,
    tellChanged: () => void (told += 1),
    renewWindow: () => {
      windows += 1;
      return Promise.resolve();
    },
  });
});

/** What an answer looks like in anything that is handed out. */
function saysAnything(view: unknown): boolean {
  return /call-name|helper|Aviâja|"question"|"readBack"/.test(JSON.stringify(view));
}

/** Answers with a name, and stands at the question after it. */
function answersWithAName(): void {
  goesTo(kiosk.visit, 'call-name');
  expectOk(visit.act({ kind: 'answer', linkId: 'call-name', answer: { kind: 'text', text: NAME } }));
}

function goesBackToTheName(): VisitView {
  return expectOk(visit.act({ kind: 'back' }));
}

async function takesACode(): Promise<string> {
  const { digits } = expectOk(await visit.takeCode());
  // The code was copied when the person goes on.
  goesBackToTheName();
  return digits;
}

const stageOf = (): string => visit.show().presence.stage;

test('What would be asked next is told to who is at the questions, and to nobody before the cover', () => {
  answersWithAName();
  const back = { kind: 'back' } as const;
  expect(visit.ahead(back)).toMatchObject({ item: { linkId: 'call-name' }, answer: { text: NAME } });
  kiosk.uptime.pass(curtainAfter);
  expect(visit.ahead(back)).toBeNull();
});

describe('A visit that is left', () => {
  beforeEach(answersWithAName);

  test('is covered, asked after, and forgotten; the window is told, and then a new one', () => {
    kiosk.uptime.pass(curtainAfter - 1);
    expect(stageOf()).toBe('here');
    kiosk.uptime.pass(1);
    expect([stageOf(), told, windows]).toEqual(['covered', 1, 1]);
    kiosk.uptime.pass(askAfter - curtainAfter);
    expect([stageOf(), told, windows]).toEqual(['asked', 2, 1]);
    kiosk.uptime.pass(answerWithin);
    expect([stageOf(), told, windows]).toEqual(['here', 2, 2]);
    expect(visit.show().scene).toEqual({ kind: 'greeting' });
    goesTo(kiosk.visit, 'call-name');
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
  });

  test('is kept under its code, and goes on with it', async () => {
    const code = await takesACode();
    kiosk.uptime.pass(TO_THE_END);
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    expect(visit.show()).toMatchObject({ scene: { kind: 'greeting' }, codeTaken: false });
    expect(expectOk(await visit.resume(code)).scene).toEqual({ kind: 'found', mayGoOn: true });
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('is kept under its code with the words that were not confirmed, which nobody sees meanwhile', async () => {
    const code = await takesACode();
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
    const code = await takesACode();
    kiosk.uptime.pass(TO_THE_END);
    const before = windows;
    kiosk.contents.set(CONTENT.id, { ...CONTENT, id: 'older' });
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('found');
    expect([windows - before, visit.content.id]).toEqual([1, 'older']);
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('is kept as it was saved last when the disk refuses to tidy it up', async () => {
    const code = await takesACode();
    kiosk.drafts.failing.set('compact', 'full');
    kiosk.uptime.pass(TO_THE_END);
    kiosk.drafts.failing.clear();
    expectOk(await visit.resume(code));
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('shows nothing of itself while it is covered, asked after or about to go on', () => {
    goesBackToTheName();
    expect(saysAnything(visit.show())).toBe(true);
    kiosk.uptime.pass(curtainAfter);
    expect([stageOf(), saysAnything(visit.show())]).toEqual(['covered', false]);
    kiosk.uptime.pass(askAfter - curtainAfter);
    expect([stageOf(), saysAnything(visit.show())]).toEqual(['asked', false]);
    expect([visit.lift().presence.stage, saysAnything(visit.show())]).toEqual(['lifting', false]);
    expect(visit.show()).toMatchObject({ scene: { kind: 'covered' }, path: [], safety: { level: 'none', rules: [] } });
  });

  test('does nothing behind its cover: not Back, not Send, not a code, not a key', async () => {
    goesBackToTheName();
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
    expect([visit.goOn().presence.stage, visit.stay().presence.stage, windows]).toEqual(['covered', 'covered', 1]);
    visit.lift();
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });

  test('waits on with every sign, and with everything that the person does', () => {
    for (let times = 0; times < 10; times += 1) {
      kiosk.uptime.pass(curtainAfter - 1);
      if (times % 2 === 0) visit.seen();
      else expectOk(visit.act({ kind: 'chooseLanguage', language: times % 4 === 1 ? 'sv' : 'da' }));
    }
    expect([stageOf(), told]).toEqual(['here', 0]);
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
    await takesACode();
    visit.setHeld(true);
    kiosk.uptime.pass(100_000);
    expect([stageOf(), told]).toEqual(['here', 0]);
    await visit.hide();
    kiosk.uptime.pass(100_000);
    expect(visit.show().presence).toMatchObject({ stage: 'covered', behind: 'kept' });
    visit.lift();
    visit.goOn();
    visit.setHeld(false);
    kiosk.uptime.pass(curtainAfter);
    expect(stageOf()).toBe('covered');
  });
});

describe('Hiding the screen', () => {
  beforeEach(answersWithAName);

  test('without a code covers it; two taps show it again', async () => {
    const before = goesBackToTheName();
    expect(saysAnything(await visit.hide())).toBe(false);
    expect(visit.lift().presence).toEqual({ stage: 'lifting', behind: 'answers', mayStay: false });
    expect(visit.goOn()).toEqual(before);
    expect(windows).toBe(1);
  });

  test('with a code saves and closes the visit, in a new window; only its pictures lift the cover', async () => {
    const code = await takesACode();
    const here = visit.show();
    await visit.hide();
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
    expect([visit.show().presence.behind, told, windows]).toEqual(['locked', 1, 2]);
    visit.lift();
    expect(visit.goOn().presence.stage).toBe('lifting');
    expect(expectOk(await visit.resume(code))).toEqual(here);
  });

  test('with a code goes on without anybody on duty: the visit had begun', async () => {
    const code = await takesACode();
    await visit.hide();
    kiosk.duty.isReady = false;
    visit.lift();
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('question');
  });

  test('with a code lets a wrong try count, and another person’s code find that person’s visit', async () => {
    const other = await takesACode();
    expectOk(visit.keep());
    await visit.finish();
    answersWithAName();
    await takesACode();
    await visit.hide();
    visit.lift();
    for (let tries = 0; tries < 5; tries += 1) await visit.resume('1111 2222 3333 4444');
    expect(await visit.resume(other)).toEqual(fail({ kind: 'wait', seconds: 15 }));
    kiosk.uptime.pass(15);
    expect(expectOk(await visit.resume(other)).scene.kind).toBe('found');
  });

  test('with a code is in the language of its person, until somebody new comes', async () => {
    await takesACode();
    expectOk(visit.act({ kind: 'chooseLanguage', language: 'sv' }));
    await visit.hide();
    expect(visit.show().language).toBe('sv');
    visit.lift();
    await visit.leave();
    expect(visit.show()).toMatchObject({
      language: 'da',
      scene: { kind: 'greeting' },
      presence: { behind: 'nothing' },
    });
    expect(kiosk.drafts.codes).toHaveLength(1);
  });

  test('while the code is being copied does not ask for it', async () => {
    expectOk(await visit.takeCode());
    expectOk(visit.act({ kind: 'chooseLanguage', language: 'sv' }));
    await visit.hide();
    expect([visit.show().presence.behind, windows]).toEqual(['kept', 1]);
  });

  test('covers what the disk refuses to close, and keeps it here', async () => {
    await takesACode();
    const before = visit.show();
    kiosk.drafts.failing.set('compact', 'full');
    expect((await visit.hide()).presence).toMatchObject({ stage: 'covered', behind: 'kept' });
    visit.lift();
    expect(visit.goOn()).toEqual(before);
  });

  test('and leaving ends it: in the end the greeting stands, in a new window', async () => {
    await takesACode();
    await visit.hide();
    kiosk.uptime.pass(TO_THE_END);
    expect(visit.show()).toMatchObject({ scene: { kind: 'greeting' }, presence: { stage: 'here', behind: 'nothing' } });
    expect(windows).toBe(3);
  });
});

describe('Somebody new', () => {
  beforeEach(answersWithAName);

  test('forgets what lies behind the cover when there is no code', async () => {
    await visit.hide();
    visit.lift();
    await visit.leave();
    expect([visit.show().scene.kind, windows]).toEqual(['greeting', 2]);
    goesTo(kiosk.visit, 'call-name');
    expect(kiosk.visit.show().scene).toMatchObject({ answer: null });
  });

  test('leaves what lies under a code to its own person', async () => {
    const code = await takesACode();
    kiosk.uptime.pass(curtainAfter);
    visit.lift();
    await visit.leave();
    expectOk(await visit.resume(code));
    expect(JSON.stringify(visit.goOn())).toContain(NAME);
  });
});

describe('A code that is found', () => {
  let code: string;
  beforeEach(async () => {
    answersWithAName();
    code = await takesACode();
    expectOk(visit.keep());
    await visit.finish();
  });

  test('shows nothing before its person chooses; then the question where it stood', async () => {
    const found = expectOk(await visit.resume(code));
    expect(found).toMatchObject({ scene: { kind: 'found', mayGoOn: true }, path: [] });
    expect(saysAnything(found)).toBe(false);
    expect(visit.act({ kind: 'back' })).toEqual(fail({ kind: 'notHere' }));
    expect(visit.goOn().scene).toMatchObject({ kind: 'question', answer: { text: NAME } });
  });

  test('is deleted without anybody on duty, who alone lets it go on', async () => {
    kiosk.duty.isReady = false;
    expect(expectOk(await visit.resume(code)).scene).toEqual({ kind: 'found', mayGoOn: false });
    expect(visit.goOn().scene.kind).toBe('found');
    expectOk(visit.forget());
    expect(kiosk.drafts.codes).toEqual([]);
    expect(visit.show().ended).toBe('deleted');
  });

  test('does not go on while the disk has no room for a visit, and can be deleted to make some', async () => {
    kiosk.duty.hasRoom = false;
    expect(expectOk(await visit.resume(code)).scene).toEqual({ kind: 'found', mayGoOn: false });
    expectOk(visit.forget());
    expect(kiosk.drafts.codes).toEqual([]);
  });

  test('can be left as it is', async () => {
    expectOk(await visit.resume(code));
    expectOk(visit.keep());
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
  });

  test('is closed again when its person goes away', async () => {
    expectOk(await visit.resume(code));
    kiosk.uptime.pass(curtainAfter);
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    expect(visit.show().scene.kind).toBe('greeting');
  });

  test('needs its pictures again after it was hidden', async () => {
    expectOk(await visit.resume(code));
    await visit.hide();
    expect(visit.show().presence.behind).toBe('locked');
  });
});

describe('The last screen', () => {
  beforeEach(answersWithAName);

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
    expect(windows).toBe(1);
    kiosk.uptime.pass(1);
    expect(windows).toBe(2);
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
    expect(windows).toBe(1);
  });

  test('that somebody touched and left is as it was before, in the language of the house', () => {
    expectOk(visit.act({ kind: 'chooseLanguage', language: 'sv' }));
    kiosk.uptime.pass(curtainAfter);
    expect([visit.show().language, windows]).toEqual(['da', 2]);
    expect(kiosk.uptime.waiting).toBe(0);
  });

  test('to which a person went back forgets the answers after a while', () => {
    answersWithAName();
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
  beforeEach(answersWithAName);

  test('nothing is covered, asked or ended, and all waiting begins anew after it', () => {
    visit.setHeld(true);
    kiosk.uptime.pass(10 * TO_THE_END);
    expect(stageOf()).toBe('here');
    visit.setHeld(false);
    kiosk.uptime.pass(curtainAfter - 1);
    expect(stageOf()).toBe('here');
    kiosk.uptime.pass(1);
    expect(stageOf()).toBe('covered');
  });

  test('whoever came can say that the person has left: without a code everything is forgotten', async () => {
    visit.setHeld(true);
    await visit.personHasLeft();
    expect(saysAnything(visit.show())).toBe(false);
    expect([visit.show().scene.kind, windows]).toEqual(['greeting', 2]);
  });

  test('whoever came can say that the person has left: a code keeps what was said', async () => {
    const code = await takesACode();
    await visit.personHasLeft();
    expect(visit.show().scene.kind).toBe('greeting');
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('found');
  });
});
