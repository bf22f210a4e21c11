import fc from 'fast-check';
import { CULTURES, LANGUAGE_TAGS } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import type { Visit, VisitContext, VisitEvent } from '../../core/intake/visit.ts';
import { NON_ANSWERS } from '../../core/pack/condition.ts';
import type { Pack } from '../../core/pack/load.ts';
import { anyAnswer, type Chooser } from '../../tools/bench/any-answer.ts';
import { POLICY } from './journey.ts';

const KINDS = [
  ...Array.from({ length: 8 }, () => 'answer' as const),
  ...(['nonAnswer', 'nonAnswer', 'proceed', 'back', 'back', 'edit', 'edit', 'remove', 'tellBack'] as const),
  ...(['language', 'culture', 'track', 'helper'] as const),
];

/** What somebody does at random; which of it is possible depends on the screen. */
export interface Impulse {
  readonly kind: (typeof KINDS)[number];
  readonly picks: readonly number[];
  readonly words: string;
}

const impulse = fc.record<Impulse>({
  kind: fc.constantFrom(...KINDS),
  picks: fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 }),
  words: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
});

/** What somebody does in a visit. */
export const impulses = fc.array(impulse, { maxLength: 40, size: 'max' });

/** One step of a way: what was tried, and the visit after it. What the kiosk refuses changes nothing. */
export interface Step {
  readonly event: VisitEvent;
  readonly before: Visit;
  readonly after: Visit;
}

/** Every step on the way that the impulses lead. Each takes a second. */
export function way(start: Visit, pack: Pack, taken: readonly Impulse[]): readonly Step[] {
  let before = start;
  return taken.map((each, second) => {
    const event = eventFor(before, pack, each);
    const done = act(before, event, contextAt(pack, second));
    const step = { event, before, after: done.ok ? done.value : before };
    before = step.after;
    return step;
  });
}

/** What surrounds a visit in a second of its way. */
export function contextAt(pack: Pack, second: number): VisitContext {
  return { pack, codeTaken: false, now: new Date(Date.UTC(2026, 2, 1, 10, 0, second)).toISOString() };
}

/** Answers and goes on as somebody does who wants to come to the end. */
export function eager(picks: readonly number[]): Impulse {
  return { kind: 'answer', picks, words: 'x' };
}

function chooser({ picks, words }: Impulse): Chooser {
  let taken = 0;
  const pick = (count: number): number => {
    taken += 1;
    return (picks[taken % picks.length] ?? 0) % count;
  };
  return { place: pick, amount: (most) => 1 + pick(most), words };
}

function eventFor(visit: Visit, pack: Pack, given: Impulse): VisitEvent {
  const pickOf = <T>(from: readonly T[]): T => {
    const picked = from[(given.picks[0] ?? 0) % from.length];
    if (picked === undefined) throw new Error('Nothing to pick from');
    return picked;
  };
  switch (given.kind) {
    case 'answer':
      return answerOrProceed(visit, pack, given);
    case 'nonAnswer':
      return visit.stage.kind === 'question'
        ? { kind: 'answer', linkId: visit.stage.linkId, answer: { kind: pickOf(NON_ANSWERS) } }
        : { kind: 'proceed' };
    case 'proceed':
    case 'back':
    case 'tellBack':
      return { kind: given.kind };
    case 'language':
      return { kind: 'chooseLanguage', language: pickOf(LANGUAGE_TAGS) };
    case 'culture':
      return { kind: 'chooseCulture', culture: pickOf(CULTURES) };
    case 'track':
      return { kind: 'chooseTrack', track: pickOf(['whole', 'short'] as const) };
    case 'helper':
      return { kind: 'setAccompanied', accompanied: pickOf([true, false]) };
    case 'edit':
    case 'remove':
      return { kind: given.kind, linkId: pickOf(pack[visit.culture].items).item.linkId };
  }
}

/** Does what leads on from each screen. */
function answerOrProceed(visit: Visit, pack: Pack, given: Impulse): VisitEvent {
  const { scene } = visitScene(visit, pack, POLICY);
  switch (scene.kind) {
    case 'question':
      return { kind: 'answer', linkId: scene.item.linkId, answer: anyAnswer(scene.item, chooser(given)) };
    case 'language':
      return visit.chosen.language ? { kind: 'proceed' } : { kind: 'chooseLanguage', language: visit.language };
    case 'culture':
      return visit.chosen.culture ? { kind: 'proceed' } : { kind: 'chooseCulture', culture: visit.culture };
    case 'track':
      return { kind: 'chooseTrack', track: visit.track };
    default:
      return { kind: 'proceed' };
  }
}
