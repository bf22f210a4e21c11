import type { CentreCard } from './centre-card.ts';

/**
 * How a card that is offered to a kiosk stands to the one it has. Each was signed by its own root.
 *
 * - first: the kiosk has none; the words are to be compared
 * - newer: signed by the same root
 * - same: to the byte
 * - newRoot: of the same centre under another root; the words are to be compared anew
 * - older: a card that was replaced since
 * - twin: the same version with other content: one of the two is not what it says
 * - otherCentre: nothing of another centre is ever taken by a kiosk that has one
 */
export type CardChange = 'first' | 'newer' | 'same' | 'newRoot' | 'older' | 'twin' | 'otherCentre';

/** A card, and what it is trusted by. */
export interface TrustedCard {
  readonly rootPublicKey: string;
  readonly card: CentreCard;
  /** As it was signed. */
  readonly text: string;
}

/** Decides what an offered card is to a kiosk. */
export function cardChangeOf(known: TrustedCard | null, offered: TrustedCard): CardChange {
  if (known === null) return 'first';
  if (offered.card.centreId !== known.card.centreId) return 'otherCentre';
  if (offered.rootPublicKey !== known.rootPublicKey) return 'newRoot';
  if (offered.card.version !== known.card.version) return offered.card.version > known.card.version ? 'newer' : 'older';
  return offered.text === known.text ? 'same' : 'twin';
}
