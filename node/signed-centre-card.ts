import { parseCentreCard } from '../core/bundle/centre-card.ts';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import { CENTRE_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import type { JsonProblem } from '../core/bundle/versioned-json.ts';
import type { Result } from '../core/basics/result.ts';
import type { MinisignPublicKey } from './minisign-keys.ts';
import { minisignVerify } from './minisign-signature.ts';
import type { SignatureProblem } from './minisign-signature.ts';

/**
 * Takes a centre's card only with its signature.
 *
 * @param root the centre's root key, as pinned at enrolment
 * @param card the bytes of centre.json
 * @param signature the text of centre.json.minisig
 */
export function readSignedCentreCard(
  root: MinisignPublicKey,
  card: Uint8Array,
  signature: string,
): Result<CentreCard, SignatureProblem | JsonProblem> {
  const verified = minisignVerify(root, { message: card, signature, trustedComment: CENTRE_TRUSTED_COMMENT });
  return verified.ok ? parseCentreCard(card) : verified;
}
