import type { SpeechWords } from './control-words.ts';
import { makePiece } from './collect-pieces.ts';
import { mayBeHeard, type Piece } from './piece.ts';
import { readScope, wholeReading } from './screen-reading.ts';
import { SpeechQueue, type PlayableSound, type Voice } from './speech-queue.ts';
import { AT_FIRST, LOUDEST, mannerOf, type SpeechState } from './speech-state.ts';
import { noteHeard } from './spoken-log.ts';

/** Marks what is being read. */
const MARK = 'data-speaking';

/** A voice that can be made slower and louder. */
export interface AdjustableVoice extends Voice {
  readonly speakAs: (manner: { readonly rate: number; readonly volume: number }) => void;
}

/** Where life may be in danger, nothing stands before the words. */
function isUrgent(): boolean {
  return document.querySelector('main[data-urgent]') !== null;
}

/**
 * Reads the window aloud for one person. It reads the document itself, so that what is heard is what is shown; and it
 * keeps back what others must not hear. Its state lives as long as the window: the next person begins anew.
 */
export class Reader {
  readonly #voice: AdjustableVoice;
  readonly #queue: SpeechQueue;
  readonly #listeners = new Set<() => void>();
  #state = AT_FIRST;
  #words: SpeechWords;
  /** The screen that the person wants aloud although others may hear. */
  #aloudOn: Element | null = null;
  #screen: Element | null = null;
  #turn = 0;

  constructor(voice: AdjustableVoice, words: SpeechWords) {
    this.#voice = voice;
    this.#words = words;
    this.#queue = new SpeechQueue(voice, {
      onPiece: (piece, by) => this.#onPiece(piece, by),
      onSilent: () => this.#change({ isSilent: true }),
    });
    voice.speakAs(mannerOf(this.#state));
  }

  get words(): SpeechWords {
    return this.#words;
  }

  /** The language of the screen, and the sentences in it. */
  speakIn(words: SpeechWords): void {
    this.#words = words;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  state = (): SpeechState => this.#state;

  /** The Listen button: reads the screen, or ends the reading. The first time it asks for the headset. */
  listen(): void {
    if (this.#queue.isSpeaking) return this.silence();
    if (this.#state.headset === 'unknown' && !isUrgent()) return this.#change({ headset: 'asked' });
    this.readScreen();
  }

  /** Reads the whole screen, or the sheet over it, from the beginning. */
  readScreen(): void {
    const scope = readScope();
    if (scope === null) return;
    this.#change({ isInUse: true, isSilent: false });
    this.say(wholeReading(scope, this.#words));
  }

  /** Says pieces at once; what others must not hear is left out, and that is said. */
  say(pieces: readonly Piece[]): void {
    const audible = this.#audible(pieces);
    this.#queue.stop();
    this.#turn += 1;
    this.#queue.append(audible);
  }

  /** Says pieces after what is being said. */
  sayNext(pieces: readonly Piece[]): void {
    this.#queue.append(this.#audible(pieces));
  }

  /** Says a sentence of the kiosk's own that stands nowhere. */
  tell(key: string): void {
    this.sayNext([this.#sentence(key)]);
  }

  silence(): void {
    this.#queue.stop();
  }

  toggleSlow(): void {
    this.#change({ isSlow: !this.#state.isSlow });
  }

  changeVolume(by: 1 | -1): void {
    this.#change({ volume: Math.min(LOUDEST, Math.max(1, this.#state.volume + by)) });
  }

  /** The person wants this screen aloud. Their own words stay for the headset even so. */
  speakAloud(): void {
    this.#aloudOn = this.#screen;
    this.#change({ isHeldBack: false });
    this.readScreen();
  }

  askForHeadset(): void {
    this.silence();
    this.#change({ headset: 'asked' });
  }

  /** The answer to "can you hear me?". */
  answerHeadset(answer: 'confirmed' | 'without' | 'unknown'): void {
    this.silence();
    this.#change({ headset: answer, isHeldBack: false });
  }

  /** Something was plugged in or out: nothing sounds until the person says again what they hear. */
  forgetHeadset(): void {
    this.silence();
    if (this.#state.headset === 'confirmed') this.#change({ headset: 'unknown' });
  }

  /** Notices that another screen stands. Returns whether it is another one. */
  standsOn(screen: Element | null): boolean {
    if (screen === this.#screen) return false;
    this.#screen = screen;
    this.#aloudOn = null;
    this.silence();
    this.#change({ isHeldBack: false, isInUse: false });
    return true;
  }

  #audible(pieces: readonly Piece[]): readonly Piece[] {
    const hearing = {
      hasHeadset: this.#state.headset === 'confirmed',
      isAloud: this.#aloudOn !== null && this.#aloudOn === this.#screen,
    };
    const audible = pieces.filter((piece) => mayBeHeard(piece, hearing));
    if (audible.length === pieces.length) return pieces;
    if (this.#state.isHeldBack && audible.length > 0) return audible;
    this.#change({ isHeldBack: true, isInUse: true });
    return [...audible, this.#sentence(hearing.isAloud ? 'speech.ownWords' : 'speech.private')];
  }

  #sentence(key: string): Piece {
    return { ...makePiece(this.#words.say(key), this.#words.language, document.body), element: null };
  }

  #onPiece(piece: Piece | null, by: PlayableSound['voice'] | null): void {
    for (const marked of document.querySelectorAll(`[${MARK}]`)) marked.removeAttribute(MARK);
    noteHeard(piece, this.#turn);
    const element = piece?.element ?? null;
    if (element !== null && element !== document.body) {
      element.setAttribute(MARK, '');
      element.scrollIntoView({ block: 'nearest' });
    }
    this.#change({ isSpeaking: piece !== null, ...(by === null ? {} : { isSynthetic: by === 'synthetic' }) });
  }

  #change(change: Partial<SpeechState>): void {
    const next = { ...this.#state, ...change };
    const differs = (Object.keys(change) as (keyof SpeechState)[]).some((name) => next[name] !== this.#state[name]);
    if (!differs) return;
    this.#state = next;
    this.#voice.speakAs(mannerOf(next));
    for (const listener of this.#listeners) listener();
  }
}
