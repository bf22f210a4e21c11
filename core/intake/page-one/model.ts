/** Facts that travel beside intake.json: in the signed manifest, and at the centre. */
export interface PageOneFacts {
  readonly kioskId: string;
  readonly seq: number;
  readonly clockConfidence: 'high' | 'low';
  /** When the page is read, in milliseconds; null on the copy inside the bundle, where no day count can stand. */
  readonly nowMs: number | null;
  /** When the centre first opened the bundle, by its own clock, in milliseconds; absent on the copy inside the bundle. */
  readonly receivedAtMs?: number;
}

/**
 * A piece of an answer. `own`: the person's own words, in the language in which they were typed; `estimated`: worked out
 * from pictures of vessels; `said`: everything else, names and numbers too.
 */
export interface PageOnePart {
  readonly kind: 'said' | 'own' | 'estimated';
  readonly text: string;
  /** The rest stands on page 2. */
  readonly continues?: true;
}

/** One line of the page: a short label and what was said. */
export interface PageOneEntry {
  /** The item that is answered here; null for a line that sums several up. */
  readonly linkId: string | null;
  readonly label: string;
  readonly parts: readonly PageOnePart[];
  /** Asked in a wording that nobody has approved. */
  readonly isDraft: boolean;
  /** Must not be overlooked. */
  readonly isLoud: boolean;
}

/** The blocks under the flags, in the order in which they are read. */
export const BLOCK_NAMES = [
  'contact',
  'language',
  'hopes',
  'substances',
  'body',
  'strengths',
  'barriers',
  'next',
  'instruments',
  'other',
  'unanswered',
  'permissions',
] as const;
export type BlockName = (typeof BLOCK_NAMES)[number];

export interface PageOneBlock {
  readonly name: BlockName;
  readonly title: string;
  readonly entries: readonly PageOneEntry[];
}

/** A safety rule that the answers reach, with the answers themselves. */
export interface PageOneFlag {
  readonly level: 'red' | 'amber';
  /** The level in words, because a colour does not print. */
  readonly levelName: string;
  /** What the rule means in plain words; null for a rule that this program does not know. */
  readonly label: string | null;
  /** The exact question and answer in the site's language. */
  readonly answers: readonly { readonly question: string; readonly answer: string }[];
  /** When the last of these answers was given, in the site's time. */
  readonly at: string;
}

/** What the house did when somebody was called for. */
export interface PageOneCall {
  readonly label: string;
  /** One plain line: how bad it was, who answered and when, and what was done. */
  readonly words: string;
  /** When somebody was called, in the site's time. */
  readonly at: string;
}

/** Page 1 for the treatment centre: everything that stands on it, in the order in which it is read. */
export interface PageOne {
  readonly title: string;
  readonly number: string;
  /** Null where no right to treatment within 14 days is known. */
  readonly dayOf14: { readonly value: string; readonly rule: string } | null;
  readonly strip: readonly { readonly label: string; readonly value: string }[];
  readonly notes: readonly string[];
  /** Red ones first. */
  readonly flags: readonly PageOneFlag[];
  /** In the order in which they were made. */
  readonly calls: readonly PageOneCall[];
  /** Said in place of flags where there are none. */
  readonly noFlags: string;
  /** Only those in which something stands. */
  readonly blocks: readonly PageOneBlock[];
  readonly footer: string;
}

/** A line that sums several answers up. */
export function summary(label: string, said: string): PageOneEntry {
  return { linkId: null, label, parts: [{ kind: 'said', text: said }], isDraft: false, isLoud: false };
}
