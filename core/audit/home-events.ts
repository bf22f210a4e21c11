import type { OutboxRecovery } from '../outbox/recovery.ts';
import type { AuditEvent } from './events.ts';
import { closingOf, refusalOf, type ValueOf } from './values.ts';

/** What a start found. */
export interface Opening {
  /** Which start of the kiosk it is. */
  readonly start: number;
  readonly before: ValueOf<'endBefore'>;
  /** The format that the home had before this start brought it to the present one; null where it had that already. */
  readonly migratedFrom: number | null;
  readonly stateFellBack: boolean;
  /** Null while the kiosk is not enrolled. */
  readonly outbox:
    | (Pick<OutboxRecovery, 'finish' | 'quarantine' | 'missing' | 'changed' | 'unledgered'> & {
        readonly hadTornLedgerLine: boolean;
      })
    | null;
}

/** Tells what a start found, in the order in which it was found. */
export function openingEvents({ start, before, migratedFrom, stateFellBack, outbox }: Opening): readonly AuditEvent[] {
  const opened: readonly AuditEvent[] = [
    { event: 'homeOpened', start, before },
    ...(migratedFrom === null ? [] : [{ event: 'homeMigrated', from: migratedFrom } as const]),
    ...(stateFellBack ? [{ event: 'stateFellBack' } as const] : []),
  ];
  return outbox === null ? opened : [...opened, ...outboxEvents(outbox)];
}

function outboxEvents({
  finish,
  quarantine,
  missing,
  changed,
  unledgered,
  hadTornLedgerLine,
}: NonNullable<Opening['outbox']>): readonly AuditEvent[] {
  const events: AuditEvent[] = [];
  if (hadTornLedgerLine) events.push({ event: 'ledgerTailCut' });
  if (finish.length > 0) events.push({ event: 'sealingFinished', count: finish.length });
  if (quarantine.length > 0) events.push({ event: 'filesSetAside', count: quarantine.length });
  const gaps = [...missing.map(({ seq }) => seq), ...changed];
  if (gaps.length > 0) {
    events.push({ event: 'custodyGap', count: gaps.length, first: Math.min(...gaps) });
  }
  if (unledgered.length > 0) {
    events.push({ event: 'ledgerSetBack', count: unledgered.length, first: Math.min(...unledgered) });
  }
  return events;
}

/** Tells how many drafts went because their time was over; nothing where none did. */
export function expiredEvents(count: number): readonly AuditEvent[] {
  return count === 0 ? [] : [{ event: 'draftsExpired', count }];
}

/** Tells that a home could not be opened. */
export function refusedEvent(kind: string): AuditEvent {
  return { event: 'homeRefused', reason: refusalOf(kind) };
}

/** Tells that a home was closed. */
export function closedEvent(kind: string): AuditEvent {
  return { event: 'homeClosed', reason: closingOf(kind) };
}
