import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sha256 } from '../../core/basics/hasher.ts';
import { endsKeeping } from '../../core/outbox/ledger-entry.ts';
import type { LedgerEntry } from '../../core/outbox/ledger-entry.ts';
import { attempt } from '../../node/file-system.ts';
import { nodeHasher } from '../../node/sha256.ts';
import { readSmallFile } from '../../node/small-file.ts';
import { sealedNumberIn, sealedPath, sealedSeqs } from '../outbox/outbox-files.ts';
import { MOST_DRAFT_BYTES, outlineOf } from '../store/draft-frames.ts';
import type { HomeLayout } from '../store/home-layout.ts';
import { forksIn } from './ledger-claims.ts';

/** What stands in a home, compared with what its ledger promises. Counts and numbers of intakes only. */
export interface CustodyFound {
  /** Promised, not taken back and not purged, and whole in place. */
  readonly sealed: number;
  /** Promised in the same way, and missing or changed. */
  readonly gaps: readonly number[];
  /** Numbers with two sealed files. */
  readonly forks: readonly number[];
  /** Files in place that the ledger does not know. */
  readonly unledgered: number;
  readonly drafts: number;
  /** Those of them that surely do not open any more. */
  readonly damagedDrafts: number;
  /** Files in quarantine. */
  readonly quarantined: number;
  /** How many of all that were ever sealed have come so far, by the ledger; the others wait for the centre. */
  readonly ended: Readonly<Record<EndKind, number>>;
}

/** What the ledger says of an intake after its sealing. */
type EndKind = Exclude<LedgerEntry['kind'], 'sealed'>;

/** Reads and hashes every sealed file, and looks at every draft from outside. Changes nothing. */
export function checkCustody(layout: HomeLayout, entries: readonly LedgerEntry[]): CustodyFound {
  const promised = promisedIn(entries);
  const gaps = [...promised].filter(([seq, sha256]) => hashOf(sealedPath(layout.outbox, seq)) !== sha256);
  const gapSeqs = gaps.map(([seq]) => seq);
  const known = new Set(entries.filter(({ kind }) => kind === 'sealed').map(({ seq }) => seq));
  const inPlace = sealedSeqs(layout.outbox);
  const drafts = namesIn(layout.drafts).filter((name) => name.endsWith('.draft'));
  const damaged = drafts.filter((name) => isDamaged(join(layout.drafts, name)));
  return {
    sealed: promised.size - gaps.length,
    gaps: inOrder(gapSeqs),
    forks: inOrder([...forksIn(entries), ...doubled(layout, { gaps, inPlace })]),
    unledgered: [...inPlace].filter((seq) => !known.has(seq)).length,
    drafts: drafts.length,
    damagedDrafts: damaged.length,
    quarantined: namesIn(layout.quarantine).length,
    ended: endsIn(entries),
  };
}

function endsIn(entries: readonly LedgerEntry[]): CustodyFound['ended'] {
  const last = new Map(entries.flatMap(({ kind, seq }) => (kind === 'sealed' ? [] : [[seq, kind] as const])));
  const ended = { receipted: 0, purged: 0, withdrawn: 0, withdrawalRequested: 0 };
  for (const kind of last.values()) ended[kind] += 1;
  return ended;
}

/** The sealed files that must be there: nobody took them back, and they were not purged after a receipt. */
function promisedIn(entries: readonly LedgerEntry[]): ReadonlyMap<number, Sha256> {
  const promised = new Map<number, Sha256>();
  for (const entry of entries) {
    if (entry.kind === 'sealed') promised.set(entry.seq, entry.sha256);
    if (endsKeeping(entry)) promised.delete(entry.seq);
  }
  return promised;
}

/** Of the gaps, those whose promised file was set aside while another one stands under its number. */
function doubled(
  { quarantine }: HomeLayout,
  { gaps, inPlace }: { readonly gaps: readonly (readonly [number, Sha256])[]; readonly inPlace: ReadonlySet<number> },
): readonly number[] {
  const differing = new Map(gaps.filter(([seq]) => inPlace.has(seq)));
  if (differing.size === 0) return [];
  return namesIn(quarantine).flatMap((name) => {
    const seq = sealedNumberIn(name);
    const sha256 = seq === null ? undefined : differing.get(seq);
    return seq !== null && sha256 !== undefined && hashOf(join(quarantine, name)) === sha256 ? [seq] : [];
  });
}

function isDamaged(path: string): boolean {
  const file = readSmallFile(path, MOST_DRAFT_BYTES);
  return !file.ok || file.value === null || outlineOf(file.value) === 'damaged';
}

function hashOf(path: string): Sha256 | null {
  const file = attempt(() => readFileSync(path));
  return file.ok ? nodeHasher.sha256(file.value) : null;
}

function namesIn(folder: string): readonly string[] {
  const names = attempt(() => readdirSync(folder));
  return names.ok ? names.value : [];
}

function inOrder(seqs: readonly number[]): readonly number[] {
  return [...new Set(seqs)].toSorted((a, b) => a - b);
}
