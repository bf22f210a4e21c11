import type { Intake, IntakeAnswer } from '../../../core/intake/intake.ts';
import type { Site } from '../../../core/intake/site.ts';

/** A made-up house in Denmark. */
export const exampleSite: Site = {
  siteId: 'example-1',
  name: 'A made-up house',
  country: 'DK',
  language: 'da',
  timeZone: 'Europe/Copenhagen',
  policy: { fourteenDays: true, noMedicineWhileAnonymous: true },
};

/** An intake with these answers; everything else has a usual value. */
export function intakeOf(answers: readonly IntakeAnswer[], more: Partial<Intake> = {}): Intake {
  return {
    format: 3,
    intakeId: '33333333-3333-4333-8333-333333333333',
    createdAt: '2026-03-01T10:20:30.400Z',
    site: exampleSite,
    language: 'da',
    culture: 'danish',
    track: 'whole',
    contentVersion: 'c0ffee00'.repeat(8),
    unitGrams: 12,
    answers: [...answers],
    flags: [],
    calls: [],
    instruments: [],
    ...more,
  };
}

/** One answer to `linkId`; the question reads "Q linkId", in the site's language "S linkId". */
export function answerTo(linkId: string, said: IntakeAnswer['said'], more: Partial<IntakeAnswer> = {}): IntakeAnswer {
  return {
    linkId,
    section: 'all',
    sensitivity: 0,
    language: 'da',
    culture: 'danish',
    reviewStatus: 'approved',
    question: { text: `Q ${linkId}`, siteText: `S ${linkId}` },
    answeredAt: said.kind === 'notAsked' ? null : '2026-03-01T10:10:00.000Z',
    accompanied: false,
    said,
    ...more,
  };
}

/** Chosen codes; each reads as "s code" in the site's language and on the screen. */
export function chosen(...codes: readonly string[]): IntakeAnswer['said'] {
  return { kind: 'options', options: codes.map((code) => ({ code, text: `s ${code}`, siteText: `s ${code}` })) };
}

/** A non-answer as it stands in an intake. */
export function left(kind: 'notNow' | 'tellAPerson' | 'dontKnow'): IntakeAnswer['said'] {
  return { kind, text: kind, siteText: kind };
}
