/**
 * Seals an archive to the centre's recipients as an age file. Nobody at the kiosk can open it again: this is the only
 * place of the kiosk that knows age, and it only encrypts.
 *
 * @param recipients of a card for which `canSealTo` said yes
 * @throws when there is none, or one is not a usable key
 */
export async function sealBundle(archive: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  // age would write a file without recipients, which nobody could ever open.
  if (recipients.length === 0) throw new Error('A bundle is sealed to somebody');
  // Loaded at the first sealing, which is the check behind the first screen: a quarter of all code stands behind it.
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  for (const recipient of recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(archive);
}

/**
 * Tells whether sealing to these recipients works, by trying. Asked when a centre's card is taken on: a person who has
 * just answered must never find out that a key was mistyped.
 */
export async function canSealTo(recipients: readonly string[]): Promise<boolean> {
  try {
    await sealBundle(new Uint8Array(0), recipients);
    return true;
  } catch {
    return false;
  }
}
