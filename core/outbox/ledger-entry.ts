import { z } from 'zod';
import { parseJson } from '../basics/parse-json.ts';
import { toUtf8 } from '../basics/utf8.ts';
import { sha256Field, utcField, uuidField } from '../bundle/fields.ts';

const commonFields = {
  kioskId: uuidField,
  /** Counts the ledger's lines from 1. */
  line: z.int().min(1),
  /** Which intake; counts the kiosk's sealed intakes from 1. */
  seq: z.int().min(1),
  /** Of the sealed file. */
  sha256: sha256Field,
  at: utcField,
  /** SHA-256 of the line before, without its line end; null in the first line. */
  previous: sha256Field.nullable(),
};

/**
 * What happened to an intake: sealed once, then perhaps withdrawn, or receipted and later purged. After the receipt a
 * person can ask the centre to forget it.
 */
const ledgerEntrySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('sealed'),
    ...commonFields,
    intakeId: uuidField,
    /** As in the manifest; absent where nobody has a code that takes the intake back. */
    withdrawTag: sha256Field.optional(),
  }),
  z.strictObject({
    kind: z.enum(['withdrawn', 'withdrawalRequested']),
    ...commonFields,
    /** What the tag was made of, in hexadecimal: only the person's code comes to it. */
    preimage: sha256Field,
  }),
  z.strictObject({ kind: z.enum(['receipted', 'purged']), ...commonFields }),
]);

export type LedgerEntry = Readonly<z.infer<typeof ledgerEntrySchema>>;

/** A person's wish to take an intake back, with the proof that it was theirs to say. */
export type TakenBackEntry = Extract<LedgerEntry, { preimage: unknown }>;

/** Tells whether an entry says that a person took an intake back, before the receipt or after it. */
export function isTakenBack(entry: LedgerEntry): entry is TakenBackEntry {
  return entry.kind === 'withdrawn' || entry.kind === 'withdrawalRequested';
}

/** One line of the ledger, taken apart. `signature` is the kiosk's Ed25519 signature as 128 hexadecimal characters. */
export interface LedgerLine {
  readonly entry: LedgerEntry;
  readonly signature: string;
}

const lineSchema = z.looseObject({ signature: z.string().regex(/^[0-9a-f]{128}$/) });

/** Returns the bytes that the kiosk signs for an entry: its purpose and version, then the entry's JSON. */
export function ledgerMessage(entry: LedgerEntry): Uint8Array {
  return toUtf8(`matu ledger v1\n${JSON.stringify(inOrder(entry))}`);
}

/** Tells whether after such an entry nobody keeps the sealed file any more. */
export function endsKeeping({ kind }: Pick<LedgerEntry, 'kind'>): boolean {
  return kind === 'withdrawn' || kind === 'purged' || kind === 'withdrawalRequested';
}

/** Writes a line, without its line end. There is one way to write an entry, so that its hash is known. */
export function formatLedgerLine({ entry, signature }: LedgerLine): string {
  return JSON.stringify({ ...inOrder(entry), signature });
}

/** Reads a line exactly as `formatLedgerLine` writes it; null when a single character differs. */
export function parseLedgerLine(text: string): LedgerLine | null {
  const line = lineSchema.safeParse(parseJson(text));
  if (!line.success) return null;
  const { signature, ...fields } = line.data;
  const entry = ledgerEntrySchema.safeParse(fields);
  if (!entry.success) return null;
  const parsed = { entry: entry.data, signature };
  return formatLedgerLine(parsed) === text ? parsed : null;
}

function inOrder(entry: LedgerEntry): object {
  const { kind, kioskId, line, seq, sha256, at, previous } = entry;
  const common = { kind, kioskId, line, seq, sha256, at, previous };
  if (isTakenBack(entry)) return { ...common, preimage: entry.preimage };
  if (entry.kind !== 'sealed') return common;
  const { intakeId, withdrawTag } = entry;
  return { ...common, intakeId, ...(withdrawTag === undefined ? {} : { withdrawTag }) };
}
