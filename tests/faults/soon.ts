import { expect } from 'vitest';

const LONGEST_MS = 2_000;
const BEAT_MS = 50;

/**
 * Runs something that must end soon, and returns what it came to. Two seconds of the processor are too many, and so are
 * two seconds of waiting, counted in beats: a machine that stands still misses beats, and is no fault.
 *
 * @throws when it hangs
 */
export async function soon<T>(run: () => Promise<T> | T): Promise<T> {
  const before = process.cpuUsage();
  let stopBeating = (): void => undefined;
  const hangs = new Promise<never>((_resolve, reject) => {
    let beats = 0;
    const timer = setInterval(() => {
      beats += 1;
      if (beats * BEAT_MS > LONGEST_MS) reject(new Error(`Nothing came within ${LONGEST_MS} ms`));
    }, BEAT_MS);
    stopBeating = () => {
      clearInterval(timer);
    };
  });
  try {
    const done = await Promise.race([run(), hangs]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(LONGEST_MS);
    return done;
  } finally {
    stopBeating();
  }
}
