import type { Piece } from './piece.ts';

/** A sound that can be played. */
export interface PlayableSound {
  readonly url: string;
  readonly voice: 'recorded' | 'synthetic';
}

/** What the queue speaks through. */
export interface Voice {
  /** Makes the sound of words; null where nothing can say them. */
  readonly soundOf: (piece: Piece) => Promise<PlayableSound | null>;
  /** Plays to the end, or until `stop`. Resolves to whether it could be heard. */
  readonly play: (sound: PlayableSound) => Promise<boolean>;
  readonly stop: () => void;
}

/** What happens in the queue. */
export interface QueueListener {
  /** These words are heard now; null when nothing is. */
  readonly onPiece: (piece: Piece | null, voice: PlayableSound['voice'] | null) => void;
  /** Words could not be said at all. */
  readonly onSilent: () => void;
}

/** Says pieces one after the other. Newer words go before older ones, unless they are appended. */
export class SpeechQueue {
  readonly #voice: Voice;
  readonly #listener: QueueListener;
  #waiting: Piece[] = [];
  /** Counts what was interrupted, so that a sound that comes late is not played. */
  #turn = 0;
  #isRunning = false;

  constructor(voice: Voice, listener: QueueListener) {
    this.#voice = voice;
    this.#listener = listener;
  }

  get isSpeaking(): boolean {
    return this.#isRunning;
  }

  /** Says these words at once; what was being said ends. */
  say(pieces: readonly Piece[]): void {
    this.stop();
    this.append(pieces);
  }

  /** Says these words after those that wait. */
  append(pieces: readonly Piece[]): void {
    this.#waiting.push(...pieces);
    if (!this.#isRunning && this.#waiting.length > 0) void this.#run(this.#turn);
  }

  stop(): void {
    this.#turn += 1;
    this.#waiting = [];
    if (!this.#isRunning) return;
    this.#isRunning = false;
    this.#voice.stop();
    this.#listener.onPiece(null, null);
  }

  async #run(turn: number): Promise<void> {
    this.#isRunning = true;
    let coming = this.#next();
    while (coming !== null) {
      const { piece, sound: making } = coming;
      const sound = await making;
      if (turn !== this.#turn) return;
      // The next words are made while these are heard.
      coming = this.#next();
      if (sound === null) this.#listener.onSilent();
      else await this.#hear(piece, sound);
      if (turn !== this.#turn) return;
      coming ??= this.#next();
    }
    this.#isRunning = false;
    this.#listener.onPiece(null, null);
  }

  #next(): { readonly piece: Piece; readonly sound: Promise<PlayableSound | null> } | null {
    const piece = this.#waiting.shift();
    return piece === undefined ? null : { piece, sound: this.#voice.soundOf(piece) };
  }

  async #hear(piece: Piece, sound: PlayableSound): Promise<void> {
    this.#listener.onPiece(piece, sound.voice);
    const isHeard = await this.#voice.play(sound);
    if (!isHeard) this.#listener.onSilent();
  }
}
