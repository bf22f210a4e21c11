import { existsSync, statSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { startChild, type Child } from '../child-process.ts';

const LOOKS_AGAIN_MS = 5;

/** A simulated kiosk, and where it writes down what it was told to be safe. */
export interface Acknowledging {
  readonly program: string;
  readonly home: string;
  readonly ackFile: string;
}

/**
 * Starts a simulated kiosk, and waits until it has acknowledged something more.
 *
 * @throws when it ends before, as one does that finds something lost. It may take its time: a machine that stands still
 * for a while is no fault.
 */
export async function startAcknowledging({ program, home, ackFile }: Acknowledging): Promise<Child> {
  const length = (): number => (existsSync(ackFile) ? statSync(ackFile).size : 0);
  const before = length();
  const child = startChild(program, '--home', home, '--intakes', '99999999', '--ack', ackFile);
  while (length() === before) {
    if (child.hasEnded()) throw new Error('The simulated kiosk ended by itself; what it said stands above');
    await wait(LOOKS_AGAIN_MS);
  }
  return child;
}
