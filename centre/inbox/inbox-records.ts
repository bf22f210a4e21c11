import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { parseVersionedJson } from '../../core/bundle/versioned-json.ts';
import { attempt } from '../../node/file-system.ts';
import type { FileError } from '../../node/file-system.ts';
import { intakeRecordSchema } from './intake-record.ts';
import type { IntakeRecord } from './intake-record.ts';
import { readJsonLines } from './json-lines.ts';
import { RECORD_FILE } from './open-batch.ts';
import { PART_PREFIX } from './staging.ts';

/** Where a centre's home keeps what came: a folder for each intake, and a line for each in the index. */
export const INBOX_FOLDER = 'inbox';
export const INDEX_FILE = 'received.jsonl';

/** What lies in the inbox. The folders are the truth; the index only spares reading all of them. */
export interface InboxRecords {
  /** In the order in which they came, each intake once. */
  readonly records: readonly IntakeRecord[];
  /** Those that the index lacks: a stop came between a folder and its line, or there was no index. */
  readonly unlisted: readonly IntakeRecord[];
  /** The index has a line that is none. It is not believed at all then. */
  readonly isIndexDamaged: boolean;
  /** Intakes that the index names and of which there is no folder. */
  readonly lost: readonly string[];
  /** Folders in which nothing says what came. */
  readonly strange: readonly string[];
}

/** Reads what lies in the inbox. Writes nothing; a centre that never received anything has an empty one. */
export function readInboxRecords(home: string): Result<InboxRecords, FileError> {
  const inbox = join(home, INBOX_FOLDER);
  const names = attempt(() => readdirSync(inbox).filter((name) => !name.startsWith(PART_PREFIX)));
  if (!names.ok && names.error.kind !== 'missing') return names;
  const folders = new Set(names.ok ? names.value : []);
  const lines = readJsonLines(join(home, INDEX_FILE), intakeRecordSchema);
  const listed = new Map((lines.ok ? lines.value : []).map((record) => [record.manifest.intakeId, record]));
  const found = [...folders]
    .filter((name) => !listed.has(name))
    .map((name) => ({ name, record: recordIn(inbox, name) }));
  const unlisted = found.flatMap(({ record }) => (record === null ? [] : [record])).sort(byArrival);
  const standing = [...listed].filter(([intakeId]) => folders.has(intakeId)).map(([, record]) => record);
  return ok({
    records: [...standing, ...unlisted],
    unlisted,
    isIndexDamaged: !lines.ok,
    lost: [...listed.keys()].filter((intakeId) => !folders.has(intakeId)),
    strange: found.flatMap(({ name, record }) => (record === null ? [name] : [])),
  });
}

/** What an intake's own folder says of it; null when it says nothing that can be read, or tells of another intake. */
export function recordIn(inbox: string, name: string): IntakeRecord | null {
  const bytes = attempt(() => readFileSync(join(inbox, name, RECORD_FILE)));
  const record = bytes.ok ? parseVersionedJson(bytes.value, intakeRecordSchema) : bytes;
  return record.ok && record.value.manifest.intakeId === name ? record.value : null;
}

function byArrival(one: IntakeRecord, other: IntakeRecord): number {
  return one.receivedAt.localeCompare(other.receivedAt) || one.manifest.seq - other.manifest.seq;
}
