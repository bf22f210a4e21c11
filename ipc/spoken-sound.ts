/** The sound of some words, ready to be fetched from /speech/<token> for a short while. */
export interface SpokenSound {
  /** 32 hexadecimal characters. */
  readonly token: string;
  /** A person's recorded voice, or a program's. */
  readonly voice: 'recorded' | 'synthetic';
}
