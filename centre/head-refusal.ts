/** Why a head was not taken. The kinds are what `--json` prints; the sentences are for the operator. */
export const HEAD_REFUSALS = {
  unreadable: 'The head or its signature beside it (.minisig) cannot be read.',
  tooLarge: 'The head or its signature is larger than any, so it was not looked at.',
  badSignature: 'The signature does not fit the head.',
  otherSigner: 'The head was signed by another key than the one of this kiosk.',
  otherPurpose: 'The signature was made for another purpose or another version.',
  otherFormat: 'The head has another format: another version of this program is needed.',
  badHead: 'The head does not have the form it must have.',
  otherKiosk: 'The head is of another kiosk.',
  keptHeadDamaged: 'The head that was kept before is damaged; look into the folder heads before anything else.',
  setBack: 'The kiosk says less than it said before: its ledger or its audit log was set back. Go and look at it.',
  forked: 'The kiosk tells another story than before: its ledger or its audit log was written anew. Go and look at it.',
  cannotWrite: 'The head could not be kept.',
} as const;

/** The kind of a head's refusal. */
export type HeadRefusal = keyof typeof HEAD_REFUSALS;
