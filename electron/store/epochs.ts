import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../../core/basics/random.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import { closeBox, openBox } from './device-box.ts';
import type { DeviceSecret } from './device-secret.ts';

/**
 * A stretch of time with a secret of its own. Drafts are encrypted under their epoch's secret and their code; when the
 * secret is deleted, what is left of them opens no more, code or not. The secrets stand outside the state, whose
 * older generation would bring a deleted one back.
 */
export interface Epoch {
  /** Counts from 1. */
  readonly number: number;
  /** 32 bytes. */
  readonly secret: Uint8Array;
}

const SECRET_BYTES = 32;
const FILE_NAME = /^([0-9]{8})\.epoch$/;

/** Where the epochs stand and what they are encrypted with. */
export interface EpochPlace {
  readonly folder: string;
  readonly deviceSecret: DeviceSecret;
}

/** Begins an epoch. */
export function createEpoch(place: EpochPlace, number: number, random: Random): Result<null, FileError> {
  const box = closeBox({ ...place, purpose: 'epoch' }, random.bytes(SECRET_BYTES), random);
  return createDurably(join(place.folder, `${String(number).padStart(8, '0')}.epoch`), box);
}

/**
 * Opens the live epochs, the newest first; there is at least one.
 *
 * @returns damaged when one of them does not open: its drafts would look like codes that nobody took
 */
export function openEpochs(
  place: EpochPlace,
): Result<readonly [Epoch, ...Epoch[]], { kind: 'damaged'; part: 'epochs' }> {
  const names = attempt(() => readdirSync(place.folder).filter((name) => FILE_NAME.test(name)));
  if (!names.ok) return fail({ kind: 'damaged', part: 'epochs' });
  const epochs = names.value.toSorted().map((name) => readEpoch(place, name));
  const whole = epochs.filter((epoch) => epoch !== null);
  const [newest, ...older] = whole.toReversed();
  if (newest === undefined || whole.length < epochs.length) return fail({ kind: 'damaged', part: 'epochs' });
  return ok([newest, ...older]);
}

function readEpoch(place: EpochPlace, name: string): Epoch | null {
  const box = attempt(() => readFileSync(join(place.folder, name)));
  const secret = box.ok ? openBox({ ...place, purpose: 'epoch' }, box.value) : null;
  return secret?.length === SECRET_BYTES ? { number: Number.parseInt(name, 10), secret } : null;
}
