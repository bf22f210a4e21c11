import { isFilledIn } from './catalogue.ts';
import type { Edition } from './edition.ts';
import type { ReviewStatus } from './review.ts';

/** A text that waits for the voice of a person. */
export interface UnsaidText {
  readonly key: string;
  readonly text: string;
  /** Words that are not approved may change, and then want to be said anew. */
  readonly status: ReviewStatus;
  /** It is shown only when a person says it. */
  readonly isGuarded: boolean;
}

/** What is known of the texts beside their words. */
export interface VoiceStanding {
  readonly hasVoice: (text: string) => boolean;
  /** The keys of texts that are shown only when a person says them. */
  readonly guarded: ReadonlySet<string>;
  /** Tells words that sound alike by one name; see `clipHash`. */
  readonly hashOf: (text: string) => string;
}

const OF_THE_DESKS = /^(desk|staff)\./;

/**
 * The texts that nobody has recorded, each words once: first those that cannot be shown without, then those that are
 * approved. What the desks say is not spoken, and what has placeholders is said as it is filled in, by the machine.
 */
export function voiceQueue(edition: Edition, { hasVoice, guarded, hashOf }: VoiceStanding): readonly UnsaidText[] {
  const unsaid = new Map<string, UnsaidText>();
  for (const { key, text, status } of edition.values()) {
    if (text === null || status === 'missing' || OF_THE_DESKS.test(key) || isFilledIn(text) || hasVoice(text)) continue;
    const isGuarded = guarded.has(key);
    const before = unsaid.get(hashOf(text));
    if (before === undefined || (isGuarded && !before.isGuarded))
      unsaid.set(hashOf(text), { key, text, status, isGuarded });
  }
  const rank = ({ isGuarded, status }: UnsaidText): number => (isGuarded ? 0 : 2) + (status === 'approved' ? 0 : 1);
  return [...unsaid.values()].sort((one, other) => rank(one) - rank(other));
}
