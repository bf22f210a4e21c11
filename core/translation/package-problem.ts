/**
 * Why a package was not written or not taken.
 *
 * - noFolder: the house has set no folder for delivering by hand; missing: it, or the file, is not there now
 * - full, exists, notRead, notWritten: the medium, where a file of that name may lie already; notSaved: this home; damaged: a file of this home
 * - nothingApproved: no words to give
 * - tooLarge, notPackage, newerFormat, badSignature, altered: of the file, see `readLanguagePackage`
 * - own, otherKey, older, unknownKey: of who signed it, see `standingOf`
 * - changedMeanwhile: another file lies there by now than the one that was looked at
 */
export const PACKAGE_PROBLEMS = [
  ...['noFolder', 'missing', 'full', 'exists', 'notRead', 'notWritten', 'notSaved', 'damaged', 'nothingApproved'],
  ...['tooLarge', 'notPackage', 'newerFormat', 'badSignature', 'altered'],
  ...['own', 'otherKey', 'older', 'unknownKey', 'changedMeanwhile'],
] as const;
export type PackageProblemWord = (typeof PACKAGE_PROBLEMS)[number];
