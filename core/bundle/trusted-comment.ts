/**
 * What a signature is for and in which version. Both stand in minisign's trusted comment and are checked to the
 * character, so that a signature made for one purpose never serves another.
 */
export const BUNDLE_TRUSTED_COMMENT = 'matu bundle v1';
export const CENTRE_TRUSTED_COMMENT = 'matu centre v1';
export const CANARY_TRUSTED_COMMENT = 'matu canary v1';
export const RECOVERY_TRUSTED_COMMENT = 'matu recovery v1';
export const LANGUAGE_TRUSTED_COMMENT = 'matu language v1';
