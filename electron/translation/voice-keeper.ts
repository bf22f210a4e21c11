import type { RecordEvents } from '../../core/audit/events.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { LANGUAGE_TAGS, type DeskLanguage, type LanguageTag } from '../../core/basics/language.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { checkOpusFile } from '../../core/speech/opus-file.ts';
import { clipHash } from '../../core/speech/spoken-text.ts';
import type { StaffPerson } from '../../core/staff/person.ts';
import { voiceQueue } from '../../core/translation/voice-queue.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import type { Speaker, TranslationReplies } from '../../ipc/translation-contract.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { SpeechDesk } from '../speech/speech-desk.ts';
import type { Recordings } from './recordings.ts';
import type { TextsKeeper } from './texts-keeper.ts';

/** The text that a speaker agrees to, in the words of the desk. */
const CONSENT_KEY = 'desk.translation.voice.consent';

/** What voices are given to texts with. */
export interface VoiceKeeperOptions {
  readonly texts: Pick<TextsKeeper, 'edition' | 'hasVoice'>;
  readonly recordings: Recordings;
  /** Greenlandic texts that are shown only when they are approved and spoken by a person. */
  readonly guarded: () => ReadonlySet<string>;
  /** The words of the desk in a language. */
  readonly deskTexts: (language: DeskLanguage) => Texts;
  readonly speech: Pick<SpeechDesk, 'offer'>;
  /** Opens the microphone to the window of the texts, or closes it. */
  readonly setMicrophone: (isOpen: boolean) => Promise<void>;
  readonly clock: Clock;
  /** The site's day, `YYYY-MM-DD`. */
  readonly today: () => string;
  readonly record: RecordEvents;
}

/** What somebody said, as it came from the window. */
export interface Said {
  readonly tag: LanguageTag;
  readonly key: string;
  /** The words that stood before the speaker. */
  readonly text: string;
  readonly speaker: string;
  /** In which language the consent stood there. */
  readonly language: DeskLanguage;
  readonly opus: Uint8Array;
}

/** People give their voice to the texts in work. */
export class VoiceKeeper {
  readonly #options: VoiceKeeperOptions;

  constructor(options: VoiceKeeperOptions) {
    this.#options = options;
  }

  /** What is to be said in a language or dialect, and what is there. */
  show(tag: LanguageTag): TranslationReplies['translation.voice'] {
    const { texts, recordings, guarded } = this.#options;
    const edition = texts.edition(tag);
    if (!edition.ok) return edition;
    const keys = tag === 'kl' ? guarded() : new Set<string>();
    const hashOf = (text: string): Sha256 => clipHash(text, nodeHasher);
    const queue = voiceQueue(edition.value, { hasVoice: (text) => texts.hasVoice(tag, text), guarded: keys, hashOf });
    const { recordings: kept, damaged } = recordings.list(tag);
    const said = new Map([...edition.value.values()].map(({ text }) => [hashOf(text ?? ''), text] as const));
    const voices = [...kept.values()]
      .sort((one, other) => other.recordedAtMs - one.recordedAtMs)
      .map(({ hash, speaker, consentedOn, durationMs }) => {
        return { hash, text: said.get(hash) ?? null, speaker, consentedOn, durationMs };
      });
    return ok({ queue, voices, speakers: this.#speakers(), damaged });
  }

  /** Lets the window hear the microphone, or no longer. */
  async setMicrophone(isWanted: boolean): Promise<null> {
    await this.#options.setMicrophone(isWanted);
    return null;
  }

  /** Keeps what somebody said, as long as the text still has the words that they saw. */
  keep(
    { tag, key, text, speaker, language, opus }: Said,
    { id, name }: Pick<StaffPerson, 'id' | 'name'>,
  ): TranslationReplies['translation.keepRecording'] {
    const { texts, recordings, deskTexts, clock, today, record } = this.#options;
    const checked = checkOpusFile(opus);
    if (!checked.ok) return checked;
    const edition = texts.edition(tag);
    if (!edition.ok) return edition;
    if (edition.value.get(key)?.text !== text) return fail({ kind: 'otherWords' });
    const wording = clipHash(deskTexts(language)[CONSENT_KEY] ?? '', nodeHasher);
    const kept = recordings.keep(
      {
        ...{ hash: clipHash(text, nodeHasher), tag, speaker },
        consentedOn: today(),
        consent: { key: CONSENT_KEY, language, sha256: wording },
        recordedAtMs: clock.nowMs(),
        by: name,
        durationMs: checked.value.durationMs,
      },
      opus,
    );
    if (!kept.ok) return fail({ kind: 'notSaved' });
    record({ event: 'voiceKept', person: id });
    return this.show(tag);
  }

  /** Lets the window fetch the sound of a recording. */
  play(tag: LanguageTag, hash: Sha256): TranslationReplies['translation.playRecording'] {
    const opus = this.#options.recordings.read(tag, hash);
    return opus === null
      ? fail({ kind: 'damaged' })
      : ok(this.#options.speech.offer({ bytes: opus, mediaType: 'audio/ogg' }));
  }

  remove(
    tag: LanguageTag,
    hash: Sha256,
    { id }: Pick<StaffPerson, 'id'>,
  ): TranslationReplies['translation.removeRecording'] {
    const { recordings, record } = this.#options;
    const removed = recordings.remove(tag, hash);
    if (!removed.ok) return fail({ kind: 'notSaved' });
    record({ event: 'voiceRemoved', person: id });
    return this.show(tag);
  }

  /** Takes away all that a speaker has recorded; what was published of it goes with the next version. */
  forgetSpeaker(speaker: string, { id }: Pick<StaffPerson, 'id'>): TranslationReplies['translation.forgetSpeaker'] {
    const { recordings, record } = this.#options;
    const forgotten = recordings.forgetSpeaker(speaker);
    if (!forgotten.ok) return fail({ kind: 'notSaved' });
    record({ event: 'speakerForgotten', person: id, count: forgotten.value });
    return ok(forgotten.value);
  }

  #speakers(): readonly Speaker[] {
    const counts = new Map<string, number>();
    for (const tag of LANGUAGE_TAGS)
      for (const { speaker } of this.#options.recordings.list(tag).recordings.values())
        counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
    return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => a.name.localeCompare(b.name, 'da'));
  }
}
