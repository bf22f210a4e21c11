import type { Hasher } from '../basics/hasher.ts';
import { toUtf8 } from '../basics/utf8.ts';
import type { BundleFile } from './names.ts';

/** Writes the sums of files as `sha256sum` does: `<64 hex>  <name>` and a line end for each, in the order given. */
export function formatSums(files: readonly BundleFile[], hasher: Hasher): Uint8Array {
  return toUtf8(files.map(({ name, bytes }) => `${hasher.sha256(bytes)}  ${name}\n`).join(''));
}

/**
 * Tells whether a list of sums is exactly the one of these files in this order. The list is written anew and compared
 * rather than parsed: then there is no second way to write it.
 */
export function matchesSums(sums: Uint8Array, files: readonly BundleFile[], hasher: Hasher): boolean {
  const expected = formatSums(files, hasher);
  return sums.length === expected.length && sums.every((byte, index) => byte === expected[index]);
}
