import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertEntrySchema, type AlertEntry } from '../../core/alert/alert-entry.ts';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { openAppendFile, type AppendError, type AppendFile } from '../../node/append-file.ts';
import { createDurably, truncateDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem, type FileError, type FileSystem } from '../../node/file-system.ts';

const LOG_NAME = 'alerts.jsonl';
const LINE_END = 0x0a;

/** The house's list of calls: codes and times, append-only. */
export interface AlertLog {
  /** Everything that is written down, oldest first. Lines that nobody can read are left out. */
  readonly entries: () => readonly AlertEntry[];
  /** Durable when this is ok. A failed line may be missing; the call itself must go on. */
  readonly append: (entry: AlertEntry) => Result<null, AppendError>;
  readonly close: () => void;
}

/** Opens the list in its folder, and makes both where they are missing. A last line without its end is cut off. */
export function openAlertLog(folder: string, fs: FileSystem = nodeFileSystem): Result<AlertLog, FileError> {
  const path = join(folder, LOG_NAME);
  const made = attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  if (!made.ok) return made;
  // Making what is there already costs a file and two syncs before it is refused.
  const created = existsSync(path) ? ok(null) : createDurably(path, new Uint8Array(), fs);
  if (!created.ok && created.error.kind !== 'exists') return created;
  const file = attempt(() => readFileSync(path));
  if (!file.ok) return file;
  const whole = file.value.subarray(0, file.value.lastIndexOf(LINE_END) + 1);
  const cut = whole.length === file.value.length ? ok(null) : truncateDurably(path, whole.length, fs);
  if (!cut.ok) return cut;
  const opened = openAppendFile(path, fs);
  return opened.ok
    ? ok(alertLog({ path, fs, file: opened.value, entries: entriesOf(whole.toString('utf8')) }))
    : opened;
}

interface OpenLog {
  readonly path: string;
  readonly fs: FileSystem;
  readonly file: AppendFile;
  readonly entries: readonly AlertEntry[];
}

function alertLog({ path, fs, file: first, entries: kept }: OpenLog): AlertLog {
  const entries = [...kept];
  let file = first;
  return {
    entries: () => entries,
    append: (entry) => {
      // A file dies with its first failure; the list goes on in a new handle, at worst with a gap.
      if (file.isDead) {
        const opened = openAppendFile(path, fs);
        if (!opened.ok) return opened;
        file = opened.value;
      }
      const appended = file.append(Buffer.from(`${JSON.stringify(entry)}\n`));
      if (appended.ok) entries.push(entry);
      return appended;
    },
    close: () => file.close(),
  };
}

function entriesOf(text: string): readonly AlertEntry[] {
  return text.split('\n').flatMap((line) => {
    const entry = alertEntrySchema.safeParse(parseJson(line));
    return entry.success ? [entry.data] : [];
  });
}
