import type { LanguageTag } from '../../../core/basics/language.ts';
import type { EditionEntry } from '../../../core/translation/edition.ts';
import type { Fingerprint, ReturnedText } from '../../../core/translation/returned-texts.ts';
import type { XmlProblem } from './xml.ts';

/** The forms in which texts go to a translator. */
export const FORMATS = ['xliff', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

/** One text as a file takes it to a translator. */
export interface ExportedText extends Pick<EditionEntry, 'key' | 'danish' | 'text' | 'status'> {
  /** Where it is shown, in words. */
  readonly place: string;
  readonly fingerprint: Fingerprint;
}

/** What a file brought back. */
export interface ReturnedFile {
  readonly tag: LanguageTag;
  readonly texts: readonly ReturnedText[];
}

/**
 * Why a file is not read at all.
 *
 * - tooLarge: larger than all texts of a language, or as large once it is unpacked
 * - noXliff, noColumns: something else than what was exported, or a translator's program made something else of it
 * - noLanguage: it does not say for which language it is, or more than one
 * - badZip: no XLSX file, or a damaged one
 * - encrypted: protected by a password, or of an old form that looks the same
 * - macros: something in it could run
 */
export type FileProblem =
  | XmlProblem
  | { readonly kind: 'tooLarge' | 'noXliff' | 'noColumns' | 'noLanguage' | 'badZip' | 'encrypted' | 'macros' };

/** A larger file is none of ours: all texts of a language take less than one of these, whatever a program adds. */
export const MOST_FILE_BYTES = 8 * 1024 * 1024;

/** Writes a fingerprint as files carry it. */
export function writeFingerprint({ source, target }: Fingerprint): string {
  return `${source} ${target}`;
}

/** Reads what `writeFingerprint` wrote; null when it is anything else. */
export function readFingerprint(text: string): Fingerprint | null {
  const [, source, target] = /^([0-9a-f]{16}) ([0-9a-f]{16})$/.exec(text.trim()) ?? [];
  return source === undefined || target === undefined ? null : { source, target };
}
