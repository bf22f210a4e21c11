import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../core/basics/parse-json.ts';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { lineField, utcField, uuidField } from '../../core/bundle/fields.ts';
import { openAppendFile } from '../../node/append-file.ts';
import type { AppendError } from '../../node/append-file.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt, nodeFileSystem } from '../../node/file-system.ts';
import type { FileSystem } from '../../node/file-system.ts';

/** Where a centre's home keeps the log of who opened what. */
export const OPENINGS_FILE = 'opened.jsonl';

const openingSchema = z.strictObject({
  format: z.literal(1),
  at: utcField,
  who: lineField,
  /** By which verb answers were read. */
  verb: z.enum(['open', 'export', 'report']),
  intakeIds: z.array(uuidField),
});
export type Opening = Readonly<z.infer<typeof openingSchema>>;

/**
 * Writes down that answers are about to be read, durable when this returns ok. Anybody may do so at any time: whoever
 * reads must not wait for a long run that receives, so a line is one write, and begins anew behind a torn one.
 */
export function logOpening(home: string, opening: Opening, fs: FileSystem = nodeFileSystem): Result<null, AppendError> {
  const path = join(home, OPENINGS_FILE);
  const created = createDurably(path, new Uint8Array(0), fs);
  if (!created.ok && created.error.kind !== 'exists') return created;
  const standing = attempt(() => readFileSync(path));
  if (!standing.ok) return standing;
  const isTorn = standing.value.length > 0 && standing.value.at(-1) !== 0x0a;
  const file = openAppendFile(path, fs);
  if (!file.ok) return file;
  const appended = file.value.append(toUtf8(`${isTorn ? '\n' : ''}${JSON.stringify(opening)}\n`));
  file.value.close();
  return appended;
}

/** Reads the log; lines that are none are counted, because one torn line must not hide the others. */
export function readOpenings(
  home: string,
): Result<{ readonly openings: readonly Opening[]; readonly damaged: number }, AppendError> {
  const bytes = attempt(() => readFileSync(join(home, OPENINGS_FILE), 'utf8'));
  if (!bytes.ok) return bytes.error.kind === 'missing' ? ok({ openings: [], damaged: 0 }) : bytes;
  const lines = bytes.value.split('\n').filter((line) => line !== '');
  const openings = lines.flatMap((line) => {
    const opening = openingSchema.safeParse(parseJson(line));
    return opening.success ? [opening.data] : [];
  });
  return ok({ openings, damaged: lines.length - openings.length });
}
