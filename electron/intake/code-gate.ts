import type { RecordEvents } from '../../core/audit/events.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { CODE_THROTTLE } from '../../core/intake/code-throttle.ts';
import { TryGate, type KeptTries } from '../throttle/try-gate.ts';

/** Makes what every code passes before it is compared with anything. One for the whole kiosk, whoever stands at it. */
export function makeCodeGate(kept: KeptTries, uptime: Pick<Uptime, 'nowMs'>, record: RecordEvents): TryGate {
  return new TryGate({
    kept,
    uptime,
    policy: CODE_THROTTLE,
    onWrong: ({ wrong, waitMs }) =>
      record(
        { event: 'codeWrong', count: wrong },
        ...(waitMs > 0 ? [{ event: 'codesThrottled', waitMs } as const] : []),
      ),
  });
}
