/** What the window's speech is doing, as the screen shows it. */
export interface SpeechState {
  readonly isSpeaking: boolean;
  readonly isSlow: boolean;
  /** Counts from 1 to `LOUDEST`. */
  readonly volume: number;
  /** `asked`: the question stands on the screen. `without`: the person listens without one. */
  readonly headset: 'unknown' | 'asked' | 'confirmed' | 'without';
  /** Words of this screen were held back, because others would hear them. */
  readonly isHeldBack: boolean;
  /** Listening was asked for on this screen: what belongs to it is shown. */
  readonly isInUse: boolean;
  /** Nothing on this machine can speak. */
  readonly isSilent: boolean;
  /** A program speaks, not a person. */
  readonly isSynthetic: boolean;
}

export const LOUDEST = 5;
const USUAL_VOLUME = 3;
const SLOW_RATE = 0.7;

/** How every person finds it. */
export const AT_FIRST: SpeechState = {
  isSpeaking: false,
  isSlow: false,
  volume: USUAL_VOLUME,
  headset: 'unknown',
  isHeldBack: false,
  isInUse: false,
  isSilent: false,
  isSynthetic: false,
};

/** How the sound is played. Loudness is heard in proportions, so that each step sounds alike. */
export function mannerOf({ isSlow, volume }: SpeechState): { readonly rate: number; readonly volume: number } {
  return { rate: isSlow ? SLOW_RATE : 1, volume: (volume / LOUDEST) ** 2 };
}
