import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LANGUAGE_TAGS, type LanguageTag } from '../../../core/basics/language.ts';
import type { Texts } from '../../../core/translation/catalogue.ts';
import type { EditionEvent, Judged, Worded } from '../../../core/translation/edition-events.ts';
import {
  choosePublication,
  LEFT_OUT,
  type ChosenTexts,
  type Publication,
  type TextsInWork,
} from '../../../core/translation/publication.ts';
import {
  isApprovedByTwo,
  reviewFileSchema,
  type Review,
  type ReviewFile,
  type ReviewState,
} from '../../../core/translation/review.ts';
import { nodeHasher } from '../../../node/sha256.ts';
import { DANISH, hashOf, SWEDISH, translator, treatmentWorker } from './an-edition.ts';

const KEY = 'kiosk.hide';
const both = [translator, treatmentWorker];

function words(text: string, departure: Partial<Worded> = {}): Worded {
  return {
    kind: 'worded',
    key: KEY,
    text,
    source: hashOf('Skjul'),
    instead: hashOf(''),
    by: 'E. F.',
    atMs: 1,
    ...departure,
  };
}

/** Judgements of words over a Danish text. */
function judged(text: string, reviews: readonly Review[], danish = 'Skjul', key = KEY): readonly Judged[] {
  return reviews.map((review) => ({ kind: 'judged', key, text: hashOf(text), source: hashOf(danish), review }));
}

/** New words, approved by two. */
const approvedWords = (text: string, danish?: string): readonly EditionEvent[] => [
  words(text),
  ...judged(text, both, danish),
];

const draftOf = (text: string, source: string): ReviewState => ({
  status: 'draft',
  source: hashOf(source),
  text: hashOf(text),
});

/** What a program ships: Danish and Swedish, a Greenlandic text, and a dialect that words one. */
const PROGRAM: Readonly<Record<LanguageTag, Texts>> = {
  kl: { [KEY]: 'Isertoruk' },
  da: { ...DANISH, 'desk.title': 'Skranke' },
  sv: { ...SWEDISH, 'desk.title': 'Disk' },
  'kl-tunumiit': {},
  'kl-x-avaneq': { [KEY]: 'Isertuk' },
};

function publicationOf(
  events: Partial<Record<LanguageTag, readonly EditionEvent[]>>,
  reviews: Partial<Record<LanguageTag, ReviewFile['texts']>> = {},
): Publication {
  const inWork = (tag: LanguageTag): readonly [LanguageTag, TextsInWork] => [
    tag,
    { texts: PROGRAM[tag], reviews: { texts: reviews[tag] ?? {} }, events: events[tag] ?? [] },
  ];
  return choosePublication(
    Object.fromEntries(LANGUAGE_TAGS.map(inWork)) as unknown as Readonly<Record<LanguageTag, TextsInWork>>,
    nodeHasher,
  );
}

/** What is published of one text: the words, and how far they are judged. */
function published({ texts, reviews }: ChosenTexts, key = KEY): readonly [string | undefined, string | undefined] {
  return [texts[key], reviews.texts[key]?.status];
}

test('without words of the house everything is as the program has it', () => {
  const { da, sv, kl, 'kl-tunumiit': east } = publicationOf({});
  expect([da.texts, sv.texts, kl.texts, east.texts]).toEqual([PROGRAM.da, PROGRAM.sv, PROGRAM.kl, {}]);
  expect(sv.leftOut).toEqual({ draft: [], reviewed: [], otherDanish: [] });
  expect(sv.reviews.texts[KEY]).toEqual(draftOf('Dölj', 'Skjul'));
});

test('words that two people have approved are published, with both judgements', () => {
  const { sv } = publicationOf({ sv: approvedWords('Göm') });
  expect(sv.texts[KEY]).toBe('Göm');
  expect(sv.reviews.texts[KEY]).toEqual({
    ...{ status: 'approved', source: hashOf('Skjul'), text: hashOf('Göm'), reviews: both },
  });
});

test.each([
  ['nobody has judged', [], 'draft'],
  ['one person has judged', [translator], 'reviewed'],
  ['two people of one role have judged', [translator, { ...translator, by: 'G. H.' }], 'reviewed'],
  ['one person has judged in both roles', [translator, { ...treatmentWorker, by: 'a. b.' }], 'reviewed'],
  ['their author has judged', [translator, { ...treatmentWorker, by: ' e. f.' }], 'reviewed'],
] as const)('words that %s stay behind', (_, reviews, reason) => {
  const { sv } = publicationOf({ sv: [words('Göm'), ...judged('Göm', reviews)] });
  expect(published(sv)).toEqual(['Dölj', 'draft']);
  expect(sv.leftOut[reason]).toEqual([KEY]);
});

test('words that nobody owns are published when two people have approved them', () => {
  const { sv } = publicationOf({ sv: [words('Göm', { by: null }), ...judged('Göm', both)] });
  expect(published(sv)).toEqual(['Göm', 'approved']);
});

test('approved words stay while newer ones are in work, and go when those are approved', () => {
  const inWork = [...approvedWords('Göm'), words('Göm det')];
  const { sv } = publicationOf({ sv: inWork });
  expect(published(sv)).toEqual(['Göm', 'approved']);
  expect(sv.leftOut.draft).toEqual([KEY]);
  expect(published(publicationOf({ sv: [...inWork, ...judged('Göm det', both)] }).sv)).toEqual(['Göm det', 'approved']);
});

test('a judgement counts for the wording that stood there, not for the same words before or after', () => {
  const events = [words('Göm'), ...judged('Göm', [translator]), words('Dölj det'), words('Göm')];
  expect(published(publicationOf({ sv: [...events, ...judged('Göm', [treatmentWorker])] }).sv)[0]).toBe('Dölj');
});

test('the program’s words come back when they are approved as words of the house', () => {
  const { sv } = publicationOf({ sv: [...approvedWords('Göm'), ...approvedWords('Dölj')] });
  expect(published(sv)).toEqual(['Dölj', 'approved']);
});

test('the program’s own words may be judged, on top of what the program says of them', () => {
  const reviewed: ReviewState = { ...draftOf('Dölj', 'Skjul'), status: 'reviewed', reviews: [translator] };
  const ofProgram = { sv: { [KEY]: reviewed } };
  expect(published(publicationOf({}, ofProgram).sv)).toEqual(['Dölj', 'reviewed']);
  const { sv } = publicationOf({ sv: judged('Dölj', [treatmentWorker]) }, ofProgram);
  expect(sv.reviews.texts[KEY]).toMatchObject({ status: 'approved', reviews: both });
});

test('what the program says of its words stays as it was while nothing of it has changed', () => {
  const state: ReviewState = { ...draftOf('Isertoruk', 'Skjul'), unattested: ['isertoruk'] };
  expect(publicationOf({}, { kl: { [KEY]: state } }).kl.reviews.texts[KEY]).toEqual(state);
});

test('word forms without proof are told as long as they stand in the text', () => {
  const state: ReviewState = { ...draftOf('Isertoruk', 'Skjul'), unattested: ['isertoruk'] };
  const reviews = { kl: { [KEY]: state } };
  const unattested = (text: string) =>
    publicationOf({ kl: approvedWords(text) }, reviews).kl.reviews.texts[KEY]?.unattested;
  expect(unattested('Isertoruk uani')).toEqual(['isertoruk']);
  expect(unattested('Isertuk')).toBeUndefined();
});

test('a review state holds four judgements, those that approve among them', () => {
  const more = ['G. H.', 'I. J.', 'K. L.', 'M. N.'].map((by) => ({ ...translator, by }));
  const { sv } = publicationOf({ sv: [words('Göm'), ...judged('Göm', [...more, treatmentWorker])] });
  const { reviews = [] } = sv.reviews.texts[KEY] ?? {};
  expect(reviews).toHaveLength(4);
  expect(isApprovedByTwo(reviews)).toBe(true);
  const alone = publicationOf({ sv: judged('Dölj', [...more, { ...translator, by: 'O. P.' }]) }).sv.reviews.texts[KEY];
  expect(alone).toMatchObject({ status: 'reviewed', reviews: more });
});

test('changed Danish words are their own source, and set the words of the others back', () => {
  const approvedOver: ReviewState = { ...draftOf('Dölj', 'Skjul'), status: 'approved', reviews: both };
  const { da, sv } = publicationOf({ da: approvedWords('Skjul det') }, { sv: { [KEY]: approvedOver } });
  expect(da.reviews.texts[KEY]).toMatchObject({
    status: 'approved',
    source: hashOf('Skjul det'),
    text: hashOf('Skjul det'),
  });
  expect(sv.reviews.texts[KEY]).toEqual(draftOf('Dölj', 'Skjul det'));
});

test('words are published when they were approved over the Danish text that is published', () => {
  const sv = approvedWords('Göm det', 'Skjul det');
  expect(published(publicationOf({ da: [words('Skjul det')], sv }).sv)).toEqual(['Dölj', 'draft']);
  expect(publicationOf({ da: [words('Skjul det')], sv }).sv.leftOut.draft).toEqual([KEY]);
  expect(published(publicationOf({ da: approvedWords('Skjul det'), sv }).sv)).toEqual(['Göm det', 'approved']);
});

test('words for another Danish text than the published one stay behind for that reason', () => {
  const { sv } = publicationOf({ da: approvedWords('Skjul det'), sv: approvedWords('Göm') });
  expect(published(sv)).toEqual(['Dölj', 'draft']);
  expect(sv.leftOut.otherDanish).toEqual([KEY]);
});

test('a Danish text that the program has changed sets the house’s Danish words back', () => {
  const { da } = publicationOf({ da: approvedWords('Skjul det', 'Gem') });
  expect(published(da)).toEqual(['Skjul', 'draft']);
});

test('a dialect publishes what it words itself, and nothing of what it only has from its language', () => {
  const { 'kl-tunumiit': east, 'kl-x-avaneq': north } = publicationOf({ 'kl-tunumiit': approvedWords('Isertoq') });
  expect(east.texts).toEqual({ [KEY]: 'Isertoq' });
  expect(north.texts).toEqual({ [KEY]: 'Isertuk' });
});

test('Greenlandic has no desks, and words of texts that are gone wait', () => {
  const events = ['desk.title', 'kiosk.gone'].flatMap((key) => [
    words('Ja', { key }),
    ...judged('Ja', both, key === 'desk.title' ? 'Skranke' : 'Skjul', key),
  ]);
  const { kl, sv } = publicationOf({ kl: events, sv: events });
  expect(Object.keys(kl.texts)).toEqual([KEY]);
  expect(sv.texts['desk.title']).toBe('Ja');
  expect(Object.hasOwn(sv.texts, 'kiosk.gone')).toBe(false);
});

const person = fc.constantFrom('A. B.', 'C. D.', 'E. F.', 'e. f.');
const someWords = fc.constantFrom('Göm', 'Dölj', 'Göm det');
const someDanish = fc.constantFrom('Skjul', 'Skjul det');
const wording = fc.record({ text: someWords, by: person }).map(({ text, by }): EditionEvent => words(text, { by }));
const judgement = fc
  .record({
    text: someWords,
    danish: someDanish,
    by: person,
    role: fc.constantFrom(translator.role, treatmentWorker.role),
  })
  .map(({ text, danish, by, role }): EditionEvent => {
    const review = { role, by, on: '2026-02-03' };
    return { kind: 'judged', key: KEY, text: hashOf(text), source: hashOf(danish), review };
  });
const anyEvents = fc.array(fc.oneof(wording, judgement), { maxLength: 12 });

test('whatever happened, words of the house are published only with an approval by two, neither of them the author', () => {
  fc.assert(
    fc.property(anyEvents, fc.boolean(), (events, hasDanish) => {
      const { sv, da } = publicationOf({ sv: events, ...(hasDanish ? { da: approvedWords('Skjul det') } : {}) });
      expect(reviewFileSchema.safeParse(sv.reviews).success).toBe(true);
      const { status, text, source, reviews = [] } = sv.reviews.texts[KEY] ?? draftOf('', '');
      expect([text, source]).toEqual([hashOf(sv.texts[KEY] ?? ''), hashOf(da.texts[KEY] ?? '')]);
      if (sv.texts[KEY] !== 'Dölj') expect(status).toBe('approved');
      if (status === 'approved') expect(isApprovedByTwo(reviews)).toBe(true);
      const authors = events.flatMap((event) =>
        event.kind === 'worded' && event.text === sv.texts[KEY] ? [event.by?.toLowerCase()] : [],
      );
      const isOwn = (author: string | undefined): boolean => reviews.some(({ by }) => by.toLowerCase() === author);
      if (sv.texts[KEY] !== 'Dölj') expect(authors.every(isOwn)).toBe(false);
      expect(LEFT_OUT.flatMap((reason) => sv.leftOut[reason]).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('further drafts change nothing of what is published', () => {
  fc.assert(
    fc.property(anyEvents, fc.array(wording, { maxLength: 3 }), (events, drafts) => {
      const before = publicationOf({ sv: events }).sv;
      const after = publicationOf({ sv: [...events, ...drafts] }).sv;
      expect([after.texts, after.reviews]).toEqual([before.texts, before.reviews]);
    }),
  );
});
