import type { AlertEntry } from '../alert/alert-entry.ts';
import { callTime, type CountedFact } from './fact.ts';

type Step = Pick<AlertEntry, 'alert' | 'kind'> & { readonly why?: 'danger' | 'fetch' | 'test' };

/** Times the call that is under way, out of the steps that are written into the list of calls. Test calls are none. */
export class CallTimer {
  #timed: { readonly alert: number; readonly sinceMs: number } | null = null;

  /**
   * Takes the next step.
   *
   * @param nowMs in uptime
   * @returns what is counted now; null where nothing is
   */
  step(entry: Step, nowMs: number): CountedFact | null {
    if (entry.kind === 'raised') {
      this.#timed = entry.why === 'test' ? null : { alert: entry.alert, sinceMs: nowMs };
      return null;
    }
    if (this.#timed?.alert !== entry.alert || (entry.kind !== 'here' && entry.kind !== 'over')) return null;
    const waitedMs = entry.kind === 'here' ? nowMs - this.#timed.sinceMs : null;
    // Whoever has come is counted; that the call is over afterwards is not.
    this.#timed = null;
    return { kind: 'called', time: callTime(waitedMs) };
  }
}
