import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fail } from '../../../core/basics/result.ts';
import { durationOf, levelOf, takeOf, type Samples } from '../../../core/speech/voice-take.ts';
import { expectOk } from '../../expect-ok.ts';

const SECOND = 48_000;

/** A tone that swells and falls like speech, as loud as said. */
function tone(seconds: number, dBFS: number): Samples {
  const amplitude = Math.SQRT2 * 10 ** (dBFS / 20);
  return Float32Array.from({ length: seconds * SECOND }, (_, at) => amplitude * Math.sin(at / 20));
}

function quiet(seconds: number): Samples {
  return new Float32Array(seconds * SECOND);
}

/** The noise of a room: the same each time. */
function room(seconds: number, dBFS: number): Samples {
  let state = 1;
  const amplitude = Math.sqrt(3) * 10 ** (dBFS / 20);
  return Float32Array.from({ length: seconds * SECOND }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return amplitude * ((2 * state) / 2_147_483_647 - 1);
  });
}

function after(...parts: readonly Samples[]): Samples {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

test('the level of a full tone is 3 dB under its peak, and silence has none', () => {
  const { rms, peak } = levelOf(tone(1, -3.0103));
  expect(rms).toBeCloseTo(-3.01, 1);
  expect(peak).toBeCloseTo(0, 1);
  expect(levelOf(quiet(1))).toEqual({ rms: -Infinity, peak: -Infinity });
  expect(levelOf(new Float32Array())).toEqual({ rms: -Infinity, peak: -Infinity });
});

test('silence before and after the words goes, but for a little; the pause between them stays', () => {
  const recorded = after(quiet(1), tone(0.5, -25), quiet(0.7), tone(0.5, -25), quiet(2));
  const { durationMs, samples } = expectOk(takeOf(recorded));
  expect(durationMs).toBe(120 + 500 + 700 + 500 + 200);
  expect(samples).toHaveLength((durationMs * SECOND) / 1000);
});

test('a room that is heard is silence too, and a click is no word', () => {
  const click = tone(0.02, -10);
  const recorded = after(room(0.5, -50), click, room(1, -50), tone(0.5, -22), room(1, -50), click, room(0.2, -50));
  expect(expectOk(takeOf(recorded)).durationMs).toBe(820);
});

test('words that begin and end with the recording are kept whole', () => {
  expect(expectOk(takeOf(tone(1, -20))).durationMs).toBe(1000);
});

test.each([
  ['nothing at all', new Float32Array(), 'silent'],
  ['silence', quiet(2), 'silent'],
  ['the noise of a microphone', room(2, -65), 'silent'],
  ['a click', after(quiet(1), tone(0.02, -10), quiet(1)), 'silent'],
  ['somebody far away', after(quiet(1), tone(1, -48), quiet(1)), 'tooQuiet'],
  [
    'a shout',
    after(
      quiet(1),
      tone(1, 6).map((sample) => Math.max(-1, Math.min(1, sample))),
      quiet(1),
    ),
    'clipped',
  ],
  ['less than a word', after(quiet(1), tone(0.1, -20), quiet(1)), 'tooShort'],
  ['more than a minute', tone(61, -20), 'tooLong'],
] as const)('%s is refused', (_, recorded, kind) => {
  expect(takeOf(recorded)).toEqual(fail({ kind }));
});

test('all takes are equally loud, and none is louder than can be played', () => {
  for (const level of [-40, -30, -20, -8]) {
    const { rms } = levelOf(expectOk(takeOf(tone(1, level))).samples);
    expect(rms).toBeCloseTo(-20, 0);
  }
  const spiky = after(quiet(1), tone(1, -38), tone(0.05, -4), tone(1, -38), quiet(1));
  expect(levelOf(expectOk(takeOf(spiky)).samples).peak).toBeLessThan(-0.9);
});

test('whatever silence is around words, the same is kept of them', () => {
  const seconds = fc.integer({ min: 2, max: 12 }).map((tenths) => tenths / 10);
  const words = fc.record({ before: seconds, first: seconds, pause: seconds, second: seconds, behind: seconds });
  fc.assert(
    fc.property(words, ({ before, first, pause, second, behind }) => {
      const said = after(tone(first, -24), quiet(pause), tone(second, -18));
      const { durationMs, samples } = expectOk(takeOf(after(quiet(before), said, quiet(behind))));
      // Two blocks may lie half in the words.
      expect(Math.abs(durationMs - durationOf(said.length) - 320)).toBeLessThanOrEqual(20);
      // Nothing is left to be cut.
      expect(expectOk(takeOf(samples)).durationMs).toBe(durationMs);
    }),
    { numRuns: 15 },
  );
});
