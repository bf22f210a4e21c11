import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseJson } from '../../core/basics/parse-json.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import { attempt } from '../../node/file-system.ts';
import { openBox, type BoxKeying } from './device-box.ts';

/** Reads JSON out of a box that stands in a file; null when it is missing, damaged, or has another form than the schema. */
export function readJsonBox<T>(path: string, keying: BoxKeying, schema: z.ZodType<T>): T | null {
  const box = attempt(() => readFileSync(path));
  const plaintext = box.ok ? openBox(keying, box.value) : null;
  if (plaintext === null) return null;
  const parsed = schema.safeParse(parseJson(fromUtf8(plaintext) ?? ''));
  return parsed.success ? parsed.data : null;
}
