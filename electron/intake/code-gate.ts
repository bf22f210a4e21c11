import type { RecordEvents } from '../../core/audit/events.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { codeWaitMs, withTry, type TriedCodes } from '../../core/intake/code-throttle.ts';

/** Where the count of wrong tries is kept; durable when `write` returns ok. */
export interface KeptTries {
  read(): number;
  write(wrong: number): Result<null, { readonly kind: string }>;
}

/** Why a code may not be tried now: somebody has to wait so many seconds, or the try could not be counted. */
export type GateProblem = { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'notCounted' };

/** What every code passes before it is compared with anything. One for the whole kiosk, whoever stands at it. */
export class CodeGate {
  readonly #kept: KeptTries;
  readonly #uptime: Pick<Uptime, 'nowMs'>;
  readonly #record: RecordEvents;
  #tried: TriedCodes;

  constructor(kept: KeptTries, uptime: Pick<Uptime, 'nowMs'>, record: RecordEvents) {
    this.#kept = kept;
    this.#uptime = uptime;
    this.#record = record;
    this.#tried = { wrong: kept.read(), lastAtMs: uptime.nowMs() };
  }

  /** Counts a try as wrong, durably; only when this is ok may the code be compared. */
  pass(): Result<null, GateProblem> {
    const now = this.#uptime.nowMs();
    const waitMs = codeWaitMs(this.#tried, now);
    if (waitMs > 0) return fail({ kind: 'wait', seconds: Math.ceil(waitMs / 1000) });
    const tried = withTry(this.#tried, now);
    // Counted in memory even when the disk refuses: full or not, nobody tries more often.
    this.#tried = tried;
    return this.#kept.write(tried.wrong).ok ? ok(null) : fail({ kind: 'notCounted' });
  }

  /** The code was wrong, as it was counted. */
  wasWrong(): void {
    const waitMs = codeWaitMs(this.#tried, this.#uptime.nowMs());
    this.#record(
      { event: 'codeWrong', count: this.#tried.wrong },
      ...(waitMs > 0 ? [{ event: 'codesThrottled', waitMs: Math.ceil(waitMs) } as const] : []),
    );
  }

  /** The code was right: the wrong tries before it are forgotten. */
  wasRight(): void {
    this.#tried = { ...this.#tried, wrong: 0 };
    // A count that stays on the disk lets somebody wait who need not; it lets nobody in.
    this.#kept.write(0);
  }
}
