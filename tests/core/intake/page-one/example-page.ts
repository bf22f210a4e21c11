import { readFileSync } from 'node:fs';
import type { Language } from '../../../../core/basics/language.ts';
import type { Intake, IntakeAnswer } from '../../../../core/intake/intake.ts';
import type { PageOneFacts } from '../../../../core/intake/page-one.ts';
import { textsSchema, type Texts } from '../../../../core/translation/catalogue.ts';

type Said = IntakeAnswer['said'];

/** The texts of one file of locales/. */
export function localeTexts(language: Language, file: string): Texts {
  const path = new URL(`../../../../locales/${language}/${file}.json`, import.meta.url);
  return textsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The texts that page 1 is made with. */
export function pageTexts(language: Language): Texts {
  return { ...localeTexts(language, 'page-one'), ...localeTexts(language, 'kiosk') };
}

/** Texts that read as their keys, but for those whose key matches: they are missing. */
export function textsWithout(missing: RegExp): Texts {
  const descriptor = (key: PropertyKey): PropertyDescriptor | undefined =>
    missing.test(String(key)) ? undefined : { configurable: true, enumerable: true, value: String(key) };
  return new Proxy<Texts>({}, { get: (_, key) => String(key), getOwnPropertyDescriptor: (_, key) => descriptor(key) });
}

/** What a centre knows when it opens an intake on the third day. */
export const facts: PageOneFacts = {
  kioskId: '11111111-1111-4111-8111-111111111111',
  seq: 7,
  clockConfidence: 'high',
  nowMs: Date.parse('2026-03-03T08:00:00.000Z'),
  receivedAtMs: Date.parse('2026-03-02T07:12:00.000Z'),
};

/** What is known when the copy inside the bundle is made. */
export const inBundle: PageOneFacts = { kioskId: facts.kioskId, seq: 7, clockConfidence: 'high', nowMs: null };

/** A made-up house in Denmark. */
export const site: Intake['site'] = {
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
    site,
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
export function answerTo(linkId: string, said: Said, more: Partial<IntakeAnswer> = {}): IntakeAnswer {
  return {
    linkId,
    section: 'all',
    sensitivity: 0,
    language: 'da',
    culture: 'danish',
    reviewStatus: 'approved',
    question: { text: `Q ${linkId}`, siteText: `S ${linkId}` },
    answeredAt: said.kind === 'notAsked' ? null : '2026-03-01T10:05:00.000Z',
    accompanied: false,
    said,
    ...more,
  };
}

/** Something chosen; it reads "s code" in the site's language and "w code" on the screen. */
export function picked(code: string): { readonly code: string; readonly text: string; readonly siteText: string } {
  return { code, text: `w ${code}`, siteText: `s ${code}` };
}

/** Chosen options. */
export function chosen(...codes: readonly string[]): Said {
  return { kind: 'options', options: codes.map(picked) };
}

/** Own words. */
export function words(text: string): Said {
  return { kind: 'words', text };
}

/** A non-answer as it stands in an intake. */
export function left(kind: 'notNow' | 'tellAPerson' | 'dontKnow'): Said {
  return { kind, text: `w ${kind}`, siteText: `s ${kind}` };
}

/** Something that the kiosk left out. */
export function notAsked(why: 'helperPresent' | 'shortTrack' | 'leftOpen'): Said {
  return { kind: 'notAsked', why };
}
