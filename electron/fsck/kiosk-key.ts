import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseKioskCard } from '../../core/bundle/kiosk-card.ts';
import { attempt } from '../../node/file-system.ts';
import { minisignPublicKeyOf, parsePublicKeyLine } from '../../node/minisign-keys.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { signingKeyOf } from '../store/enrolment.ts';
import { KIOSK_CARD_FILE } from '../store/home-layout.ts';

/** What a kiosk's signatures are verified by: nothing secret. */
export interface KioskKey {
  readonly kioskId: string;
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array;
}

/**
 * Reads the key of a home's kiosk.json; null where that is missing or damaged. Whoever can write in a home can exchange
 * its card together with the ledger, so the centre's own copy of the card has the last word.
 */
export function keyInCard(home: string): KioskKey | null {
  return keyInCardFile(join(home, KIOSK_CARD_FILE));
}

/** Reads the key of a kiosk.json, wherever it is kept; null where that is missing or damaged. */
export function keyInCardFile(path: string): KioskKey | null {
  const bytes = attempt(() => readFileSync(path));
  const card = bytes.ok ? parseKioskCard(bytes.value) : null;
  if (card?.ok !== true) return null;
  const parsed = parsePublicKeyLine(card.value.publicKey);
  return parsed === null ? null : { kioskId: card.value.kioskId, publicKey: parsed.key };
}

/** Returns the public half of the key with which an enrolled kiosk signs. */
export function keyOfEnrolment(enrolment: Enrolment): KioskKey {
  return { kioskId: enrolment.kioskId, publicKey: minisignPublicKeyOf(signingKeyOf(enrolment)).key };
}

/** Tells whether two keys are one kiosk's. */
export function isSameKey(one: KioskKey, other: KioskKey): boolean {
  return one.kioskId === other.kioskId && Buffer.from(one.publicKey).equals(other.publicKey);
}
