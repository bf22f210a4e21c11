import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { isEpochForgotten, isEpochOver } from '../../core/intake/draft-life.ts';
import { createDurably, removeDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { closeBox, openBox } from './device-box.ts';
import type { DeviceSecret } from './device-secret.ts';
import { PassedTimeFile } from './passed-time-file.ts';
import type { PassedTimePlace } from './passed-time-file.ts';

/**
 * A stretch of time with a secret of its own. Drafts are encrypted under their epoch's secret and their code; when the
 * secret is deleted, what is left of them opens no more, code or not. The secrets stand outside the state, whose
 * older generation would bring a deleted one back.
 */
export interface Epoch {
  /** Counts from 1. */
  readonly number: number;
  /** 32 bytes; wiped when the epoch is forgotten. */
  readonly secret: Uint8Array;
}

/** The epochs whose drafts can be opened, the newest first: new codes belong to it. */
export type LiveEpochs = readonly [Epoch, ...Epoch[]];

/** An epoch with its beginning, in milliseconds as PassedTime has them. */
interface DatedEpoch extends Epoch {
  readonly beganMs: number;
}

const SECRET_BYTES = 32;
const BEGAN_BYTES = 8;
const FILE_NAME = /^([0-9]{8})\.epoch$/;

/** Where the epochs stand and what they are encrypted with. */
export interface EpochPlace {
  readonly folder: string;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly fs?: FileSystem;
}

/** Writes the number of an epoch as names of files have it. */
export function epochDigits(number: number): string {
  return String(number).padStart(8, '0');
}

/** Begins the first epoch of a new HOME. */
export function createFirstEpoch(place: EpochPlace): Result<null, FileError> {
  const secret = place.random.bytes(SECRET_BYTES);
  const written = createDurably(pathOf(place, 1), epochBox(place, { secret, beganMs: 0 }), place.fs);
  secret.fill(0);
  return written;
}

/** Returns the bytes of an epoch's file. */
export function epochBox(
  { deviceSecret, random }: EpochPlace,
  { secret, beganMs }: Pick<DatedEpoch, 'secret' | 'beganMs'>,
): Uint8Array {
  const plaintext = Buffer.alloc(SECRET_BYTES + BEGAN_BYTES);
  plaintext.set(secret);
  plaintext.writeBigUInt64BE(BigInt(beganMs), SECRET_BYTES);
  const box = closeBox({ deviceSecret, purpose: 'epoch' }, plaintext, random);
  plaintext.fill(0);
  return box;
}

/**
 * Opens the epochs.
 *
 * @returns damaged when one of them does not open or is missing between others: its drafts would look like codes that
 *   nobody took
 */
export function openEpochs(
  place: EpochPlace & PassedTimePlace,
): Result<Epochs, { readonly kind: 'damaged'; readonly part: 'epochs' }> {
  const names = attempt(() => readdirSync(place.folder).filter((name) => FILE_NAME.test(name)));
  if (!names.ok) return fail({ kind: 'damaged', part: 'epochs' });
  const epochs = names.value.toSorted().map((name) => readEpoch(place, name));
  const whole = epochs.filter((epoch) => epoch !== null);
  const [newest, ...older] = whole.toReversed();
  const isInOrder = older.every(({ number }, index) => number === (newest?.number ?? 0) - 1 - index);
  if (newest === undefined || whole.length < epochs.length || !isInOrder) {
    return fail({ kind: 'damaged', part: 'epochs' });
  }
  return ok(new Epochs(place, [newest, ...older]));
}

/**
 * The live epochs of a home. One lasts a day at least and until a code is needed after it; fourteen days after its end
 * its secret is deleted. So there are at most fifteen, and a try with a code costs the same whatever is stored.
 */
export class Epochs {
  readonly #place: EpochPlace;
  readonly #time: PassedTimeFile;
  #live: readonly [DatedEpoch, ...DatedEpoch[]];

  constructor(place: EpochPlace & PassedTimePlace, live: readonly [DatedEpoch, ...DatedEpoch[]]) {
    this.#place = place;
    this.#live = live;
    this.#time = new PassedTimeFile(place, live[0].beganMs);
  }

  /** How much time has passed for this home, in milliseconds; see PassedTime. */
  passedMs(): number {
    return this.#time.passedMs();
  }

  /** The live epochs of now. Begins a new one when the newest is over; where the disk refuses, that one goes on. */
  live(): LiveEpochs {
    const beganMs = this.#time.passedMs();
    const [newest] = this.#live;
    if (!isEpochOver(newest.beganMs, beganMs)) return this.#live;
    const { random, fs } = this.#place;
    const begun = { number: newest.number + 1, secret: random.bytes(SECRET_BYTES), beganMs };
    const written = createDurably(pathOf(this.#place, begun.number), epochBox(this.#place, begun), fs);
    if (written.ok) this.#live = [begun, ...this.#live];
    else this.#takeBack(begun);
    return this.#live;
  }

  /**
   * Deletes the secrets of epochs that ended long enough ago, the oldest first, so that a stop in between leaves no gap.
   * Called when no draft is open.
   *
   * @returns the number of the oldest epoch that is left, and how many went
   */
  forget(): Result<{ readonly oldest: number; readonly forgotten: number }, FileError> {
    const passedMs = this.#time.passedMs();
    let forgotten = 0;
    for (;;) {
      const oldest = this.#live.at(-1) ?? this.#live[0];
      const next = this.#live.at(-2);
      if (next === undefined || this.#live.length === 1 || !isEpochForgotten(next.beganMs, passedMs)) {
        return ok({ oldest: oldest.number, forgotten });
      }
      const removed = removeDurably(pathOf(this.#place, oldest.number), this.#place.fs ?? nodeFileSystem);
      if (!removed.ok) return removed;
      oldest.secret.fill(0);
      const [newest, ...older] = this.#live;
      this.#live = [newest, ...older.slice(0, -1)];
      forgotten += 1;
    }
  }

  /** A secret that may or may not be on the disk must not be found there later: no draft is under it. */
  #takeBack({ number, secret }: DatedEpoch): void {
    secret.fill(0);
    removeDurably(pathOf(this.#place, number), this.#place.fs ?? nodeFileSystem);
  }
}

function pathOf({ folder }: EpochPlace, number: number): string {
  return join(folder, `${epochDigits(number)}.epoch`);
}

function readEpoch(place: EpochPlace, name: string): DatedEpoch | null {
  const box = attempt(() => readFileSync(join(place.folder, name)));
  const plaintext = box.ok ? openBox({ ...place, purpose: 'epoch' }, box.value) : null;
  if (plaintext?.length !== SECRET_BYTES + BEGAN_BYTES) return null;
  const bytes = Buffer.from(plaintext.buffer, plaintext.byteOffset, plaintext.length);
  const epoch = {
    number: Number.parseInt(name, 10),
    secret: plaintext.slice(0, SECRET_BYTES),
    beganMs: Number(bytes.readBigUInt64BE(SECRET_BYTES)),
  };
  plaintext.fill(0);
  return epoch;
}
