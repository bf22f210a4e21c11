import { ok } from '../../../core/basics/result.ts';
import type { Epoch, Epochs } from '../../../electron/store/epochs.ts';

/** Epochs that neither begin nor end. The newest stands first. */
export function standingEpochs(newest: Epoch, ...older: readonly Epoch[]): Pick<Epochs, 'live' | 'forget'> {
  const oldest = (older.at(-1) ?? newest).number;
  return { live: () => [newest, ...older], forget: () => ok({ oldest, forgotten: 0 }) };
}
