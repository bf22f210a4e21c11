import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { utcField } from '../core/bundle/fields.ts';
import { kioskCardSchema } from '../core/bundle/kiosk-card.ts';
import { formatJson, parseVersionedJson } from '../core/bundle/versioned-json.ts';
import { replaceDurably } from '../node/durable-file.ts';
import { attempt } from '../node/file-system.ts';

const FOLDER = 'kiosks';
const PRIVATE_DIRECTORY_MODE = 0o700;

const enrolledSchema = z
  .strictObject({
    format: z.literal(1),
    card: kioskCardSchema,
    /** From then on nothing of this kiosk is believed that it sealed after this number; null while it is trusted. */
    revoked: z
      .strictObject({ afterSeq: z.int().min(0), at: utcField })
      .readonly()
      .nullable(),
  })
  .readonly();

/** A kiosk that was enrolled at a centre, as it stands under `HOME/kiosks/<kioskId>.json`. */
export type EnrolledKiosk = z.infer<typeof enrolledSchema>;

/** Why the enrolled kiosks cannot be used; one that is damaged must not count as none. */
export interface KiosksProblem {
  readonly kind: 'unreadable' | 'malformed' | 'cannotWrite';
  readonly file: string;
}

/** Reads all enrolled kiosks, the revoked ones too. */
export function readEnrolledKiosks(home: string): Result<readonly EnrolledKiosk[], KiosksProblem> {
  const folder = join(home, FOLDER);
  const names = attempt(() => readdirSync(folder).filter((name) => name.endsWith('.json')));
  if (!names.ok) return names.error.kind === 'missing' ? ok([]) : fail({ kind: 'unreadable', file: folder });
  const kiosks: EnrolledKiosk[] = [];
  for (const name of names.value.toSorted()) {
    const file = join(folder, name);
    const bytes = attempt(() => readFileSync(file));
    if (!bytes.ok) return fail({ kind: 'unreadable', file });
    const parsed = parseVersionedJson(bytes.value, enrolledSchema);
    if (!parsed.ok || `${parsed.value.card.kioskId}.json` !== name) return fail({ kind: 'malformed', file });
    kiosks.push(parsed.value);
  }
  return ok(kiosks);
}

/** Keeps an enrolled kiosk, in place of what was kept of it. */
export function keepEnrolledKiosk(home: string, kiosk: EnrolledKiosk): Result<null, KiosksProblem> {
  const folder = join(home, FOLDER);
  const file = join(folder, `${kiosk.card.kioskId}.json`);
  const made = attempt(() => mkdirSync(folder, { recursive: true, mode: PRIVATE_DIRECTORY_MODE }));
  const written = made.ok ? replaceDurably(file, formatJson(kiosk)) : made;
  return written.ok ? ok(null) : fail({ kind: 'cannotWrite', file });
}

/** Up to which number revoked kiosks are still believed, by their ids. */
export function revokedAfterOf(kiosks: readonly EnrolledKiosk[]): ReadonlyMap<string, number> {
  return new Map(kiosks.flatMap(({ card, revoked }) => (revoked === null ? [] : [[card.kioskId, revoked.afterSeq]])));
}
