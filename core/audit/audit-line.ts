import { isSha256, type Hasher, type Sha256 } from '../basics/hasher.ts';
import { parseJson } from '../basics/parse-json.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { fieldsOf, isAuditEvent, type AuditEvent } from './events.ts';

/** Where an event stands in the log. */
export interface AuditPlace {
  /** Counts the lines of the log from 1, over all its files. */
  readonly line: number;
  /** SHA-256 of the line before, without its line end; null in the first line. */
  readonly previous: Sha256 | null;
  /** Milliseconds since 1970, by the clock of the day: lines are ordered by their number, not by this. */
  readonly atMs: number;
}

/** One line of the log, taken apart. */
export interface AuditLine {
  readonly place: AuditPlace;
  readonly event: AuditEvent;
}

/** Writes a line, without its line end. There is one way to write it, so that its hash is known. */
export function formatAuditLine({ place: { line, previous, atMs }, event }: AuditLine): string {
  const values = new Map<string, unknown>(Object.entries(event));
  const fields = fieldsOf(event.event).map(([name]) => [name, values.get(name)] as const);
  return JSON.stringify({ line, previous, atMs, event: event.event, ...Object.fromEntries(fields) });
}

/** Reads a line exactly as `formatAuditLine` writes it; null when a single character differs. */
export function parseAuditLine(text: string): AuditLine | null {
  const json = parseJson(text);
  if (typeof json !== 'object' || json === null) return null;
  const { line, previous, atMs, ...event } = Object.fromEntries<unknown>(Object.entries(json));
  const isPlaced = isCount(line) && isCount(atMs) && (previous === null || isDigest(previous));
  if (!isPlaced || !isAuditEvent(event)) return null;
  const read = { place: { line, previous, atMs }, event };
  return formatAuditLine(read) === text ? read : null;
}

/** Returns the hash by which the next line names this one. */
export function auditLineHash(line: string, hasher: Hasher): Sha256 {
  return hasher.sha256(toUtf8(line));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isDigest(value: unknown): value is Sha256 {
  return typeof value === 'string' && isSha256(value);
}
