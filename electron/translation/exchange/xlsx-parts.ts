import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../../core/basics/result.ts';
import type { FileProblem } from './translation-file.ts';

/** Programs put a few dozen parts into a workbook. */
const MOST_PARTS = 500;
/** As much as a workbook may say that it unpacks to, in all. */
const MOST_UNPACKED_BYTES = 24 * 1024 * 1024;
/** Parts that hold a program, or something that starts one. */
const RUNS = /(^|\/)(vbaproject\.bin$|macrosheets\/|activex\/|embeddings\/)/i;
const READ = /^\/?xl\/(sharedstrings\.xml|worksheets\/[^/]+\.xml)$/i;
/** How files begin that Office protects by a password, and those of its old form. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

/** The parts of a workbook that have words in them, by their paths in small letters. */
export type XlsxParts = ReadonlyMap<string, Uint8Array>;

/** Breaks off the unpacking at the first part that should not be there. */
class PartRefused extends Error {
  readonly kind: 'tooLarge' | 'macros';
  constructor(kind: 'tooLarge' | 'macros') {
    super(kind);
    this.kind = kind;
  }
}

/**
 * Unpacks what is read of a workbook. No part takes more memory than the list of parts says, and that is looked at before
 * anything is unpacked.
 */
export function unpackXlsx(bytes: Uint8Array): Result<XlsxParts, FileProblem> {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) return fail({ kind: 'encrypted' });
  try {
    refuseHarmful(bytes);
    const unpacked = unzipSync(bytes, { filter: ({ name }) => READ.test(name) });
    return ok(new Map(Object.entries(unpacked).map(([name, part]) => [partName(name), part])));
  } catch (thrown) {
    // The unpacking throws errors of its own, and others where the lists of a damaged file lead nowhere.
    return fail({ kind: thrown instanceof PartRefused ? thrown.kind : 'badZip' });
  }
}

/** Looks at the list of parts alone. */
function refuseHarmful(bytes: Uint8Array): void {
  let parts = 0;
  let unpackedBytes = 0;
  unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      parts += 1;
      unpackedBytes += originalSize;
      if (parts > MOST_PARTS || unpackedBytes > MOST_UNPACKED_BYTES) throw new PartRefused('tooLarge');
      if (RUNS.test(name)) throw new PartRefused('macros');
      return false;
    },
  });
}

function partName(name: string): string {
  return name.toLowerCase().replace(/^\//, '');
}
