import { wordlist } from '@scure/bip39/wordlists/english.js';
import { toUtf8 } from '../core/basics/utf8.ts';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import type { KioskCard } from '../core/bundle/kiosk-card.ts';
import { nodeHasher } from './sha256.ts';

const WORDS = 8;
const BITS_PER_WORD = 11;

/**
 * The eight words by which people compare a centre over the telephone: the first 88 bits of a SHA-256 over its root key
 * and its id, in words of the English list of BIP-39.
 *
 * @param rootPublicKey minisign's public key line
 * Source: docs/enrolment.md, "The eight words"
 */
export function centreWords(rootPublicKey: string, { centreId }: Pick<CentreCard, 'centreId'>): string {
  return eightWords(`matu centre words v1\n${rootPublicKey}\n${centreId}\n`);
}

/** What the words of a kiosk stand for. */
type KioskWordsOf = Pick<KioskCard, 'publicKey' | 'kioskId' | 'centreId'>;

/** The eight words of a kiosk, over its key, its id and its centre's. */
export function kioskWords({ publicKey, kioskId, centreId }: KioskWordsOf): string {
  return eightWords(`matu kiosk words v1\n${publicKey}\n${kioskId}\n${centreId}\n`);
}

/** Tells whether somebody typed these words, however they were spaced or capitalised. */
export function areWords(typed: string, words: string): boolean {
  return (
    typed
      .trim()
      .toLowerCase()
      .split(/[\s,]+/)
      .join(' ') === words
  );
}

function eightWords(text: string): string {
  const bits = BigInt(`0x${nodeHasher.sha256(toUtf8(text)).slice(0, (WORDS * BITS_PER_WORD) / 4)}`);
  return Array.from({ length: WORDS }, (_, index) => {
    const shift = BigInt((WORDS - 1 - index) * BITS_PER_WORD);
    return wordlist[Number((bits >> shift) & 2047n)] ?? '';
  }).join(' ');
}
