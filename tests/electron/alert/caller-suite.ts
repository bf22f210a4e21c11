import { expect, test } from 'vitest';
import type { Call, Caller, CallOutcome } from '../../../electron/alert/caller.ts';

/** A caller, and a world in which somebody acknowledges its calls or nobody can. */
export interface CallerWorld {
  readonly caller: Caller;
  /** Somebody acknowledges the call that is under way. */
  readonly acknowledge: () => void;
  /** From now on nothing can be called. */
  readonly breakDown: () => void;
  /** Long enough for anything that is under way to arrive. */
  readonly settle: () => Promise<void>;
}

const COME: Call = { kind: 'come' };

/** What every way to call keeps to, the fake one included. */
export function callerSuite(name: string, makeWorld: () => CallerWorld): void {
  const calling = (prepare: (world: CallerWorld) => void = () => undefined) => {
    const world = makeWorld();
    prepare(world);
    const outcomes: CallOutcome[] = [];
    const stop = world.caller.call(COME, (outcome) => outcomes.push(outcome));
    return { ...world, outcomes, stop };
  };

  test(`${name} says nothing before somebody acknowledges`, async () => {
    const { outcomes, settle, stop } = calling();
    await settle();
    expect(outcomes).toEqual([]);
    stop();
  });

  test(`${name} says once that somebody has acknowledged`, async () => {
    const { outcomes, acknowledge, settle } = calling();
    await settle();
    acknowledge();
    await settle();
    acknowledge();
    await settle();
    expect(outcomes).toEqual([{ kind: 'acknowledged' }]);
  });

  test(`${name} says why nobody can be called`, async () => {
    const { outcomes, settle } = calling(({ breakDown }) => breakDown());
    await settle();
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ kind: 'failed' });
  });

  test(`${name} says nothing after it was stopped`, async () => {
    const { outcomes, acknowledge, settle, stop } = calling();
    await settle();
    stop();
    stop();
    acknowledge();
    await settle();
    expect(outcomes).toEqual([]);
  });

  test(`${name} calls again after a call is over`, async () => {
    const { caller, acknowledge, settle, outcomes } = calling();
    await settle();
    acknowledge();
    await settle();
    const again: CallOutcome[] = [];
    const stop = caller.call(COME, (outcome) => again.push(outcome));
    await settle();
    expect(again).toEqual([]);
    acknowledge();
    await settle();
    expect(again).toEqual([{ kind: 'acknowledged' }]);
    expect(outcomes).toHaveLength(1);
    stop();
  });
}
