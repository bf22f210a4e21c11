import type { StaffRole } from '../core/staff/person.ts';

/**
 * The channels of the staff's window, and who may use each: whoever stands there, or somebody of that role who is signed
 * in. Apart from the schemas in desk-contract.ts, so that the preload can be built from the names alone.
 */
export const DESK_NEEDS = {
  'desk.show': null,
  'desk.texts': null,
  'desk.seen': null,
  'desk.close': null,
  'desk.setUp': null,
  'desk.signIn': null,
  'desk.askRecovery': null,
  'desk.takeRecovery': null,
  'desk.signOut': 'staff',
  'desk.changePin': 'staff',
  'desk.day': 'staff',
  'desk.setDuty': 'staff',
  'desk.setSecond': 'staff',
  'desk.testCall': 'staff',
  'desk.selfTest': 'staff',
  'desk.rung': 'staff',
  'desk.delivery': 'staff',
  'desk.deliver': 'staff',
  'desk.numbers': 'staff',
  'desk.saveNumbers': 'staff',
  'desk.papers': 'staff',
  'desk.printCards': 'staff',
  'desk.printLostKiosk': 'staff',
  'desk.drilled': 'staff',
  'desk.openTexts': 'staff',
  'desk.people': 'administrator',
  'desk.addPerson': 'administrator',
  'desk.setPin': 'administrator',
  'desk.setReviewer': 'administrator',
  'desk.removePerson': 'administrator',
  'desk.setPicture': 'administrator',
  'desk.setVoice': 'administrator',
  'desk.settings': 'administrator',
  'desk.setSettings': 'administrator',
  'desk.destinations': 'administrator',
  'desk.addDestination': 'administrator',
  'desk.tryDestination': 'administrator',
  'desk.removeDestination': 'administrator',
} as const satisfies Readonly<Record<string, StaffRole | null>>;

export type DeskChannel = keyof typeof DESK_NEEDS;

export const DESK_CHANNELS = Object.keys(DESK_NEEDS) as readonly DeskChannel[];
