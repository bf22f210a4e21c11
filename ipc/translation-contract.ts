import { z } from 'zod';
import { isSha256, type Sha256 } from '../core/basics/hasher.ts';
import { DESK_LANGUAGES, languageTagSchema, type DeskLanguage, type LanguageTag } from '../core/basics/language.ts';
import type { Result } from '../core/basics/result.ts';
import type { Panel } from '../core/site/panel.ts';
import { MAX_RECORDING_BYTES, type OpusFileProblem } from '../core/speech/opus-file.ts';
import type { StaffPerson } from '../core/staff/person.ts';
import { MAX_KEY_LENGTH, MAX_TEXT_LENGTH } from '../core/translation/catalogue.ts';
import type { JudgingProblem, WordingProblem } from '../core/translation/change-edition.ts';
import type { Taking } from '../core/translation/returned-texts.ts';
import { authorSchema, type Review } from '../core/translation/review.ts';
import type { TextCell, TextRow } from '../core/translation/text-row.ts';
import type { UnsaidText } from '../core/translation/voice-queue.ts';
import type { SpokenSound } from './spoken-sound.ts';
import type { PublishingProblem, PublishingView } from './publishing-contract.ts';
import { instrumentRequestSchemas, type InstrumentReplies } from './instruments-contract.ts';
import { packageRequestSchemas, type PackageReplies } from './packages-contract.ts';
import type { TranslationChannel } from './translation-channels.ts';

/** What the window of the texts shows around everything else. Nothing in any of its replies is of a person who told something. */
export interface TranslationView {
  readonly siteName: string;
  readonly siteLanguage: DeskLanguage;
  /** IANA; the days and times of the house. */
  readonly timeZone: string;
  readonly panel: Panel;
  readonly demo: boolean;
  /** Who is signed in. */
  readonly signedIn: StaffPerson;
  /** The words of this window itself: JSON of `DeskWordsByLanguage`. */
  readonly words: string;
}

/** Somebody's words in the history of a text; `atMs` is Unix time. */
export interface FormerWords {
  readonly text: string;
  readonly by: string | null;
  readonly atMs: number;
}

/** One text with all that is known of it. */
export interface ShownText extends TextCell {
  readonly key: string;
  readonly danish: string;
  /** Whose words they are; null for the program's own, and when nobody said so. */
  readonly author: string | null;
  readonly reviews: readonly Review[];
  /** The words that the program came with; null where it has none. */
  readonly programWords: string | null;
  /** Everybody's words, the oldest first. */
  readonly history: readonly FormerWords[];
}

/** Why words were not kept, or a judgement was not taken; `noRole`: an administrator has not said in which role. */
export type WordRefusal = WordingProblem | TextsTrouble;
export type JudgeRefusal = JudgingProblem | TextsTrouble | { readonly kind: 'noRole' };

/** What became of a file that came back. */
export interface Imported extends Omit<Taking, 'taken'> {
  readonly tag: LanguageTag;
  /** Whose words they are. */
  readonly by: string | null;
  /** How many were taken as drafts. */
  readonly changed: number;
}

/** The voices of a language or dialect. */
export interface VoiceView {
  /** What nobody has said, in the order in which it is best said. */
  readonly queue: readonly UnsaidText[];
  /** What the house has recorded, the newest first. */
  readonly voices: readonly KeptVoice[];
  /** Whose voices there are, in any language. */
  readonly speakers: readonly Speaker[];
  /** How many recordings are not whole, and used for nothing. */
  readonly damaged: number;
}

export interface KeptVoice {
  readonly hash: Sha256;
  /** Null for words that no text has any more. */
  readonly text: string | null;
  readonly speaker: string;
  /** `YYYY-MM-DD` */
  readonly consentedOn: string;
  readonly durationMs: number;
}

/** Somebody who has given their voice, and to how many texts. */
export interface Speaker {
  readonly name: string;
  readonly count: number;
}

/** Why nothing can be done with the texts now; `damaged`: a file of this home is, and is left as it is. */
export interface TextsTrouble {
  readonly kind: 'unknownKey' | 'damaged' | 'newerFormat' | 'notRead' | 'notSaved';
}

const nothing = z.strictObject({});
const key = z.string().min(1).max(MAX_KEY_LENGTH);
/** Room for more than a text may have, so that it is the rule for texts that refuses one and says why. */
const words = z.string().max(4 * MAX_TEXT_LENGTH);
const place = { tag: languageTagSchema, key } as const;

/** A file of 8 MiB, as base64: larger is none of ours. */
const MOST_FILE_CHARACTERS = Math.ceil((8 * 1024 * 1024 * 4) / 3) + 4;

const hash = z.string().refine(isSha256);
const MOST_OPUS_CHARACTERS = Math.ceil((MAX_RECORDING_BYTES * 4) / 3) + 4;

/** The strict request schema of every channel of the window. */
export const translationRequestSchemas = {
  'translation.show': nothing,
  'translation.seen': nothing,
  'translation.close': nothing,
  'translation.texts': nothing,
  'translation.cells': z.strictObject({ key }),
  'translation.text': z.strictObject(place),
  'translation.word': z.strictObject({ ...place, text: words }),
  'translation.judge': z.strictObject({
    ...place,
    /** What the person looked at: other words, or another Danish text, are not judged by it. */
    seen: z.strictObject({ text: words, danish: words }),
  }),
  'translation.preview': nothing,
  'translation.publishing': nothing,
  'translation.publish': nothing,
  'translation.rollBack': nothing,
  'translation.takeUp': z.strictObject({ number: z.int().min(1).nullable() }),
  'translation.export': z.strictObject({ tag: languageTagSchema, format: z.enum(['xliff', 'xlsx']) }),
  'translation.import': z.strictObject({ file: z.base64().max(MOST_FILE_CHARACTERS), by: authorSchema.nullable() }),
  'translation.settle': z.strictObject({
    ...place,
    text: words,
    by: authorSchema.nullable(),
    seen: z.strictObject({ text: words.nullable(), danish: words }),
  }),
  'translation.voice': z.strictObject({ tag: languageTagSchema }),
  'translation.microphone': z.strictObject({ isWanted: z.boolean() }),
  'translation.keepRecording': z.strictObject({
    ...place,
    text: words,
    speaker: authorSchema,
    language: z.enum(DESK_LANGUAGES),
    opus: z.base64().max(MOST_OPUS_CHARACTERS),
  }),
  'translation.playRecording': z.strictObject({ tag: languageTagSchema, hash }),
  'translation.removeRecording': z.strictObject({ tag: languageTagSchema, hash }),
  'translation.forgetSpeaker': z.strictObject({ speaker: authorSchema }),
  ...packageRequestSchemas,
  ...instrumentRequestSchemas,
} as const satisfies Record<TranslationChannel, z.ZodType>;

/** What every channel of the window answers. */
export interface TranslationReplies extends PackageReplies, InstrumentReplies {
  readonly 'translation.show': TranslationView;
  /** Says that somebody is there, like `desk.seen`. */
  readonly 'translation.seen': null;
  /** Closes this window; the staff's is there again. */
  readonly 'translation.close': null;
  /** JSON of all `TextRow`s, in the order of the Danish texts: copied as one string it arrives in half the time. */
  readonly 'translation.texts': Result<string, TextsTrouble>;
  /** One text in every language, after something about it has changed. */
  readonly 'translation.cells': Result<TextRow['cells'], TextsTrouble>;
  readonly 'translation.text': Result<ShownText, TextsTrouble>;
  /** Keeps words as a draft by who is signed in. */
  readonly 'translation.word': Result<ShownText, WordRefusal>;
  /** Approves words in the role of who is signed in. */
  readonly 'translation.judge': Result<ShownText, JudgeRefusal>;
  /** What the kiosk's screens are shown from with the words in work: JSON of `PreviewContent`. */
  readonly 'translation.preview': Result<string, TextsTrouble>;
  readonly 'translation.publishing': Result<PublishingView, PublishingProblem>;
  /** Makes a content version of all that two people have approved; whoever begins from now on sees it. */
  readonly 'translation.publish': Result<null, PublishingProblem>;
  /** Goes back to the publication before. */
  readonly 'translation.rollBack': Result<null, PublishingProblem>;
  /** Takes a publication up again; null is the program's own texts. */
  readonly 'translation.takeUp': Result<null, PublishingProblem>;
  /** Writes a file for a translator into the folder for delivering by hand; returns its name. */
  readonly 'translation.export': Result<string, TextsTrouble | { readonly kind: 'noFolder' | 'notWritten' }>;
  /** Takes a file that came back. An error is a word for why it is not read at all, and nothing has changed. */
  readonly 'translation.import': Result<Imported, { readonly kind: string }>;
  /** Takes the words of a file for a text that has changed on both sides. */
  readonly 'translation.settle': Result<ShownText, WordRefusal | { readonly kind: 'otherWords' }>;
  readonly 'translation.voice': Result<VoiceView, TextsTrouble>;
  /** Lets the window hear the microphone for as long as a take may last, or no longer. */
  readonly 'translation.microphone': null;
  /** Keeps what somebody said of the words that they saw; `text` and `language` are what stood there, words and consent. */
  readonly 'translation.keepRecording': Result<
    VoiceView,
    TextsTrouble | OpusFileProblem | { readonly kind: 'otherWords' }
  >;
  readonly 'translation.playRecording': Result<SpokenSound, { readonly kind: 'damaged' }>;
  readonly 'translation.removeRecording': Result<VoiceView, TextsTrouble>;
  /** A speaker takes their consent back: returns how many recordings went. */
  readonly 'translation.forgetSpeaker': Result<number, TextsTrouble>;
}
