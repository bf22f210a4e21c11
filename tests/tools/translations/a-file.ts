import type { LanguageTag } from '../../../core/basics/language.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';
import { editionOf, type Edition } from '../../../core/translation/edition.ts';
import { fingerprintOf, takeReturned, type Taking } from '../../../core/translation/returned-texts.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { readXlsx } from '../../../electron/translation/exchange/read-xlsx.ts';
import type { ExportedText, ReturnedFile } from '../../../electron/translation/exchange/translation-file.ts';
import { writeXlsx } from '../../../electron/translation/exchange/write-xlsx.ts';
import { readXliff, writeXliff } from '../../../electron/translation/exchange/xliff-file.ts';
import { expectOk } from '../../expect-ok.ts';

/** The forms of files, each with both its ways. */
export const FORMATS = [
  ['XLIFF', { write: writeXliff, read: readXliff }],
  ['XLSX', { write: writeXlsx, read: readXlsx }],
] as const;
export type FileFormat = (typeof FORMATS)[number][1];

/** A Swedish edition in which nothing has happened. */
export function swedish(danish: Texts, texts: Texts): Edition {
  return editionOf({ danish, texts, reviews: { texts: {} } }, [], nodeHasher);
}

/** What an export writes of an edition; `words` stand in place of those that left the home. */
export function exportedTexts(edition: Edition, words: Texts = {}): readonly ExportedText[] {
  return [...edition.values()].map((entry) => ({
    ...{ key: entry.key, danish: entry.danish, status: entry.status, place: 'Somewhere' },
    text: Object.hasOwn(words, entry.key) ? (words[entry.key] ?? null) : entry.text,
    fingerprint: fingerprintOf(entry, nodeHasher),
  }));
}

/** Takes what a file brought back. */
export function take(edition: Edition, { texts, tag }: ReturnedFile): Taking {
  return takeReturned(edition, texts, { by: null, atMs: 0, tag, hasher: nodeHasher });
}

/** Lets texts leave for a translator and come back with other words. */
export function sendAround(
  edition: Edition,
  words: Texts,
  { write, read }: FileFormat,
  tag: LanguageTag = 'sv',
): Taking {
  return take(edition, expectOk(read(write(tag, exportedTexts(edition, words)))));
}
