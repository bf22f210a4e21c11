import type { LanguageTag } from '../../../core/basics/language.ts';
import { composeIntake, type IntakeSource } from '../../../core/intake/compose-intake.ts';
import type { Intake, IntakeAnswer } from '../../../core/intake/intake.ts';
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

/** The answers of an intake, by linkId. */
export function answersIn(intake: Intake): Readonly<Record<string, IntakeAnswer>> {
  return Object.fromEntries(intake.answers.map((answer) => [answer.linkId, answer]));
}

/** What is sealed of a visit that ends here, by linkId. */
export function sealed(visit: Journey, more: Partial<IntakeSource> = {}): Readonly<Record<string, IntakeAnswer>> {
  return answersIn(composeIntake(sourceOf(visit, more)));
}

/** Words as a text of this key reads on a Danish screen, and in the site's language. */
export function words(key: string): object {
  return { text: `da:${key}`, siteText: `da:${key}` };
}
