import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { renameDurably, syncDirectory, temporaryNameFor } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { INBOX_FOLDER, INDEX_FILE, readInboxRecords } from './inbox-records.ts';
import type { InboxRecords } from './inbox-records.ts';
import { heldOf, intakeRecordSchema } from './intake-record.ts';
import type { HeldIntake, IntakeRecord } from './intake-record.ts';
import { JsonLines } from './json-lines.ts';
import type { LinesProblem } from './json-lines.ts';
import { PART_PREFIX } from './staging.ts';

const PRIVATE_DIRECTORY_MODE = 0o700;

/** An intake that lies durable under a temporary name. */
export interface Arrival {
  readonly folder: string;
  readonly record: IntakeRecord;
}

/**
 * The centre's inbox, open for what comes. Whoever opens it holds the right to write in the centre's home.
 * An intake is in when its folder has its name; the index follows, and what it lacks is added at the next opening.
 */
export class Inbox {
  readonly folder: string;
  /** What was found wrong at the opening. */
  readonly found: Pick<InboxRecords, 'isIndexDamaged' | 'strange'>;
  readonly #byIntake = new Map<string, HeldIntake>();
  readonly #bySha256 = new Map<Sha256, HeldIntake>();
  readonly #index: JsonLines<IntakeRecord>;
  readonly #fs: FileSystem;

  private constructor(folder: string, found: InboxRecords, index: JsonLines<IntakeRecord>, fs: FileSystem) {
    this.folder = folder;
    this.found = { isIndexDamaged: found.isIndexDamaged, strange: found.strange };
    this.#index = index;
    this.#fs = fs;
    for (const record of found.records) this.#know(record);
  }

  /** Opens the inbox of a centre's home: clears up after a stop, and completes the index from the folders. */
  static open(home: string, fs: FileSystem = nodeFileSystem): Result<Inbox, LinesProblem> {
    const folder = join(home, INBOX_FOLDER);
    const cleared = attempt(() => {
      mkdirSync(folder, { recursive: true, mode: PRIVATE_DIRECTORY_MODE });
      for (const name of readdirSync(folder).filter((one) => one.startsWith(PART_PREFIX))) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
      return null;
    });
    if (!cleared.ok) return cleared;
    const found = readInboxRecords(home);
    if (!found.ok) return found;
    const path = join(home, INDEX_FILE);
    // Kept for whoever wants to know what happened to it; the folders say everything anew.
    const aside = found.value.isIndexDamaged ? renameDurably(path, temporaryNameFor(path), fs) : ok(null);
    if (!aside.ok) return aside;
    const index = JsonLines.open(path, intakeRecordSchema, fs);
    if (!index.ok) return index;
    const completed = index.value.append(found.value.unlisted);
    if (!completed.ok) return fail(problemOf(completed.error));
    return ok(new Inbox(folder, found.value, index.value, fs));
  }

  get records(): readonly HeldIntake[] {
    return [...this.#byIntake.values()];
  }

  get knownFiles(): ReadonlySet<Sha256> {
    return new Set(this.#bySha256.keys());
  }

  ofIntake(intakeId: string): HeldIntake | undefined {
    return this.#byIntake.get(intakeId);
  }

  ofFile(sha256: Sha256): HeldIntake | undefined {
    return this.#bySha256.get(sha256);
  }

  /**
   * Gives intakes that were not here before their names, makes the names durable, and writes them into the index.
   *
   * @returns those that are in; the others could not be named, or nobody knows whether they last
   */
  take(arrivals: readonly Arrival[]): readonly IntakeRecord[] {
    const named = arrivals.filter(
      ({ folder, record }) => attempt(() => this.#fs.rename(folder, join(this.folder, record.manifest.intakeId))).ok,
    );
    const records = named.map(({ record }) => record);
    if (records.length === 0 || !syncDirectory(this.folder, this.#fs).ok) return [];
    for (const record of records) this.#know(record);
    // A line that cannot be written is no loss: the folder says it all, and the next opening adds the line.
    this.#index.append(records);
    return records;
  }

  close(): void {
    this.#index.close();
  }

  #know(record: IntakeRecord): void {
    const held = heldOf(record);
    this.#byIntake.set(held.manifest.intakeId, held);
    this.#bySha256.set(held.sha256, held);
  }
}

function problemOf(error: FileError | { readonly kind: 'dead' }): FileError {
  return error.kind === 'dead' ? { kind: 'io', code: 'EIO' } : error;
}
