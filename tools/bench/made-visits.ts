import type { Culture } from '../../core/basics/language.ts';
import { act } from '../../core/intake/act.ts';
import { visitScene } from '../../core/intake/visit-scene.ts';
import { beginVisit, type Visit, type VisitContext, type VisitEvent } from '../../core/intake/visit.ts';
import type { Pack } from '../../core/pack/load.ts';
import { anyAnswer, choosingAll } from './any-answer.ts';

const POLICY = { fourteenDays: true, noMedicineWhileAnonymous: true };

/** Visits of one culture version that stand at a question: the first, one in the middle, and the last one. */
export interface MadeVisits {
  readonly none: Visit;
  readonly half: Visit;
  readonly all: Visit;
  /** Everything is told back. */
  readonly atTheEnd: Visit;
}

/** What surrounds a made visit; a code is taken, so that none is offered on the way. */
export function contextOf(pack: Pack): VisitContext {
  return { pack, codeTaken: true, now: '2026-03-01T10:00:00.000Z' };
}

/** The answer of somebody who has everything to say: it opens as many other questions as it can. */
export function fullAnswer(visit: Visit, pack: Pack): Extract<VisitEvent, { kind: 'answer' }> {
  const { scene } = visitScene(visit, pack, POLICY);
  if (scene.kind !== 'question') throw new Error(`There is no question to answer but ${scene.kind}`);
  // Of the ages, the first hands over to a person.
  const chooser = scene.item.linkId === 'age' ? { ...choosingAll, place: () => 1 } : choosingAll;
  return { kind: 'answer', linkId: scene.item.linkId, answer: anyAnswer(scene.item, chooser) };
}

/** Walks through a culture version, giving every answer. */
export function madeVisits(culture: Culture, pack: Pack): MadeVisits {
  const way: Visit[] = [atFirstQuestion(culture, pack)];
  let visit = way[0];
  while (visit?.stage.kind === 'question') {
    visit = done(visit, fullAnswer(visit, pack), pack);
    way.push(visit);
  }
  const [none, half, all, atTheEnd] = [way[0], way[Math.floor(way.length / 2)], way.at(-2), way.at(-1)];
  if (none === undefined || half === undefined || all === undefined || atTheEnd?.stage.kind !== 'readBack') {
    throw new Error(`The way through the ${culture} version ends at ${atTheEnd?.stage.kind ?? 'nothing'}`);
  }
  return { none, half, all, atTheEnd };
}

function atFirstQuestion(culture: Culture, pack: Pack): Visit {
  const greeting = beginVisit({
    intakeId: '33333333-3333-4333-8333-333333333333',
    contentVersion: 'c0ffee00'.repeat(8),
    startedAt: '2026-03-01T10:00:00.000Z',
    language: 'da',
    culture,
  });
  return done({ ...greeting, stage: { kind: 'track' } }, { kind: 'chooseTrack', track: 'whole' }, pack);
}

function done(visit: Visit, event: VisitEvent, pack: Pack): Visit {
  const next = act(visit, event, contextOf(pack));
  if (!next.ok) throw new Error(`${event.kind} is refused: ${next.error.kind}`);
  return next.value;
}
