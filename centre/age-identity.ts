import { generateHybridIdentity, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { toUtf8 } from '../core/basics/utf8.ts';
import { protectIdentityFile } from './protected-identity.ts';

/** A secret key of age and the recipient that belongs to it. */
export interface AgeIdentity {
  readonly identity: string;
  readonly recipient: string;
}

const IDENTITY = /^AGE-SECRET-KEY-(PQ-)?1[02-9AC-HJ-NP-Z]+$/;

/**
 * The kinds of keys that a centre can have, all of its keys the same.
 *
 * - x25519: what every `age` opens, Debian 12's too
 * - hybrid: X25519 with ML-KEM-768, for what is recorded today and broken later; opened by hand by age 1.3 or newer
 */
export type AgeKeyKind = 'x25519' | 'hybrid';

/** Makes a new identity. */
export async function newAgeIdentity(kind: AgeKeyKind): Promise<AgeIdentity> {
  const identity = await (kind === 'hybrid' ? generateHybridIdentity() : generateX25519Identity());
  return { identity, recipient: await identityToRecipient(identity) };
}

function formatIdentityFile({ identity, recipient }: AgeIdentity, createdAt: Date): string {
  const created = createdAt.toISOString().replace(/\.[0-9]+Z$/, 'Z');
  return `# created: ${created}\n# public key: ${recipient}\n${identity}\n`;
}

/** Writes an identity as `age-keygen` does: under a passphrase, or open where that is null. */
export async function formatIdentity(
  identity: AgeIdentity,
  createdAt: Date,
  passphrase: string | null,
): Promise<Uint8Array> {
  const text = formatIdentityFile(identity, createdAt);
  return passphrase === null ? toUtf8(text) : protectIdentityFile(text, passphrase);
}

/** Reads the identities of a file in age's format; null when a line is none, or when there is none at all. */
export function parseIdentityFile(text: string): string[] | null {
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => IDENTITY.test(line)) ? lines : null;
}
