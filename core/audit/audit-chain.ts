import type { Hasher, Sha256 } from '../basics/hasher.ts';
import { auditLineHash, parseAuditLine } from './audit-line.ts';

/** One file of the log: the number of its first line, by its name, and its lines without their line ends. */
export interface AuditPart {
  readonly firstLine: number;
  readonly lines: readonly string[];
}

/**
 * What is wrong with a log, and at which line.
 *
 * - malformed: not a line as the kiosk writes it
 * - brokenChain: a line was changed, removed, doubled or moved
 */
export interface AuditProblem {
  readonly kind: 'malformed' | 'brokenChain';
  readonly line: number;
}

/** What a log came to. */
export interface AuditCheck {
  /** The number of the first line that is still kept; 1 until old files went. */
  readonly firstLine: number;
  /** The number of the last line; 0 for a log that has none. */
  readonly lines: number;
  readonly lastLineHash: Sha256 | null;
  readonly problems: readonly AuditProblem[];
}

/**
 * Checks every line that is kept. The first kept line's own `previous` is taken as it stands, unless it is line 1:
 * what came before it is gone.
 *
 * @param parts in the order of their first lines
 */
export function checkAuditChain(parts: readonly AuditPart[], hasher: Hasher): AuditCheck {
  const firstLine = parts[0]?.firstLine ?? 1;
  const problems: AuditProblem[] = [];
  let line = firstLine - 1;
  let last: Sha256 | null = null;
  for (const part of parts) {
    // A whole file is missing, or begins where it should not; counted once, and then followed as it stands.
    if (part.firstLine !== line + 1) problems.push({ kind: 'brokenChain', line: part.firstLine });
    line = part.firstLine - 1;
    for (const text of part.lines) {
      line += 1;
      const problem = problemOf(text, { line, previous: last, isFirstKept: line === firstLine });
      if (problem !== null && problems.at(-1)?.line !== line) problems.push({ kind: problem, line });
      last = auditLineHash(text, hasher);
    }
  }
  return { firstLine, lines: line, lastLineHash: last, problems };
}

interface Expected {
  readonly line: number;
  readonly previous: Sha256 | null;
  readonly isFirstKept: boolean;
}

function problemOf(text: string, { line, previous, isFirstKept }: Expected): AuditProblem['kind'] | null {
  const parsed = parseAuditLine(text);
  if (parsed === null) return 'malformed';
  if (parsed.place.line !== line) return 'brokenChain';
  const isFollowing = isFirstKept && line > 1 ? parsed.place.previous !== null : parsed.place.previous === previous;
  return isFollowing ? null : 'brokenChain';
}
