import { generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A secret key of age and the recipient that belongs to it. */
export interface AgeIdentity {
  readonly identity: string;
  readonly recipient: string;
}

const IDENTITY = /^AGE-SECRET-KEY-(PQ-)?1[02-9AC-HJ-NP-Z]+$/;

/**
 * Makes a new identity. X25519, because Debian 12's `age` reads no post-quantum hybrids, and a bundle must open
 * without this program.
 */
export async function newAgeIdentity(): Promise<AgeIdentity> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Writes an identity as `age-keygen` does. */
export function formatIdentityFile({ identity, recipient }: AgeIdentity, createdAt: Date): string {
  const created = createdAt.toISOString().replace(/\.[0-9]+Z$/, 'Z');
  return `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
}

/** Reads the identities of a file in age's format; null when a line is none, or when there is none at all. */
export function parseIdentityFile(text: string): string[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => IDENTITY.test(line)) ? lines : null;
}
