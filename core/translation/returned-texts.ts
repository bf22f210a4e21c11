import type { Hasher } from '../basics/hasher.ts';
import { heldHash, word, type Author, type WordingRules } from './change-edition.ts';
import type { Edition, EditionEntry } from './edition.ts';
import type { Worded } from './edition-events.ts';
import { textHash } from './review.ts';
import { keyFault, shownKey, type KeyFault, type TextFault } from './text-faults.ts';

/** One text as a file brings it back. */
export interface ReturnedText {
  readonly key: string;
  /** What the file has as its words, character by character. */
  readonly text: string;
  /** By which the text left the home; null where the file does not say it any more. */
  readonly fingerprint: Fingerprint | null;
  /** What is wrong with it that only its format knows; null when nothing is. */
  readonly problem: FormatProblem | null;
}

/**
 * Why words cannot be read from a file.
 *
 * - formula: a cell holds a formula instead of words
 * - notText: a cell holds a number, a date or an error, which would come out otherwise than it was typed
 * - markup: there are elements inside the words
 */
export type FormatProblem = 'formula' | 'notText' | 'markup';

/** What a file knows a text by: the hashes of its Danish source and of its words when it was exported. */
export interface Fingerprint {
  readonly source: string;
  readonly target: string;
}

/**
 * Why a text was refused.
 *
 * - twice: its key stands more than once in the file
 * - noFingerprint: the file lost what tells whether the text has changed in the home since
 */
export type RefusedReason = TextFault | KeyFault | FormatProblem | 'twice' | 'noFingerprint';

/** A text that has changed on both sides: a person decides. */
export interface Conflict {
  readonly key: string;
  readonly returned: string;
  /** What the home has now. */
  readonly danish: string;
  readonly text: string | null;
  readonly changed: readonly ('source' | 'target')[];
}

/** What comes of the texts of a file. */
export interface Taking {
  /** To be added to the events of the edition. */
  readonly taken: readonly Worded[];
  readonly unchanged: number;
  readonly conflicts: readonly Conflict[];
  /** Keys that the edition does not have, as they may be shown. */
  readonly unknown: readonly string[];
  readonly refused: readonly { readonly key: string; readonly reason: RefusedReason }[];
}

type Outcome =
  | { readonly kind: 'taken'; readonly worded: Worded }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'conflict'; readonly conflict: Conflict }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly reason: RefusedReason };

/** The fingerprint of a text as it stands in an edition. */
export function fingerprintOf(entry: EditionEntry, hasher: Hasher): Fingerprint {
  return { source: textHash(entry.danish, hasher), target: heldHash(entry, hasher) };
}

/**
 * Decides what is taken of the texts that a file brings back. A text that nobody touched in the file is none that comes
 * back, whatever has become of it in the home. What is taken is a draft.
 */
export function takeReturned(edition: Edition, returned: readonly ReturnedText[], how: Author & WordingRules): Taking {
  const once = new Map<string, ReturnedText>();
  const twice = new Set<string>();
  for (const each of returned) {
    if (once.has(each.key)) twice.add(each.key);
    once.set(each.key, each);
  }
  const outcomes = [...once.values()].map((each) => ({
    key: shownKey(each.key),
    outcome: twice.has(each.key) ? refused('twice') : outcomeOf(edition, each, how),
  }));
  return {
    taken: outcomes.flatMap(({ outcome }) => (outcome.kind === 'taken' ? [outcome.worded] : [])),
    unchanged: outcomes.filter(({ outcome }) => outcome.kind === 'unchanged').length,
    conflicts: outcomes.flatMap(({ outcome }) => (outcome.kind === 'conflict' ? [outcome.conflict] : [])),
    unknown: outcomes.flatMap(({ key, outcome }) => (outcome.kind === 'unknown' ? [key] : [])),
    refused: outcomes.flatMap(({ key, outcome }) =>
      outcome.kind === 'refused' ? [{ key, reason: outcome.reason }] : [],
    ),
  };
}

function outcomeOf(edition: Edition, returned: ReturnedText, how: Author & WordingRules): Outcome {
  const { key, text, fingerprint, problem } = returned;
  const entry = edition.get(key);
  if (entry === undefined) return notThere(key);
  if (problem !== null) return refused(problem);
  if (fingerprint?.target === textHash(text, how.hasher)) return { kind: 'unchanged' };
  const worded = word(entry, { text, by: how.by, atMs: how.atMs }, how);
  if (!worded.ok) return worded.error;
  if (fingerprint === null) return refused('noFingerprint');
  const changed = changedSince(fingerprint, worded.value);
  if (changed.length === 0) return { kind: 'taken', worded: worded.value };
  return { kind: 'conflict', conflict: { key, returned: text, danish: entry.danish, text: entry.text, changed } };
}

function notThere(key: string): Outcome {
  const fault = keyFault(key);
  return fault === null ? { kind: 'unknown' } : refused(fault);
}

function changedSince({ source, target }: Fingerprint, worded: Worded): Conflict['changed'] {
  return [
    ...(source === worded.source ? [] : (['source'] as const)),
    ...(target === worded.instead ? [] : (['target'] as const)),
  ];
}

function refused(reason: RefusedReason): Outcome {
  return { kind: 'refused', reason };
}
