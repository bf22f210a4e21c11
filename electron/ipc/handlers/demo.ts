import type { Clock } from '../../../core/basics/clock.ts';
import { fail, ok } from '../../../core/basics/result.ts';
import type { DemoChannel } from '../../../ipc/channels.ts';
import { DEMO_DUTY_PERSON } from '../../intake/open-kiosk.ts';
import { carryAndTell, type CarriageError } from '../../outbox/carry.ts';
import { folderDestination } from '../../outbox/folder-destination.ts';
import type { Outbox } from '../../outbox/outbox.ts';
import type { AuditLog } from '../../audit/audit-log.ts';
import type { KioskAlerts } from '../../alert/open-alerts.ts';
import type { State } from '../../store/state.ts';
import type { Handlers } from '../serve.ts';

/** What the buttons of a demo home's edge work on. */
export interface DemoDesk {
  readonly outbox: Outbox;
  readonly state: State;
  readonly clock: Clock;
  readonly alerts: Pick<KioskAlerts, 'desk' | 'rememberTestCall'>;
  readonly audit: Pick<AuditLog, 'record' | 'checkpoint'>;
}

/** The handlers of the buttons that demo homes show to their staff: deliver, sign the made-up person on or off, try the call. */
export function demoHandlers({ outbox, state, clock, alerts, audit }: DemoDesk): Handlers<DemoChannel> {
  return {
    'demo.export': async () => {
      const destination = folderDestination({ folder: state.content.settings.destinationFolder ?? '' });
      const carried = await carryAndTell({ outbox, destination, clock, audit, alwaysWithHead: true });
      return carried.ok ? ok({ delivered: carried.value.fileNames.length }) : fail({ kind: shownKind(carried.error) });
    },
    'demo.setDuty': ({ onDuty }) => {
      const dutyPersonName = onDuty ? DEMO_DUTY_PERSON : null;
      state.change((content) => ({ ...content, settings: { ...content.settings, dutyPersonName } }));
      if (onDuty) alerts.rememberTestCall();
      audit.record({ event: onDuty ? 'dutySignedOn' : 'dutySignedOff' });
      return null;
    },
    'demo.testCall': () => {
      alerts.desk.raise('test');
      return null;
    },
  };
}

/** What the edge has words for; the rest is looked up in the audit log. */
function shownKind({ kind }: CarriageError): 'folderMissing' | 'full' | 'differs' | 'damaged' | 'notRemembered' | 'io' {
  switch (kind) {
    case 'folderMissing':
    case 'full':
    case 'damaged':
    case 'notRemembered':
      return kind;
    case 'differs':
    case 'taken':
    case 'halfWritten':
      return 'differs';
    default:
      return 'io';
  }
}
