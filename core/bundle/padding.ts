/** No archive is smaller than this, so that most intakes have one size. */
export const FLOOR_BYTES = 32 * 1024;

/**
 * Rounds the size of an archive up, so that it tells little about what was answered: to 32 KiB at least, then to the
 * next size of Padmé, which costs at most 12 per cent and leaves log log n sizes.
 *
 * @param sizeBytes below 2^31
 * @returns a multiple of 512, because Padmé leaves the lowest eleven bits zero from 32 KiB on
 * Source: Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019
 */
export function paddedSizeBytes(sizeBytes: number): number {
  return padme(Math.max(sizeBytes, FLOOR_BYTES));
}

function padme(sizeBytes: number): number {
  const exponent = floorLog2(sizeBytes);
  const keptBits = floorLog2(exponent) + 1;
  const step = 2 ** (exponent - keptBits);
  return Math.ceil(sizeBytes / step) * step;
}

function floorLog2(value: number): number {
  return 31 - Math.clz32(value);
}
