import { join } from 'node:path';
import type { Clock } from '../../core/basics/clock.ts';
import type { Random } from '../../core/basics/random.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { withFact } from '../../core/numbers/counts.ts';
import type { CountedFact } from '../../core/numbers/fact.ts';
import { newNumbers, numbersSchema, turned, type KeptNumbers } from '../../core/numbers/period.ts';
import type { ShownPeriod } from '../../core/numbers/report.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { nodeFileSystem, type FileSystem } from '../../node/file-system.ts';
import { closeBox } from '../store/device-box.ts';
import type { DeviceSecret } from '../store/device-secret.ts';
import { readJsonBox } from '../store/json-box.ts';

const FILE_NAME = 'numbers';
/** The file grows in steps, so that its size does not tell what was counted last. */
const PADDED_TO_BYTES = 8192;

/** Nobody is at the questions any more: until then nothing is written, because somebody would wait for the disk. */
const VISIT_ENDS: ReadonlySet<CountedFact['kind']> = new Set(['sent', 'stopped', 'turnedAway']);

/** Where numbers stand, and what they go by. */
export interface NumbersOptions {
  readonly folder: string;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly clock: Clock;
  /** How much time has passed for the home, in milliseconds. */
  readonly passedMs: () => number;
  /** False in a demo home: made-up people are no people. */
  readonly isCounting: () => boolean;
  /** The disk itself, and not what gives the ballast up: room is never made for a count. */
  readonly fs?: FileSystem;
}

/**
 * Numbers without people. Counting costs the same however much was counted, touches no disk and cannot fail; what was
 * counted is written when a visit is over. A count may be lost with the power. None is counted twice: nothing is ever
 * counted anew from what is kept.
 */
export class Numbers {
  readonly #options: NumbersOptions;
  #kept: KeptNumbers;
  #isWritten = true;
  #onVisitEnd: () => void = () => undefined;

  constructor(options: NumbersOptions) {
    this.#options = options;
    this.#kept = read(options) ?? newNumbers(this.#moment());
  }

  /** Tells from now on when a visit is over, and what was counted should be written. */
  onVisitEnd(listener: () => void): void {
    this.#onVisitEnd = listener;
  }

  /** Counts; a function of its own, to be handed on. */
  readonly count = (fact: CountedFact): void => {
    if (!this.#options.isCounting()) return;
    const { running } = this.#kept;
    this.#kept = { ...this.#kept, running: { ...running, counts: withFact(running.counts, fact) } };
    this.#isWritten = false;
    if (VISIT_ENDS.has(fact.kind)) this.#onVisitEnd();
  };

  /** Closes a period that is over, and writes what is new. Where the disk refuses, the next call tries again. */
  keep(): void {
    const now = turned(this.#kept, this.#moment());
    if (now === this.#kept && this.#isWritten) return;
    this.#kept = now;
    this.#isWritten = this.#write();
  }

  /** What may be shown: the periods that are over, oldest first. Nothing of the one that runs. */
  report(): readonly ShownPeriod[] {
    return this.#kept.closed;
  }

  #moment(): { readonly nowMs: number; readonly passedMs: number } {
    return { nowMs: this.#options.clock.nowMs(), passedMs: this.#options.passedMs() };
  }

  #write(): boolean {
    const { folder, deviceSecret, random, fs = nodeFileSystem } = this.#options;
    const text = JSON.stringify(this.#kept);
    const padded = text.padEnd(Math.ceil(text.length / PADDED_TO_BYTES) * PADDED_TO_BYTES);
    const box = closeBox({ deviceSecret, purpose: 'numbers' }, toUtf8(padded), random);
    return replaceDurably(join(folder, FILE_NAME), box, fs).ok;
  }
}

/** A file that is missing, damaged or of a newer program counts for nothing: counting begins anew. */
function read({ folder, deviceSecret }: NumbersOptions): KeptNumbers | null {
  return readJsonBox(join(folder, FILE_NAME), { deviceSecret, purpose: 'numbers' }, numbersSchema);
}
