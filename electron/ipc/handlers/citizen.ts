import { assertNever } from '../../../core/basics/assert-never.ts';
import { LANGUAGE_TAGS } from '../../../core/basics/language.ts';
import type { CitizenChannel, SpeechChannel } from '../../../ipc/channels.ts';
import type { AlertAct, KioskDescription } from '../../../ipc/contract.ts';
import type { KioskAlerts } from '../../alert/open-alerts.ts';
import type { ContentVersion } from '../../content/content-version.ts';
import type { AttendedVisit } from '../../intake/attended-visit.ts';
import type { Handlers } from '../serve.ts';

/** What the citizen's channels work on. */
export interface CitizenDesk {
  readonly describe: () => KioskDescription;
  readonly visit: AttendedVisit;
  readonly alerts: Pick<KioskAlerts, 'desk' | 'rememberTestCall'>;
  readonly onPainted: () => void;
  /** Opens the staff's window. */
  readonly openDesk: () => void;
}

/** The handlers of an enrolled kiosk. */
export function citizenHandlers({
  describe,
  visit,
  alerts,
  onPainted,
  openDesk,
}: CitizenDesk): Handlers<Exclude<CitizenChannel, SpeechChannel>> {
  /** Who was in danger has chosen to stop: with the visit, the call about it is over. */
  const thenFinishCall = <R extends { readonly ok: boolean }>(ended: R): R => {
    if (ended.ok) alerts.desk.finish();
    return ended;
  };
  return {
    'kiosk.describe': describe,
    'kiosk.texts': () => allTexts(visit.content),
    'kiosk.painted': () => {
      onPainted();
      return null;
    },
    'visit.show': () => visit.show(),
    'visit.act': ({ event }) => visit.act(event),
    'visit.write': (begun) => {
      visit.write(begun);
      return null;
    },
    'visit.ahead': ({ event }) => visit.ahead(event),
    'visit.takeCode': () => visit.takeCode(),
    'visit.resume': ({ code }) => visit.resume(code),
    'visit.keep': () => thenFinishCall(visit.keep()),
    'visit.forget': () => thenFinishCall(visit.forget()),
    'visit.send': (wishes) => visit.send(wishes),
    'visit.takeBack': () => visit.takeBack(),
    'visit.finish': () => visit.finish(),
    'visit.seen': () => {
      visit.seen();
      return null;
    },
    'visit.hide': () => visit.hide(),
    'visit.lift': () => visit.lift(),
    'visit.goOn': () => visit.goOn(),
    'visit.stay': () => visit.stay(),
    'visit.leave': () => visit.leave(),
    'alert.act': async ({ act }) => {
      if (doAct(act, { alerts, visit })) await visit.personHasLeft();
      return visit.show();
    },
    'desk.open': () => {
      // A person who has begun is not interrupted, and nobody who calls is covered.
      const { scene, sent, ended, presence, alert } = visit.show();
      const hasLeft = scene.kind === 'greeting' && sent === null && ended === null;
      const isFree = hasLeft && presence.stage === 'here' && alert === null;
      if (isFree) openDesk();
      return isFree;
    },
  };
}

/** Does something about the call that is under way. @returns whether the person has left, and nobody goes on here */
function doAct(act: AlertAct, { alerts, visit }: Pick<CitizenDesk, 'alerts' | 'visit'>): boolean {
  const { desk, rememberTestCall } = alerts;
  switch (act.kind) {
    case 'fetch': {
      const raised = desk.fetch(act.who);
      if (raised !== null) visit.called(raised);
      return false;
    }
    case 'here':
      if (desk.acknowledge()) rememberTestCall();
      return false;
    case 'note':
      return desk.note(act.note) && act.note === 'left' && desk.finish();
    case 'soundFailed':
      desk.soundFailed();
      return false;
    case 'saySafe':
    case 'setAside':
    case 'callOff':
    case 'finish':
      desk.step(act);
      return false;
    default:
      return assertNever(act);
  }
}

/** The channels of a kiosk that offers nothing: it can say so, in every language, and no more. */
export type ClosedChannel = 'kiosk.describe' | 'kiosk.texts' | 'kiosk.painted';

/** The handlers of a kiosk that is not enrolled or cannot open its home. */
export function closedHandlers(
  describe: () => KioskDescription,
  content: ContentVersion,
  onPainted: () => void,
): Handlers<ClosedChannel> {
  return {
    'kiosk.describe': describe,
    'kiosk.texts': () => allTexts(content),
    'kiosk.painted': () => {
      onPainted();
      return null;
    },
  };
}

/** What `kiosk.texts` answers. Each language's part is JSON already, and goes on as it is. */
function allTexts({ shownTexts }: ContentVersion): string {
  return `{${LANGUAGE_TAGS.map((tag) => `${JSON.stringify(tag)}:${shownTexts(tag)}`).join(',')}}`;
}
