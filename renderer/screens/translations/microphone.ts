import {
  LONGEST_TAKE_MS,
  levelOf,
  SAMPLES_PER_SECOND,
  type Level,
  type Samples,
} from '../../../core/speech/voice-take.ts';
import { translations } from '../../translations.ts';

/** Chromium's own way to the sound of a track, which TypeScript does not know yet. */
declare class MediaStreamTrackProcessor {
  constructor(init: { readonly track: MediaStreamTrack; readonly maxBufferSize: number });
  readonly readable: ReadableStream<AudioData>;
}

/** A recording that is being made. */
export interface Recorder {
  /** Ends it, and returns all that was heard. */
  readonly stop: () => Promise<Samples>;
}

/**
 * As the room sounds: what is made for calls cuts soft consonants off, which Greenlandic ends words with, and makes the
 * room louder in each pause. How loud a voice is, is evened out afterwards, once for the whole take.
 */
const AS_IT_SOUNDS = {
  channelCount: 1,
  sampleRate: SAMPLES_PER_SECOND,
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
} as const;

/**
 * Begins to record. The kiosk lets this window hear only from here until the recording stops.
 *
 * @param onLevel hears some times a second how loud it is
 * @param onFull the longest time is over; the recording is to be stopped
 * @returns null where there is no microphone, or it may not be heard
 */
export async function beginRecording(onLevel: (level: Level) => void, onFull: () => void): Promise<Recorder | null> {
  await translations['translation.microphone']({ isWanted: true });
  const stream = await navigator.mediaDevices.getUserMedia({ audio: AS_IT_SOUNDS }).catch(() => null);
  const [track] = stream?.getAudioTracks() ?? [];
  if (track === undefined) {
    await closeMicrophone();
    return null;
  }
  const heard: Samples[] = [];
  let rate: number = SAMPLES_PER_SECOND;
  const reading = readAll(track, (samples, sampleRate) => {
    rate = sampleRate;
    heard.push(samples);
    onLevel(levelOf(samples));
  });
  const timer = setTimeout(onFull, LONGEST_TAKE_MS);
  return {
    stop: async () => {
      clearTimeout(timer);
      track.stop();
      await Promise.all([reading, closeMicrophone()]);
      return resampled(joined(heard), rate);
    },
  };
}

async function closeMicrophone(): Promise<void> {
  await translations['translation.microphone']({ isWanted: false }).catch(() => undefined);
}

/** Some seconds of sound wait for a machine that is busy: what has no room is lost. */
const MOST_WAITING = 1000;
/** About ten times a second, so that a level can be read. */
const BLOCK_SECONDS = 0.1;

async function readAll(
  track: MediaStreamTrack,
  onSamples: (samples: Samples, sampleRate: number) => void,
): Promise<void> {
  const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: MOST_WAITING }).readable.getReader();
  let waiting: Samples[] = [];
  let frames = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const samples = new Float32Array(value.numberOfFrames);
    value.copyTo(samples, { planeIndex: 0, format: 'f32-planar' });
    const { sampleRate } = value;
    value.close();
    waiting.push(samples);
    frames += samples.length;
    if (frames < sampleRate * BLOCK_SECONDS) continue;
    onSamples(joined(waiting), sampleRate);
    waiting = [];
    frames = 0;
  }
}

/** Some microphones know one rate only. */
async function resampled(samples: Samples, rate: number): Promise<Samples> {
  if (rate === SAMPLES_PER_SECOND || samples.length === 0) return samples;
  const length = Math.ceil((samples.length * SAMPLES_PER_SECOND) / rate);
  const context = new OfflineAudioContext(1, length, SAMPLES_PER_SECOND);
  const source = sourceOf(context, samples, rate);
  source.connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

function sourceOf(context: BaseAudioContext, samples: Samples, rate: number): AudioBufferSourceNode {
  const buffer = context.createBuffer(1, samples.length, rate);
  buffer.copyToChannel(samples, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  return source;
}

function joined(parts: readonly Samples[]): Samples {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
