import type { EventDescription } from './event-description.ts';

const GATE = 'electron/staff/pin-gate.ts';
const ACCOUNTS = 'electron/staff/staff-accounts.ts';

/** What happens at the staff desk. `person`: who, by the number that the kiosk gave them. */
export const DESK_EVENTS = {
  administratorSetUp: {
    meaning: 'The first administrator was set up; there was none',
    severity: 'notice',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  personAdded: {
    meaning: 'An administrator added somebody of the house',
    severity: 'notice',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  pinChanged: {
    meaning: 'Somebody changed their own PIN',
    severity: 'info',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  pinSetAnew: {
    meaning: 'An administrator set a new PIN for somebody',
    severity: 'notice',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  pinWrong: {
    meaning: 'A PIN was wrong; `count`: wrong ones of this person since the last right one',
    severity: 'notice',
    fields: { person: 'number', count: 'count' },
    writer: GATE,
  },
  pinThrottled: {
    meaning: 'After too many wrong PINs this person has to wait',
    severity: 'warning',
    fields: { person: 'number', waitMs: 'waitMs' },
    writer: GATE,
  },
} as const satisfies Readonly<Record<string, EventDescription>>;
