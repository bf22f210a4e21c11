import type { AlertEntry } from '../alert/alert-entry.ts';
import type { AuditEvent } from './events.ts';

/**
 * What the audit log says of a line in the list of calls: that somebody was called, came, did not come, and that it is
 * over. The list itself has the rest. Source: docs/adr/0011-the-audit-log.md
 *
 * @returns null where the audit log says nothing
 */
export function alertEventOf(entry: AlertEntry): AuditEvent | null {
  const { alert } = entry;
  switch (entry.kind) {
    case 'raised':
      return { event: 'alertRaised', alert, cause: entry.why };
    case 'here':
      return { event: 'alertAnswered', alert, answer: 'atTheKiosk' };
    case 'channelAnswered':
      return { event: 'alertAnswered', alert, answer: 'channel' };
    case 'numbers':
      return { event: 'alertUnanswered', alert };
    case 'over':
      return { event: 'alertFinished', alert };
    default:
      return null;
  }
}
