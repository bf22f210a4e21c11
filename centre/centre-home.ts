import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { attempt } from '../node/file-system.ts';
import { parsePublicKeyFile } from '../node/minisign-keys.ts';
import { readSignedCentreCard } from '../node/signed-centre-card.ts';
import { parseIdentityFile } from './age-identity.ts';

/** The files of a centre's home. */
export const HOME_FILES = {
  dailyIdentity: 'daily.identity',
  backupIdentity: 'backup.identity',
  rootSecret: 'root.key',
  rootPublic: 'root.pub',
  receiptSecret: 'receipt.key',
  receiptPublic: 'receipt.pub',
  card: 'centre.json',
  cardSignature: 'centre.json.minisig',
} as const;

/** What opening bundles needs of a home. */
export interface CentreHome {
  readonly card: CentreCard;
  /** age's identities, one or more. */
  readonly identities: readonly string[];
}

/** Why a home cannot be used, and at which of its files. */
export interface HomeProblem {
  readonly kind: 'missing' | 'malformed' | 'notSignedByRoot';
  readonly file: string;
}

/**
 * Reads what opening needs. One identity is enough: the backup is tried out by opening with it alone, and the daily
 * one need not lie where the backup does. No secret key of minisign's is touched.
 */
export function readCentreHome(home: string): Result<CentreHome, HomeProblem> {
  const card = readCentreCard(home);
  if (!card.ok) return card;
  const identities: string[] = [];
  for (const file of [HOME_FILES.dailyIdentity, HOME_FILES.backupIdentity]) {
    const read = attempt(() => readFileSync(join(home, file), 'utf8'));
    if (!read.ok && read.error.kind === 'missing') continue;
    if (!read.ok) return fail({ kind: 'missing', file });
    const found = parseIdentityFile(read.value);
    if (found === null) return fail({ kind: 'malformed', file });
    identities.push(...found);
  }
  if (identities.length === 0) return fail({ kind: 'missing', file: HOME_FILES.dailyIdentity });
  return ok({ card: card.value, identities });
}

/** Reads centre.json, which counts only with the signature of the root key beside it. */
export function readCentreCard(home: string): Result<CentreCard, HomeProblem> {
  for (const file of [HOME_FILES.rootPublic, HOME_FILES.card, HOME_FILES.cardSignature]) {
    if (!attempt(() => readFileSync(join(home, file))).ok) return fail({ kind: 'missing', file });
  }
  const root = parsePublicKeyFile(readFileSync(join(home, HOME_FILES.rootPublic), 'utf8'));
  if (root === null) return fail({ kind: 'malformed', file: HOME_FILES.rootPublic });
  const signature = readFileSync(join(home, HOME_FILES.cardSignature), 'utf8');
  const card = readSignedCentreCard(root, readFileSync(join(home, HOME_FILES.card)), signature);
  if (card.ok) return card;
  const isShape =
    card.error.kind === 'notJson' || card.error.kind === 'otherFormat' || card.error.kind === 'otherShape';
  return fail({ kind: isShape ? 'malformed' : 'notSignedByRoot', file: HOME_FILES.card });
}
