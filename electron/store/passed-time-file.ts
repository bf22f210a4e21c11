import { join } from 'node:path';
import { z } from 'zod';
import type { Clock } from '../../core/basics/clock.ts';
import { passTime, type PassedTime } from '../../core/basics/passed-time.ts';
import type { Random } from '../../core/basics/random.ts';
import type { Uptime } from '../../core/basics/uptime.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { nodeFileSystem } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';
import { closeBox } from './device-box.ts';
import type { DeviceSecret } from './device-secret.ts';
import { readJsonBox } from './json-box.ts';

const FILE_NAME = 'passed-time';
/** The file is written at most so often. What a power cut takes from it, the clock gives back at the next start. */
const WRITE_EVERY_MS = 60 * 60 * 1000;

const passedTimeSchema = z.strictObject({ passedMs: z.int().min(0), clockMs: z.int() });

/** Where the passed time stands, and what it is told by. */
export interface PassedTimePlace {
  readonly folder: string;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly clock: Clock;
  readonly uptime: Pick<Uptime, 'nowMs'>;
  readonly fs?: FileSystem;
}

/**
 * How much time has passed for this home, kept over its starts. A file that is lost or damaged costs at most the time
 * since `leastMs`: it makes drafts live longer, and never shorter.
 */
export class PassedTimeFile {
  readonly #place: PassedTimePlace;
  #seenUptimeMs: number;
  #now: PassedTime;
  #writtenMs: number;

  /** @param leastMs what has surely passed, by something else that is kept */
  constructor(place: PassedTimePlace, leastMs: number) {
    this.#place = place;
    const clockMs = Math.trunc(place.clock.nowMs());
    const kept = readPassedTime(place) ?? { passedMs: leastMs, clockMs };
    this.#writtenMs = kept.passedMs;
    this.#seenUptimeMs = place.uptime.nowMs();
    this.#now = passTime({ ...kept, passedMs: Math.max(kept.passedMs, leastMs) }, { clockMs, ranMs: null });
  }

  /** Milliseconds that have passed; never fewer than at the last call. */
  passedMs(): number {
    const uptimeMs = this.#place.uptime.nowMs();
    const ranMs = Math.max(0, Math.trunc(uptimeMs - this.#seenUptimeMs));
    this.#seenUptimeMs = uptimeMs;
    this.#now = passTime(this.#now, { clockMs: Math.trunc(this.#place.clock.nowMs()), ranMs });
    if (this.#now.passedMs - this.#writtenMs >= WRITE_EVERY_MS) this.#write();
    return this.#now.passedMs;
  }

  /** Where the disk refuses, the next call tries again; meanwhile it is known in memory. */
  #write(): void {
    const { folder, deviceSecret, random, fs } = this.#place;
    const box = closeBox({ deviceSecret, purpose: 'passedTime' }, toUtf8(JSON.stringify(this.#now)), random);
    if (replaceDurably(join(folder, FILE_NAME), box, fs ?? nodeFileSystem).ok) this.#writtenMs = this.#now.passedMs;
  }
}

function readPassedTime({ folder, deviceSecret }: PassedTimePlace): PassedTime | null {
  return readJsonBox(join(folder, FILE_NAME), { deviceSecret, purpose: 'passedTime' }, passedTimeSchema);
}
