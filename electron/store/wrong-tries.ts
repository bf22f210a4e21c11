import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { replaceDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';

/** A count that cannot be read stands for the longest wait: whoever could damage it must gain nothing by it. */
const UNREADABLE = 100;

const fileSchema = z.strictObject({ format: z.literal(1), wrong: z.int().min(0) });

/** Whose tries are counted: those of codes, all together, or those of one person of the house. */
export type TriedDoor = 'codes' | { readonly person: number };

/**
 * How many wrong secrets were tried since the last right one. It stands in a file of its own, because it is written
 * before every comparison, and the state's older generation would bring a lower count back.
 */
export class WrongTries {
  readonly #path: string;
  readonly #fs: FileSystem;

  constructor(folder: string, door: TriedDoor, fs: FileSystem = nodeFileSystem) {
    this.#path = join(folder, fileNameOf(door));
    this.#fs = fs;
  }

  /** What was counted before this start; 0 where nothing was ever tried. */
  read(): number {
    const text = attempt(() => readFileSync(this.#path, 'utf8'));
    if (!text.ok) return text.error.kind === 'missing' ? 0 : UNREADABLE;
    const parsed = fileSchema.safeParse(parseJson(text.value));
    return parsed.success ? parsed.data.wrong : UNREADABLE;
  }

  /** Writes the count; durable when this returns ok. */
  write(wrong: number): Result<null, FileError> {
    return replaceDurably(this.#path, toUtf8(`${JSON.stringify({ format: 1, wrong })}\n`), this.#fs);
  }
}

function fileNameOf(door: TriedDoor): string {
  return door === 'codes' ? 'code-tries.json' : `pin-tries-${door.person}.json`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
