import { carryAndTell } from '../../../electron/outbox/carry.ts';
import type { Destination } from '../../../electron/outbox/destination.ts';
import { DeliveryWorker } from '../../../electron/outbox/worker.ts';
import { systemRandom } from '../../../node/random.ts';
import type { Dice } from '../../../tools/simulate/dice.ts';
import { HandUptime } from '../../electron/hand-uptime.ts';
import { PowerCut } from '../../node/failing-file-system.ts';
import type { House } from './house.ts';

/** One try of the kiosk; false when not everything went well. */
export type Carries = (house: House, destination: Destination) => Promise<boolean>;

/** @returns false when the kiosk was killed meanwhile; then it is open again */
export async function mayBeKilled(house: House, weather: Dice | null, work: () => Promise<boolean>): Promise<boolean> {
  const calls = house.sealed.length * 10;
  await house.closes();
  await house.opens(weather?.onceIn(2) === true ? 1 + weather.below(calls) : null);
  try {
    return await work();
  } catch (thrown) {
    if (!(thrown instanceof PowerCut)) throw thrown;
    await house.isKilled();
    await house.opens();
    return false;
  }
}

/** As the command does it. */
export const byHand: Carries = async ({ home: { custody, audit }, clock }, destination) => {
  const { outbox, receipts } = custody;
  const carried = await carryAndTell({
    ...{ outbox, receipts, audit, destination, clock },
    alwaysWithHead: true,
  });
  return carried.ok;
};

/** As a kiosk does it that delivers by itself. */
export const byWorker: Carries = async ({ home: { custody, audit }, clock }, destination) => {
  const worker = new DeliveryWorker({
    ...{ outbox: custody.outbox, receipts: custody.receipts, audit, clock },
    ...{ uptime: new HandUptime(), random: systemRandom, destinations: () => [destination] },
    workingDays: () => ({ openingHours: [], timeZone: 'America/Nuuk' }),
  });
  await worker.tryNow();
  const { problem } = worker.progress;
  await worker.stop();
  return problem === null;
};

/** Brings home what the centre signed, and nothing else. */
export const asksForReceipts: Carries = async ({ home: { custody, audit }, clock }, destination) => {
  const { outbox, receipts } = custody;
  const carried = await carryAndTell({
    ...{ outbox, receipts, audit, destination, clock, wanted: () => [] },
  });
  return carried.ok;
};
