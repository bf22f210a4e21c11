/** The list of SHA-256 sums in a bundle, and its signature in minisign's format. */
export const SUMS_NAME = 'SHA256SUMS';
export const SIGNATURE_NAME = 'SHA256SUMS.minisig';

/** The files that the list of sums names, in their order. */
export const LISTED_NAMES = ['manifest.json', 'intake.json', 'fhir.json', 'summary.html', 'pad'] as const;

/** All files of a bundle, in their order. Nothing else may stand in one. */
export const BUNDLE_NAMES = [SUMS_NAME, SIGNATURE_NAME, ...LISTED_NAMES] as const;

export type ListedName = (typeof LISTED_NAMES)[number];
export type BundleName = (typeof BUNDLE_NAMES)[number];

export interface BundleFile<Name extends BundleName = BundleName> {
  readonly name: Name;
  readonly bytes: Uint8Array;
}

const MEBIBYTE = 1024 * 1024;

/** The largest sealed bundle that is looked at; a larger one is refused unread, because parsing it costs time. */
export const MAX_BUNDLE_BYTES = 16 * MEBIBYTE;

/** The largest size of each file. Together they stay below `MAX_BUNDLE_BYTES`. */
export const MAX_FILE_BYTES: Readonly<Record<BundleName, number>> = {
  [SUMS_NAME]: 1024,
  [SIGNATURE_NAME]: 1024,
  'manifest.json': 16 * 1024,
  'intake.json': 4 * MEBIBYTE,
  'fhir.json': 4 * MEBIBYTE,
  'summary.html': 4 * MEBIBYTE,
  pad: MEBIBYTE,
};
