import { fromUtf8, toUtf8 } from '../../core/basics/utf8.ts';
import { visitSchema, type Visit } from '../../core/intake/visit.ts';
import { changeOf, changed, visitChangeSchema } from '../../core/intake/visit-change.ts';

/** Writes a visit as a draft keeps it. The caller wipes the bytes after use: they hold every answer. */
export function snapshotOf(visit: Visit): Uint8Array {
  return toUtf8(JSON.stringify(visit));
}

/** Writes what a step changed. The caller wipes the bytes after use. */
export function changeBytes(before: Visit, after: Visit): Uint8Array {
  return toUtf8(JSON.stringify(changeOf(before, after)));
}

/**
 * Reads a visit out of a draft: a snapshot, and what changed since. Also newer snapshots may follow, each in place of
 * all before it, as older programs wrote them. Wipes the bytes; null when they are no visit. No part of them is repeated.
 */
export function visitOf(contents: readonly Uint8Array[]): Visit | null {
  try {
    let kept: unknown = null;
    for (const content of contents) {
      const saved: unknown = JSON.parse(fromUtf8(content) ?? '');
      const change = visitChangeSchema.safeParse(saved);
      kept = change.success ? changed(kept, change.data) : saved;
    }
    const visit = visitSchema.safeParse(kept);
    return visit.success ? visit.data : null;
  } catch {
    // The parser quotes what it could not read, and what is thrown from here is printed.
    return null;
  } finally {
    for (const content of contents) content.fill(0);
  }
}
