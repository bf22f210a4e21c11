import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { planRecovery } from '../../core/outbox/recovery.ts';
import type { OutboxFound, OutboxRecovery } from '../../core/outbox/recovery.ts';
import { endsKeeping } from '../../core/outbox/ledger-entry.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import {
  TEMPORARY_SUFFIX,
  publishTemporary,
  removeDurably,
  syncDirectory,
  writeTemporary,
} from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { quarantineFile } from '../store/quarantine.ts';
import type { QuarantinePlace } from '../store/quarantine.ts';

const SEALED_NAME = /^([0-9]{8})\.age$/;
/** The number in any name that a sealed file can have, also unfinished or in quarantine. */
const SEALED_NUMBER = /(?:^|-)([0-9]{8})\.age/;

/**
 * How many sealed files a start reads: what a power cut can reach was written last. The others are read at each export
 * and by fsck; reading them all at each start would take longer the more there are.
 */
const CHECKED_AT_START = 16;

/** Where sealed intakes stand. */
export interface OutboxPlace extends QuarantinePlace {
  readonly folder: string;
}

/** Returns the path of a sealed intake. */
export function sealedPath(folder: string, seq: number): string {
  return join(folder, `${String(seq).padStart(8, '0')}.age`);
}

/** The number in a name that a sealed file can have, also unfinished or in quarantine; null for any other name. */
export function sealedNumberIn(name: string): number | null {
  const digits = SEALED_NUMBER.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The numbers of the sealed files that stand in a folder. @throws when it cannot be read */
export function sealedSeqs(folder: string): ReadonlySet<number> {
  const seqs = readdirSync(folder).flatMap((name) => {
    const digits = SEALED_NAME.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return new Set(seqs);
}

/** Writes a sealed intake that has no name yet, durable with its directory; nothing is left of it where that fails. */
export function writeUnnamed(temporary: string, bytes: Uint8Array, fs: FileSystem): Result<null, FileError> {
  const written = writeTemporary(temporary, bytes, fs);
  if (!written.ok) return written;
  const synced = syncDirectory(dirname(temporary), fs);
  if (!synced.ok) removeDurably(temporary, fs);
  return synced;
}

/** Finishes what a stop interrupted, and returns what was found. */
export function recoverOutbox(place: OutboxPlace, entries: readonly LedgerEntry[]): Result<OutboxRecovery, FileError> {
  const erased = eraseSealed(place, entries.filter(endsKeeping));
  if (!erased.ok) return erased;
  const found = attempt(() => findOutbox(place.folder, entries));
  if (!found.ok) return found;
  const plan = planRecovery(found.value);
  const { folder, fs } = place;
  for (const { seq, temporary } of plan.finish) {
    const target = sealedPath(folder, seq);
    const done = publishTemporary({ temporary: join(folder, temporary), target }, fs);
    if (!done.ok) return done;
  }
  for (const { seq, temporary } of plan.discard) {
    const done = discardTwin(place, { path: join(folder, temporary), twin: sealedPath(folder, seq) });
    if (!done.ok) return done;
  }
  for (const name of plan.quarantine) {
    const done = quarantineFile(place, join(folder, name), 'unfinished');
    if (!done.ok) return done;
  }
  return ok(plan);
}

/**
 * Removes every file that holds one of these sealed intakes: in place, unfinished, or in quarantine. A file with other
 * bytes under the same number is left alone. Calling it again does no harm.
 */
export function eraseSealed(
  { folder, quarantine, fs }: OutboxPlace,
  gone: readonly Pick<LedgerEntry, 'seq' | 'sha256'>[],
): Result<null, FileError> {
  if (gone.length === 0) return ok(null);
  const hashes = new Map(gone.map(({ seq, sha256 }) => [seq, sha256]));
  const found = attempt(() =>
    [folder, quarantine].flatMap((each) =>
      readdirSync(each)
        .filter(isFileOf(hashes, each))
        .map((name) => join(each, name)),
    ),
  );
  if (!found.ok) return found;
  for (const path of found.value) {
    const removed = removeDurably(path, fs);
    if (!removed.ok) return removed;
  }
  return ok(null);
}

/** Tells by number and content whether a file in a folder is one of some sealed intakes. */
function isFileOf(hashes: ReadonlyMap<number, Sha256>, folder: string): (name: string) => boolean {
  return (name) => {
    const sha256 = hashes.get(sealedNumberIn(name) ?? 0);
    return sha256 !== undefined && hashOfFile(join(folder, name)) === sha256;
  };
}

function findOutbox(folder: string, entries: readonly LedgerEntry[]): OutboxFound {
  const temporaries = readdirSync(folder)
    .filter((name) => name.endsWith(TEMPORARY_SUFFIX))
    .map((name) => ({ name, sha256: hashOfFile(join(folder, name)) }));
  const seqs = sealedSeqs(folder);
  return { entries, seqs, changed: findChanged(folder, { entries, seqs }), temporaries };
}

/** The files in place that surely hold something else: each that is empty, and of the newest each with another digest. */
function findChanged(folder: string, { entries, seqs }: Pick<OutboxFound, 'entries' | 'seqs'>): readonly number[] {
  const ended = new Set(entries.filter(({ kind }) => kind !== 'sealed').map(({ seq }) => seq));
  const waiting = entries.filter(({ kind, seq }) => kind === 'sealed' && seqs.has(seq) && !ended.has(seq));
  const empty = waiting.filter(({ seq }) => statSync(sealedPath(folder, seq)).size === 0);
  const differing = waiting
    .slice(-CHECKED_AT_START)
    .filter(({ seq, sha256 }) => hashOfFile(sealedPath(folder, seq)) !== sha256);
  return [...new Set([...empty, ...differing].map(({ seq }) => seq))];
}

/** Removes the second name of a sealed intake, but only when the first one holds the same bytes. */
function discardTwin(
  place: OutboxPlace,
  { path, twin }: { readonly path: string; readonly twin: string },
): Result<null, FileError> {
  const isTwin = attempt(() => readFileSync(path).equals(readFileSync(twin)));
  if (!isTwin.ok) return isTwin;
  return isTwin.value ? removeDurably(path, place.fs) : quarantineFile(place, path, 'damaged');
}

function hashOfFile(path: string): Sha256 {
  return nodeHasher.sha256(readFileSync(path));
}
