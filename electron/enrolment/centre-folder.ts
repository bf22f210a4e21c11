import { join } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { fail, ok } from '../../core/basics/result.ts';
import { fromUtf8 } from '../../core/basics/utf8.ts';
import type { TrustedCard } from '../../core/bundle/card-change.ts';
import type { JsonProblem } from '../../core/bundle/versioned-json.ts';
import { readCapped } from '../../node/capped-file.ts';
import { formatPublicKeyLine, parsePublicKeyFile } from '../../node/minisign-keys.ts';
import type { SignatureProblem } from '../../node/minisign-signature.ts';
import { readSignedCentreCard } from '../../node/signed-centre-card.ts';

/** What a centre hands to a house, and how large each file can be. */
const FILES = { 'root.pub': 1024, 'centre.json': 64 * 1024, 'centre.json.minisig': 1024 } as const;

/** A card with its signature, checked by the root key beside it. The words tell whether that is the centre's. */
export interface OfferedCard extends TrustedCard {
  readonly signature: string;
}

/** Why a folder holds no card that could be taken, and at which of its files. */
export interface FolderProblem {
  readonly kind: 'unreadable' | 'tooLarge' | (SignatureProblem | JsonProblem)['kind'];
  readonly file: keyof typeof FILES;
}

/** Reads a centre's card from a folder or stick. Nothing is trusted yet, and nothing changed. */
export function readCentreFolder(folder: string): Result<OfferedCard, FolderProblem> {
  const root = readText(folder, 'root.pub');
  if (!root.ok) return root;
  const rootKey = parsePublicKeyFile(root.value);
  if (rootKey === null) return fail({ kind: 'malformed', file: 'root.pub' });
  const text = readText(folder, 'centre.json');
  if (!text.ok) return text;
  const signature = readText(folder, 'centre.json.minisig');
  if (!signature.ok) return signature;
  const card = readSignedCentreCard(rootKey, Buffer.from(text.value, 'utf8'), signature.value);
  if (!card.ok) return fail({ kind: card.error.kind, file: 'centre.json' });
  const rootPublicKey = formatPublicKeyLine(rootKey);
  return ok({ rootPublicKey, card: card.value, text: text.value, signature: signature.value });
}

function readText(folder: string, file: keyof typeof FILES): Result<string, FolderProblem> {
  const bytes = readCapped(join(folder, file), FILES[file]);
  if (!bytes.ok) return fail({ kind: bytes.error.kind === 'tooLarge' ? 'tooLarge' : 'unreadable', file });
  const text = fromUtf8(bytes.value);
  return text === null ? fail({ kind: 'malformed', file }) : ok(text);
}
