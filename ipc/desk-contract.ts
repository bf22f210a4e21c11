import { z } from 'zod';
import type { DayCall } from '../core/alert/day-calls.ts';
import { DESK_LANGUAGES, LANGUAGES, type DeskLanguage, type Language } from '../core/basics/language.ts';
import type { Result } from '../core/basics/result.ts';
import type { ShownPeriod } from '../core/numbers/report.ts';
import type { EndingLicence } from '../core/pack/licence.ts';
import type { DeliveryNotice } from '../core/outbox/delivery-standing.ts';
import type { WaitingState } from '../core/outbox/delivery.ts';
import type { Finding, Check, SelfTest } from '../core/self-test/self-test.ts';
import type { Readiness } from '../core/site/duty.ts';
import type { Panel } from '../core/site/panel.ts';
import { siteSettingsChangeSchema, type SiteSettings } from '../core/site/site-settings.ts';
import { STAFF_ROLES, staffIdSchema, staffNameSchema, type StaffPerson } from '../core/staff/person.ts';
import type { PinProblem } from '../core/staff/pin.ts';
import { MAX_PICTURE_BYTES, MAX_VOICE_BYTES, type PortraitProblem } from '../core/staff/portrait.ts';
import type { PermitProblem } from '../core/staff/recovery.ts';
import type { Texts } from '../core/translation/catalogue.ts';
import { REVIEWER_ROLES } from '../core/translation/review.ts';
import type { CalendarDay } from '../core/translation/dates.ts';
import type { DeskChannel } from './desk-channels.ts';
import type { PaperProblem } from './paper-problem.ts';

/** What the staff's window shows before anything else. Nothing in any of its replies is of a person who told something. */
export interface DeskView {
  readonly siteName: string;
  readonly siteLanguage: DeskLanguage;
  readonly panel: Panel;
  readonly demo: boolean;
  /** Who can sign in; empty as long as nobody has been set up. */
  readonly people: readonly Pick<StaffPerson, 'id' | 'name'>[];
  /** An administrator is set up now: the first one, or one whom the centre has permitted. */
  readonly needsSetUp: boolean;
  /** Who is signed in. */
  readonly signedIn: StaffPerson | null;
}

/** Why nobody was signed in. */
export type SignInRefusal =
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'wrongPin' }
  | { readonly kind: 'noSuchPerson' }
  | { readonly kind: 'notCounted' };

/** Why a PIN was not taken. */
export type PinRefusal = PinProblem | { readonly kind: 'notSaved' } | { readonly kind: 'noSuchPerson' };

/** Somebody of the house, and how they greet. */
export interface DeskPerson extends StaffPerson {
  /** Where the window finds their picture; null where there is none. */
  readonly picture: string | null;
  /** The words of their greeting, which the recording has to say. */
  readonly greetings: Readonly<Record<Language, string>>;
  /** In which languages they recorded it. */
  readonly voices: readonly Language[];
}

/** Why a picture or a voice was not kept. */
export type PortraitRefusal = PortraitProblem | { readonly kind: 'notSaved' | 'noSuchPerson' };

/** Why nobody was added. */
export type AddRefusal = PinRefusal | { readonly kind: 'nameTaken' | 'notFirst' };

/** Why a permit of the centre was not taken. `notSigned`: not by the root of this kiosk's centre, or no permit. */
export type RecoveryRefusal =
  PermitProblem | { readonly kind: 'noFile' } | { readonly kind: 'notSigned' } | { readonly kind: 'notSaved' };

/** Somebody who asked before Send that the house ring the centre today. Neither who nor why is known here. */
export interface RingToday {
  /** The number on the slip. */
  readonly seq: number;
  /** The site's day of Send. */
  readonly day: CalendarDay;
}

/** A call of today; `time` is `HH:MM` at the site. */
export type CallOfToday = Omit<DayCall, 'at'> & { readonly time: string };

/** How the day stands. */
export interface DeskDay {
  readonly today: CalendarDay;
  readonly readiness: Readiness;
  /** First name of who is on duty; null when nobody is. */
  readonly dutyName: string | null;
  readonly secondName: string | null;
  readonly isTestCallAnswered: boolean;
  /** The last self-test of today since the start, and whether one of today counts; null where none was made. */
  readonly selfTest: SelfTest | null;
  readonly isOpened: boolean;
  readonly ringToday: readonly RingToday[];
  /** The last one first. */
  readonly calls: readonly CallOfToday[];
  /** Visits that lie under a code; nothing else is known of them. */
  readonly unfinished: number;
  /** The numbers on the screens have not been rung for a month. */
  readonly areNumbersDue: boolean;
  /** What the house does when its kiosk is gone was not tried out for a quarter. */
  readonly isDrillDue: boolean;
  /** Instruments whose licences have ended or end within two months. */
  readonly endingLicences: readonly EndingLicence[];
}

/** How what was sent stands with the centre. */
export interface DeskDelivery {
  readonly counts: Readonly<Record<WaitingState, number>>;
  readonly notice: DeliveryNotice;
  /** The site's day of the oldest that waits, and which day of the 14 it is now, where the site has that right. */
  readonly oldest: { readonly day: CalendarDay; readonly dayOfFourteen: number | null } | null;
  /** Signed for by the centre and kept for some days more. */
  readonly receipted: number;
  /** The names of the destinations that it goes to by itself. */
  readonly destinations: readonly string[];
  /** A folder or stick is set for delivering by hand. */
  readonly hasFolder: boolean;
  readonly isUnderWay: boolean;
  /** A word for what kept the last round from bringing everything; null when nothing did. */
  readonly problem: string | null;
}

/** What was delivered just now. */
export interface Delivered {
  readonly count: number;
  /** Everything was read back from where it is: a stick may be pulled out. */
  readonly isReadBack: boolean;
  readonly receipts: number;
}

/** The numbers of closed periods, and the names of the questions that stand in them. */
export interface DeskNumbers {
  readonly periods: readonly ShownPeriod[];
  /** By linkId. */
  readonly questions: Readonly<Record<string, string>>;
}

/** A place on the network where sealed intakes go by themselves; nothing that lets anybody in. */
export interface ShownDestination {
  readonly name: string;
  readonly kind: 'folder' | 'webdav' | 'sftp';
  readonly where: string;
}

/** What a house tells its centre when its kiosk is gone, and when it last tried that out. */
export interface DeskPapers {
  /** The first characters of the kiosk's id, as they stand on a slip. */
  readonly kiosk: string;
  /** How many were sealed here: the number of the last one. */
  readonly lastSeq: number;
  readonly drilled: CalendarDay | null;
  readonly isDrillDue: boolean;
}

/** What an administrator sets, and beside it what only the centre can change, by its signed card. */
export interface DeskSettings {
  readonly settings: SiteSettings;
  readonly fromCentre: {
    readonly siteName: string;
    readonly centreName: string;
    readonly phoneNumbers: readonly { readonly label: string; readonly number: string }[];
    readonly fourteenDays: boolean;
    readonly noMedicineWhileAnonymous: boolean;
  };
  /** The site's day of now, `YYYY-MM-DD`. */
  readonly today: string;
  /** The IANA time zone of the site. */
  readonly timeZone: string;
  /** The site's day on which the numbers were last rung; null where nobody said so. */
  readonly numbersTested: CalendarDay | null;
  readonly areNumbersDue: boolean;
}

const nothing = z.strictObject({});
/** Room for twice as much, so that it is the rule for files that refuses one and says why. */
const base64Of = (bytes: number) => z.base64().max(Math.ceil((2 * bytes * 4) / 3));
/** Longer than any PIN may be, so that it is the rule for PINs that refuses one. */
const pinField = z.string().max(40);
const deskLanguage = z.enum(DESK_LANGUAGES);
const heard = z.enum(['heard', 'notHeard', 'notTried'] satisfies readonly Finding<Check & 'sound'>[]);

const destinationName = z.string().max(100);
const given = z.string().max(1000).nullable();
const givenDestinationSchema = z.strictObject({
  name: destinationName,
  /** As the command for it takes it: a folder, https://SERVER/FOLDER/ or sftp://USER@SERVER:PORT/FOLDER. */
  to: z.string().max(1000),
  user: given,
  password: given,
  /** An OpenSSH private key as its file has it. */
  privateKey: z.string().max(20_000).nullable(),
  /** Of an SFTP server, as `ssh-keygen -lf` writes it. */
  hostKey: given,
});
/** A destination as somebody typed it. */
export type GivenDestination = z.infer<typeof givenDestinationSchema>;

/** What the windows of the house say, in both languages that they speak. */
export type DeskWordsByLanguage = Readonly<Record<DeskLanguage, Texts>>;

/** The strict request schema of every channel of the desk. */
export const deskRequestSchemas = {
  'desk.show': nothing,
  'desk.texts': nothing,
  'desk.seen': nothing,
  'desk.close': nothing,
  'desk.setUp': z.strictObject({ name: staffNameSchema, pin: pinField }),
  'desk.signIn': z.strictObject({ person: staffIdSchema, pin: pinField }),
  'desk.askRecovery': nothing,
  'desk.takeRecovery': nothing,
  'desk.signOut': nothing,
  'desk.changePin': z.strictObject({ present: pinField, next: pinField }),
  'desk.day': nothing,
  'desk.setDuty': z.strictObject({ onDuty: z.boolean() }),
  'desk.setSecond': z.strictObject({ person: staffIdSchema.nullable() }),
  'desk.testCall': nothing,
  'desk.selfTest': z.strictObject({ sound: heard, headset: heard }),
  'desk.rung': z.strictObject({ seq: z.int().min(1) }),
  'desk.delivery': nothing,
  'desk.deliver': z.strictObject({ to: z.enum(['folder', 'destinations']) }),
  'desk.numbers': z.strictObject({ language: deskLanguage }),
  'desk.saveNumbers': z.strictObject({ language: deskLanguage }),
  'desk.papers': nothing,
  'desk.printCards': z.strictObject({ language: z.enum(LANGUAGES) }),
  'desk.printLostKiosk': z.strictObject({ language: deskLanguage }),
  'desk.drilled': nothing,
  'desk.openTexts': nothing,
  'desk.people': nothing,
  'desk.addPerson': z.strictObject({ name: staffNameSchema, role: z.enum(STAFF_ROLES), pin: pinField }),
  'desk.setPin': z.strictObject({ person: staffIdSchema, next: pinField }),
  'desk.setReviewer': z.strictObject({ person: staffIdSchema, reviewer: z.enum(REVIEWER_ROLES).nullable() }),
  'desk.removePerson': z.strictObject({ person: staffIdSchema }),
  'desk.setPicture': z.strictObject({ person: staffIdSchema, picture: base64Of(MAX_PICTURE_BYTES).nullable() }),
  'desk.setVoice': z.strictObject({
    person: staffIdSchema,
    language: z.enum(LANGUAGES),
    voice: base64Of(MAX_VOICE_BYTES).nullable(),
  }),
  'desk.settings': nothing,
  'desk.setSettings': siteSettingsChangeSchema,
  'desk.destinations': nothing,
  'desk.addDestination': givenDestinationSchema,
  'desk.tryDestination': z.strictObject({ name: destinationName }),
  'desk.removeDestination': z.strictObject({ name: destinationName }),
} as const satisfies Record<DeskChannel, z.ZodType>;

/** What every channel of the desk answers. */
export interface DeskReplies {
  readonly 'desk.show': DeskView;
  /** JSON of `DeskWordsByLanguage`. */
  readonly 'desk.texts': string;
  /** Says that somebody is at the desk: a touch or a key. The window says it about once a second at most. */
  readonly 'desk.seen': null;
  /** Signs out and closes the window. */
  readonly 'desk.close': null;
  /** Makes the first administrator, and signs them in. */
  readonly 'desk.setUp': Result<DeskView, AddRefusal>;
  readonly 'desk.signIn': Result<DeskView, SignInRefusal>;
  /** What the centre is told so that it permits an administrator to be set up anew. */
  readonly 'desk.askRecovery': Result<{ readonly kioskId: string; readonly challenge: string }, RecoveryRefusal>;
  /** Takes the centre's permit out of the folder for delivering by hand. */
  readonly 'desk.takeRecovery': Result<DeskView, RecoveryRefusal>;
  readonly 'desk.signOut': DeskView;
  /** Changes the PIN of who is signed in. */
  readonly 'desk.changePin': Result<null, SignInRefusal | PinRefusal>;
  readonly 'desk.day': DeskDay;
  /** Takes the duty over from whoever had it, or ends it. */
  readonly 'desk.setDuty': Result<DeskDay, { readonly kind: 'notSaved' }>;
  /** Who is asked when the first does not come. */
  readonly 'desk.setSecond': Result<DeskDay, { readonly kind: 'notSaved' | 'noSuchPerson' }>;
  /** Calls as in earnest: the kiosk's screen shows it in place of the desk until somebody has come. */
  readonly 'desk.testCall': null;
  /** Opens the day, or says why not. Takes half a minute at most. */
  readonly 'desk.selfTest': DeskDay;
  /** The centre was rung for a person who asked for it. */
  readonly 'desk.rung': Result<DeskDay, { readonly kind: 'notSaved' }>;
  readonly 'desk.delivery': DeskDelivery;
  /** Brings everything that waits there, and receipts home. An error is a word for what kept it. */
  readonly 'desk.deliver': Result<Delivered, { readonly kind: string }>;
  readonly 'desk.numbers': DeskNumbers;
  /** Writes the numbers as CSV into the folder for delivering by hand; returns the file's name. */
  readonly 'desk.saveNumbers': Result<string, { readonly kind: 'noFolder' | 'notWritten' }>;
  readonly 'desk.papers': DeskPapers;
  /** Prints cards for people who hesitate, four on a sheet. */
  readonly 'desk.printCards': Result<null, PaperProblem>;
  /** Prints what to do when the kiosk is gone, to be kept somewhere else. */
  readonly 'desk.printLostKiosk': Result<null, PaperProblem>;
  /** The house has tried out today what it does when its kiosk is gone. */
  readonly 'desk.drilled': Result<DeskPapers, { readonly kind: 'notSaved' }>;
  /** Opens the window of the texts over this one; false for who does not look after texts. */
  readonly 'desk.openTexts': boolean;
  readonly 'desk.people': readonly DeskPerson[];
  readonly 'desk.addPerson': Result<readonly DeskPerson[], AddRefusal>;
  /** Sets a new PIN for somebody who forgot theirs; waiting for wrong ones ends with it. */
  readonly 'desk.setPin': Result<null, PinRefusal>;
  /** Says in which role somebody judges texts; null is in none. */
  readonly 'desk.setReviewer': Result<readonly DeskPerson[], { readonly kind: 'notSaved' | 'noSuchPerson' }>;
  /** Takes somebody off the list. Neither oneself nor the last administrator. */
  readonly 'desk.removePerson': Result<
    readonly DeskPerson[],
    { readonly kind: 'notSaved' | 'noSuchPerson' | 'lastAdministrator' | 'oneself' }
  >;
  /** Keeps a picture, a JPEG in base64; null takes it away. */
  readonly 'desk.setPicture': Result<readonly DeskPerson[], PortraitRefusal>;
  /** Keeps a greeting, Opus in Ogg in base64; null takes it away. */
  readonly 'desk.setVoice': Result<readonly DeskPerson[], PortraitRefusal>;
  readonly 'desk.settings': DeskSettings;
  /** Changes what is named, and nothing else. `notAbsolute`: a folder is named by its whole path. */
  readonly 'desk.setSettings': Result<DeskSettings, { readonly kind: 'notSaved' | 'notAbsolute' }>;
  readonly 'desk.destinations': readonly ShownDestination[];
  /** Tries it with everything that waits, and keeps it when that went well. An error is a word for what is wrong. */
  readonly 'desk.addDestination': Result<readonly ShownDestination[], { readonly kind: string }>;
  readonly 'desk.tryDestination': Result<null, { readonly kind: string }>;
  readonly 'desk.removeDestination': Result<
    readonly ShownDestination[],
    { readonly kind: 'notSaved' | 'noDestination' }
  >;
}
