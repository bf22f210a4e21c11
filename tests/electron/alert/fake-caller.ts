import type { Call, Caller, CallOutcome } from '../../../electron/alert/caller.ts';

/** A second channel that a test answers for. */
export class FakeCaller implements Caller {
  /** Every call that was made. */
  readonly calls: Call['kind'][] = [];
  isBroken = false;
  #present: ((outcome: CallOutcome) => void) | null = null;

  readonly call: Caller['call'] = ({ kind }, told) => {
    this.calls.push(kind);
    if (this.isBroken) {
      told({ kind: 'failed', failure: 'unreachable' });
      return () => undefined;
    }
    this.#present = told;
    return () => {
      if (this.#present === told) this.#present = null;
    };
  };

  get isCalling(): boolean {
    return this.#present !== null;
  }

  tell(outcome: CallOutcome): void {
    const told = this.#present;
    this.#present = null;
    told?.(outcome);
  }
}
