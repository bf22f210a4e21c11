import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { auditLineHash, formatAuditLine, parseAuditLine } from '../../core/audit/audit-line.ts';
import type { AuditCheckpoint } from '../../core/audit/checkpoint.ts';
import { isAuditEvent, type AuditCode, type AuditEvent } from '../../core/audit/events.ts';
import type { ValueOf } from '../../core/audit/values.ts';
import type { Clock } from '../../core/basics/clock.ts';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { ok, type Result } from '../../core/basics/result.ts';
import { openAppendFile, type AppendError, type AppendFile } from '../../node/append-file.ts';
import { removeDurably, replaceDurably, truncateDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { quarantineBytes } from '../store/quarantine.ts';
import { auditFileName, auditFirstLines, linesOf, splitAtLastLine } from './audit-files.ts';

/** How much of a log is kept. */
export interface AuditLimits {
  /** A file that would grow above this gets a successor. */
  readonly fileBytes: number;
  /** The newest files that stay. */
  readonly files: number;
}

/**
 * 8 MiB: a line has about 170 bytes, so these are 48,000 events, which is more than a year of a house with a hundred a
 * day. The centre's copy of the checkpoint vouches for what went before.
 */
export const AUDIT_LIMITS: AuditLimits = { fileBytes: 256 * 1024, files: 32 };

/** Where a log stands. */
export interface AuditLogOptions {
  /** HOME/audit; made when it is not there. */
  readonly folder: string;
  readonly quarantine: string;
  readonly clock: Clock;
  readonly fs?: FileSystem;
  readonly limits?: AuditLimits;
}

/** The end of the log, which is all that writing needs. */
interface Tail {
  /** The first line of the file that is written to, which names it. */
  readonly firstLine: number;
  readonly lines: number;
  readonly lastLineHash: Sha256 | null;
  /** What was acknowledged of the file. */
  readonly goodBytes: number;
  /** Null when the file must not be appended to: the next event begins a new one. */
  readonly file: AppendFile | null;
}

const ENDS: readonly AuditCode[] = ['homeClosed', 'homeRefused'];

/**
 * The kiosk's list of what happened, for whoever asks later: append-only, chained by hashes over all its files, synced
 * for each call. It never keeps the kiosk from its work: what cannot be written is counted, told by `onUnwritten`, by
 * the checkpoint, and by an event as soon as writing works again. Each call tries anew.
 */
export class AuditLog {
  readonly #options: AuditLogOptions;
  readonly #fs: FileSystem;
  #tail: Tail | null = null;
  /** What opening found, to be written first. */
  #found: AuditEvent[] = [];
  #endBefore: ValueOf<'endBefore'> = 'stopped';
  #unwritten = 0;
  #isClosed = false;
  #tell: () => void = () => undefined;

  constructor(options: AuditLogOptions) {
    this.#options = options;
    this.#fs = options.fs ?? nodeFileSystem;
    this.#ready();
  }

  /** How the time before this opening ended, by the log's last line. */
  get endBefore(): ValueOf<'endBefore'> {
    return this.#endBefore;
  }

  /** Writes events down, all with one write and one sync. After closing nothing is written any more. */
  readonly record = (...events: readonly AuditEvent[]): void => {
    if (this.#isClosed || events.length === 0) return;
    const wasWhole = this.#unwritten === 0;
    // By type there are no others; what comes from outside all the same must not stop anybody, and not pass in silence.
    const known = events.filter(isAuditEvent);
    this.#unwritten += events.length - known.length;
    const lost: readonly AuditEvent[] = this.#unwritten === 0 ? [] : [{ event: 'eventsLost', count: this.#unwritten }];
    const tail = this.#ready();
    const written = tail.ok ? this.#write(tail.value, [...this.#found, ...lost, ...known]) : tail;
    if (written.ok) {
      this.#found = [];
      this.#unwritten = 0;
      return;
    }
    this.#unwritten += known.length;
    if (wasWhole) this.#tell();
  };

  /** Tells, now or later, that an event could not be written; once for each stretch of time in which that is so. */
  onUnwritten(tell: () => void): void {
    this.#tell = tell;
    if (this.#unwritten > 0) tell();
  }

  /** How far the log has come; one that cannot even be read has no lines, and says how much is unwritten. */
  checkpoint(): AuditCheckpoint {
    const { lines, lastLineHash } = this.#tail ?? { lines: 0, lastLineHash: null };
    return { lines, lastLineHash, unwritten: this.#unwritten };
  }

  /** Ends writing. Calling it again does nothing. */
  close(): void {
    this.#isClosed = true;
    this.#tail?.file?.close();
  }

  #ready(): Result<Tail, FileError> {
    if (this.#tail !== null) return ok(this.#tail);
    const found = this.#find();
    if (!found.ok) return found;
    this.#tail = found.value;
    return found;
  }

  /** Finds the end of the log; looks at its last file only, so that the cost does not grow with what is kept. */
  #find(): Result<Tail, FileError> {
    const { folder, quarantine } = this.#options;
    const made = attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
    const firstLines = made.ok ? auditFirstLines(folder) : made;
    if (!firstLines.ok) return firstLines;
    const firstLine = firstLines.value.at(-1);
    if (firstLine === undefined) {
      this.#endBefore = 'none';
      this.#found = [{ event: 'logBegun' }];
      return ok({ firstLine: 0, lines: 0, lastLineHash: null, goodBytes: 0, file: null });
    }
    const path = this.#pathOf(firstLine);
    const bytes = attempt(() => readFileSync(path));
    if (!bytes.ok) return bytes;
    const { whole, torn } = splitAtLastLine(bytes.value);
    if (torn.length > 0) {
      const kept = quarantineBytes({ quarantine, fs: this.#fs }, { fileName: auditFileName(firstLine), bytes: torn });
      const cut = kept.ok ? truncateDurably(path, whole.length, this.#fs) : kept;
      if (!cut.ok) return cut;
    }
    const lines = linesOf(whole);
    const last = lines.at(-1);
    const parsed = last === undefined ? null : parseAuditLine(last);
    if (parsed !== null && ENDS.includes(parsed.event.event)) this.#endBefore = 'closed';
    this.#found = [
      ...(torn.length > 0 ? [{ event: 'tailCut' } as const] : []),
      ...(parsed === null ? [{ event: 'lastLineDamaged' } as const] : []),
    ];
    const place = { firstLine, lines: firstLine - 1 + lines.length, goodBytes: whole.length };
    // A file without lines is begun anew, under the same name: there is nothing in it to keep.
    if (last === undefined) return ok({ ...place, lastLineHash: null, file: null });
    const opened = openAppendFile(path, this.#fs);
    const file = opened.ok ? opened.value : null;
    return ok({ ...place, lastLineHash: auditLineHash(last, nodeHasher), file });
  }

  #write(tail: Tail, events: readonly AuditEvent[]): Result<null, AppendError> {
    if (events.length === 0) return ok(null);
    const { text, lastLineHash } = this.#linesFor(tail, events);
    const bytes = Buffer.from(text);
    const after = { lines: tail.lines + events.length, lastLineHash };
    const fits = tail.goodBytes + bytes.length <= (this.#options.limits ?? AUDIT_LIMITS).fileBytes;
    if (tail.file !== null && fits && tail.file.append(bytes).ok) {
      this.#tail = { ...tail, ...after, goodBytes: tail.goodBytes + bytes.length };
      return ok(null);
    }
    return this.#writeNewFile(tail, { ...after, bytes });
  }

  /** The successor of a file that is large enough, or of one that failed: that descriptor is never trusted again. */
  #writeNewFile(
    tail: Tail,
    { bytes, ...after }: Pick<Tail, 'lines' | 'lastLineHash'> & { readonly bytes: Uint8Array },
  ): Result<null, FileError> {
    tail.file?.close();
    this.#tail = { ...tail, file: null };
    // What a failed write left behind would stand between two lines of the chain.
    const cut =
      tail.goodBytes === 0 ? ok(null) : truncateDurably(this.#pathOf(tail.firstLine), tail.goodBytes, this.#fs);
    if (!cut.ok) return cut;
    const firstLine = tail.lines + 1;
    const path = this.#pathOf(firstLine);
    const written = replaceDurably(path, bytes, this.#fs);
    if (!written.ok) return written;
    const opened = openAppendFile(path, this.#fs);
    this.#tail = { ...after, firstLine, goodBytes: bytes.length, file: opened.ok ? opened.value : null };
    this.#removeOldest();
    return ok(null);
  }

  #linesFor(
    tail: Tail,
    events: readonly AuditEvent[],
  ): { readonly text: string; readonly lastLineHash: Sha256 | null } {
    const atMs = Math.max(0, Math.trunc(this.#options.clock.nowMs()));
    let { lastLineHash, lines } = tail;
    let text = '';
    for (const event of events) {
      lines += 1;
      const line = formatAuditLine({ place: { line: lines, previous: lastLineHash, atMs }, event });
      lastLineHash = auditLineHash(line, nodeHasher);
      text += `${line}\n`;
    }
    return { text, lastLineHash };
  }

  /** What cannot be removed now goes with the next new file. */
  #removeOldest(): void {
    const firstLines = auditFirstLines(this.#options.folder);
    if (!firstLines.ok) return;
    const { files } = this.#options.limits ?? AUDIT_LIMITS;
    for (const firstLine of firstLines.value.slice(0, -files)) removeDurably(this.#pathOf(firstLine), this.#fs);
  }

  #pathOf(firstLine: number): string {
    return join(this.#options.folder, auditFileName(firstLine));
  }
}
