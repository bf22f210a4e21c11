import { fail, ok, type Result } from '../basics/result.ts';

/** Mono samples from -1 to 1, 48,000 a second. */
export type Samples = Float32Array<ArrayBuffer>;

/** What all voices are recorded and kept in. */
export const SAMPLES_PER_SECOND = 48_000;
/** The longest text of a screen takes half of it. */
export const LONGEST_TAKE_MS = 60_000;

/** Why a take cannot be kept. `clipped`: louder than the microphone can tell. */
export type TakeProblem = { readonly kind: 'silent' | 'tooQuiet' | 'clipped' | 'tooShort' | 'tooLong' };

/** What somebody said, as it is kept. */
export interface Take {
  readonly samples: Samples;
  readonly durationMs: number;
}

/** How loud some sound is, in dBFS: 0 is all that there is, and silence is -Infinity. */
export interface Level {
  readonly rms: number;
  readonly peak: number;
}

/** As long as the shortest sounds of speech. */
const BLOCK = SAMPLES_PER_SECOND / 100;
/** A key or a chair is shorter than this many blocks. */
const SHORTEST_SOUND = 4;
const SHORTEST_TAKE_MS = 200;
/** What is left around the words: a consonant begins softly, and a vowel dies away. */
const MARGIN_BEFORE = 12 * BLOCK;
const MARGIN_AFTER = 20 * BLOCK;
/** Under it is the noise of the microphone itself. */
const QUIETEST_SOUND = -55;
const ABOVE_THE_ROOM = 10;
/** No room is so loud that what lies so little under the loudest is not part of the words. */
const UNDER_THE_LOUDEST = 20;
/** Made louder than from here, the room would be heard more than the words. */
const QUIETEST_TAKE = -42;
const CLIPPED_SAMPLE = 0.999;
const MOST_CLIPPED = 0.001;
/** All voices are equally loud, whoever stood how near to the microphone. */
const WANTED_LEVEL = -20;
const HIGHEST_PEAK = -1;

/** Tells how loud some sound is. */
export function levelOf(samples: Samples): Level {
  if (samples.length === 0) return { rms: -Infinity, peak: -Infinity };
  let squares = 0;
  let peak = 0;
  for (const sample of samples) {
    squares += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  return { rms: decibels(Math.sqrt(squares / samples.length)), peak: decibels(peak) };
}

/**
 * Makes of a recording what is kept: without the silence before and after the words, with the pauses between them, and
 * as loud as all others.
 */
export function takeOf(recorded: Samples): Result<Take, TakeProblem> {
  const levels = blockLevels(recorded);
  const bounds = wordsIn(levels);
  if (bounds === null) return fail({ kind: 'silent' });
  if (durationOf((bounds.end - bounds.start) * BLOCK) < SHORTEST_TAKE_MS) return fail({ kind: 'tooShort' });
  const level = loudnessOf(levels.slice(bounds.start, bounds.end));
  if (level < QUIETEST_TAKE) return fail({ kind: 'tooQuiet' });
  const words = recorded.slice(Math.max(0, bounds.start * BLOCK - MARGIN_BEFORE), bounds.end * BLOCK + MARGIN_AFTER);
  const durationMs = durationOf(words.length);
  if (durationMs > LONGEST_TAKE_MS) return fail({ kind: 'tooLong' });
  const clipped = words.filter((sample) => Math.abs(sample) >= CLIPPED_SAMPLE).length;
  if (clipped > words.length * MOST_CLIPPED) return fail({ kind: 'clipped' });
  return ok({ samples: evened(words, level), durationMs });
}

/** The length of some samples, in whole milliseconds. */
export function durationOf(samples: number): number {
  return Math.round((samples * 1000) / SAMPLES_PER_SECOND);
}

function blockLevels(samples: Samples): readonly number[] {
  return Array.from({ length: Math.floor(samples.length / BLOCK) }, (_, block) => {
    return levelOf(samples.subarray(block * BLOCK, (block + 1) * BLOCK)).rms;
  });
}

/** The blocks from the first sound to behind the last; null where nothing sounds. */
function wordsIn(levels: readonly number[]): { readonly start: number; readonly end: number } | null {
  const threshold = silenceBelow(levels);
  const starts = levels.flatMap((_, block) => {
    const run = levels.slice(block, block + SHORTEST_SOUND);
    return run.length === SHORTEST_SOUND && run.every((level) => level >= threshold) ? [block] : [];
  });
  const [first] = starts;
  const last = starts.at(-1);
  return first === undefined || last === undefined ? null : { start: first, end: last + SHORTEST_SOUND };
}

/** The room's own noise is the quietest tenth. */
function silenceBelow(levels: readonly number[]): number {
  const sorted = levels.toSorted((a, b) => a - b);
  const room = sorted[Math.floor(sorted.length / 10)] ?? -Infinity;
  const loudest = sorted.at(-1) ?? -Infinity;
  return Math.max(QUIETEST_SOUND, Math.min(room + ABOVE_THE_ROOM, loudest - UNDER_THE_LOUDEST));
}

/** How loud the words are: the mean of their louder half, so that pauses do not count. */
function loudnessOf(levels: readonly number[]): number {
  const louder = levels.toSorted((a, b) => b - a).slice(0, Math.ceil(levels.length / 2));
  const power = louder.reduce((sum, level) => sum + 10 ** (level / 10), 0) / louder.length;
  return 10 * Math.log10(power);
}

function evened(samples: Samples, level: number): Samples {
  const gain = Math.min(WANTED_LEVEL - level, HIGHEST_PEAK - levelOf(samples).peak);
  const factor = 10 ** (gain / 20);
  return samples.map((sample) => sample * factor);
}

function decibels(amplitude: number): number {
  return 20 * Math.log10(amplitude);
}
