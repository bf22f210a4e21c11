import type { ShownInstruments } from '../../../ipc/instruments-contract.ts';
import type { Acting } from '../staff/use-act.ts';

/** What a form for instruments works with. */
export interface InstrumentFormProps {
  readonly acting: Acting;
  readonly onCancel: () => void;
  readonly onDone: (shown: ShownInstruments) => void;
}
