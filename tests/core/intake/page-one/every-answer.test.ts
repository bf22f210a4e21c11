import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGE_TAGS } from '../../../../core/basics/language.ts';
import { parseIntake, type Intake, type IntakeAnswer } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import { pageOneHtml, pageOneLabels } from '../../../../core/intake/page-one-html.ts';
import type { PageOne } from '../../../../core/intake/page-one/model.ts';
import { itemsOf } from '../../../../core/intake/page-one/places.ts';
import { toUtf8 } from '../../../../core/basics/utf8.ts';
import { answerTo, facts, intakeOf, pageTexts } from './example-page.ts';

const texts = pageTexts('da');

const KNOWN = (
  ['contact', 'language', 'hopes', 'substances', 'body', 'strengths', 'barriers', 'next', 'permissions'] as const
).flatMap((block) => itemsOf(block));

const nasty = fc.constantFrom('<', '>', '"', "'", '&', '/', ' ', '\n', 'a', 'Å', 'q', '❤', '\u202e', ';', '-');
const anyWords = fc.oneof(
  fc.string({ unit: nasty, minLength: 1, maxLength: 12 }).map((said) => `w${said}w`),
  fc.string({ unit: nasty, minLength: 400, maxLength: 1500 }).map((said) => `w${said}w`),
);
const code = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const chosen = fc.record({ code, text: anyWords, siteText: anyWords });
const option = fc.record(
  { code, text: anyWords, siteText: anyWords, weight: fc.integer({ min: 0, max: 10 }) },
  { requiredKeys: ['code', 'text', 'siteText'] },
);
const drink = fc.record({
  code,
  text: anyWords,
  siteText: anyWords,
  count: fc.integer({ min: 1, max: 99 }),
  centilitres: fc.constant(50),
  percent: fc.constant(4.6),
});
const episode = fc.record({
  drinks: fc.array(drink, { minLength: 1, maxLength: 3 }),
  share: fc.option(fc.record({ code, text: anyWords, siteText: anyWords, weight: fc.constant(0.5) })),
  company: fc.option(chosen),
  grams: fc.double({ min: 0, max: 900, noNaN: true }),
});

const said: fc.Arbitrary<IntakeAnswer['said']> = fc.oneof(
  fc.record({ kind: fc.constant('options' as const), options: fc.array(option, { minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('words' as const), text: anyWords }),
  fc.record({ kind: fc.constant('number' as const), value: fc.nat(1000) }),
  fc.record({ kind: fc.constant('days' as const), daysAgo: fc.array(fc.nat(27)), lastDays: fc.constant(28) }),
  fc.record({ kind: fc.constant('episodes' as const), episodes: fc.array(episode, { minLength: 1, maxLength: 4 }) }),
  fc.record({
    kind: fc.constant('circle' as const),
    people: fc.array(fc.record({ who: chosen, ring: chosen }), { minLength: 1, maxLength: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('notNow' as const, 'tellAPerson' as const, 'dontKnow' as const),
    text: anyWords,
    siteText: anyWords,
  }),
  fc.record({
    kind: fc.constant('notAsked' as const),
    why: fc.constantFrom('helperPresent' as const, 'shortTrack' as const, 'leftOpen' as const),
  }),
);

const answer: fc.Arbitrary<IntakeAnswer> = fc
  .record({
    linkId: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...KNOWN) }, { weight: 1, arbitrary: code }),
    said,
    question: anyWords,
    language: fc.constantFrom(...LANGUAGE_TAGS),
    reviewStatus: fc.constantFrom('draft' as const, 'approved' as const),
    accompanied: fc.boolean(),
  })
  .map(({ linkId, question, ...more }) =>
    answerTo(linkId, more.said, { ...more, question: { text: question, siteText: question } }),
  );

/** Any intake, of any content version: what is asked, and how, is never known beforehand. */
const intake: fc.Arbitrary<Intake> = fc
  .record({
    answers: fc.uniqueArray(answer, { selector: ({ linkId }) => linkId, maxLength: 40 }),
    flagged: fc.array(fc.record({ rule: code, at: fc.nat(20) }), { maxLength: 4 }),
    language: fc.constantFrom(...LANGUAGE_TAGS),
  })
  .map(({ answers, flagged, language }) => {
    const flags = flagged.flatMap(({ rule, at }) => {
      const linkId = answers[at]?.linkId;
      const moment = '2026-03-01T10:05:00.000Z';
      return linkId === undefined ? [] : [{ rule, level: 'red' as const, linkIds: [linkId], at: moment }];
    });
    return intakeOf(answers, { flags, language });
  });

/** So many own words that they go on on a second sheet. */
const crowded: fc.Arbitrary<Intake> = fc
  .array(fc.string({ unit: nasty, minLength: 900, maxLength: 1500 }), { minLength: 14, maxLength: 16 })
  .map((many) => intakeOf(many.map((own, at) => answerTo(`new-${at}`, { kind: 'words', text: `w${own}w` }))));

const NOT_VALUES = ['notNow', 'tellAPerson', 'dontKnow', 'notAsked'];
const isValue = (each: IntakeAnswer): boolean => !NOT_VALUES.includes(each.said.kind);
const labelOf = ({ linkId, question }: IntakeAnswer): string => texts[`pageOne.item.${linkId}`] ?? question.siteText;
const inOneLine = (words: string): string => words.split(/\s*\n\s*/u).join(' / ');

/** The words that an answer must be found by. */
function wordsOf({ linkId, said }: IntakeAnswer): readonly string[] {
  switch (said.kind) {
    case 'options':
      return ['importance', 'confidence'].includes(linkId) ? [] : said.options.map(({ siteText }) => siteText);
    case 'words':
      return [inOneLine(said.text)];
    case 'number':
      return [String(said.value)];
    case 'episodes':
      return said.episodes.flatMap(({ drinks }) => drinks.map((each) => `${each.count} × ${each.siteText}`));
    case 'circle':
      return said.people.flatMap(({ who }) => who.siteText);
    default:
      return [];
  }
}

function entriesFor(page: PageOne, linkId: string): PageOne['blocks'][number]['entries'] {
  return page.blocks.flatMap(({ entries }) => entries).filter((entry) => entry.linkId === linkId);
}

test('The intakes that are tried are intakes', () => {
  fc.assert(
    fc.property(intake, (tried) => {
      expect(parseIntake(toUtf8(JSON.stringify(tried))).ok).toBe(true);
    }),
    { numRuns: 30 },
  );
});

describe('Any intake gives a page', () => {
  test('on which every value that was given stands exactly once, whole', () => {
    fc.assert(
      fc.property(intake, (tried) => {
        const page = pageOne(tried, facts, texts);
        for (const each of tried.answers.filter(isValue)) {
          const lines = entriesFor(page, each.linkId);
          expect(lines).toHaveLength(1);
          const told = lines.flatMap(({ parts }) => parts.map(({ text }) => text)).join(' ');
          for (const words of wordsOf(each)) expect(told).toContain(words);
        }
      }),
    );
  });

  test('on which everything else is told as not answered, or counted', () => {
    fc.assert(
      fc.property(intake, (tried) => {
        const page = pageOne(tried, facts, texts);
        const lines = page.blocks.find(({ name }) => name === 'unanswered')?.entries ?? [];
        const listed = (key: string): string =>
          lines.find(({ label }) => label === texts[`pageOne.unanswered.${key}`])?.parts[0]?.text ?? '';
        for (const each of tried.answers.filter((one) => !isValue(one))) {
          const { said } = each;
          const reason = said.kind === 'notAsked' ? said.why : said.kind;
          if (reason === 'shortTrack' || reason === 'leftOpen') expect(listed(reason)).toMatch(/^Spørgsmål: \d+$/);
          else expect(listed(reason)).toContain(labelOf(each));
          expect(entriesFor(page, each.linkId)).toEqual([]);
        }
      }),
    );
  });

  test.each([
    ['few or many', intake, 40],
    ['more than one sheet holds', crowded, 12],
  ])('whose HTML keeps every own word and adds no tag of their making: %s', (_, intakes, numRuns) => {
    const ours =
      /^<(!doctype html|\/?(html|head|title|style|body|main|header|h1|h2|b|p|dl|dt|dd|div|ul|li|span|bdi|time|section|footer)( (lang|class|style|data-item)="[^"<>]*")*|meta [^<>]*)>$/;
    fc.assert(
      fc.property(intakes, (tried) => {
        const html = pageOneHtml(pageOne(tried, facts, texts), pageOneLabels('da', texts));
        for (const tag of html.match(/<[^>]*>/g) ?? []) expect(tag).toMatch(ours);
        const read = plainWords(html);
        for (const each of tried.answers)
          if (each.said.kind === 'words') expect(read.includes(withoutSpaces(inOneLine(each.said.text)))).toBe(true);
      }),
      // A page of long words would shrink for minutes.
      { numRuns, endOnFailure: true },
    );
  });
});

/** All that is said on the sheets, each beginning and its rest put together again. */
function plainWords(html: string): string {
  const [first = '', second = ''] = html.slice(html.indexOf('</style>')).split('<section class="second">');
  const rests = Array.from(second.matchAll(/<span>“?(.*?)”?<\/span>/gs), ([, rest]) => rest ?? '');
  const joined = first.replace(/ … <b>[^<]*<\/b><\/span>/g, () => rests.shift() ?? '');
  // The marks of own words part the words; no other tag stands within them.
  return withoutSpaces(unescape(joined.replace(/<\/?bdi>/g, '').replace(/<[^>]*>/g, ' ')));
}

function unescape(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return html.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? '');
}

function withoutSpaces(words: string): string {
  return words.replace(/\s+/gu, '');
}
