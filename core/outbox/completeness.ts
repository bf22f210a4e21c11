import type { Sha256 } from '../basics/hasher.ts';
import type { LedgerHead } from './ledger-head.ts';
import type { Manifest } from '../bundle/manifest.ts';

/** What the centre holds of one kiosk. */
export interface KioskHistory {
  /** The bundles that came, in any order, each once. */
  readonly bundles: readonly HeldBundle[];
  /** The newest head of its ledger; null when none came yet. */
  readonly head: Pick<LedgerHead, 'lastSealed' | 'withdrawn'> | null;
}

/** A bundle by its number, the SHA-256 of its sealed file, and the one of the file before it. */
export type HeldBundle = Pick<Manifest, 'seq' | 'prevHash'> & { readonly sha256: Sha256 };

/** Whether everything of a kiosk is accounted for. All lists rise. */
export interface Completeness {
  readonly from: number;
  /** The highest number that the kiosk signed for; 0 when there is none. */
  readonly to: number;
  /** Numbers of which there is no bundle and no word that it was taken back; the first `MOST_MISSING` of them. */
  readonly missing: readonly number[];
  /** Numbers under which the kiosk signed for two different files: its past was written anew, or its key is in use twice. */
  readonly forks: readonly number[];
  /** Numbers that people took back. */
  readonly withdrawn: readonly number[];
}

/** A stolen key can sign for any number, and the list of what is missing must not fill the memory. */
export const MOST_MISSING = 100_000;

/**
 * Proves that nothing of a kiosk is missing, or says what is. Every number stands in up to three signed places (its own
 * bundle, the bundle after it, the head), and all of them must name the same file.
 *
 * @param range which numbers to look at; everything when it is left out
 */
export function completenessOf(
  { bundles, head }: KioskHistory,
  range: { readonly from?: number | undefined; readonly to?: number | undefined } = {},
): Completeness {
  const claims = claimsOf(bundles, head);
  const withdrawn = (head?.withdrawn ?? []).map(({ seq }) => seq);
  const accounted = new Set([...bundles.map(({ seq }) => seq), ...withdrawn]);
  const from = range.from ?? 1;
  const to = range.to ?? [...claims.keys()].reduce((highest, seq) => Math.max(highest, seq), 0);
  const isAsked = (seq: number): boolean => seq >= from && seq <= to;
  const missing: number[] = [];
  for (let seq = from; seq <= to && missing.length < MOST_MISSING; seq += 1) {
    if (!accounted.has(seq)) missing.push(seq);
  }
  const forks = [...claims].flatMap(([seq, files]) => (files.size > 1 && isAsked(seq) ? [seq] : []));
  return { from, to, missing, forks: rising(forks), withdrawn: rising(withdrawn.filter(isAsked)) };
}

/** Which files the kiosk signed for under each number. */
function claimsOf(
  bundles: readonly HeldBundle[],
  head: KioskHistory['head'],
): ReadonlyMap<number, ReadonlySet<Sha256>> {
  const claims = new Map<number, Set<Sha256>>();
  const claim = (seq: number, sha256: Sha256): void => {
    const files = claims.get(seq);
    if (files === undefined) claims.set(seq, new Set([sha256]));
    else files.add(sha256);
  };
  for (const { seq, sha256, prevHash } of bundles) {
    claim(seq, sha256);
    if (prevHash !== null) claim(seq - 1, prevHash);
  }
  const told = head === null ? [] : [...head.withdrawn, head.lastSealed];
  for (const one of told) if (one !== null) claim(one.seq, one.sha256);
  return claims;
}

function rising(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((one, other) => one - other);
}
