import { throttleWaitMs, withTry, type ThrottlePolicy, type Tried } from '../../core/basics/throttle.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';

/** Where the count of wrong tries is kept; durable when `write` returns ok. */
export interface KeptTries {
  read(): number;
  write(wrong: number): Result<null, { readonly kind: string }>;
}

/** Why a secret may not be tried now: somebody has to wait so many seconds, or the try could not be counted. */
export type GateProblem = { readonly kind: 'wait'; readonly seconds: number } | { readonly kind: 'notCounted' };

/** What a gate is made of. */
export interface TryGateOptions {
  readonly kept: KeptTries;
  readonly uptime: Pick<Uptime, 'nowMs'>;
  readonly policy: ThrottlePolicy;
  /** Hears of each wrong try: how many there were since the last right one, and how long the next one waits. */
  readonly onWrong: (tries: { readonly wrong: number; readonly waitMs: number }) => void;
}

/** What a secret passes before it is compared with anything. */
export class TryGate {
  readonly #options: TryGateOptions;
  #tried: Tried;

  constructor(options: TryGateOptions) {
    this.#options = options;
    this.#tried = { wrong: options.kept.read(), lastAtMs: options.uptime.nowMs() };
  }

  /** Counts a try as wrong, durably; only when this is ok may the secret be compared. */
  pass(): Result<null, GateProblem> {
    const { uptime, policy, kept } = this.#options;
    const now = uptime.nowMs();
    const waitMs = throttleWaitMs(this.#tried, now, policy);
    if (waitMs > 0) return fail({ kind: 'wait', seconds: Math.ceil(waitMs / 1000) });
    const tried = withTry(this.#tried, now, policy);
    // Counted in memory even when the disk refuses: full or not, nobody tries more often.
    this.#tried = tried;
    return kept.write(tried.wrong).ok ? ok(null) : fail({ kind: 'notCounted' });
  }

  /** The secret was wrong, as it was counted. */
  wasWrong(): void {
    const { uptime, policy, onWrong } = this.#options;
    const waitMs = throttleWaitMs(this.#tried, uptime.nowMs(), policy);
    onWrong({ wrong: this.#tried.wrong, waitMs: Math.ceil(waitMs) });
  }

  /** The secret was right: the wrong tries before it are forgotten. */
  wasRight(): void {
    this.#tried = { ...this.#tried, wrong: 0 };
    // A count that stays on the disk lets somebody wait who need not; it lets nobody in.
    this.#options.kept.write(0);
  }
}
