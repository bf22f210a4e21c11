import { randomUUID } from 'node:crypto';
import type { Clock } from '../../core/basics/clock.ts';
import { CANARY_TRUSTED_COMMENT } from '../../core/bundle/trusted-comment.ts';
import { canaryContents } from '../../core/bundle/canary.ts';
import type { CentreCard } from '../../core/bundle/centre-card.ts';
import { composeBundle } from '../../core/bundle/compose.ts';
import { recipientsHash } from '../../core/bundle/recipients.ts';
import { sealBundle } from '../../core/bundle/seal.ts';
import type { MinisignSecretKey } from '../../node/minisign-keys.ts';
import { minisignSign } from '../../node/minisign-signature.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { writeTar } from '../../node/tar.ts';

/** Who makes a canary, and for whom. */
export interface CanaryMaker {
  readonly kioskId: string;
  readonly signingKey: MinisignSecretKey;
  readonly card: CentreCard;
  readonly clock: Clock;
  readonly bootCounter: number;
  readonly appVersion: string;
}

/** Composes, signs and seals a canary by the very code that intakes go through. */
export async function makeCanary(maker: CanaryMaker): Promise<Uint8Array> {
  const { kioskId, signingKey, card, clock, bootCounter, appVersion } = maker;
  const contents = canaryContents({
    ...{ kioskId, centreId: card.centreId, canaryId: randomUUID(), bootCounter, appVersion },
    recipientsHash: recipientsHash(card.recipients, nodeHasher),
    createdAt: new Date(clock.nowMs()).toISOString(),
    timeZone: card.site.timeZone,
    language: card.site.language,
  });
  const sign = (message: Uint8Array): string => minisignSign(signingKey, message, CANARY_TRUSTED_COMMENT);
  const archive = composeBundle(contents, { hasher: nodeHasher, sign, writeTar });
  if (!archive.ok) throw new Error('A canary is small');
  return sealBundle(archive.value, card.recipients);
}
