import { setImmediate as nextTurn } from 'node:timers/promises';
import type { RecordEvents } from '../../core/audit/events.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { planPurge } from '../../core/outbox/purging.ts';
import type { PurgeNotes } from '../../core/outbox/purging.ts';
import type { FileError } from '../../node/file-system.ts';
import type { State } from '../store/state.ts';
import type { LedgerAppendError } from './ledger-file.ts';
import type { Outbox } from './outbox.ts';

/** Let go of together: the folder is looked through once for each lot. */
const LOT = 32;

/** What purging works with. */
export interface Purging {
  readonly outbox: Pick<Outbox, 'receipted' | 'lineCount' | 'purge'>;
  readonly state: State;
  /** How much time has passed for the home, in milliseconds. */
  readonly passedMs: () => number;
  readonly record: RecordEvents;
  /** False once HOME is about to be closed. */
  readonly goesOn: () => boolean;
}

/** Why not everything that was due went. The next look goes on. */
export type PurgeError = FileError | LedgerAppendError | { readonly kind: 'notErased' };

/**
 * Lets go of what the centre signed for long enough ago. Called at the start, now and then, and after receipts.
 *
 * @returns how many went
 */
export async function purgeReceipted(purging: Purging): Promise<Result<number, PurgeError>> {
  const { outbox, state, passedMs, record, goesOn } = purging;
  if (!goesOn()) return ok(0);
  const { purgeNotes, settings } = state.content;
  const look = { passedMs: passedMs(), lines: outbox.lineCount, keptDays: settings.keptDaysAfterReceipt };
  const plan = planPurge(outbox.receipted(), purgeNotes, look);
  const noted = remember(state, plan.notes);
  if (!noted.ok) return noted;
  let gone = 0;
  while (gone < plan.due.length && goesOn()) {
    const lot = plan.due.slice(gone, gone + LOT);
    const purged = outbox.purge(lot);
    if (!purged.ok) return purged;
    gone += lot.length;
    record({ event: 'intakesPurged', count: lot.length });
    await nextTurn();
  }
  return ok(gone);
}

function remember(state: State, purgeNotes: PurgeNotes): Result<null, FileError> {
  if (purgeNotes === state.content.purgeNotes) return ok(null);
  return state.change((content) => ({ ...content, purgeNotes }));
}
