import type { Sha256 } from '../../core/basics/hasher.ts';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';

/** A file for the centre. */
export interface CarriedFile {
  /** Of hexadecimal digits, hyphens and full stops only: every file system and every server takes it. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The same for all files that go together, so that it tells nothing about one of them. */
  readonly modifiedAt: Date;
}

/**
 * How a copy was read back and found equal. `uncached`: from the medium, or from the server that has it; `cached`: perhaps
 * only from this machine's memory. A drive may be pulled out after `uncached`; after `cached` it must be ejected by the
 * system, put in again, and delivered to once more.
 */
export type ReadBack = 'uncached' | 'cached';

/**
 * Why a destination did not take or give something.
 *
 * - folderMissing: there is no such folder, or it went away: a drive was pulled
 * - unreachable: nobody answers there
 * - dropped: the connection or the drive went away in the middle
 * - tooSlow: it took longer than it may
 * - captivePortal: somebody in between answers with a page, as in hotels and guest networks
 * - wrongCredentials: it does not let this kiosk in
 * - wrongHostKey: another machine answers than the one that was set
 * - refused: it lets this kiosk in, but not write or read here
 * - refusedName: it does not take a file of this name
 * - taken: other bytes stand there under this name; they were left alone
 * - halfWritten: it said that it took the file, and has only its beginning
 * - differs: it said that it took the file, and has other bytes
 * - noFile: there is no file of this name
 * - tooLarge: the file is larger than what was asked for may be
 */
export type DestinationError =
  | {
      readonly kind: 'folderMissing' | 'unreachable' | 'dropped' | 'tooSlow' | 'captivePortal' | 'full';
    }
  | { readonly kind: 'wrongCredentials' | 'wrongHostKey' | 'refused' }
  | { readonly kind: FileProblem; readonly fileName: string }
  | { readonly kind: 'io'; readonly code: string };

type FileProblem = 'refusedName' | 'taken' | 'halfWritten' | 'differs' | 'noFile' | 'tooLarge';

const FILE_PROBLEMS: ReadonlySet<string> = new Set<FileProblem>([
  ...(['refusedName', 'taken', 'halfWritten', 'differs', 'noFile', 'tooLarge'] as const),
]);

/** Tells whether a problem is one of a single file, and others may go well. */
export function concernsOneFile({ kind }: DestinationError): boolean {
  return FILE_PROBLEMS.has(kind);
}

/** Where sealed intakes go, and receipts come from. Each passes tests/electron/outbox/destination-suite.ts. */
export interface Destination {
  /** Reaches it. Nothing is written yet. */
  readonly open: () => Promise<Result<OpenDestination, DestinationError>>;
}

/** A destination that was reached. Nothing here rejects. */
export interface OpenDestination {
  /**
   * Puts a file under a name of its own: whole or not at all, and read back. One that is there already with the same
   * bytes is fine, the beginning of it is replaced, and other bytes are `taken`.
   */
  readonly put: (file: CarriedFile) => Promise<Result<ReadBack, DestinationError>>;
  /** Puts a file as `put` does, in place of an older one of the same name. */
  readonly replace: (file: CarriedFile) => Promise<Result<ReadBack, DestinationError>>;
  /** Removes a file if it holds exactly these bytes; anything else under its name stays. */
  readonly remove: (file: {
    readonly fileName: string;
    readonly sha256: Sha256;
  }) => Promise<Result<null, DestinationError>>;
  /** The names of the files there, in no order. */
  readonly list: () => Promise<Result<readonly string[], DestinationError>>;
  readonly fetch: (fileName: string, maxBytes: number) => Promise<Result<Uint8Array, DestinationError>>;
  /** Ends it, and everything under way; calling it again does nothing. */
  readonly close: () => Promise<void>;
}

/** Compares what was read back with what was written. */
export function compareReadBack(
  { fileName, bytes }: Pick<CarriedFile, 'fileName' | 'bytes'>,
  found: Uint8Array,
): Result<null, DestinationError> {
  const given = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (given.equals(found)) return ok(null);
  if (looksLikeAPage(found)) return fail({ kind: 'captivePortal' });
  return fail({ kind: isBeginning(given, found) ? 'halfWritten' : 'differs', fileName });
}

/** Tells whether bytes are the beginning of a file, and not all of it. */
function isBeginning(whole: Buffer, found: Uint8Array): boolean {
  return found.length < whole.length && whole.subarray(0, found.length).equals(found);
}

/** Tells whether bytes look like a page for people. No file that we carry begins like one. */
export function looksLikeAPage(bytes: Uint8Array): boolean {
  return /^\s*<(?:!doctype html|html|head|body|script|meta|\?xml[^>]*>\s*<!doctype html)/i.test(
    Buffer.from(bytes.subarray(0, 512)).toString('latin1'),
  );
}
