import type { z } from 'zod';
import { schemaProblems } from '../../core/pack/schema-remedies.ts';
import type { Texts } from '../../core/translation/catalogue.ts';
import { textsSchema } from '../../core/translation/catalogue.ts';
import type { TextProblem } from '../locales/locale-files.ts';
import { doubledKeys, parseJson } from './json-text.ts';

/** JSON files as they were found, and the problems with them that come up in reading; each is reported once. */
export interface JsonFiles {
  readonly texts: ReadonlyMap<string, string | null>;
  readonly problems: TextProblem[];
}

const WHOLE_FILE = 'the whole file';

/** Parses a file. Undefined when it is missing or no JSON, which becomes a problem. */
export function readJson({ texts, problems }: JsonFiles, file: string): unknown {
  const text = texts.get(file);
  const report = (key: string, remedy: string): number => problems.push({ file, key, remedy });
  if (text === undefined) return void report(WHOLE_FILE, 'This file is missing: put it back.');
  if (text === null) return void report(WHOLE_FILE, 'This file is not saved as UTF-8: save it so.');
  const parsed = parseJson(text);
  if (!parsed.ok) return void report(WHOLE_FILE, parsed.error);
  for (const key of doubledKeys(text)) report(key, 'This key stands twice: keep one.');
  return parsed.value;
}

/** Reads a file of a known shape; null when it is missing or has another one. */
export function readAs<T>(files: JsonFiles, file: string, schema: z.ZodType<T>): T | null {
  const value = readJson(files, file);
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const found = schemaProblems(value, parsed.error);
  files.problems.push(...found.map(({ place, remedy }) => ({ file, key: place, remedy })));
  return null;
}

/** Reads a file of texts, without those that are none; null when it holds no texts at all. */
export function readTexts(files: JsonFiles, file: string): Texts | null {
  const value = readJson(files, file);
  if (value === undefined) return null;
  const { error } = textsSchema.safeParse(value);
  const found = error === undefined ? [] : schemaProblems(value, error);
  files.problems.push(...found.map(({ place, remedy }) => ({ file, key: place, remedy })));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  return Object.fromEntries(Object.entries(value).filter(([, text]) => typeof text === 'string'));
}
