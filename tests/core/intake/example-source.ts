import type { LanguageTag } from '../../../core/basics/language.ts';
import type { IntakeSource } from '../../../core/intake/compose-intake.ts';
import type { ReviewStatus } from '../../../core/translation/review.ts';
import type { Journey } from '../../journeys/journey.ts';
import { keyCatalogue } from '../translation/key-texts.ts';
import { exampleSite } from './example-intake.ts';

/** What the intake of a journey is made from; each text reads as its key. Greenlandic has not been reviewed. */
export function sourceOf({ visit, pack }: Journey, more: Partial<IntakeSource> = {}): IntakeSource {
  const reviewStatus = (language: LanguageTag): ReviewStatus => (language.startsWith('kl') ? 'draft' : 'approved');
  const createdAt = '2026-03-01T14:20:30.400Z';
  const made = { catalogue: keyCatalogue, reviewStatus, site: exampleSite, createdAt, instruments: [] };
  return { visit, pack, ...made, toldCalls: () => [], ...more };
}
