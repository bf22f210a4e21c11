import type { EventDescription } from './event-description.ts';

const GATE = 'electron/staff/pin-gate.ts';
const DOOR = 'electron/staff/desk-door.ts';
const DAY = 'electron/staff/desk-day.ts';
const RECOVERY = 'electron/staff/desk-recovery.ts';
const PEOPLE = 'electron/staff/desk-people.ts';
const PAPERS = 'electron/staff/desk-papers.ts';
const SETTINGS = 'electron/staff/desk-settings.ts';
const NUMBERS = 'electron/staff/desk-numbers.ts';
const EXCHANGE = 'electron/translation/exchange-keeper.ts';
const VOICES = 'electron/translation/voice-keeper.ts';
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
  personRemoved: {
    meaning: 'An administrator took somebody off the list of people; the number is given to nobody else',
    severity: 'notice',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  reviewerChanged: {
    meaning: 'An administrator said in which role somebody of the house judges texts, or that they judge none',
    severity: 'notice',
    fields: { person: 'number' },
    writer: ACCOUNTS,
  },
  portraitChanged: {
    meaning: 'An administrator kept or took away a picture or a voice of somebody of the house',
    severity: 'info',
    fields: { person: 'number' },
    writer: PEOPLE,
  },
  deskOpened: {
    meaning: 'Somebody signed in at the staff desk',
    severity: 'info',
    fields: { person: 'number' },
    writer: DOOR,
  },
  deskLeft: {
    meaning: 'Somebody signed out at the staff desk',
    severity: 'info',
    fields: { person: 'number' },
    writer: DOOR,
  },
  deskLocked: {
    meaning: 'The staff desk closed because nobody had touched it for the time that the site has set',
    severity: 'info',
    fields: { person: 'number' },
    writer: DOOR,
  },
  dutyTaken: {
    meaning: 'Somebody took the duty, from nobody or from whoever had it',
    severity: 'info',
    fields: { person: 'number' },
    writer: DAY,
  },
  dutyEnded: {
    meaning: 'Somebody at the desk ended the duty: nobody has it now',
    severity: 'info',
    fields: { person: 'number' },
    writer: DAY,
  },
  secondNamed: {
    meaning: 'Somebody at the desk said who is called when the person on duty does not come',
    severity: 'info',
    fields: { person: 'number' },
    writer: DAY,
  },
  secondEnded: {
    meaning: 'Somebody at the desk said that nobody else is called when the person on duty does not come',
    severity: 'info',
    fields: {},
    writer: DAY,
  },
  centreRung: {
    meaning: 'The house has rung the centre for the person of this intake, who had asked for it',
    severity: 'info',
    fields: { seq: 'seq' },
    writer: DAY,
  },
  recoveryAsked: {
    meaning: 'Somebody at the desk asked for a permit of the centre to set up an administrator anew',
    severity: 'notice',
    fields: {},
    writer: RECOVERY,
  },
  recoveryPermitted: {
    meaning: 'A permit of the centre was taken: one administrator may be set up anew',
    severity: 'warning',
    fields: {},
    writer: RECOVERY,
  },
  paperPrinted: {
    meaning: 'Somebody at the desk printed start cards, or what to do when the kiosk is gone',
    severity: 'info',
    fields: { person: 'number' },
    writer: PAPERS,
  },
  lostKioskDrilled: {
    meaning: 'The house tried out what it does when its kiosk is gone',
    severity: 'info',
    fields: { person: 'number' },
    writer: PAPERS,
  },
  settingsChanged: {
    meaning: 'An administrator changed settings of the house',
    severity: 'notice',
    fields: { person: 'number' },
    writer: SETTINGS,
  },
  textsImported: {
    meaning: 'Somebody at the desk of the texts took words of a translator’s file as drafts',
    severity: 'info',
    fields: { person: 'number' },
    writer: EXCHANGE,
  },
  voiceKept: {
    meaning: 'Somebody recorded a text at the desk of the texts, with the consent of whoever spoke',
    severity: 'info',
    fields: { person: 'number' },
    writer: VOICES,
  },
  voiceRemoved: {
    meaning: 'Somebody at the desk of the texts took a recording away',
    severity: 'info',
    fields: { person: 'number' },
    writer: VOICES,
  },
  speakerForgotten: {
    meaning: 'Whoever spoke took their consent back; `count`: recordings that went from the home',
    severity: 'notice',
    fields: { person: 'number', count: 'count' },
    writer: VOICES,
  },
  numbersSaved: {
    meaning: 'The numbers without people were written into the folder for delivering by hand',
    severity: 'info',
    fields: {},
    writer: NUMBERS,
  },
} as const satisfies Readonly<Record<string, EventDescription>>;
