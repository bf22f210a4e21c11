import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkAuditChain, type AuditCheck, type AuditPart } from '../../core/audit/audit-chain.ts';
import { ok, type Result } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { attempt, type FileError } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';

const LINE_END = 0x0a;
/** More lines than any call writes at once: a start has eleven to tell at most. */
const MOST_AT_ONCE = 16;
/** The digits are the number of the first line, so that lines are counted without being read. */
const FILE_NAME = /^audit-([0-9]{12})\.jsonl$/;

/** Returns the name of the file of the log that begins with a line. */
export function auditFileName(firstLine: number): string {
  return `audit-${String(firstLine).padStart(12, '0')}.jsonl`;
}

/** Lists the first lines of the files of a log, in order; empty when the folder is not there. */
export function auditFirstLines(folder: string): Result<readonly number[], FileError> {
  const names = attempt(() => readdirSync(folder));
  if (!names.ok) return names.error.kind === 'missing' ? ok([]) : names;
  const firstLines = names.value.flatMap((name) => {
    const digits = FILE_NAME.exec(name)?.[1];
    return digits === undefined ? [] : [Number(digits)];
  });
  return ok(firstLines.toSorted((a, b) => a - b));
}

/** The bytes of a file that reached the disk whole, and what stands behind them. */
export interface SplitFile {
  readonly whole: Uint8Array;
  readonly torn: Uint8Array;
}

/**
 * Splits a file behind the last line that reached the disk whole. The lines of a call are one write, and a disk may write
 * the end of it and not the sectors before it, which then hold zeros. What was synced has none.
 */
export function splitAtLastLine(bytes: Uint8Array): SplitFile {
  const end = bytes.lastIndexOf(LINE_END) + 1;
  const hole = bytes.subarray(0, end).indexOf(0, startOfLast(MOST_AT_ONCE, bytes.subarray(0, end)));
  const wholeEnd = hole === -1 ? end : bytes.subarray(0, hole).lastIndexOf(LINE_END) + 1;
  return { whole: bytes.subarray(0, wholeEnd), torn: bytes.subarray(wholeEnd) };
}

/** Where the last lines of a file begin that ends with a line end. */
function startOfLast(count: number, lines: Uint8Array): number {
  let start = lines.length;
  for (let line = 0; line < count && start > 0; line += 1) start = lines.lastIndexOf(LINE_END, start - 2) + 1;
  return start;
}

/** Splits whole lines, each by itself: bytes that are no text make one line that no check accepts. */
export function linesOf(whole: Uint8Array): readonly string[] {
  const lines: string[] = [];
  for (let start = 0; start < whole.length;) {
    const end = whole.indexOf(LINE_END, start);
    lines.push(fromUtf8(whole.subarray(start, end)) ?? '');
    start = end + 1;
  }
  return lines;
}

/** What is known of a whole audit log. */
export interface AuditLogCheck extends AuditCheck {
  readonly files: number;
  /** Bytes behind the last whole line of a file: of a write that never was. */
  readonly tornBytes: number;
}

/**
 * Checks every line that is kept of an audit log. Reads only, and repairs nothing: opening the log does.
 *
 * @param folder HOME/audit; one that is not there is a log without lines
 */
export function checkAuditLog(folder: string): Result<AuditLogCheck, FileError> {
  const firstLines = auditFirstLines(folder);
  if (!firstLines.ok) return firstLines;
  const parts: AuditPart[] = [];
  let tornBytes = 0;
  for (const firstLine of firstLines.value) {
    const bytes = attempt(() => readFileSync(join(folder, auditFileName(firstLine))));
    if (!bytes.ok) return bytes;
    const { whole, torn } = splitAtLastLine(bytes.value);
    tornBytes += torn.length;
    parts.push({ firstLine, lines: linesOf(whole) });
  }
  return ok({ ...checkAuditChain(parts, nodeHasher), files: parts.length, tornBytes });
}
