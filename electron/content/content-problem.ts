import type { z } from 'zod';
import type { Language } from '../../core/basics/language.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import type { PackProblem } from '../../core/pack/load.ts';
import type { ContentFiles } from './content-files.ts';

/** Where and why one file of a content version cannot be used. */
export interface ContentFileProblem {
  /**
   * - unreadable: it is missing, or not in the form that it should have
   * - badInstrument: an instrument that was changed, stands under another name, or clashes with another
   * - lockedWording: a file of texts words an instrument, whose wording stands in the instrument's own file only
   */
  readonly kind: 'unreadable' | 'badInstrument' | 'lockedWording';
  readonly file: string;
}

/** What is wrong with a content version: the file, for a pack each place, and the first text that a version lacks. */
export type ContentProblem =
  | ContentFileProblem
  | { readonly kind: 'badPack'; readonly problems: readonly PackProblem[] }
  | { readonly kind: 'missingText'; readonly language: Language; readonly key: string };

/** Breaks off the parsing of a version at the first problem: whatever comes after it is not used anyway. */
export class ContentRefused extends Error {
  readonly problem: ContentProblem;
  constructor(problem: ContentProblem) {
    super(`The content cannot be used: ${problem.kind}`);
    this.problem = problem;
  }
}

/**
 * Reads one file in the form that it should have.
 *
 * @throws ContentRefused, naming the file
 */
export function parsed<T>(files: ContentFiles, path: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(json(files, path));
  if (!result.success) throw new ContentRefused({ kind: 'unreadable', file: path });
  return result.data;
}

/**
 * Reads one file as JSON.
 *
 * @throws ContentRefused, naming the file
 */
export function json(files: ContentFiles, path: string): unknown {
  const bytes = files.get(path);
  const source = bytes === undefined ? null : fromUtf8(bytes);
  if (source === null) throw new ContentRefused({ kind: 'unreadable', file: path });
  try {
    return JSON.parse(source);
  } catch {
    throw new ContentRefused({ kind: 'unreadable', file: path });
  }
}
