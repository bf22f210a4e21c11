import type { Sha256 } from '../basics/hasher.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** What stands in the outbox when the kiosk starts. */
export interface OutboxFound {
  /** From the ledger, checked. */
  readonly entries: readonly LedgerEntry[];
  /** The numbers of the sealed files in place. */
  readonly seqs: ReadonlySet<number>;
  /** Those of them that hold other bytes than the ledger promises, as far as a start looks into files. */
  readonly changed: readonly number[];
  readonly temporaries: readonly { readonly name: string; readonly sha256: Sha256 }[];
}

/** What a start does to the outbox. Nothing here loses a byte that was promised. */
export interface OutboxRecovery {
  /** Committed, but not named yet: the temporary gets its name. */
  readonly finish: readonly { readonly seq: number; readonly temporary: string }[];
  /** A second name of a file that is in place. */
  readonly discard: readonly { readonly seq: number; readonly temporary: string }[];
  /** Never promised to anybody: the ledger does not know them. */
  readonly quarantine: readonly string[];
  /** Promised, and neither the file nor a temporary is there: a custody gap, for people to look into. */
  readonly missing: readonly { readonly seq: number; readonly sha256: Sha256 }[];
  /** In place, but unknown to the ledger: the ledger was set back. The file stays, and its number is not used again. */
  readonly unledgered: readonly number[];
  /** In place with other bytes than were promised: a custody gap as well. The file stays as it is. */
  readonly changed: readonly number[];
}

/** Decides how a start finishes what a stop interrupted, at whichever step of a commit that was. */
export function planRecovery({ entries, seqs, changed, temporaries }: OutboxFound): OutboxRecovery {
  const sealed = entries.filter(({ kind }) => kind === 'sealed');
  const ended = new Set(entries.filter(({ kind }) => kind !== 'sealed').map(({ seq }) => seq));
  const absent = sealed.filter(({ seq }) => !ended.has(seq) && !seqs.has(seq));
  // By their bytes; of several that hold the same the first counts.
  const named = new Map(temporaries.toReversed().map(({ name, sha256 }) => [sha256, name]));
  const inPlace = new Map(sealed.filter(({ seq }) => seqs.has(seq)).map(({ seq, sha256 }) => [sha256, seq]));
  const finish: { seq: number; temporary: string }[] = [];
  const missing: { seq: number; sha256: Sha256 }[] = [];
  for (const { seq, sha256 } of absent) {
    const temporary = named.get(sha256);
    if (temporary === undefined) missing.push({ seq, sha256 });
    else finish.push({ seq, temporary });
  }
  const finishing = new Set(finish.map(({ temporary }) => temporary));
  const rest = temporaries.filter(({ name }) => !finishing.has(name));
  const discard = rest.flatMap(({ name, sha256 }) => {
    const seq = inPlace.get(sha256);
    return seq === undefined ? [] : [{ seq, temporary: name }];
  });
  const discarded = new Set(discard.map(({ temporary }) => temporary));
  const known = new Set(sealed.map(({ seq }) => seq));
  return {
    finish,
    discard,
    quarantine: rest.filter(({ name }) => !discarded.has(name)).map(({ name }) => name),
    missing,
    unledgered: [...seqs].filter((seq) => !known.has(seq)),
    changed,
  };
}
