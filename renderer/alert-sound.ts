/** Two tones, a calm third apart: a call, not an alarm. Each with its start and end in seconds. */
const TONES = [
  { hertz: 523.25, from: 0, to: 0.9 },
  { hertz: 659.25, from: 0.7, to: 1.8 },
] as const;

/** A pause is as much of the call as the tones: who waits beside it has to bear it. */
const EVERY_MS = 4_000;
const LOUDNESS = 0.5;
/** Tones that begin and end at once click. */
const SOFT_SECONDS = 0.15;

/**
 * Calls with a sound until it is ended.
 *
 * @param onFailed called once when the window cannot sound
 * @returns what ends the sound
 */
export function soundCall(onFailed: () => void): () => void {
  let isOver = false;
  const audio = new AudioContext();
  const fail = (): void => {
    if (!isOver) onFailed();
  };
  const ring = (): void => TONES.forEach((tone) => sound(audio, tone));
  audio.resume().then(() => (audio.state === 'running' ? ring() : fail()), fail);
  const timer = setInterval(ring, EVERY_MS);
  // Without a touch before it, a window may wait for ever to be allowed a sound.
  const patience = setTimeout(() => {
    if (audio.state !== 'running') fail();
  }, EVERY_MS);
  return () => {
    isOver = true;
    clearInterval(timer);
    clearTimeout(patience);
    void audio.close();
  };
}

function sound(audio: AudioContext, { hertz, from, to }: (typeof TONES)[number]): void {
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  const start = audio.currentTime + from;
  const end = audio.currentTime + to;
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUDNESS, start + SOFT_SECONDS);
  volume.gain.linearRampToValueAtTime(0, end);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(end);
}
