import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { readInboxRecords } from './inbox/inbox-records.ts';
import type { IntakeRecord } from './inbox/intake-record.ts';
import { readMarks } from './inbox/marks.ts';
import { listIntakes } from './inbox/waiting.ts';
import type { ListedIntake } from './inbox/waiting.ts';
import { readKiosks } from './known-kiosk.ts';
import { EXIT } from './surroundings.ts';
import type { Surroundings } from './surroundings.ts';

/** What a look into the inbox shows. */
export interface Look {
  readonly kiosks: readonly KioskCard[];
  readonly records: readonly IntakeRecord[];
  /** In the order in which they are read. */
  readonly listed: readonly ListedIntake[];
}

/**
 * Looks into the inbox. Writes nothing, and needs no key.
 *
 * @returns the exit code when something cannot be read; that was said already
 */
export function lookInto(
  places: { readonly home: string; readonly kioskFile: string | null; readonly json: boolean },
  surroundings: Surroundings,
): Result<Look, number> {
  const kiosks = readKiosks(places, surroundings);
  if (!kiosks.ok) return kiosks;
  const { home } = places;
  const found = readInboxRecords(home);
  if (!found.ok) return fail(reportUnreadable(places, found.error.kind, surroundings));
  const marks = readMarks(home);
  if (!marks.ok) return fail(reportUnreadable(places, `marks ${marks.error.kind}`, surroundings));
  const { records } = found.value;
  const nowMs = surroundings.clock.nowMs();
  const listed = listIntakes({ home, records, marks: marks.value, kiosks: kiosks.value, nowMs });
  return ok({ kiosks: kiosks.value, records, listed });
}

function reportUnreadable(
  { home, json }: { readonly home: string; readonly json: boolean },
  reason: string,
  { say, complain }: Surroundings,
): number {
  complain(`The inbox in ${home} cannot be read (${reason}).`);
  if (json) say(JSON.stringify({ ok: false, unusable: { file: home, reason } }));
  return EXIT.usage;
}
