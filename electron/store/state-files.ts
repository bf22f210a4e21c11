import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SyncAdapter } from 'lowdb';
import { z } from 'zod';
import type { Random } from '../../core/basics/random.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { closeBox, openBox } from './device-box.ts';
import type { DeviceSecret } from './device-secret.ts';
import { stateContentSchema } from './state-content.ts';
import type { StateContent } from './state-content.ts';

/** Where the state stands and what it is encrypted with. */
export interface StatePlace {
  readonly folder: string;
  readonly deviceSecret: DeviceSecret;
  readonly random: Random;
  readonly fs?: FileSystem;
}

/** A write that did not reach the disk. Thrown, because lowdb's adapters have no other way to say no. */
export class StateNotWritten extends Error {
  readonly reason: FileError;

  constructor(reason: FileError) {
    super('The state was not written');
    this.reason = reason;
  }
}

const generationSchema = z.strictObject({ generation: z.int().min(1), content: stateContentSchema });
type Generation = z.infer<typeof generationSchema>;

/**
 * lowdb's adapter over two files, state.a and state.b. Each write replaces the older of the two, durably; so one
 * damaged file costs the last change and never everything.
 */
export class StateFiles implements SyncAdapter<StateContent> {
  readonly #place: StatePlace;
  #newest: Generation;

  constructor(place: StatePlace, newest: Generation) {
    this.#place = place;
    this.#newest = newest;
  }

  read(): StateContent {
    return this.#newest.content;
  }

  /** @throws StateNotWritten; then the files say what they said before */
  write(content: StateContent): void {
    const next = { generation: this.#newest.generation + 1, content };
    const written = writeGeneration(this.#place, next);
    if (!written.ok) throw new StateNotWritten(written.error);
    this.#newest = next;
  }
}

/** Writes the first two generations of a new state, so that from the start a missing file means damage. */
export function createStateFiles(place: StatePlace, content: StateContent): Result<null, FileError> {
  const first = writeGeneration(place, { generation: 1, content });
  return first.ok ? writeGeneration(place, { generation: 2, content }) : first;
}

/**
 * Opens the newest generation that is whole.
 *
 * @returns `fellBack` when one of the two files is damaged: the last change may be lost, and staff should know
 */
export function openStateFiles(
  place: StatePlace,
): Result<{ readonly files: StateFiles; readonly fellBack: boolean }, { kind: 'damaged'; part: 'state' }> {
  const generations = [readGeneration(place, 1), readGeneration(place, 2)].filter((generation) => generation !== null);
  const newest = generations.toSorted((a, b) => b.generation - a.generation)[0];
  if (newest === undefined) return fail({ kind: 'damaged', part: 'state' });
  return ok({ files: new StateFiles(place, newest), fellBack: generations.length < 2 });
}

function fileOf(folder: string, generation: number): string {
  return join(folder, generation % 2 === 1 ? 'state.a' : 'state.b');
}

function writeGeneration({ folder, deviceSecret, random, fs }: StatePlace, next: Generation): Result<null, FileError> {
  const box = closeBox({ deviceSecret, purpose: 'state' }, toUtf8(JSON.stringify(next)), random);
  return replaceDurably(fileOf(folder, next.generation), box, fs ?? nodeFileSystem);
}

function readGeneration({ folder, deviceSecret }: StatePlace, slot: number): Generation | null {
  const box = attempt(() => readFileSync(fileOf(folder, slot)));
  if (!box.ok) return null;
  const plaintext = openBox({ deviceSecret, purpose: 'state' }, box.value);
  if (plaintext === null) return null;
  const parsed = generationSchema.safeParse(parseJson(fromUtf8(plaintext) ?? ''));
  return parsed.success ? parsed.data : null;
}
