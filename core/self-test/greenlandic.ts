import { CULTURES } from '../basics/language.ts';
import { textParts } from '../pack/required-texts.ts';
import type { Pack } from '../pack/load.ts';
import { textKey } from '../questionnaire/culture-version.ts';
import type { Texts } from '../translation/catalogue.ts';
import type { Finding } from './self-test.ts';

/** From this sensitivity on an item's words need a judgement and a voice. */
const SENSITIVE = 2;
/** Safety, who can see what, and what Send and taking back permit. */
const SAFETY_AND_CONSENT = /^(safety|(intake|kiosk)\.whoCanSee|kiosk\.readBack\.permit|letter\.takeBack)(\.|$)/;

/**
 * The Greenlandic texts that need an approval and a human voice before they are used: those of sensitive items, of
 * consent and of safety. Source: Decision 15
 *
 * @param texts those of Greenlandic
 */
export function guardedKeys(pack: Pack, texts: Texts): readonly string[] {
  const ofItems = CULTURES.flatMap((culture) => {
    const version = pack[culture];
    const sensitive = version.items.filter(({ item }) => item.sensitivity >= SENSITIVE);
    return sensitive.flatMap(({ item }) => textParts(item).map((part) => textKey(version, item.linkId, part)));
  });
  const others = Object.keys(texts).filter((key) => SAFETY_AND_CONSENT.test(key));
  return [...new Set([...ofItems, ...others])];
}

/** What is known of a text. */
export interface TextStanding {
  readonly isApproved: (key: string) => boolean;
  readonly hasVoice: (key: string) => boolean;
}

/** Judges whether Greenlandic may be used. The demo, with its mark, may show drafts. */
export function judgeGreenlandic(
  keys: readonly string[],
  { isApproved, hasVoice }: TextStanding,
): { readonly finding: Finding<'content'>; readonly count?: number } {
  const unapproved = keys.filter((key) => !isApproved(key)).length;
  if (unapproved > 0) return { finding: 'notApproved', count: unapproved };
  const silent = keys.filter((key) => !hasVoice(key)).length;
  return silent > 0 ? { finding: 'noVoice', count: silent } : { finding: 'whole' };
}
