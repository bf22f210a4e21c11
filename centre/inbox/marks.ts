import { join } from 'node:path';
import { z } from 'zod';
import type { Result } from '../../core/basics/result.ts';
import { lineField, utcField, uuidField } from '../../core/bundle/fields.ts';
import { JsonLines, readJsonLines } from './json-lines.ts';
import type { LinesProblem } from './json-lines.ts';

/** What the centre has done about an intake. A closed one leaves the list. */
export const MARK_STATES = ['contacted', 'noAnswer', 'started', 'closed'] as const;
export type MarkState = (typeof MARK_STATES)[number];

/** Where a centre's home keeps its marks: lines that are only ever added, the last one of an intake counts. */
export const MARKS_FILE = 'marks.jsonl';

const markSchema = z.strictObject({
  format: z.literal(1),
  at: utcField,
  /** Who says so: a name or an account of the centre's own. */
  who: lineField,
  intakeId: uuidField,
  state: z.enum(MARK_STATES),
});
export type Mark = Readonly<z.infer<typeof markSchema>>;

/** Reads all marks, in the order in which they were made. */
export function readMarks(home: string): Result<readonly Mark[], LinesProblem> {
  return readJsonLines(join(home, MARKS_FILE), markSchema);
}

/** Adds marks, durable when this returns ok. Whoever calls it holds the right to write in the centre's home. */
export function addMarks(home: string, marks: readonly Mark[]): Result<null, LinesProblem | { readonly kind: 'dead' }> {
  const file = JsonLines.open(join(home, MARKS_FILE), markSchema);
  if (!file.ok) return file;
  try {
    return file.value.append(marks);
  } finally {
    file.value.close();
  }
}
