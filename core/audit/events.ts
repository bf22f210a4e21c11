import { DELIVERY_EVENTS } from './delivery-events.ts';
import { DESK_EVENTS } from './desk-events.ts';
import type { EventDescription } from './event-description.ts';
import { PUBLISHING_EVENTS } from './publishing-events.ts';
import { HOUSE_WORDS_EVENTS } from './house-words-events.ts';
import { isValueOf, type FieldKind, type ValueOf } from './values.ts';

const LOG = 'electron/audit/audit-log.ts';
const HOME = 'core/audit/home-events.ts';
const MIRROR = 'electron/outbox/mirror.ts';
const STORE = 'electron/store/home.ts';
const KIOSK = 'electron/intake/open-kiosk.ts';
const CUSTODY = 'electron/audit/custody-events.ts';
const CODES = 'electron/intake/code-gate.ts';
const CALLS = 'core/audit/alert-events.ts';
const SELF_TEST = 'electron/self-test/self-test-desk.ts';
const DUTY = 'electron/ipc/handlers/demo.ts';

/** Every event that the audit log knows. A code keeps its meaning for ever; docs/audit-events.md is made from this. */
export const AUDIT_EVENTS = {
  logBegun: {
    meaning: 'The first line of the log: before it there was none',
    severity: 'info',
    fields: {},
    writer: LOG,
  },
  tailCut: {
    meaning: 'A last line of the log without its end was cut off and set aside in quarantine',
    severity: 'warning',
    fields: {},
    writer: LOG,
  },
  lastLineDamaged: {
    meaning: 'The last line of the log was not one that the kiosk writes; it stands where it stood',
    severity: 'alarm',
    fields: {},
    writer: LOG,
  },
  eventsLost: {
    meaning: 'Events that could not be written since the line before, as on a full disk',
    severity: 'alarm',
    fields: { count: 'count' },
    writer: LOG,
  },
  homeOpened: {
    meaning:
      'The program has started and opened its home; `before`: how the time before ended (`stopped`: by a kill or a power cut)',
    severity: 'info',
    fields: { start: 'number', before: 'endBefore' },
    writer: HOME,
  },
  homeRefused: {
    meaning: 'The program has started and could not open its home',
    severity: 'alarm',
    fields: { reason: 'refusal' },
    writer: HOME,
  },
  homeClosed: {
    meaning: 'The home was closed, and why',
    severity: 'info',
    fields: { reason: 'closing' },
    writer: HOME,
  },
  homeMigrated: {
    meaning: 'A newer program has brought the home to its format; `from`: the format before',
    severity: 'notice',
    fields: { from: 'number' },
    writer: HOME,
  },
  stateFellBack: {
    meaning:
      'The newest generation of the state was damaged: the one before it counts, and the last change may be lost',
    severity: 'warning',
    fields: {},
    writer: HOME,
  },
  ledgerTailCut: {
    meaning: 'A last line of the ledger without its end was cut off and set aside; nobody had been told that it stood',
    severity: 'warning',
    fields: {},
    writer: HOME,
  },
  sealingFinished: {
    meaning: 'Intakes whose sealing a stop had interrupted were put in place at the start',
    severity: 'notice',
    fields: { count: 'count' },
    writer: HOME,
  },
  filesSetAside: {
    meaning: 'Files in the outbox that were promised to nobody were moved to quarantine at the start',
    severity: 'warning',
    fields: { count: 'count' },
    writer: HOME,
  },
  custodyGap: {
    meaning: 'Sealed intakes that the ledger promises are missing or hold other bytes; `first`: the lowest number',
    severity: 'alarm',
    fields: { count: 'count', first: 'seq' },
    writer: HOME,
  },
  ledgerSetBack: {
    meaning:
      'Sealed intakes stand in the outbox that the ledger does not know: it was set back; `first`: the lowest number',
    severity: 'alarm',
    fields: { count: 'count', first: 'seq' },
    writer: HOME,
  },
  kioskReady: {
    meaning: 'Sealing to the centre works and the content is whole: people can be received',
    severity: 'info',
    fields: {},
    writer: KIOSK,
  },
  runtimeOld: {
    meaning: 'The program runs on an older runtime than it is made for',
    severity: 'warning',
    fields: {},
    writer: KIOSK,
  },
  contentInstalled: {
    meaning: 'The home got a copy of a content version',
    severity: 'notice',
    fields: {},
    writer: KIOSK,
  },
  alertsNotWritten: {
    meaning: 'The list of calls cannot be opened: calls go out, and are remembered only until the program ends',
    severity: 'alarm',
    fields: {},
    writer: KIOSK,
  },
  intakeSealed: {
    meaning: 'An intake was sealed and is in custody',
    severity: 'info',
    fields: { seq: 'seq' },
    writer: KIOSK,
  },
  intakeWithdrawn: {
    meaning: 'A person took a sealed intake back',
    severity: 'notice',
    fields: { seq: 'seq' },
    writer: CUSTODY,
  },
  draftsExpired: {
    meaning: 'Drafts were kept as long as was promised, and went',
    severity: 'notice',
    fields: { count: 'count' },
    writer: HOME,
  },
  ballastGivenUp: {
    meaning: 'The disk was full: the room that is kept for the present visit was given up, and no new one begins',
    severity: 'alarm',
    fields: {},
    writer: STORE,
  },
  mirrorBehind: {
    meaning: 'The second medium is missing, full or broken: sealed intakes have one copy only',
    severity: 'warning',
    fields: {},
    writer: MIRROR,
  },
  mirrorCaughtUp: {
    meaning: 'Every sealed intake has its copy on the second medium again',
    severity: 'notice',
    fields: {},
    writer: MIRROR,
  },
  draftSetAside: {
    meaning: 'A draft whose code was right is damaged and was moved to quarantine',
    severity: 'alarm',
    fields: {},
    writer: CUSTODY,
  },
  draftTailCut: {
    meaning: 'The last save of a draft was interrupted and was set aside; nobody had been told that it was saved',
    severity: 'notice',
    fields: {},
    writer: CUSTODY,
  },
  ...DELIVERY_EVENTS,
  codeWrong: {
    meaning: 'A code was wrong; `count`: wrong ones since the last right one, those of all people together',
    severity: 'notice',
    fields: { count: 'count' },
    writer: CODES,
  },
  codesThrottled: {
    meaning: 'After too many wrong codes nobody may try one for a while',
    severity: 'warning',
    fields: { waitMs: 'waitMs' },
    writer: CODES,
  },
  alertRaised: {
    meaning: 'Somebody of the house was called; `alert`: which call',
    severity: 'notice',
    fields: { alert: 'number', cause: 'alertCause' },
    writer: CALLS,
  },
  alertAnswered: {
    meaning: 'Somebody answered a call',
    severity: 'notice',
    fields: { alert: 'number', answer: 'alertAnswer' },
    writer: CALLS,
  },
  alertUnanswered: {
    meaning: 'Nobody answered a call in time: the telephone numbers stand on the screen',
    severity: 'alarm',
    fields: { alert: 'number' },
    writer: CALLS,
  },
  alertFinished: {
    meaning: 'A call is over',
    severity: 'notice',
    fields: { alert: 'number' },
    writer: CALLS,
  },
  dutySignedOn: {
    meaning: 'Somebody signed on duty',
    severity: 'info',
    fields: {},
    writer: DUTY,
  },
  dayOpened: {
    meaning: 'The self-test passed, and intakes may be offered today; `count`: what did not go well and is not needed',
    severity: 'info',
    fields: { count: 'count' },
    writer: SELF_TEST,
  },
  dayNotOpened: {
    meaning: 'The self-test did not pass: no intakes are offered; `count`: what did not go well',
    severity: 'warning',
    fields: { count: 'count' },
    writer: SELF_TEST,
  },
  dutySignedOff: {
    meaning: 'Nobody is on duty any more',
    severity: 'info',
    fields: {},
    writer: DUTY,
  },
  ...DESK_EVENTS,
  ...PUBLISHING_EVENTS,
  ...HOUSE_WORDS_EVENTS,
} as const satisfies Readonly<Record<string, EventDescription>>;

/** The code of an event. */
export type AuditCode = keyof typeof AUDIT_EVENTS;

type Fields<Code extends AuditCode> = (typeof AUDIT_EVENTS)[Code]['fields'];

/** An event as it is recorded: a code and numbers or words of closed lists, so that nothing of a person fits in. */
export type AuditEvent = {
  readonly [Code in AuditCode]: { readonly event: Code } & {
    readonly [Field in keyof Fields<Code>]: Fields<Code>[Field] extends FieldKind
      ? ValueOf<Fields<Code>[Field]>
      : never;
  };
}[AuditCode];

/** Puts events down. Never fails: an event that cannot be written is counted, and told when writing works again. */
export type RecordEvents = (...events: readonly AuditEvent[]) => void;

/** Returns the fields of an event, in the order in which they are written. */
export function fieldsOf(code: AuditCode): readonly (readonly [string, FieldKind])[] {
  return Object.entries<FieldKind>(AUDIT_EVENTS[code].fields);
}

/** Tells whether something from outside is an event of the catalogue, with exactly its fields. */
export function isAuditEvent(value: unknown): value is AuditEvent {
  if (typeof value !== 'object' || value === null || !('event' in value) || !isCode(value.event)) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  const fields = fieldsOf(value.event);
  return given.size === fields.length + 1 && fields.every(([name, kind]) => isValueOf(kind, given.get(name)));
}

function isCode(value: unknown): value is AuditCode {
  return typeof value === 'string' && Object.hasOwn(AUDIT_EVENTS, value);
}
