import type { Call, CallFailure, Caller, CallOutcome } from './caller.ts';

/**
 * A way to call through the kiosk's own window: its screen or its sound. The window does what `isCalling` says; whoever
 * comes presses "I am here" there.
 */
export interface WindowCaller extends Caller {
  readonly isCalling: () => boolean;
  /** Somebody has pressed "I am here". */
  readonly acknowledge: () => void;
  readonly fail: (failure: CallFailure) => void;
}

/** Makes a caller that calls through a window; `hasWindow` tells whether there is one. */
export function createWindowCaller(hasWindow: () => boolean): WindowCaller {
  let present: ((outcome: CallOutcome) => void) | null = null;
  const end = (outcome: CallOutcome): void => {
    const told = present;
    present = null;
    told?.(outcome);
  };
  return {
    call: (_call: Call, told) => {
      if (!hasWindow()) {
        told({ kind: 'failed', failure: 'noWindow' });
        return () => undefined;
      }
      present = told;
      return () => {
        if (present === told) present = null;
      };
    },
    isCalling: () => present !== null,
    acknowledge: () => end({ kind: 'acknowledged' }),
    fail: (failure) => end({ kind: 'failed', failure }),
  };
}
