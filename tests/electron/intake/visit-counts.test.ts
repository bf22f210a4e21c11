import { beforeEach, expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { expectOk } from '../../expect-ok.ts';
import { madeVisit, visitWithFakes } from './made-visit.ts';
import { answers, does, goesOn, goesTo, greets, NAME, placeOf } from './person.ts';

let kiosk: ReturnType<typeof visitWithFakes>;
beforeEach(() => {
  kiosk = visitWithFakes();
});

const STARTED = { kind: 'started', language: 'da', culture: 'danish', track: 'short' };
const kinds = () => kiosk.counted.map(({ kind }) => kind);

test('Nothing is counted of who only touches the greeting, or leaves before choosing a language', () => {
  goesOn(kiosk.visit);
  kiosk.visit.finish();
  expect(kiosk.counted).toEqual([]);
});

test('Who leaves before the first question is counted as turned away, and not as begun', () => {
  goesOn(kiosk.visit);
  does(kiosk.visit, { kind: 'chooseLanguage', language: 'da' });
  goesOn(kiosk.visit);
  expectOk(kiosk.visit.forget());
  kiosk.visit.finish();
  expect(kiosk.counted).toEqual([{ kind: 'turnedAway', at: 'culture' }]);
});

test('A visit counts as begun once, however often its person goes back to the first screens', () => {
  greets(kiosk.visit);
  does(kiosk.visit, { kind: 'back' });
  does(kiosk.visit, { kind: 'chooseTrack', track: 'whole' });
  does(kiosk.visit, { kind: 'chooseLanguage', language: 'sv' });
  expect(kiosk.counted).toEqual([STARTED]);
});

test('A visit that is sent is counted with what stands without a value, and with nothing that was said', async () => {
  goesTo(kiosk.visit, 'readBack');
  expectOk(await kiosk.visit.send({ ringToday: false }));
  kiosk.visit.finish();
  const [started, sent, ...more] = kiosk.counted;
  expect([started, more]).toEqual([STARTED, []]);
  if (sent?.kind !== 'sent') throw new Error('Expected what was sent');
  expect(sent.nonAnswers.length).toBeGreaterThan(5);
  expect(new Set(sent.nonAnswers.map(({ kind }) => kind))).toEqual(new Set(['notNow']));
  expect(sent.nonAnswers.map(({ item }) => item)).not.toContain('call-name');
  expect(JSON.stringify(kiosk.counted)).not.toContain(NAME);
});

test('A sealing that fails counts nothing, and sent again the visit is counted once', async () => {
  goesTo(kiosk.visit, 'readBack');
  const { outcome } = kiosk.seal;
  kiosk.seal.outcome = fail({ kind: 'full' });
  await kiosk.visit.send({ ringToday: false });
  expect(kinds()).toEqual(['started']);
  kiosk.seal.outcome = outcome;
  await Promise.all([kiosk.visit.send({ ringToday: false }), kiosk.visit.send({ ringToday: false })]);
  await kiosk.visit.send({ ringToday: false });
  expect(kinds()).toEqual(['started', 'sent']);
});

test('A visit that is deleted or left is counted with the place where it stood', () => {
  goesTo(kiosk.visit, 'call-name');
  expectOk(kiosk.visit.forget());
  goesTo(kiosk.visit, 'readBack');
  kiosk.visit.finish();
  expect(kiosk.counted).toEqual([
    STARTED,
    { kind: 'stopped', at: 'call-name' },
    STARTED,
    { kind: 'stopped', at: 'readBack' },
  ]);
});

test('A visit that is kept is no stop, and is not begun a second time when it goes on, also after a restart', async () => {
  goesTo(kiosk.visit, 'call-name');
  const { digits } = expectOk(await kiosk.visit.takeCode());
  expectOk(kiosk.visit.keep());
  kiosk.visit.finish();
  expect(kiosk.counted).toEqual([STARTED]);
  const restarted = madeVisit(kiosk.drafts, kiosk).visit;
  expectOk(await restarted.resume(digits));
  expect(placeOf(restarted)).toBe('call-name');
  answers(restarted, { kind: 'text', text: NAME });
  goesTo(restarted, 'readBack');
  expectOk(await restarted.send({ ringToday: false }));
  expect(kinds()).toEqual(['started', 'sent']);
});
