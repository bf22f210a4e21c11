import type { CurrentVisit } from '../../electron/intake/current-visit.ts';
import type { PersonAct, SyntheticPerson } from './synthetic-person.ts';
import { expectDone, Trouble } from './trouble.ts';

/** A made-up person at a kiosk, with somebody who looks on. */
export interface Play {
  readonly visit: CurrentVisit;
  readonly person: Pick<SyntheticPerson, 'next'>;
  /** The code that keeps the visit, as 16 digits; null before one is taken. */
  code: string | null;
  /** A code was taken: everything answered so far is durable. */
  codeTaken(digits: string): void;
  /** What the person did last is durable; it took so many milliseconds. */
  saved(tookMs: number): void;
  /** Asked before everything the person does. */
  isOver(): boolean;
}

/** So much nobody does: something is wrong with the made-up person. */
const MOST_ACTS = 2_000;
const NOT_SAVED = 'A change was not saved';

/**
 * Lets a made-up person go on until Send, or until it is over.
 *
 * @throws Trouble when the store refuses, or when the visit does, which is a bug
 */
export async function play(scene: Play): Promise<'atSend' | 'over'> {
  for (let acts = 0; acts < MOST_ACTS; acts += 1) {
    if (scene.isOver()) return 'over';
    const act = scene.person.next(scene.visit.show());
    if (act.kind === 'send') return 'atSend';
    await perform(act, scene);
  }
  throw new Trouble(`A made-up person never came to Send but stands at ${scene.visit.show().scene.kind}.`);
}

async function perform(act: Exclude<PersonAct, { kind: 'send' }>, scene: Play): Promise<void> {
  const { visit } = scene;
  switch (act.kind) {
    case 'takeCode': {
      const taken = expectDone(await visit.takeCode(), NOT_SAVED);
      scene.code = taken.digits;
      scene.codeTaken(taken.digits);
      return;
    }
    case 'pause':
      return pause(scene);
    default: {
      const startedMs = performance.now();
      const view = expectDone(visit.act(act), NOT_SAVED);
      const tookMs = performance.now() - startedMs;
      if (view.codeTaken) scene.saved(tookMs);
      if (view.alert !== null) throw new Trouble('A made-up person has called for help.');
    }
  }
}

async function pause(scene: Play): Promise<void> {
  if (scene.code === null) throw new Trouble('A made-up person pauses without a code.');
  const startedMs = performance.now();
  expectDone(scene.visit.keep(), NOT_SAVED);
  scene.saved(performance.now() - startedMs);
  expectDone(await scene.visit.resume(scene.code), 'A code did not open its draft');
}
