import type { z } from 'zod';
import { parseJson } from '../basics/parse-json.ts';
import type { Result } from '../basics/result.ts';
import { fail, ok } from '../basics/result.ts';
import { fromUtf8, toUtf8 } from '../basics/utf8.ts';

/** Why a file was not taken; `paths` names the fields that are wrong, never their values. */
export type JsonProblem =
  | { readonly kind: 'notJson' }
  | { readonly kind: 'otherFormat' }
  | { readonly kind: 'otherShape'; readonly paths: readonly string[] };

/**
 * Reads a JSON file whose first field is its format.
 *
 * @param schema a strict one with a number for `format`, so that a field it does not know is refused
 * @returns `otherFormat` when the file says another number: then a newer program is needed and nothing is damaged
 */
export function parseVersionedJson<T>(bytes: Uint8Array, schema: z.ZodType<T>): Result<T, JsonProblem> {
  const json = parseJson(fromUtf8(bytes) ?? '');
  if (json === undefined) return fail({ kind: 'notJson' });
  const parsed = schema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const isOtherFormat = parsed.error.issues.some(({ path }) => path.length === 1 && path[0] === 'format');
  if (isOtherFormat) return fail({ kind: 'otherFormat' });
  return fail({ kind: 'otherShape', paths: parsed.error.issues.map(({ path }) => path.join('.')) });
}

/** Writes JSON as the files of Matu stand: two spaces deep, with a last line end. */
export function formatJson(value: unknown): Uint8Array {
  return toUtf8(`${JSON.stringify(value, null, 2)}\n`);
}
