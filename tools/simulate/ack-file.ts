import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Result } from '../../core/basics/result.ts';
import { openAppendFile, type AppendFile } from '../../node/append-file.ts';
import { createDurably, truncateDurably } from '../../node/durable-file.ts';
import { attempt, type FileError } from '../../node/file-system.ts';
import { expectDone } from './trouble.ts';

/** How much of the file's end is read: many times what one visit writes. */
const TAIL_BYTES = 256 * 1024;
const DRAFT = /^(?:perhaps )?draft (\S+) ([0-9]+)$/;
/** Stands before a line of which nobody knows whether it was told before a power cut. */
export const PERHAPS = 'perhaps ';
const SEALED = /^sealed ([0-9]+) (\S+) ([0-9a-f]{64})$/;

/** A sealed intake as it was acknowledged. */
export interface SealedAck {
  readonly seq: number;
  readonly intakeId: string;
  readonly sha256: string;
}

/**
 * What was acknowledged to made-up people, one synced line each: `draft <locator> <revision>` or
 * `sealed <seq> <intakeId> <sha256>`. A line is written when the store has said that the step is safe, never before. Who
 * cuts the power puts `perhaps ` before the lines that may have been written after the cut.
 */
export class AckFile {
  readonly #file: AppendFile;
  readonly #before: readonly string[];

  constructor(file: AppendFile, before: readonly string[]) {
    this.#file = file;
    this.#before = before;
  }

  /** The last revision of a draft that was acknowledged before this start; 0 where there is none. */
  lastRevision(locator: string): number {
    return lastRevisionIn(
      this.#before.filter((line) => !line.startsWith(PERHAPS)),
      locator,
    );
  }

  /** The last revision of a draft that was perhaps acknowledged before this start. */
  lastPossibleRevision(locator: string): number {
    return lastRevisionIn(this.#before, locator);
  }

  /** The last sealed intake that was acknowledged before this start. */
  lastSealed(): SealedAck | null {
    const line = this.#before.findLast((each) => SEALED.test(each)) ?? '';
    const [, seq, intakeId, sha256] = SEALED.exec(line) ?? [];
    return intakeId === undefined || sha256 === undefined ? null : { seq: Number(seq), intakeId, sha256 };
  }

  draft(locator: string, revision: number): void {
    this.#append(`draft ${locator} ${revision}`);
  }

  sealed({ seq, intakeId, sha256 }: SealedAck): void {
    this.#append(`sealed ${seq} ${intakeId} ${sha256}`);
  }

  #append(line: string): void {
    const appended = this.#file.append(Buffer.from(`${line}\n`));
    expectDone(appended, 'The list of acknowledgements cannot be written');
  }
}

function lastRevisionIn(lines: readonly string[], locator: string): number {
  const revisions = lines.flatMap((line) => {
    const [, found, revision] = DRAFT.exec(line) ?? [];
    return found === locator ? [Number(revision)] : [];
  });
  return revisions.at(-1) ?? 0;
}

/** Opens the list, or makes it. A last line without its end was cut by a power cut and goes. */
export function openAckFile(path: string): Result<AckFile, FileError> {
  const made = existsSync(path) ? null : createDurably(path, new Uint8Array());
  if (made?.ok === false) return made;
  const tail = attempt(() => readTail(path));
  if (!tail.ok) return tail;
  const { text, sizeBytes } = tail.value;
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const cut = Buffer.byteLength(text) - Buffer.byteLength(whole);
  const clean = cut === 0 ? tail : truncateDurably(path, sizeBytes - cut);
  if (!clean.ok) return clean;
  const file = openAppendFile(path);
  return file.ok ? { ok: true, value: new AckFile(file.value, whole.split('\n')) } : file;
}

function readTail(path: string): { readonly text: string; readonly sizeBytes: number } {
  const descriptor = openSync(path, 'r');
  try {
    const sizeBytes = fstatSync(descriptor).size;
    const bytes = Buffer.alloc(Math.min(sizeBytes, TAIL_BYTES));
    readSync(descriptor, bytes, 0, bytes.length, sizeBytes - bytes.length);
    return { text: bytes.toString('latin1'), sizeBytes };
  } finally {
    closeSync(descriptor);
  }
}
