import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CentreCard } from '../core/bundle/centre-card.ts';
import type { Result } from '../core/basics/result.ts';
import { fail, ok } from '../core/basics/result.ts';
import { fromUtf8 } from '../core/basics/utf8.ts';
import type { Sha256 } from '../core/basics/hasher.ts';
import { recipientsHash } from '../core/bundle/recipients.ts';
import { attempt } from '../node/file-system.ts';
import type { MinisignPublicKey } from '../node/minisign-keys.ts';
import { nodeHasher } from '../node/sha256.ts';
import { formatPublicKeyLine, parsePublicKeyFile } from '../node/minisign-keys.ts';
import { readSignedCentreCard } from '../node/signed-centre-card.ts';
import { parseIdentityFile } from './age-identity.ts';
import { Passphrases } from './passphrases.ts';
import { isProtected } from './protected-identity.ts';

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
  /** minisign's public key line of the root that signed the card. */
  readonly rootPublicKey: string;
  /** age's identities, one or more. */
  readonly identities: readonly string[];
  /** Files of identities that lie open beside one under a passphrase; none where all of them lie open. */
  readonly openBeside: readonly string[];
  /** The sets of keys that cards of this centre ever named, by their hash. */
  readonly formerRecipients: readonly Sha256[];
}

/** Why a home cannot be used, and at which of its files. */
export interface HomeProblem {
  readonly kind: 'missing' | 'malformed' | 'notSignedByRoot' | 'noPassphrase' | 'wrongPassphrase';
  readonly file: string;
}

/**
 * Reads what opening needs. One identity is enough: the backup is tried out by opening with it alone, and the daily
 * one need not lie where the backup does. No secret key of minisign's is touched.
 *
 * @param passphrases for identities that lie under one
 */
export async function readCentreHome(
  home: string,
  passphrases = new Passphrases(),
): Promise<Result<CentreHome, HomeProblem>> {
  const card = readCard(home);
  if (!card.ok) return card;
  const issued = readIssuedCards(home);
  if (!issued.ok) return issued;
  const formerRecipients = issued.value.map(({ card: { recipients } }) => recipientsHash(recipients, nodeHasher));
  const found = await readIdentities(home, passphrases);
  return found.ok ? ok({ ...card.value, ...found.value, formerRecipients }) : found;
}

async function readIdentities(
  home: string,
  passphrases: Passphrases,
): Promise<Result<Pick<CentreHome, 'identities' | 'openBeside'>, HomeProblem>> {
  const identities: string[] = [];
  const open: string[] = [];
  const files = identityFiles(home).filter((file) => existsSync(join(home, file)));
  for (const file of files) {
    const bytes = attempt(() => new Uint8Array(readFileSync(join(home, file))));
    if (!bytes.ok) return fail({ kind: 'missing', file });
    const isOpen = !isProtected(bytes.value);
    const text = isOpen ? ok(fromUtf8(bytes.value) ?? '') : await passphrases.unlock(file, bytes.value);
    if (!text.ok) return fail({ kind: text.error, file });
    const found = parseIdentityFile(text.value);
    if (found === null) return fail({ kind: 'malformed', file });
    identities.push(...found);
    if (isOpen) open.push(file);
  }
  if (identities.length === 0) return fail({ kind: 'missing', file: HOME_FILES.dailyIdentity });
  return ok({ identities, openBeside: open.length < files.length ? open : [] });
}

/** The identities in use and the former ones: intakes are on their way for as long as they take. */
function identityFiles(home: string): readonly string[] {
  const names = attempt(() => readdirSync(home).filter((name) => /^(daily|backup)-[0-9]+\.identity$/.test(name)));
  return [HOME_FILES.dailyIdentity, HOME_FILES.backupIdentity, ...(names.ok ? names.value.toSorted() : [])];
}

/** A card that this centre has issued, with what it was signed by. */
export interface IssuedCard {
  readonly card: CentreCard;
  readonly rootPublicKey: string;
  readonly bytes: Uint8Array;
  readonly signature: string;
  /** It stands as centre.json. */
  readonly isInUse: boolean;
}

/** Reads every card that was ever issued, the newest first, by whatever root this centre had; the one in use among them. */
export function readIssuedCards(home: string): Result<readonly IssuedCard[], HomeProblem> {
  const root = readRoot(home);
  if (!root.ok) return root;
  const roots = [root.value, ...readOtherRoots(home)];
  const folder = join(home, 'cards');
  const names = attempt(() => readdirSync(folder).filter((name) => name.endsWith('.json')));
  const former = (names.ok ? names.value : []).map((name) => readIssued(join(folder, name), roots));
  const present = readIssued(join(home, HOME_FILES.card), roots);
  const isInUse = ({ version }: CentreCard): boolean => present !== null && present.card.version === version;
  const cards = [present, ...former].filter((one) => one !== null);
  const byVersion = new Map(cards.map((one) => [one.card.version, { ...one, isInUse: isInUse(one.card) }]));
  return ok([...byVersion.values()].sort((a, b) => b.card.version - a.card.version));
}

function readIssued(path: string, roots: readonly MinisignPublicKey[]): Omit<IssuedCard, 'isInUse'> | null {
  const files = attempt(() => ({ bytes: readFileSync(path), signature: readFileSync(`${path}.minisig`, 'utf8') }));
  if (!files.ok) return null;
  for (const root of roots) {
    const card = readSignedCentreCard(root, files.value.bytes, files.value.signature);
    if (card.ok) return { card: card.value, rootPublicKey: formatPublicKeyLine(root), ...files.value };
  }
  return null;
}

/** The roots before a new one, and one that is about to be put in use. */
function readOtherRoots(home: string): readonly MinisignPublicKey[] {
  const names = attempt(() => readdirSync(home).filter((name) => /^root-[0-9]+\.pub$/.test(name)));
  return (names.ok ? names.value : []).flatMap((name) => {
    const text = attempt(() => readFileSync(join(home, name), 'utf8'));
    const root = text.ok ? parsePublicKeyFile(text.value) : null;
    return root === null ? [] : [root];
  });
}

function readRoot(home: string): Result<MinisignPublicKey, HomeProblem> {
  const text = attempt(() => readFileSync(join(home, HOME_FILES.rootPublic), 'utf8'));
  if (!text.ok) return fail({ kind: 'missing', file: HOME_FILES.rootPublic });
  const root = parsePublicKeyFile(text.value);
  return root === null ? fail({ kind: 'malformed', file: HOME_FILES.rootPublic }) : ok(root);
}

/** Reads centre.json, which counts only with the signature of the root key beside it. */
export function readCentreCard(home: string): Result<CentreCard, HomeProblem> {
  const read = readCard(home);
  return read.ok ? ok(read.value.card) : read;
}

function readCard(home: string): Result<Pick<CentreHome, 'card' | 'rootPublicKey'>, HomeProblem> {
  for (const file of [HOME_FILES.rootPublic, HOME_FILES.card, HOME_FILES.cardSignature]) {
    if (!attempt(() => readFileSync(join(home, file))).ok) return fail({ kind: 'missing', file });
  }
  const root = parsePublicKeyFile(readFileSync(join(home, HOME_FILES.rootPublic), 'utf8'));
  if (root === null) return fail({ kind: 'malformed', file: HOME_FILES.rootPublic });
  const signature = readFileSync(join(home, HOME_FILES.cardSignature), 'utf8');
  const card = readSignedCentreCard(root, readFileSync(join(home, HOME_FILES.card)), signature);
  if (card.ok) return ok({ card: card.value, rootPublicKey: formatPublicKeyLine(root) });
  const isShape =
    card.error.kind === 'notJson' || card.error.kind === 'otherFormat' || card.error.kind === 'otherShape';
  return fail({ kind: isShape ? 'malformed' : 'notSignedByRoot', file: HOME_FILES.card });
}
