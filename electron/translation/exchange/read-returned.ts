import type { Result } from '../../../core/basics/result.ts';
import { readXlsx } from './read-xlsx.ts';
import type { FileProblem, Format, ReturnedFile } from './translation-file.ts';
import { readXliff } from './xliff-file.ts';

const READERS = { xliff: readXliff, xlsx: readXlsx } as const;

/**
 * Reads what came back from a translator.
 *
 * @param format found from the file itself where it is null
 */
export function readReturned(bytes: Uint8Array, format: Format | null = null): Result<ReturnedFile, FileProblem> {
  return READERS[format ?? formatOf(bytes)](bytes);
}

const LESS_THAN = 0x3c;

/** XML begins with `<`, perhaps behind a byte order mark and spaces; everything else is unpacked, or refused there. */
function formatOf(bytes: Uint8Array): Format {
  const first = bytes.findIndex((byte) => byte > 0x20 && byte < 0x80);
  return bytes[first] === LESS_THAN ? 'xliff' : 'xlsx';
}
