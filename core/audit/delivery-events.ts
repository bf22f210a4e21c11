import type { EventDescription } from './event-description.ts';

const EXPORT = 'electron/outbox/carry.ts';
const RECEIPTS = 'electron/outbox/take-receipts.ts';
const PURGE = 'electron/outbox/purge-receipted.ts';
const WORKER = 'electron/outbox/worker.ts';

/** What happens between the house and its centre, once an intake is sealed. */
export const DELIVERY_EVENTS = {
  exported: {
    meaning: 'Sealed intakes were copied to a destination for the centre',
    severity: 'info',
    fields: { count: 'count' },
    writer: EXPORT,
  },
  exportStopped: {
    meaning: 'An export stopped; what was copied before stays copied',
    severity: 'warning',
    fields: { reason: 'exportProblem' },
    writer: EXPORT,
  },
  receiptTaken: {
    meaning: 'The centre has signed for sealed intakes',
    severity: 'info',
    fields: { count: 'count' },
    writer: RECEIPTS,
  },
  receiptUnknown: {
    meaning:
      'The centre has signed for intakes that this kiosk did not seal under these numbers: one of both was set back',
    severity: 'alarm',
    fields: { count: 'count' },
    writer: RECEIPTS,
  },
  centreRefused: {
    meaning: 'The centre has got intakes of this kiosk and does not take them; the kiosk keeps its copies',
    severity: 'alarm',
    fields: { count: 'count' },
    writer: RECEIPTS,
  },
  centreConfirmed: {
    meaning: 'The centre has opened the canary: what is sealed to its present keys can be read there',
    severity: 'notice',
    fields: {},
    writer: RECEIPTS,
  },
  receiptRefused: {
    meaning: 'A receipt was not taken, and changed nothing',
    severity: 'warning',
    fields: { reason: 'receiptProblem' },
    writer: RECEIPTS,
  },
  intakesPurged: {
    meaning: 'The kiosk has let go of intakes that the centre had signed for long enough ago',
    severity: 'info',
    fields: { count: 'count' },
    writer: PURGE,
  },
  deliveryResumed: {
    meaning: 'A destination takes sealed intakes again',
    severity: 'notice',
    fields: {},
    writer: WORKER,
  },
  deliveryLate: {
    meaning: 'A whole working day has passed, and the centre has not signed for sealed intakes',
    severity: 'warning',
    fields: { count: 'count' },
    writer: WORKER,
  },
  deliveryVeryLate: {
    meaning: 'Three working days have passed, and the centre has not signed for sealed intakes',
    severity: 'alarm',
    fields: { count: 'count' },
    writer: WORKER,
  },
} as const satisfies Readonly<Record<string, EventDescription>>;
