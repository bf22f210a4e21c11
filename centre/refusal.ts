/** Why a bundle was refused. The kinds are what `--json` prints; the sentences are for the operator. */
export const REFUSALS = {
  unreadable: 'The file cannot be read.',
  tooLarge: 'The file is larger than any bundle, so it was not looked at.',
  sealedToOthers: 'The bundle is sealed to other keys than the ones of this centre.',
  damaged: 'The seal is damaged: bytes were changed, lost or added, or it is no sealed bundle.',
  badArchive: 'The archive inside does not hold exactly the files of a bundle in their one form.',
  otherSigner: 'The bundle was signed by another key than the one of this kiosk.',
  badSignature: 'The signature does not fit what was signed.',
  otherPurpose: 'The signature was made for another purpose or another version.',
  badSums: 'A file does not have the SHA-256 that was signed.',
  otherFormat: 'The manifest has another format version: a newer program may be needed.',
  badManifest: 'The manifest does not have the form it must have.',
  otherKiosk: 'The manifest names another kiosk.',
  otherCentre: 'The bundle, or the kiosk itself, belongs to another centre.',
  otherRecipients: 'The kiosk sealed to another set of keys than centre.json names.',
  badIntake: 'intake.json does not have the form it must have.',
  otherIntake: 'Manifest and intake.json name different intakes.',
  badPad: 'The pad holds something.',
  otherContent: 'An intake of this name came before, with another content or in another sealed file.',
  revoked: 'The kiosk was revoked, and this is none of what still counts.',
  badCanary: 'The canary does not hold what a canary holds.',
  withdrawn: 'The person took this intake back before it came; the kiosk signed for that.',
  cannotWrite: 'The folder for opened intakes cannot be written.',
} as const;

/** The kind of a refusal. */
export type Refusal = keyof typeof REFUSALS;
