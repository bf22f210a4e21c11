import { kiosk } from '../kiosk.ts';
import type { Piece } from './piece.ts';
import type { PlayableSound, Voice } from './speech-queue.ts';

/** How fast and how loud it is heard. */
export interface Manner {
  /** 1 is as it was spoken. */
  readonly rate: number;
  /** From 0 to 1. */
  readonly volume: number;
}

/** The real voice: the kiosk makes the sound, an audio element plays it. Words are kept nowhere. */
export class AudioVoice implements Voice {
  readonly #audio = new Audio();
  #end: (isHeard: boolean) => void = () => undefined;

  constructor() {
    // Slower words stay the same voice.
    this.#audio.preservesPitch = true;
    this.#audio.addEventListener('playing', () => window.dispatchEvent(new Event('listening')));
    this.#audio.addEventListener('ended', () => this.#end(true));
    this.#audio.addEventListener('error', () => this.#end(false));
  }

  soundOf = async ({ text, language }: Piece): Promise<PlayableSound | null> => {
    const sound = await kiosk['speech.say']({ text, language }).catch(() => null);
    if (sound?.ok !== true) return null;
    return { url: `/speech/${sound.value.token}`, voice: sound.value.voice };
  };

  play = (sound: PlayableSound): Promise<boolean> =>
    new Promise((resolve) => {
      this.#end = resolve;
      const { playbackRate } = this.#audio;
      this.#audio.src = sound.url;
      // A new sound begins at the usual rate again.
      this.#audio.playbackRate = playbackRate;
      this.#audio.play().catch(() => resolve(false));
    });

  stop = (): void => {
    this.#audio.pause();
    this.#end(true);
    void kiosk['speech.hush']({}).catch(() => undefined);
  };

  /** Changes what is heard at once. */
  speakAs({ rate, volume }: Manner): void {
    this.#audio.defaultPlaybackRate = rate;
    this.#audio.playbackRate = rate;
    this.#audio.volume = volume;
  }
}
