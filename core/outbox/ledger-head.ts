import { z } from 'zod';
import { auditCheckpointSchema } from '../audit/checkpoint.ts';
import type { Hasher } from '../basics/hasher.ts';
import type { Result } from '../basics/result.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { sha256Field, utcField, uuidField } from '../bundle/fields.ts';
import { parseVersionedJson } from '../bundle/versioned-json.ts';
import type { JsonProblem } from '../bundle/versioned-json.ts';
import type { LedgerIndex } from './ledger-index.ts';

/** What the signature of a ledger head is for; stands in minisign's trusted comment. */
export const LEDGER_HEAD_TRUSTED_COMMENT = 'matu ledger head v3';

/**
 * How far a kiosk's ledger has come. It goes with every export, also an empty one, so that the centre sees which
 * intakes it should have and which were taken back, and a ledger that was set back.
 */
export const ledgerHeadSchema = z.strictObject({
  format: z.literal(3),
  kioskId: uuidField,
  /** How many lines the ledger has. */
  lines: z.int().min(0),
  /** SHA-256 of the last line without its line end; null for an empty ledger. */
  lastLineHash: sha256Field.nullable(),
  /** The intake sealed last, by its number and the SHA-256 of its sealed file; null before the first. */
  lastSealed: z.strictObject({ seq: z.int().min(1), sha256: sha256Field }).nullable(),
  /**
   * What people took back, so that the centre sees "withdrawn" and not "missing". `preimage` proves it. Where the centre
   * has signed for an intake, this asks it to forget that.
   */
  withdrawn: z.array(z.strictObject({ seq: z.int().min(1), sha256: sha256Field, at: utcField, preimage: sha256Field })),
  audit: auditCheckpointSchema,
  exportedAt: utcField,
});

export type LedgerHead = Readonly<z.infer<typeof ledgerHeadSchema>>;

/** Sums up a ledger for an export, with the checkpoint of the audit log. */
export function ledgerHeadOf(
  index: Pick<LedgerIndex, 'lines' | 'last' | 'takenBack'>,
  { kioskId, lastLineHash, audit, exportedAt }: Pick<LedgerHead, 'kioskId' | 'lastLineHash' | 'audit' | 'exportedAt'>,
): LedgerHead {
  const { lines, last } = index;
  const lastSealed = last === null ? null : { seq: last.seq, sha256: last.sha256 };
  const withdrawn = index.takenBack().map(({ seq, sha256, at, preimage }) => ({ seq, sha256, at, preimage }));
  return { format: 3, kioskId, lines, lastLineHash, lastSealed, withdrawn, audit, exportedAt };
}

/**
 * The file name of a kiosk's head: the same with each export, so that the new head takes the place of the old one and
 * of no other kiosk's, and without the kiosk's id, so that a listing of the folder does not show it.
 */
export function ledgerHeadNameOf(kioskId: string, hasher: Hasher): string {
  return `head-${hasher.sha256(toUtf8(`matu ledger head of ${kioskId}`)).slice(0, 32)}.json`;
}

/** Reads a head of a ledger whose signature was checked. */
export function parseLedgerHead(bytes: Uint8Array): Result<LedgerHead, JsonProblem> {
  return parseVersionedJson(bytes, ledgerHeadSchema);
}
