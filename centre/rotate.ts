import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../core/basics/clock.ts';
import type { Random } from '../core/basics/random.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { toUtf8 } from '../core/basics/utf8.ts';
import type { CentreCard, CentreSite } from '../core/bundle/centre-card.ts';
import { CENTRE_TRUSTED_COMMENT } from '../core/bundle/trusted-comment.ts';
import { formatJson } from '../core/bundle/versioned-json.ts';
import { replaceDurably } from '../node/durable-file.ts';
import { attempt } from '../node/file-system.ts';
import {
  formatPublicKeyFile,
  formatPublicKeyLine,
  formatSecretKeyFile,
  minisignPublicKeyOf,
  newMinisignKey,
  parsePublicKeyLine,
  parseSecretKeyFile,
} from '../node/minisign-keys.ts';
import type { MinisignSecretKey } from '../node/minisign-keys.ts';
import { minisignSign } from '../node/minisign-signature.ts';
import { formatIdentity, newAgeIdentity } from './age-identity.ts';
import { HOME_FILES, readIssuedCards } from './centre-home.ts';
import type { IssuedCard } from './centre-home.ts';

/** What is to change. */
export interface Rotation {
  readonly home: string;
  /** New daily and backup identities; the former ones stay, because intakes on their way are sealed to them. */
  readonly identities: boolean;
  readonly receiptKey: boolean;
  /** A new root key, for one that was lost or stolen; every kiosk compares the eight words anew. */
  readonly rootKey: boolean;
  /** Under which a new daily identity lies; null leaves it open, which only a demo may do. */
  readonly passphrase: string | null;
  /** Null: as before. */
  readonly site: CentreSite | null;
  readonly random: Random;
  readonly clock: Clock;
}

/** Why no new card was issued. `otherRoot`: root.key is not the one that signed the card. */
export type RotateProblem = {
  readonly kind: 'noCard' | 'noRootKey' | 'otherRoot' | 'cannotWrite';
  readonly file: string;
};

/**
 * Issues a new card, signed by root.key or by a new one. The card is written down under `HOME/cards/` before anything that is in use
 * changes; what a stop interrupted after that is finished by the next call, which issues nothing else then.
 */
export async function rotateCentre(rotation: Rotation): Promise<Result<IssuedCard, RotateProblem>> {
  const { home } = rotation;
  const issued = readIssuedCards(home);
  if (!issued.ok) return fail({ kind: 'noCard', file: issued.error.file });
  const newest = issued.value[0];
  if (newest === undefined) return fail({ kind: 'noCard', file: HOME_FILES.card });
  if (!newest.isInUse) return publish(home, newest);
  forgetUnusedRootKeys(home);
  const root = rotation.rootKey ? nextRootKey(rotation, newest) : readRootKey(home, newest.rootPublicKey);
  if (!root.ok) return root;
  const kept = keepCard(home, newest);
  if (!kept.ok) return kept;
  const next = await nextCard(rotation, newest.card);
  if (!next.ok) return next;
  const bytes = formatJson(next.value);
  const signature = minisignSign(root.value, bytes, CENTRE_TRUSTED_COMMENT);
  const rootPublicKey = formatPublicKeyLine(minisignPublicKeyOf(root.value));
  const made: IssuedCard = { card: next.value, rootPublicKey, bytes, signature, isInUse: false };
  const written = keepCard(home, made);
  return written.ok ? publish(home, made) : written;
}

/** Reads root.key, which must be the key that signed the card in use. */
export function readRootKey(home: string, rootPublicKey: string): Result<MinisignSecretKey, RotateProblem> {
  const key = readSecretKey(home, HOME_FILES.rootSecret);
  if (key === null) return fail({ kind: 'noRootKey', file: HOME_FILES.rootSecret });
  const isTheOne = formatPublicKeyLine(minisignPublicKeyOf(key)) === rootPublicKey;
  return isTheOne ? ok(key) : fail({ kind: 'otherRoot', file: HOME_FILES.rootSecret });
}

/** Makes a new root key. The public one of the former root is kept: it signed the cards before. */
function nextRootKey({ home, random }: Rotation, newest: IssuedCard): Result<MinisignSecretKey, RotateProblem> {
  const former = parsePublicKeyLine(newest.rootPublicKey);
  if (former === null) return fail({ kind: 'noCard', file: HOME_FILES.rootPublic });
  const key = newMinisignKey(random);
  const version = newest.card.version + 1;
  const files = [
    [`root-${newest.card.version}.pub`, formatPublicKeyFile(former)],
    [`root-${version}.pub`, formatPublicKeyFile(minisignPublicKeyOf(key))],
    [rootKeyFile(version), formatSecretKeyFile(key)],
  ] as const;
  for (const [file, text] of files) {
    const written = replace(home, file, toUtf8(text));
    if (!written.ok) return written;
  }
  return ok(key);
}

/** Takes away what root keys left of an attempt that was given up, and the copy of one that is in its place. */
function forgetUnusedRootKeys(home: string): void {
  const names = attempt(() => readdirSync(home).filter((name) => /^root-[0-9]+\.key$/.test(name)));
  for (const name of names.ok ? names.value : []) attempt(() => rmSync(join(home, name), { force: true }));
}

/** Makes what the new card names. A new key is durable before any card names it. */
async function nextCard(rotation: Rotation, card: CentreCard): Promise<Result<CentreCard, RotateProblem>> {
  const { home, clock, site, random } = rotation;
  const version = card.version + 1;
  const now = new Date(clock.nowMs());
  const changed = { ...card, version, issuedAt: now.toISOString(), site: site ?? card.site };
  const recipients: string[] = [];
  if (rotation.identities) {
    const kind = card.recipients[0]?.startsWith('age1pq1') === true ? 'hybrid' : 'x25519';
    for (const name of ['daily', 'backup']) {
      const identity = await newAgeIdentity(kind);
      const passphrase = name === 'daily' ? rotation.passphrase : null;
      const file = await formatIdentity(identity, now, passphrase);
      const written = replace(home, `${name}-${version}.identity`, file);
      if (!written.ok) return written;
      recipients.push(identity.recipient);
    }
  }
  const receipt = rotation.receiptKey ? newMinisignKey(random) : null;
  const kept = receipt === null ? ok(null) : replace(home, receiptFile(version), toUtf8(formatSecretKeyFile(receipt)));
  if (!kept.ok) return kept;
  return ok({
    ...changed,
    recipients: recipients.length > 0 ? recipients : card.recipients,
    receiptKey: receipt === null ? card.receiptKey : formatPublicKeyLine(minisignPublicKeyOf(receipt)),
  });
}

/** Keeps a card for good, its signature last: a card without one was never issued. */
function keepCard(home: string, { card, bytes, signature }: IssuedCard): Result<null, RotateProblem> {
  const folder = join(home, 'cards');
  const name = `centre-${card.version}.json`;
  const made = attempt(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  if (!made.ok) return fail({ kind: 'cannotWrite', file: 'cards' });
  for (const [file, content] of [
    [name, bytes],
    [`${name}.minisig`, toUtf8(signature)],
  ] as const) {
    const standing = attempt(() => readdirSync(folder).includes(`${name}.minisig`));
    if (standing.ok && standing.value) return ok(null);
    const written = replaceDurably(join(folder, file), content);
    if (!written.ok) return fail({ kind: 'cannotWrite', file });
  }
  return ok(null);
}

/** Puts a card that was issued, and its new keys, in the place of those in use. */
function publish(home: string, issued: IssuedCard): Result<IssuedCard, RotateProblem> {
  const { card, bytes, signature, rootPublicKey } = issued;
  const receipt = readSecretKey(home, receiptFile(card.version));
  const files: (readonly [string, Uint8Array])[] = [
    [HOME_FILES.card, bytes],
    [HOME_FILES.cardSignature, toUtf8(signature)],
  ];
  // An unnamed key is of an attempt that was given up.
  if (receipt !== null && formatPublicKeyLine(minisignPublicKeyOf(receipt)) === card.receiptKey) {
    const publicKey = minisignPublicKeyOf(receipt);
    files.unshift([HOME_FILES.receiptSecret, toUtf8(formatSecretKeyFile(receipt))]);
    files.unshift([HOME_FILES.receiptPublic, toUtf8(formatPublicKeyFile(publicKey))]);
  }
  const root = readSecretKey(home, rootKeyFile(card.version));
  if (root !== null && formatPublicKeyLine(minisignPublicKeyOf(root)) === rootPublicKey) {
    files.unshift([HOME_FILES.rootSecret, toUtf8(formatSecretKeyFile(root))]);
    files.unshift([HOME_FILES.rootPublic, toUtf8(formatPublicKeyFile(minisignPublicKeyOf(root)))]);
  }
  for (const [file, content] of files) {
    const written = replace(home, file, content);
    if (!written.ok) return written;
  }
  forgetUnusedRootKeys(home);
  return ok({ ...issued, isInUse: true });
}

function readSecretKey(home: string, file: string): MinisignSecretKey | null {
  const text = attempt(() => readFileSync(join(home, file), 'utf8'));
  return text.ok ? parseSecretKeyFile(text.value) : null;
}

function replace(home: string, file: string, bytes: Uint8Array): Result<null, RotateProblem> {
  return replaceDurably(join(home, file), bytes).ok ? ok(null) : fail({ kind: 'cannotWrite', file });
}

function rootKeyFile(version: number): string {
  return `root-${version}.key`;
}

function receiptFile(version: number): string {
  return `receipt-${version}.key`;
}
