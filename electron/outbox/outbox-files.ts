import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { planRecovery } from '../../core/outbox/recovery.ts';
import type { OutboxFound, OutboxRecovery } from '../../core/outbox/recovery.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import { TEMPORARY_SUFFIX, publishTemporary, removeDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError, FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { quarantineFile } from '../store/quarantine.ts';

const SEALED_NAME = /^([0-9]{8})\.age$/;

/** Where sealed intakes stand. */
export interface OutboxPlace {
  readonly folder: string;
  readonly quarantine: string;
  readonly fs: FileSystem;
}

/** Returns the path of a sealed intake. */
export function sealedPath(folder: string, seq: number): string {
  return join(folder, `${String(seq).padStart(8, '0')}.age`);
}

/** Finishes what a stop interrupted, and returns what was found. */
export function recoverOutbox(place: OutboxPlace, entries: readonly LedgerEntry[]): Result<OutboxRecovery, FileError> {
  const found = attempt(() => findOutbox(place.folder, entries));
  if (!found.ok) return found;
  const plan = planRecovery(found.value);
  const { folder, quarantine, fs } = place;
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
    const done = quarantineFile(quarantine, join(folder, name), 'unfinished');
    if (!done.ok) return done;
  }
  return ok(plan);
}

function findOutbox(folder: string, entries: readonly LedgerEntry[]): OutboxFound {
  const names = readdirSync(folder);
  const temporaries = names
    .filter((name) => name.endsWith(TEMPORARY_SUFFIX))
    .map((name) => ({ name, sha256: hashOfFile(join(folder, name)) }));
  const seqs = names.flatMap((name) => {
    const digits = SEALED_NAME.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return { entries, seqs: new Set(seqs), temporaries };
}

/** Removes the second name of a sealed intake, but only when the first one holds the same bytes. */
function discardTwin(
  { quarantine, fs }: OutboxPlace,
  { path, twin }: { readonly path: string; readonly twin: string },
): Result<null, FileError> {
  const isTwin = attempt(() => readFileSync(path).equals(readFileSync(twin)));
  if (!isTwin.ok) return isTwin;
  return isTwin.value ? removeDurably(path, fs) : quarantineFile(quarantine, path, 'damaged');
}

function hashOfFile(path: string): Sha256 {
  return nodeHasher.sha256(readFileSync(path));
}
