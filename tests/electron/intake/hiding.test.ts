import { beforeEach, describe, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { USUAL_TIMINGS } from '../../../core/site/timings.ts';
import type { AttendedVisit } from '../../../electron/intake/attended-visit.ts';
import { expectOk } from '../../expect-ok.ts';
import type { visitWithFakes } from './made-visit.ts';
import { goesTo, NAME } from './person.ts';
import { saysAnything, WatchedVisit } from './watched-visit.ts';

const { curtainAfter, askAfter, answerWithin } = USUAL_TIMINGS;
const TO_THE_END = askAfter + answerWithin;

let kiosk: ReturnType<typeof visitWithFakes>;
let visit: AttendedVisit;
let watched: WatchedVisit;
beforeEach(() => {
  watched = new WatchedVisit();
  ({ kiosk, visit } = watched);
});

describe('Hiding the screen', () => {
  beforeEach(() => watched.answersWithAName());

  test('without a code covers it; two taps show it again', async () => {
    const before = watched.goesBackToTheName();
    expect(saysAnything(await visit.hide())).toBe(false);
    expect(visit.lift().presence).toEqual({ stage: 'lifting', behind: 'answers', mayStay: false });
    expect(visit.goOn()).toEqual(before);
    expect(watched.windows).toBe(1);
  });

  test('with a code saves and closes the visit, in a new window; only its pictures lift the cover', async () => {
    const code = await watched.takesACode();
    const here = visit.show();
    await visit.hide();
    expect([...kiosk.drafts.kept.values()]).toMatchObject([{ isOpen: false }]);
    expect(JSON.stringify(kiosk.visit.show())).not.toContain(NAME);
    expect([visit.show().presence.behind, watched.told, watched.windows]).toEqual(['locked', 1, 2]);
    visit.lift();
    expect(visit.goOn().presence.stage).toBe('lifting');
    expect(expectOk(await visit.resume(code))).toEqual(here);
  });

  test('with a code goes on without anybody on duty: the visit had begun', async () => {
    const code = await watched.takesACode();
    await visit.hide();
    kiosk.duty.isReady = false;
    visit.lift();
    expect(expectOk(await visit.resume(code)).scene.kind).toBe('question');
  });

  test('with a code lets a wrong try count, and another person’s code find that person’s visit', async () => {
    const other = await watched.takesACode();
    expectOk(visit.keep());
    await visit.finish();
    watched.answersWithAName();
    await watched.takesACode();
    await visit.hide();
    visit.lift();
    for (let tries = 0; tries < 5; tries += 1) await visit.resume('1111 2222 3333 4444');
    expect(await visit.resume(other)).toEqual(fail({ kind: 'wait', seconds: 15 }));
    kiosk.uptime.pass(15);
    expect(expectOk(await visit.resume(other)).scene.kind).toBe('found');
  });

  test('with a code is in the language of its person, until somebody new comes', async () => {
    await watched.takesACode();
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
    expect([visit.show().presence.behind, watched.windows]).toEqual(['kept', 1]);
  });

  test('covers what the disk refuses to close, and keeps it here', async () => {
    await watched.takesACode();
    const before = visit.show();
    kiosk.drafts.failing.set('compact', 'full');
    expect((await visit.hide()).presence).toMatchObject({ stage: 'covered', behind: 'kept' });
    visit.lift();
    expect(visit.goOn()).toEqual(before);
  });

  test('and leaving ends it: in the end the greeting stands, in a new window', async () => {
    await watched.takesACode();
    await visit.hide();
    kiosk.uptime.pass(TO_THE_END);
    expect(visit.show()).toMatchObject({ scene: { kind: 'greeting' }, presence: { stage: 'here', behind: 'nothing' } });
    expect(watched.windows).toBe(3);
  });
});

describe('Somebody new', () => {
  beforeEach(() => watched.answersWithAName());

  test('forgets what lies behind the cover when there is no code', async () => {
    await visit.hide();
    visit.lift();
    await visit.leave();
    expect([visit.show().scene.kind, watched.windows]).toEqual(['greeting', 2]);
    goesTo(kiosk.visit, 'call-name');
    expect(kiosk.visit.show().scene).toMatchObject({ answer: null });
  });

  test('leaves what lies under a code to its own person', async () => {
    const code = await watched.takesACode();
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
    watched.answersWithAName();
    code = await watched.takesACode();
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
