import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isSha256, type Sha256 } from '../../core/basics/hasher.ts';
import { DESK_LANGUAGES, LANGUAGE_TAGS, languageTagSchema, type LanguageTag } from '../../core/basics/language.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import { ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { MAX_RECORDING_BYTES } from '../../core/speech/opus-file.ts';
import { MAX_KEY_LENGTH } from '../../core/translation/catalogue.ts';
import { authorSchema } from '../../core/translation/review.ts';
import { readCapped } from '../../node/capped-file.ts';
import { removeDurably, removeUnfinished, replaceDurably, syncDirectory } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';

/** The form of what stands beside a recording. */
const FORMAT = 1;
const MOST_NOTE_BYTES = 8192;
const sha256Schema = z.string().refine(isSha256);

/** What stands beside a recording, whose voice it is and what they consented to. */
export const recordingSchema = z.strictObject({
  format: z.literal(FORMAT),
  /** That of the words; see `clipHash`. */
  hash: sha256Schema,
  tag: languageTagSchema,
  speaker: authorSchema,
  consentedOn: z.iso.date(),
  /** The wording that the speaker saw: its text, its language, and the digest of its words as they were. */
  consent: z.strictObject({
    key: z.string().min(1).max(MAX_KEY_LENGTH),
    language: z.enum(DESK_LANGUAGES),
    sha256: sha256Schema,
  }),
  recordedAtMs: z.int().min(0),
  /** Who was signed in. */
  by: authorSchema,
  durationMs: z.int().min(1),
  /** That of the Opus file. */
  sha256: sha256Schema,
});
export type Recording = Readonly<z.infer<typeof recordingSchema>>;

/** A recording with its sound. */
export interface RecordedSound {
  readonly recording: Recording;
  /** Opus in Ogg. */
  readonly opus: Uint8Array;
}

/** What is kept of a language or dialect. */
export interface Recorded {
  readonly recordings: ReadonlyMap<Sha256, Recording>;
  /** How many names stand there of which not both files are whole: they are used for nothing. */
  readonly damaged: number;
}

/**
 * What people have recorded for a house's texts in work: HOME/translations/audio/<tag>/<hash>.opus, and beside each the
 * same name with .json. What was published stands in the content versions.
 */
export class Recordings {
  readonly #folder: string;
  readonly #fs: FileSystem;
  /** The kiosk is the home's only writer. */
  readonly #present = new Map<LanguageTag, Recorded>();

  /** @param folder HOME/translations/audio; one that is missing holds nothing */
  constructor(folder: string, fs: FileSystem = nodeFileSystem) {
    this.#folder = folder;
    this.#fs = fs;
  }

  /** What there is, without reading the sounds. */
  list(tag: LanguageTag): Recorded {
    const present = this.#present.get(tag) ?? readAll(this.#folderOf(tag), tag);
    this.#present.set(tag, present);
    return present;
  }

  has(tag: LanguageTag, hash: Sha256): boolean {
    return this.list(tag).recordings.has(hash);
  }

  /** Keeps a recording, in the place of an older one of the same words. It is there when what stands beside it is. */
  keep(recording: Omit<Recording, 'format' | 'sha256'>, opus: Uint8Array): Result<null, FileError> {
    const { tag, hash } = recording;
    const sound = this.#pathOf(tag, hash, 'opus');
    const note = this.#pathOf(tag, hash, 'json');
    const whole: Recording = { format: FORMAT, ...recording, sha256: nodeHasher.sha256(opus) };
    const made = this.#makeFolder(tag);
    if (!made.ok) return made;
    this.#present.delete(tag);
    // A new sound never stands beside the consent of whoever spoke before.
    const cleared = removeDurably(note, this.#fs);
    if (!cleared.ok) return cleared;
    const written = replaceDurably(sound, opus, this.#fs);
    return written.ok ? replaceDurably(note, toUtf8(`${JSON.stringify(whole, null, 2)}\n`), this.#fs) : written;
  }

  /** The sound of some words; null where there is none, or it is not what was recorded. */
  read(tag: LanguageTag, hash: Sha256): Uint8Array | null {
    const recording = this.list(tag).recordings.get(hash);
    if (recording === undefined) return null;
    const opus = readCapped(this.#pathOf(tag, hash, 'opus'), MAX_RECORDING_BYTES);
    return opus.ok && nodeHasher.sha256(opus.value) === recording.sha256 ? opus.value : null;
  }

  /** The recordings of these words, for a content version; what is damaged is left out. */
  recordingsFor(tag: LanguageTag, hashes: Iterable<Sha256>): readonly RecordedSound[] {
    const { recordings } = this.list(tag);
    return [...new Set(hashes)].flatMap((hash) => {
      const recording = recordings.get(hash);
      const opus = this.read(tag, hash);
      return recording === undefined || opus === null ? [] : [{ recording, opus }];
    });
  }

  /** Takes a recording away; one that is not there is away already. */
  remove(tag: LanguageTag, hash: Sha256): Result<null, FileError> {
    this.#present.delete(tag);
    // The voice first: what is left of a remove that was stopped is a note without one.
    const removed = removeDurably(this.#pathOf(tag, hash, 'opus'), this.#fs);
    return removed.ok || isMissing(removed.error) ? this.#removeNote(tag, hash) : removed;
  }

  /**
   * Takes away everything that a speaker has recorded in any language, and with it what is damaged: nobody can tell whose
   * voice that is.
   *
   * @returns how many recordings of the speaker there were
   */
  forgetSpeaker(speaker: string): Result<number, FileError> {
    let count = 0;
    for (const tag of LANGUAGE_TAGS) {
      const { recordings } = this.list(tag);
      const cleared = removeUnfinished(this.#folderOf(tag), this.#fs);
      if (!cleared.ok) return cleared;
      for (const hash of hashesIn(this.#folderOf(tag))) {
        const recording = recordings.get(hash);
        if (recording !== undefined && recording.speaker !== speaker) continue;
        const removed = this.remove(tag, hash);
        if (!removed.ok) return removed;
        if (recording !== undefined) count += 1;
      }
    }
    return ok(count);
  }

  #removeNote(tag: LanguageTag, hash: Sha256): Result<null, FileError> {
    const removed = removeDurably(this.#pathOf(tag, hash, 'json'), this.#fs);
    return !removed.ok && isMissing(removed.error) ? ok(null) : removed;
  }

  #makeFolder(tag: LanguageTag): Result<null, FileError> {
    const folder = this.#folderOf(tag);
    const made = attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    if (!made.ok) return made;
    // All three may be new.
    for (const above of [this.#folder, join(this.#folder, '..')]) {
      const synced = syncDirectory(above, this.#fs);
      if (!synced.ok) return synced;
    }
    return removeUnfinished(folder, this.#fs);
  }

  #folderOf(tag: LanguageTag): string {
    return join(this.#folder, tag);
  }

  #pathOf(tag: LanguageTag, hash: Sha256, kind: 'opus' | 'json'): string {
    return join(this.#folderOf(tag), `${hash}.${kind}`);
  }
}

function readAll(folder: string, tag: LanguageTag): Recorded {
  const names = new Set(namesIn(folder));
  const hashes = hashesIn(folder);
  const recordings = new Map<Sha256, Recording>();
  for (const hash of hashes) {
    if (!names.has(`${hash}.opus`) || !names.has(`${hash}.json`)) continue;
    const recording = readNote(join(folder, `${hash}.json`));
    if (recording?.hash === hash && recording.tag === tag) recordings.set(hash, recording);
  }
  return { recordings, damaged: hashes.length - recordings.size };
}

function readNote(path: string): Recording | null {
  const read = readCapped(path, MOST_NOTE_BYTES);
  if (!read.ok) return null;
  return recordingSchema.safeParse(parseJson(fromUtf8(read.value) ?? '')).data ?? null;
}

function namesIn(folder: string): readonly string[] {
  const names = attempt(() => readdirSync(folder));
  return names.ok ? names.value : [];
}

/** The words of which anything stands there. */
function hashesIn(folder: string): readonly Sha256[] {
  const hashes = namesIn(folder).map((name) => name.replace(/\.(opus|json)$/, ''));
  return [...new Set(hashes)].filter(isSha256);
}

function isMissing({ kind }: FileError): boolean {
  return kind === 'missing';
}
