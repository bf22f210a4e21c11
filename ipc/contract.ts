import { z } from 'zod';
import { languageTagSchema, type Dialect, type Language } from '../core/basics/language.ts';
import type { Result } from '../core/basics/result.ts';
import type { AfterSend } from '../core/intake/after-send.ts';
import { ALERT_NOTES, type AlertCause, type AlertStage } from '../core/alert/alert.ts';
import type { PresenceStage } from '../core/intake/presence.ts';
import type { QuestionScene, Scene, VisitScene } from '../core/intake/scene.ts';
import type { Readiness } from '../core/site/duty.ts';
import type { NextOpening } from '../core/site/opening-hours.ts';
import type { Panel } from '../core/site/panel.ts';
import { begunAnswerSchema } from '../core/questionnaire/begun-answer.ts';
import { MAX_SPOKEN_LENGTH } from '../core/speech/spoken-text.ts';
import { visitEventSchema, type VisitProblem } from '../core/intake/visit.ts';
import type { Texts } from '../core/translation/catalogue.ts';
import type { CalendarDay } from '../core/translation/dates.ts';
import type { CitizenChannel, DemoChannel, PaperChannel, SpeechChannel } from './channels.ts';
import type { DeskChannel } from './desk-channels.ts';
import { deskRequestSchemas, type DeskReplies } from './desk-contract.ts';
import type { TranslationChannel } from './translation-channels.ts';
import { translationRequestSchemas, type TranslationReplies } from './translation-contract.ts';
import type { PaperProblem } from './paper-problem.ts';
import type { SpokenSound } from './spoken-sound.ts';

/** What the window needs to know of the kiosk before a visit. */
export interface KioskDescription {
  /** Closed kiosks offer nothing; a home that was never enrolled is closed. */
  readonly open: boolean;
  readonly siteName: string;
  readonly centreName: string;
  readonly dutyName: string;
  readonly onDuty: boolean;
  /** Where the window finds the picture of who is on duty; null where there is none. */
  readonly dutyPicture: string | null;
  /** Unless it is ready no visit begins; one that has begun may finish. */
  readonly readiness: Readiness;
  /** Who is asked when the person on duty does not come; null where nobody else is there. */
  readonly secondDutyName: string | null;
  /** A call goes out in silence first. Without a second channel a sound calls at once. */
  readonly callsInSilence: boolean;
  /** The numbers of this house and its centre, most important first; what they are for is written beside each. */
  readonly phoneNumbers: readonly { readonly label: string; readonly number: string }[];
  readonly panel: Panel;
  /** Where the house stands: it says which numbers people are known by. */
  readonly country: 'DK' | 'SE' | 'GL';
  /** The language of the site: the second line under unapproved Greenlandic, and the first screen's language. */
  readonly siteLanguage: Language;
  /** The dialects that have any words of their own. */
  readonly dialects: readonly Dialect[];
  /** When the house opens next; null while it is open, and where its hours are not set. */
  readonly opensNext: NextOpening | null;
  /** The day on which the centre will next read, where its reading days are known. */
  readonly centreReads: CalendarDay | null;
  readonly demo: boolean;
  readonly reducedProtection: boolean;
  /** The runtime is an old one that serves development and tests only. */
  readonly oldRuntime: boolean;
}

/**
 * The texts of one language, and which of them nobody has approved; of a dialect only those that it has otherwise than its
 * language.
 */
export interface LanguageTexts {
  readonly texts: Texts;
  /** Keys below `approved`. */
  readonly unapproved: readonly string[];
}

/** What a person keeps of an intake that was sent: proof, without a word of what was said. */
export interface Slip {
  /** The first eight characters of the kiosk's id. */
  readonly kiosk: string;
  readonly seq: number;
  /** The first eight characters of the sealed file's SHA-256. */
  readonly shortHash: string;
  readonly day: CalendarDay;
}

/**
 * A letter that was sent, and what can be done with it.
 *
 * - sent: here, a moment ago
 * - found: still here; its take-back code led to it
 * - takenBack: it is gone
 * - atCentre: the centre has signed for it, and it cannot be taken back here
 */
export interface SentLetter extends Slip, AfterSend {
  readonly state: 'sent' | 'found' | 'takenBack' | 'atCentre';
  /** A copy has left this machine, so the centre may have it although it has not signed yet. */
  readonly copied: boolean;
  /** What takes it back; shown after Send only. */
  readonly takeBack: ShownCode | null;
}

/** Why a letter was not taken back. `notErased`: it counts as taken back, but its file could not be removed yet. */
export type TakeBackProblem = { readonly kind: 'tooLate' | 'notErased' | 'full' | 'notTakenBack' | 'notHere' };

/** A call for a person of the house, as the window shows it. */
export interface AlertView {
  readonly why: AlertCause;
  readonly stage: AlertStage;
  /** Somebody has answered through the second channel. */
  readonly isAnswered: boolean;
  /** The window sounds the call. */
  readonly isSounding: boolean;
  /** There is no sound and no second channel: nobody can be called from here. */
  readonly isUnheard: boolean;
  readonly saidSafe: boolean;
  /** The page for danger stands in place of everything. */
  readonly coversAll: boolean;
}

/** What is done about a call, by the person or by whoever has come. */
const alertActSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fetch'), who: z.enum(['onDuty', 'second']) }),
  z.strictObject({ kind: z.literal('saySafe') }),
  z.strictObject({ kind: z.literal('setAside') }),
  z.strictObject({ kind: z.literal('callOff') }),
  /** Needs no PIN: whoever presses it stands at the kiosk. */
  z.strictObject({ kind: z.literal('here') }),
  z.strictObject({ kind: z.literal('note'), note: z.enum(ALERT_NOTES) }),
  z.strictObject({ kind: z.literal('finish') }),
  z.strictObject({ kind: z.literal('soundFailed') }),
]);
export type AlertAct = z.infer<typeof alertActSchema>;

/**
 * What stands where the questions do not: `covered` holds nothing of a person. `found` follows a right code, before
 * anything of its visit is shown; without anybody on duty one may not go on, but delete.
 */
export type SceneAround = { readonly kind: 'covered' } | { readonly kind: 'found'; readonly mayGoOn: boolean };

/** Whether the person is there, as far as the kiosk can tell. */
export interface ShownPresence {
  readonly stage: Exclude<PresenceStage, 'over'>;
  /**
   * What lies behind the cover: nothing to lose; answers that are nowhere else; answers that are kept under a code; or
   * a visit that its person closed by hiding it, so that only its pictures bring it back.
   */
  readonly behind: 'nothing' | 'answers' | 'kept' | 'locked';
  /** At the question whether somebody is there: the same time may be asked for once more. */
  readonly mayStay: boolean;
}

/**
 * The visit as the window shows it. `sent` follows a Send or a take-back code, `ended` a keeping or deleting; the other scenes come from
 * the questions. In any stage but `here` it carries no answer, no question and no slip.
 */
export interface VisitView extends Omit<VisitScene, 'scene'> {
  readonly scene: Scene | SceneAround;
  readonly codeTaken: boolean;
  readonly sent: SentLetter | null;
  readonly ended: 'kept' | 'deleted' | null;
  readonly presence: ShownPresence;
  /** The call that is under way; null while there is none. It is shown in any stage. */
  readonly alert: AlertView | null;
}

/** Why nothing was saved. The answer is still in memory. */
export type SaveProblem = { readonly kind: 'full' } | { readonly kind: 'notSaved' };

/** A code as it is shown: 16 digits, and for each two of them the kind and name of a picture. */
export interface ShownCode {
  readonly digits: string;
  readonly pictures: readonly { readonly kind: string; readonly picture: string }[];
}

const nothing = z.strictObject({});
/** Sixteen digits from 1 to 8, with or without spaces. */
const codeText = z.string().max(40);

/** The strict request schema of every channel: what does not fit is refused before anything looks at it. */
export const requestSchemas = {
  'kiosk.describe': nothing,
  'kiosk.texts': nothing,
  'kiosk.painted': nothing,
  'visit.show': nothing,
  'visit.act': z.strictObject({ event: visitEventSchema }),
  'visit.write': begunAnswerSchema,
  'visit.ahead': z.strictObject({ event: visitEventSchema }),
  'visit.takeCode': nothing,
  'visit.resume': z.strictObject({ code: codeText }),
  'visit.keep': nothing,
  'visit.forget': nothing,
  'visit.send': z.strictObject({ ringToday: z.boolean() }),
  'visit.takeBack': nothing,
  'visit.finish': nothing,
  'visit.seen': nothing,
  'visit.hide': nothing,
  'visit.lift': nothing,
  'visit.goOn': nothing,
  'visit.stay': nothing,
  'visit.leave': nothing,
  'alert.act': z.strictObject({ act: alertActSchema }),
  'desk.open': nothing,
  'speech.say': z.strictObject({ text: z.string().min(1).max(MAX_SPOKEN_LENGTH), language: languageTagSchema }),
  'speech.hush': nothing,
  'demo.export': nothing,
  'demo.setDuty': z.strictObject({ onDuty: z.boolean() }),
  'demo.testCall': nothing,
  'paper.canPrint': nothing,
  'paper.print': z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('code'), digits: codeText, language: languageTagSchema }),
    z.strictObject({ kind: z.literal('letter'), language: languageTagSchema }),
  ]),
  ...deskRequestSchemas,
  ...translationRequestSchemas,
} as const satisfies Record<CitizenChannel | PaperChannel | DemoChannel | DeskChannel | TranslationChannel, z.ZodType>;

/** What every channel answers. */
export interface Replies extends DeskReplies, TranslationReplies {
  readonly 'kiosk.describe': KioskDescription;
  /**
   * The `LanguageTexts` of every language and dialect, by tag, as JSON: as one string they reach the page without a copy
   * of each word on the way.
   */
  readonly 'kiosk.texts': string;
  /** Says that a first screen stands; used to measure the start. */
  readonly 'kiosk.painted': null;
  readonly 'visit.show': VisitView;
  /** `ok` only when the change is saved: durably under a code, in memory without one. */
  readonly 'visit.act': Result<VisitView, VisitProblem | SaveProblem>;
  /** Says what is being written, so that it comes back after the curtain. It is no answer until it is confirmed. */
  readonly 'visit.write': null;
  /** The question that would come next; null where something else would. Nothing changes, and nobody is called. */
  readonly 'visit.ahead': QuestionScene | null;
  /** Takes a code; everything answered so far is on disk under it when this is `ok`. */
  readonly 'visit.takeCode': Result<ShownCode, SaveProblem>;
  /** Goes on with what a code keeps: an unfinished visit, or, as `sent`, a letter that it takes back. */
  readonly 'visit.resume': Result<
    VisitView,
    | { readonly kind: 'noSuchCode' | 'notReadable' | 'alreadySent' | 'wrongForm' | 'notCounted' }
    /** Too many wrong codes were tried at this kiosk: nobody may try one for so many seconds. */
    | { readonly kind: 'wait'; readonly seconds: number }
  >;
  /** Saves under the code that was taken and ends the visit in this window. */
  readonly 'visit.keep': Result<null, SaveProblem>;
  /** Deletes everything of this visit. */
  readonly 'visit.forget': Result<null, { readonly kind: 'notDeleted' }>;
  readonly 'visit.send': Result<VisitView, SaveProblem | { readonly kind: 'notHere' }>;
  /** Takes the letter on the screen back. When this is `ok` it is gone from the kiosk, and the ledger says so. */
  readonly 'visit.takeBack': Result<VisitView, TakeBackProblem>;
  /** Leaves the screen after Send or at a kept or deleted visit; the window starts anew. */
  readonly 'visit.finish': null;
  /** Says that the person gave a sign: a touch, a key, listening. The window says it about once a second at most. */
  readonly 'visit.seen': null;
  /** Covers the screen. A visit under a code is saved and closed: its pictures lift the cover, in a new window. */
  readonly 'visit.hide': VisitView;
  /** Lifts the cover to the neutral page, or answers that somebody is there. */
  readonly 'visit.lift': VisitView;
  /** Goes on from the neutral page, or into the visit that a code found. */
  readonly 'visit.goOn': VisitView;
  /** Asks for the whole time once more, behind the cover. */
  readonly 'visit.stay': VisitView;
  /** Somebody new is there: what lies behind the cover is kept under its code or forgotten, in a new window. */
  readonly 'visit.leave': null;
  /** The visit with the call as it stands then. When the person has left, the visit ends and the window starts anew. */
  readonly 'alert.act': VisitView;
  /** Opens the staff's window over this one. False while somebody's visit is under way, and while a call is. */
  readonly 'desk.open': boolean;
  /** Whether there is a printer to try. */
  readonly 'paper.canPrint': boolean;
  /** Puts a code that was taken, or the proof of the letter that was sent, on paper. */
  readonly 'paper.print': Result<null, PaperProblem>;
  /** Makes words sound. `silent`: nothing on this machine can say them. */
  readonly 'speech.say': Result<SpokenSound, { readonly kind: 'silent' }>;
  /** Ends what is being said. */
  readonly 'speech.hush': null;
  readonly 'demo.export': Result<
    { readonly delivered: number },
    { readonly kind: 'folderMissing' | 'full' | 'differs' | 'damaged' | 'notRemembered' | 'io' }
  >;
  /** Signs the made-up person on or off; signing on stands for the test call, too. */
  readonly 'demo.setDuty': null;
  /** Calls as in earnest; whoever comes and says so has tried the call for today. */
  readonly 'demo.testCall': null;
}

export type Channel = keyof Replies & keyof typeof requestSchemas;
export type Request<C extends Channel> = z.infer<(typeof requestSchemas)[C]>;

/** What a window gets from its preload: a function for each of its channels. */
type Bridge<C extends Channel> = {
  readonly [K in C]: (request: Request<K>) => Promise<Replies[K]>;
} & {
  /**
   * Hears that something changed without the window having asked: it then asks anew. The signal carries nothing.
   *
   * @returns what ends the listening
   */
  readonly onChange: (listener: () => void) => () => void;
};

/** The one object that a citizen's window gets. */
export type KioskBridge = Bridge<CitizenChannel | PaperChannel | DemoChannel>;

/** The one object that the window of the texts gets. */
export type TranslationBridge = Bridge<TranslationChannel | SpeechChannel>;

/** The one object that the staff's window gets. */
export type DeskBridge = Bridge<DeskChannel | SpeechChannel>;
