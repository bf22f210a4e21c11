import { ok, type Result } from '../../../core/basics/result.ts';
import type { StaffPerson } from '../../../core/staff/person.ts';
import { DESK_NEEDS, type DeskChannel } from '../../../ipc/desk-channels.ts';
import type { DeskView } from '../../../ipc/desk-contract.ts';
import type { ContentVersion } from '../../content/content-version.ts';
import { deskWords } from '../../content/desk-words.ts';
import type { Printer } from '../../paper/printer.ts';
import type { DeskDayKeeper } from '../../staff/desk-day.ts';
import type { DeskDeliveryKeeper } from '../../staff/desk-delivery.ts';
import type { DeskDestinationsKeeper } from '../../staff/desk-destinations.ts';
import type { DeskDoor } from '../../staff/desk-door.ts';
import type { DeskNumbersKeeper } from '../../staff/desk-numbers.ts';
import type { DeskPapersKeeper } from '../../staff/desk-papers.ts';
import type { DeskPeopleKeeper } from '../../staff/desk-people.ts';
import type { DeskRecovery } from '../../staff/desk-recovery.ts';
import type { DeskSettingsKeeper } from '../../staff/desk-settings.ts';
import type { StaffAccounts } from '../../staff/staff-accounts.ts';
import { NotAdmitted, type Handlers } from '../serve.ts';

/** What the staff's window works on. */
export interface StaffDesk {
  readonly door: DeskDoor;
  readonly accounts: StaffAccounts;
  readonly day: DeskDayKeeper;
  readonly delivery: DeskDeliveryKeeper;
  readonly numbers: DeskNumbersKeeper;
  readonly papers: DeskPapersKeeper;
  readonly people: DeskPeopleKeeper;
  readonly settings: DeskSettingsKeeper;
  readonly destinations: DeskDestinationsKeeper;
  readonly recovery: DeskRecovery;
  readonly printer: Pick<Printer, 'canPrint'>;
  readonly content: () => ContentVersion;
  /** What the window shows of the house, whoever is there. */
  readonly house: () => Pick<DeskView, 'siteName' | 'siteLanguage' | 'panel' | 'demo'>;
}

/**
 * The handlers of the staff's window. Each asks the door first, at the moment of the request: what needs a role is done
 * for nobody else, and nothing is done for a window that was closed.
 */
export function deskHandlers(desk: StaffDesk): Handlers<DeskChannel> {
  const guarded = Object.entries(openHandlers(desk)).map(([name, handle]) => {
    // The object that is walked has no other names.
    const needed = DESK_NEEDS[name as DeskChannel];
    const guard = (request: never): unknown => {
      if (!desk.door.admits(needed)) throw new NotAdmitted();
      return handle(request);
    };
    return [name, guard];
  });
  return Object.fromEntries(guarded) as Handlers<DeskChannel>;
}

function openHandlers(desk: StaffDesk): Handlers<DeskChannel> {
  const { door, accounts, day, delivery, numbers, papers, people, settings, destinations, content } = desk;
  const show = (): DeskView => viewOf(desk);
  return {
    'desk.show': show,
    'desk.texts': () => deskWords(content()),
    'desk.seen': () => {
      door.seen();
      return null;
    },
    'desk.close': () => {
      door.close();
      return null;
    },
    'desk.setUp': async (first) => enter(await accounts.setUp(first), desk),
    'desk.signIn': async ({ person, pin }) => enter(await accounts.signIn(person, pin), desk),
    'desk.askRecovery': () => desk.recovery.ask(),
    'desk.takeRecovery': () => {
      const taken = desk.recovery.take();
      return taken.ok ? ok(show()) : taken;
    },
    'desk.signOut': () => {
      door.signOut();
      return show();
    },
    'desk.changePin': ({ present, next }) => accounts.changePin(signedIn(desk).id, present, next),
    'desk.day': () => day.show(),
    'desk.setDuty': ({ onDuty }) => day.setDuty(signedIn(desk), onDuty),
    'desk.setSecond': ({ person }) => day.setSecond(person),
    'desk.testCall': () => day.testCall(),
    'desk.selfTest': (said) => day.runSelfTest({ ...said, canPrint: () => desk.printer.canPrint() }),
    'desk.rung': ({ seq }) => day.rung(seq),
    'desk.delivery': () => delivery.show(),
    'desk.deliver': ({ to }) => delivery.deliver(to),
    'desk.numbers': ({ language }) => numbers.show(language),
    'desk.saveNumbers': ({ language }) => numbers.save(language),
    'desk.papers': () => papers.show(),
    'desk.printCards': ({ language }) => papers.printCards(signedIn(desk), language),
    'desk.printLostKiosk': ({ language }) => papers.printLostKiosk(signedIn(desk), language),
    'desk.drilled': () => papers.drilled(signedIn(desk)),
    'desk.openTexts': () => door.openTexts(),
    'desk.people': () => people.show(),
    'desk.addPerson': (person) => people.add(person),
    'desk.setPin': ({ person, next }) => accounts.setPin(person, next),
    'desk.setReviewer': ({ person, reviewer }) => people.setReviewer(person, reviewer),
    'desk.settings': () => settings.show(),
    'desk.destinations': () => destinations.show(),
    'desk.addDestination': (given) => destinations.add(signedIn(desk), given),
    'desk.tryDestination': ({ name }) => destinations.try(name),
    'desk.removeDestination': ({ name }) => destinations.remove(signedIn(desk), name),
    'desk.setSettings': (change) => settings.change(signedIn(desk), change),
    'desk.removePerson': ({ person }) => people.remove(signedIn(desk), person),
    'desk.setPicture': ({ person, picture }) => people.setPicture(person, picture),
    'desk.setVoice': ({ person, language, voice }) => people.setVoice(person, language, voice),
  };
}

function viewOf({ door, accounts, house }: StaffDesk): DeskView {
  return {
    ...house(),
    people: accounts.people.map(({ id, name }) => ({ id, name })),
    needsSetUp: accounts.needsSetUp,
    signedIn: door.person,
  };
}

/** Signs in who was found to be who they say. A window that was closed meanwhile gets nobody. */
function enter<E>(found: Result<StaffPerson, E>, desk: StaffDesk): Result<DeskView, E> {
  if (!found.ok) return found;
  if (!desk.door.isOpen) throw new NotAdmitted();
  desk.door.signIn(found.value);
  return ok(viewOf(desk));
}

/** The door has just let this person in. */
function signedIn({ door }: StaffDesk): StaffPerson {
  const { person } = door;
  if (person === null) throw new NotAdmitted();
  return person;
}
