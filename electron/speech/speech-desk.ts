import type { Hasher, Sha256 } from '../../core/basics/hasher.ts';
import { languageOf, type LanguageTag } from '../../core/basics/language.ts';
import type { Random } from '../../core/basics/random.ts';
import { fail, ok, type Result } from '../../core/basics/result.ts';
import { clipHash, spokenText } from '../../core/speech/spoken-text.ts';
import type { SpokenSound } from '../../ipc/spoken-sound.ts';
import type { ClipFolder } from './clip-folder.ts';
import type { Synthesizer } from './synthesizer.ts';

/** A sound that waits to be fetched by the window. */
export interface Sound {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
}

/** Where the sound of words comes from, best first. */
export interface SpeechSources {
  /** What a person recorded for these words: an Opus file of the content version, or null. */
  readonly recording: (language: LanguageTag, hash: Sha256) => Uint8Array | null;
  readonly clips: ClipFolder;
  /** Null where the program for it is not installed: words without a clip are then not spoken. */
  readonly synthesizer: Synthesizer | null;
  readonly hasher: Hasher;
  readonly random: Random;
}

/** Turns words into sound for one window. */
export interface SpeechDesk {
  /** Finds or makes the sound of some words. It can be fetched until four newer ones were made, or `hush`. */
  say(words: {
    readonly text: string;
    readonly language: LanguageTag;
  }): Promise<Result<SpokenSound, { readonly kind: 'silent' }>>;
  /** Lets the window fetch a sound that is there already, in the same way. */
  offer(sound: Sound): SpokenSound;
  /** The sound behind a token; null for one that is gone or never was. */
  sound(token: string): Sound | null;
  /** Ends what is being said and forgets every sound: the person leaves, or wants silence. */
  hush(): void;
}

/** One that plays, one that comes next, and what a quick hand started meanwhile. */
const MOST_SOUNDS = 4;
const TOKEN_BYTES = 16;

/** Makes the desk. Sounds live in memory only. */
export function createSpeechDesk(sources: SpeechSources): SpeechDesk {
  const sounds = new Map<string, Sound>();
  let visit = 0;
  const keep = (sound: Sound): string => {
    const token = Buffer.from(sources.random.bytes(TOKEN_BYTES)).toString('hex');
    sounds.set(token, sound);
    forgetOldest(sounds);
    return token;
  };
  return {
    async say({ text, language }) {
      const asked = visit;
      const found = await soundOf(spokenText(text), language, sources);
      // Whoever asked is gone: their words must not wait for the next person.
      if (found === null || asked !== visit) return fail({ kind: 'silent' });
      return ok({ token: keep(found.sound), voice: found.voice });
    },
    offer: (sound) => ({ token: keep(sound), voice: 'recorded' }),
    sound: (token) => sounds.get(token) ?? null,
    hush() {
      visit += 1;
      sounds.clear();
      sources.synthesizer?.hush();
    },
  };
}

function forgetOldest(sounds: Map<string, Sound>): void {
  for (const token of [...sounds.keys()].slice(0, -MOST_SOUNDS)) sounds.delete(token);
}

type Found = { readonly sound: Sound; readonly voice: SpokenSound['voice'] } | null;

async function soundOf(text: string, tag: LanguageTag, sources: SpeechSources): Promise<Found> {
  if (text === '') return null;
  const { recording, clips, synthesizer, hasher } = sources;
  const hash = clipHash(text, hasher);
  const language = languageOf(tag);
  const recorded = recording(tag, hash) ?? recording(language, hash);
  if (recorded !== null) return { sound: opus(recorded), voice: 'recorded' };
  const clip = clips.find(language, hash);
  if (clip !== null) return { sound: opus(clip), voice: 'synthetic' };
  const spoken = await synthesizer?.speak(text, language);
  return spoken ? { sound: { bytes: spoken, mediaType: 'audio/wav' }, voice: 'synthetic' } : null;
}

function opus(bytes: Uint8Array): Sound {
  return { bytes, mediaType: 'audio/ogg' };
}
