import type { RecordEvents } from '../../core/audit/events.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { PIN_THROTTLE } from '../../core/staff/pin-throttle.ts';
import { TryGate, type KeptTries } from '../throttle/try-gate.ts';

/** What the gate of one person is made of. */
export interface PinGateOptions {
  readonly person: number;
  readonly kept: KeptTries;
  readonly uptime: Pick<Uptime, 'nowMs'>;
  readonly record: RecordEvents;
}

/** Makes what a PIN of one person passes before it is compared. */
export function makePinGate({ person, kept, uptime, record }: PinGateOptions): TryGate {
  return new TryGate({
    kept,
    uptime,
    policy: PIN_THROTTLE,
    onWrong: ({ wrong, waitMs }) =>
      record(
        { event: 'pinWrong', person, count: wrong },
        ...(waitMs > 0 ? [{ event: 'pinThrottled', person, waitMs } as const] : []),
      ),
  });
}
