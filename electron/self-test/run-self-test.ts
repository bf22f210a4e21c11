import type { Uptime } from '../../core/basics/uptime.ts';
import { judge, type Check, type Found, type SelfTest } from '../../core/self-test/self-test.ts';

/** How long one check may take. They run at once, so that all of them are over well before a minute is. */
const CHECK_LIMIT_MS = 25_000;

/** What finds something out: at once, or in a while. It may hang or throw. */
export type Probes = { readonly [C in Check]: () => Found[C] | Promise<Found[C]> };

const TIMED_OUT = { finding: 'timedOut' } as const;
const BROKEN = { finding: 'broken' } as const;

/** Runs all checks at once and judges them. Never rejects, and never takes longer than the limit of one check. */
export async function runSelfTest(
  probes: Probes,
  { uptime, hasChannel }: { readonly uptime: Pick<Uptime, 'after'>; readonly hasChannel: boolean },
): Promise<SelfTest> {
  const look = <T>(probe: () => T | Promise<T>) => withLimit(probe, uptime);
  const begun = {
    sound: look(probes.sound),
    headset: look(probes.headset),
    testCall: look(probes.testCall),
    printer: look(probes.printer),
    clock: look(probes.clock),
    disk: look(probes.disk),
    mirror: look(probes.mirror),
    lastDelivery: look(probes.lastDelivery),
    destination: look(probes.destination),
    content: look(probes.content),
  };
  const found: Found = {
    sound: await begun.sound,
    headset: await begun.headset,
    testCall: await begun.testCall,
    printer: await begun.printer,
    clock: await begun.clock,
    disk: await begun.disk,
    mirror: await begun.mirror,
    lastDelivery: await begun.lastDelivery,
    destination: await begun.destination,
    content: await begun.content,
  };
  return judge(found, { hasChannel });
}

async function withLimit<T>(
  probe: () => T | Promise<T>,
  uptime: Pick<Uptime, 'after'>,
): Promise<T | typeof TIMED_OUT | typeof BROKEN> {
  let callOff = (): void => undefined;
  const limit = new Promise<typeof TIMED_OUT>((resolve) => {
    callOff = uptime.after(CHECK_LIMIT_MS, () => resolve(TIMED_OUT));
  });
  try {
    return await Promise.race([limit, Promise.resolve().then(probe)]);
  } catch {
    // What was thrown may name a path; that the check is broken is all that a desk needs.
    return BROKEN;
  } finally {
    callOff();
  }
}
