import { statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../core/basics/result.ts';
import { ok } from '../../core/basics/result.ts';
import { toUtf8 } from '../../core/basics/utf8.ts';
import { createDurably } from '../../node/durable-file.ts';
import { attempt } from '../../node/file-system.ts';
import { signReceipts } from '../sign-receipt.ts';
import type { ReceiptSigner, SignedReceipt, SignReceiptProblem } from '../sign-receipt.ts';
import type { SignedFor } from './open-batch.ts';
import type { Delivered, Received, RefusedFile } from './receive.ts';

/** The receipts of a run. */
export interface LaidReceipts {
  /** Names of the receipts, in the centre's home. */
  readonly names: readonly string[];
  /** Folders that took none: a stick that is full, or write-protected. */
  readonly notLaid: readonly string[];
}

/**
 * Signs for what a run took, and for what it found here already: a receipt may have been lost. Where one number has two
 * files nobody is signed for, before somebody has looked. What a kiosk signed for and the centre refused is named, so that
 * the house asks. The receipts are laid into each folder that the bundles came from.
 */
export function layReceipts(
  signer: ReceiptSigner,
  { paths, outcome }: { readonly paths: readonly string[]; readonly outcome: Received },
): Result<LaidReceipts, SignReceiptProblem> {
  const names: string[] = [];
  const notLaid = new Set<string>();
  for (const { kiosk, forks } of outcome.kiosks) {
    const delivered = [...outcome.received, ...outcome.again].filter(({ record }) => record.manifest.kioskId === kiosk);
    const refused = outcome.refused.filter(({ signed: found }) => found?.kioskId === kiosk);
    if (delivered.length === 0 && refused.length === 0) continue;
    const facts = { received: pairsOf(delivered, new Set(forks)), refused: refused.flatMap(refusalOf) };
    const signed = signReceipts(signer, { kioskId: kiosk, ...facts });
    if (!signed.ok) return signed;
    names.push(...signed.value.map(({ name }) => name));
    for (const folder of foldersOf([...delivered, ...refused], paths))
      if (!lay(folder, signed.value)) notLaid.add(folder);
  }
  return ok({ names, notLaid: [...notLaid] });
}

function pairsOf(delivered: readonly Delivered[], forks: ReadonlySet<number>) {
  return delivered
    .map(({ record: { sha256, manifest } }) => ({ seq: manifest.seq, sha256 }))
    .filter(({ seq }) => !forks.has(seq));
}

function refusalOf({ signed, reason }: RefusedFile): readonly (Omit<SignedFor, 'kioskId'> & { reason: string })[] {
  return signed === null ? [] : [{ seq: signed.seq, sha256: signed.sha256, reason }];
}

/** The folders that were named and that something of this kiosk lay in. */
function foldersOf(delivered: readonly Pick<Delivered, 'file'>[], paths: readonly string[]): readonly string[] {
  const holding = new Set(delivered.map(({ file }) => resolve(dirname(file))));
  return paths.filter((path) => holding.has(resolve(path)) && isFolder(path));
}

/** Lays receipts into a folder; the signature goes first: a kiosk that sees a receipt finds it signed. */
export function lay(folder: string, receipts: readonly SignedReceipt[]): boolean {
  return receipts.every(
    ({ name, bytes, signature }) =>
      createDurably(join(folder, `${name}.minisig`), toUtf8(signature)).ok &&
      createDurably(join(folder, name), bytes).ok,
  );
}

function isFolder(path: string): boolean {
  const found = attempt(() => statSync(path).isDirectory());
  return found.ok && found.value;
}
