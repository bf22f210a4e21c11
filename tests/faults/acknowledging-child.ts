import { existsSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'vitest';
import { startChild, type Child } from '../child-process.ts';

const LONGEST_START_MS = 20_000;
const LOOKS_AGAIN_MS = 5;

/** A simulated kiosk, and where it writes down what it was told to be safe. */
export interface Acknowledging {
  readonly program: string;
  readonly home: string;
  readonly ackFile: string;
}

/**
 * Starts a simulated kiosk, and waits until it has acknowledged something more. One that finds something lost says so and
 * ends: then this waits in vain, and fails.
 */
export async function startAcknowledging({ program, home, ackFile }: Acknowledging): Promise<Child> {
  const length = (): number => (existsSync(ackFile) ? statSync(ackFile).size : 0);
  const before = length();
  const child = startChild(program, '--home', home, '--intakes', '99999999', '--ack', ackFile);
  const startedMs = performance.now();
  while (length() === before) {
    expect(performance.now() - startedMs).toBeLessThan(LONGEST_START_MS);
    await wait(LOOKS_AGAIN_MS);
  }
  return child;
}
