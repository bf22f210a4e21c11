import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/basics/clock.ts';
import type { Random } from '../core/basics/random.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { toUtf8 } from '../core/basics/utf8.ts';
import type { CentreSite, CentreCard } from '../core/bundle/centre-card.ts';
import { CENTRE_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import { formatJson } from '../core/bundle/versioned-json.ts';
import { createDurably } from '../node/durable-file.ts';
import { attempt } from '../node/file-system.ts';
import type { FileError } from '../node/file-system.ts';
import {
  formatPublicKeyFile,
  formatPublicKeyLine,
  formatSecretKeyFile,
  minisignPublicKeyOf,
  newMinisignKey,
} from '../node/minisign-keys.ts';
import type { MinisignSecretKey } from '../node/minisign-keys.ts';
import { minisignSign } from '../node/minisign-signature.ts';
import { formatIdentity, newAgeIdentity } from './age-identity.ts';
import type { AgeIdentity, AgeKeyKind } from './age-identity.ts';
import { HOME_FILES } from './centre-home.ts';

/** What a new centre is made from. */
export interface NewCentre {
  readonly home: string;
  readonly name: string;
  readonly site: CentreSite;
  /** X25519 when nothing else is said: it must be possible to open a bundle by hand on any Debian. */
  readonly keyKind?: AgeKeyKind;
  /** Under which the daily identity lies; null leaves it open, which only a demo may do. */
  readonly passphrase: string | null;
  readonly random: Random;
  readonly clock: Clock;
}

/** Why no centre was made; `exists` names a file of a centre that stands there already. */
export type InitProblem =
  | { readonly kind: 'exists'; readonly file: string }
  | { readonly kind: 'cannotWrite'; readonly file: string; readonly error: FileError };

interface CentreKeys {
  readonly daily: AgeIdentity;
  readonly backup: AgeIdentity;
  readonly root: MinisignSecretKey;
  readonly receipt: MinisignSecretKey;
}

/**
 * Makes a new centre in a folder: keys, card and the card's signature, all durable when this returns. Overwrites
 * nothing: a lost key is a lost intake.
 */
export async function initCentre(centre: NewCentre): Promise<Result<CentreCard, InitProblem>> {
  const standing = Object.values(HOME_FILES).find((file) => existsSync(join(centre.home, file)));
  if (standing !== undefined) return fail({ kind: 'exists', file: standing });
  const keys: CentreKeys = {
    daily: await newAgeIdentity(centre.keyKind ?? 'x25519'),
    backup: await newAgeIdentity(centre.keyKind ?? 'x25519'),
    root: newMinisignKey(centre.random),
    receipt: newMinisignKey(centre.random),
  };
  const now = new Date(centre.clock.nowMs());
  const card = newCard(centre, keys, now);
  const identities = {
    daily: await formatIdentity(keys.daily, now, centre.passphrase),
    backup: await formatIdentity(keys.backup, now, null),
  };
  const written = writeHome(centre.home, homeFiles({ ...keys, ...identities }, card));
  return written.ok ? ok(card) : written;
}

function newCard({ name, site }: NewCentre, keys: CentreKeys, now: Date): CentreCard {
  return {
    format: 1,
    centreId: randomUUID(),
    version: 1,
    issuedAt: now.toISOString(),
    name,
    recipients: [keys.daily.recipient, keys.backup.recipient],
    receiptKey: formatPublicKeyLine(minisignPublicKeyOf(keys.receipt)),
    site,
  };
}

/** Lists a home's files in the order in which they are written: the signature last, so that a torn home shows. */
function homeFiles(
  keys: Omit<CentreKeys, 'daily' | 'backup'> & { readonly daily: Uint8Array; readonly backup: Uint8Array },
  card: CentreCard,
): readonly (readonly [string, Uint8Array])[] {
  const cardBytes = formatJson(card);
  return [
    [HOME_FILES.dailyIdentity, keys.daily],
    [HOME_FILES.backupIdentity, keys.backup],
    [HOME_FILES.rootSecret, toUtf8(formatSecretKeyFile(keys.root))],
    [HOME_FILES.rootPublic, toUtf8(formatPublicKeyFile(minisignPublicKeyOf(keys.root)))],
    [HOME_FILES.receiptSecret, toUtf8(formatSecretKeyFile(keys.receipt))],
    [HOME_FILES.receiptPublic, toUtf8(formatPublicKeyFile(minisignPublicKeyOf(keys.receipt)))],
    [HOME_FILES.card, cardBytes],
    [HOME_FILES.cardSignature, toUtf8(minisignSign(keys.root, cardBytes, CENTRE_TRUSTED_COMMENT))],
  ];
}

function writeHome(home: string, files: readonly (readonly [string, Uint8Array])[]): Result<null, InitProblem> {
  const made = attempt(() => mkdirSync(home, { recursive: true, mode: 0o700 }));
  if (!made.ok) return fail({ kind: 'cannotWrite', file: '.', error: made.error });
  for (const [file, bytes] of files) {
    const written = createDurably(join(home, file), bytes);
    if (!written.ok) return fail({ kind: 'cannotWrite', file, error: written.error });
  }
  return ok(null);
}
