import type { LanguageTag } from '../../../core/basics/language.ts';
import type { Edition } from '../../../core/translation/edition.ts';
import { fingerprintOf } from '../../../core/translation/returned-texts.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { wordsForPlace } from './place-of-text.ts';
import type { ExportedText, Format } from './translation-file.ts';
import { writeXlsx } from './write-xlsx.ts';
import { writeXliff } from './xliff-file.ts';

const WRITERS = { xliff: writeXliff, xlsx: writeXlsx } as const;

/** Writes all texts of an edition as a file for a translator. */
export function writeExported(tag: LanguageTag, edition: Edition, format: Format): Uint8Array {
  const exported = [...edition.values()].map((entry): ExportedText => {
    const { key, danish, text, status } = entry;
    return { key, danish, text, status, place: wordsForPlace(key), fingerprint: fingerprintOf(entry, nodeHasher) };
  });
  return WRITERS[format](tag, exported);
}
