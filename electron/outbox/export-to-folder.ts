import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from '../../core/basics/clock.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { exportNameOf } from '../../core/outbox/delivery.ts';
import type { Delivery } from '../../core/outbox/delivery.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { exportNewFile, writeAndReadBack } from './exported-file.ts';
import type { ExportedFileError } from './exported-file.ts';
import type { Outbox } from './outbox.ts';

/** What to export and where to. */
export interface FolderExport {
  readonly outbox: Outbox;
  /** An existing folder: a drive, a network folder. */
  readonly folder: string;
  readonly clock: Clock;
  readonly audit: Pick<AuditLog, 'record' | 'checkpoint'>;
  readonly fs?: FileSystem;
}

/** What an export left in the folder. */
export interface FolderExportReport {
  /** The exported intakes' file names. */
  readonly fileNames: readonly string[];
  /** The signed head of the ledger; its signature stands beside it as `<headName>.minisig`. */
  readonly headName: string;
}

/**
 * Why an export stopped. What was copied before stays copied and is remembered as sent.
 *
 * - folderMissing: there is no such folder, or it went away: a drive was pulled
 * - differs: other bytes stand in the folder under an intake's name, or did not read back as they were written
 * - damaged: an intake's own file is not what the ledger promises; the others were exported
 * - notRemembered: everything is in the folder, but the kiosk could not write that down
 */
export type FolderExportError =
  | { readonly kind: 'folderMissing' }
  | { readonly kind: 'full' }
  | { readonly kind: 'differs'; readonly fileName: string }
  | { readonly kind: 'damaged'; readonly seqs: readonly number[] }
  | { readonly kind: 'notRemembered' }
  | { readonly kind: 'io'; readonly code: string };

/**
 * Copies every intake that the centre has not signed for yet into a folder, with the signed head of the ledger, and
 * removes from it what was taken back since.
 * Doing it again changes nothing: names come from the content. Copies are read back through the system's cache, so an
 * intake becomes `sent`, never `stored`.
 */
export async function exportToFolder(options: FolderExport): Promise<Result<FolderExportReport, FolderExportError>> {
  const exported = await copyAll(options);
  if (!exported.ok) options.audit.record({ event: 'exportStopped', reason: exported.error.kind });
  return exported;
}

async function copyAll(options: FolderExport): Promise<Result<FolderExportReport, FolderExportError>> {
  const { outbox, folder, clock, audit } = options;
  if (!isFolder(folder)) return fail({ kind: 'folderMissing' });
  const modifiedAt = new Date(clock.nowMs());
  const copied = await copyIntakes(options, modifiedAt);
  const remembered = outbox.markCopied(new Set(copied.seqs));
  if (copied.error !== null) return fail(copied.error);
  removeWithdrawn(options);
  // Before the head, so that its checkpoint covers this export too.
  audit.record({ event: 'exported', count: copied.fileNames.length });
  const head = exportHead(options, modifiedAt);
  if (!head.ok) return head;
  if (copied.damaged.length > 0) return fail({ kind: 'damaged', seqs: copied.damaged });
  if (!remembered.ok) return fail({ kind: 'notRemembered' });
  return ok({ fileNames: copied.fileNames, headName: head.value });
}

interface Copied {
  readonly seqs: readonly number[];
  readonly fileNames: readonly string[];
  readonly damaged: readonly number[];
  readonly error: FolderExportError | null;
}

async function copyIntakes({ outbox, folder, fs }: FolderExport, modifiedAt: Date): Promise<Copied> {
  const done: Delivery[] = [];
  const damaged: number[] = [];
  let error: FolderExportError | null = null;
  // In the order of the names, which are by chance, so that the folder does not tell the order of the visits.
  const deliveries = outbox.deliveries().toSorted((a, b) => (a.fileName < b.fileName ? -1 : 1));
  for (const delivery of deliveries) {
    // Taken back meanwhile.
    if (!outbox.isWaiting(delivery.seq)) continue;
    const bytes = outbox.read(delivery);
    if (!bytes.ok) {
      damaged.push(delivery.seq);
      continue;
    }
    const file = { path: join(folder, delivery.fileName), bytes: bytes.value, modifiedAt };
    const exported = exportNewFile(file, fs ?? nodeFileSystem);
    if (!exported.ok) {
      error = exportError(exported.error, { folder, fileName: delivery.fileName });
      break;
    }
    done.push(delivery);
    // The window lives in the same process: let it breathe between files.
    await nextTurn();
  }
  return { seqs: done.map(({ seq }) => seq), fileNames: done.map(({ fileName }) => fileName), damaged, error };
}

/** A copy that still lies in the folder goes with what was taken back. Where it cannot be removed the head says enough. */
function removeWithdrawn({ outbox, folder, fs = nodeFileSystem }: FolderExport): void {
  for (const { sha256 } of outbox.withdrawn()) {
    const path = join(folder, exportNameOf(sha256));
    attempt(() => {
      if (existsSync(path) && nodeHasher.sha256(readFileSync(path)) === sha256) fs.unlink(path);
    });
  }
}

function exportHead(
  { outbox, folder, audit, fs = nodeFileSystem }: FolderExport,
  modifiedAt: Date,
): Result<string, FolderExportError> {
  const facts = { exportedAt: modifiedAt.toISOString(), audit: audit.checkpoint() };
  const { name, head, signature } = outbox.signedHead(facts);
  const files = [
    { fileName: name, bytes: head },
    { fileName: `${name}.minisig`, bytes: Buffer.from(signature, 'utf8') },
  ];
  for (const { fileName, bytes } of files) {
    const file = { path: join(folder, fileName), bytes, modifiedAt };
    const written = writeAndReadBack(file, fs);
    if (!written.ok) return fail(exportError(written.error, { folder, fileName }));
  }
  return ok(name);
}

function exportError(
  error: ExportedFileError,
  { folder, fileName }: { readonly folder: string; readonly fileName: string },
): FolderExportError {
  if (!isFolder(folder)) return { kind: 'folderMissing' };
  switch (error.kind) {
    case 'full':
    case 'io':
      return error;
    case 'differs':
      return { kind: 'differs', fileName };
    case 'exists':
      return { kind: 'io', code: 'EEXIST' };
    case 'missing':
      return { kind: 'io', code: 'ENOENT' };
  }
}

function isFolder(path: string): boolean {
  const found = attempt(() => statSync(path).isDirectory());
  return found.ok && found.value;
}
