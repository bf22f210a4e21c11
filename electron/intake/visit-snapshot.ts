import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { visitSchema, type Visit } from '../../core/intake/visit.ts';

/** Writes a visit as a draft keeps it. The caller wipes the bytes after use: they hold every answer. */
export function snapshotOf(visit: Visit): Uint8Array {
  return toUtf8(JSON.stringify(visit));
}

/** Reads a visit out of a draft and wipes the bytes; null when they are no visit. No part of them is repeated. */
export function visitOf(snapshot: Uint8Array): Visit | null {
  const json = fromUtf8(snapshot);
  snapshot.fill(0);
  if (json === null) return null;
  try {
    const visit = visitSchema.safeParse(JSON.parse(json));
    return visit.success ? visit.data : null;
  } catch {
    // The parser quotes what it could not read, and what is thrown from here is printed.
    return null;
  }
}
