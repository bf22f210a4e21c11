import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkReach } from '../../../core/pack/check-reach.ts';
import { NON_ANSWERS, type EnableWhen } from '../../../core/pack/condition.ts';
import type { Item } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { isEnabled } from '../../../core/questionnaire/conditions.ts';
import { versionOf, type CultureVersion } from '../../../core/questionnaire/culture-version.ts';
import { realPack } from '../../journeys/real-pack.ts';

type Choice = Extract<Item, { type: 'choice' }>;

const CODES = ['a', 'b', 'c'];

function version(items: readonly Item[]): CultureVersion {
  const adapted = items.map((item) => ({ item, ownWording: new Set<string>(), instrument: null }));
  return versionOf(adapted, { ...realPack.danish, safety: [], whoCanSee: [], instrumentSlots: [] });
}

/** Every answer to a choice, and none. */
function answersTo({ answerOption, repeats, maxAnswers = 99 }: Choice): readonly (Answer | undefined)[] {
  const sets = answerOption.reduce<string[][]>((all, { code }) => [...all, ...all.map((set) => [...set, code])], [[]]);
  const isAlone = (code: string): boolean => answerOption.some((each) => each.code === code && each.exclusive === true);
  const may = (set: readonly string[]): boolean =>
    set.length > 0 && set.length <= (repeats === true ? maxAnswers : 1) && (set.length === 1 || !set.some(isAlone));
  return [
    undefined,
    ...NON_ANSWERS.map((kind) => ({ kind })),
    ...sets.filter(may).map((codes) => ({ kind: 'codes' as const, codes })),
  ];
}

/** Everything that some answers show, found by trying all of them. */
function shownBySome(version: CultureVersion): ReadonlySet<string> {
  const shown = new Set<string>();
  const choices = version.items.map(({ item }) => item as Choice);
  const given = new Map<string, Answer | undefined>();
  const tryAll = ([choice, ...others]: readonly Choice[]): void => {
    if (choice === undefined) {
      for (const place of shownNow(version, given)) shown.add(place);
      return;
    }
    for (const answer of answersTo(choice)) {
      given.set(choice.linkId, answer);
      tryAll(others);
    }
  };
  tryAll(choices);
  return shown;
}

/** One pass in order, as the engine goes: what is hidden counts for nothing behind it. */
function shownNow(version: CultureVersion, given: ReadonlyMap<string, Answer | undefined>): readonly string[] {
  const counting = new Map<string, Answer | undefined>();
  const answered = {
    answer: (linkId: string) => counting.get(linkId),
    item: (linkId: string) => version.byLinkId.get(linkId)?.item,
  };
  const shown: string[] = [];
  for (const { item } of version.items) {
    if (!isEnabled(item, answered)) continue;
    const options = (item as Choice).answerOption.filter((option) => isEnabled(option, answered));
    shown.push(item.linkId, ...options.map(({ code }) => `${item.linkId} > answerOption > ${code}`));
    const answer = given.get(item.linkId);
    const codes =
      answer?.kind === 'codes' ? answer.codes.filter((code) => options.some((each) => each.code === code)) : [];
    counting.set(
      item.linkId,
      codes.length > 0 ? { kind: 'codes', codes } : answer?.kind === 'codes' ? undefined : answer,
    );
  }
  return shown;
}

const conditionOn = (question: string): fc.Arbitrary<EnableWhen> =>
  fc.oneof(
    fc.constantFrom(...CODES).map((answerCode) => ({ question, operator: '=' as const, answerCode })),
    fc.constantFrom(...CODES).map((answerCode) => ({ question, operator: '!=' as const, answerCode })),
    fc.boolean().map((answerBoolean) => ({ question, operator: 'exists' as const, answerBoolean })),
    fc
      .constantFrom(...NON_ANSWERS)
      .map((answerNonAnswer) => ({ question, operator: 'declined' as const, answerNonAnswer })),
    fc.constant({ question, operator: 'declined' as const }),
    fc
      .record({
        operator: fc.constantFrom('>' as const, '<' as const, '>=' as const, '<=' as const),
        answerDecimal: fc.integer({ min: -1, max: 8 }),
      })
      .map((compared) => ({ question, ...compared })),
  );

const conditionsOn = (earlier: readonly string[]): fc.Arbitrary<Pick<Item, 'enableWhen' | 'enableBehavior'>> =>
  earlier.length === 0
    ? fc.constant({})
    : fc.oneof(
        { weight: 1, arbitrary: fc.constant({}) },
        {
          weight: 3,
          arbitrary: fc.record({
            enableWhen: fc.array(fc.constantFrom(...earlier).chain(conditionOn), { minLength: 1, maxLength: 3 }),
            enableBehavior: fc.constantFrom('all' as const, 'any' as const),
          }),
        },
      );

/** A choice under conditions on earlier ones; `isSimple`: of one answer, all of whose options are always shown. */
const choiceAfter = (earlier: readonly string[], isSimple: boolean): fc.Arbitrary<Choice> =>
  fc
    .record({
      conditions: conditionsOn(earlier),
      repeats: isSimple ? fc.constant(false) : fc.boolean(),
      isAlone: fc.boolean(),
      isLimited: fc.boolean(),
      optionConditions: fc.tuple(...CODES.map(() => (isSimple ? fc.constant({}) : conditionsOn(earlier)))),
    })
    .map(({ conditions, repeats, isAlone, isLimited, optionConditions }) => ({
      linkId: `item-${earlier.length}`,
      section: 'all',
      sensitivity: 0,
      type: 'choice',
      repeats,
      ...(repeats && isLimited ? { maxAnswers: 2 } : {}),
      answerOption: CODES.map((code, index) => ({
        code,
        weight: 2 ** index,
        exclusive: repeats && isAlone && index === 2,
        ...optionConditions[index],
      })),
      ...conditions,
    }));

/** Small versions of choices. */
const versions = (length: number, isSimple: boolean): fc.Arbitrary<CultureVersion> => {
  let items: fc.Arbitrary<readonly Choice[]> = fc.constant([]);
  for (let index = 0; index < length; index += 1)
    items = items.chain((before) => {
      const earlier = before.map(({ linkId }) => linkId);
      return choiceAfter(earlier, isSimple).map((item) => [...before, item]);
    });
  return items.map(version);
};

describe('What is called out of reach', () => {
  test('is shown by no answers at all', () => {
    fc.assert(
      fc.property(versions(3, false), (made) => {
        const shown = shownBySome(made);
        expect(checkReach(made).filter(({ place }) => shown.has(place))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });

  test('is everything that no answers show, where each question takes one answer', () => {
    fc.assert(
      fc.property(versions(4, true), (made) => {
        const shown = shownBySome(made);
        const found = checkReach(made).map(({ place }) => place);
        expect(found).toEqual(made.items.map(({ item }) => item.linkId).filter((linkId) => !shown.has(linkId)));
      }),
      { numRuns: 80 },
    );
  });
});

const BASE = { section: 'all', sensitivity: 0 } as const;
const count: Item = { ...BASE, linkId: 'count', type: 'integer', minValue: 2, maxValue: 9 };
const weighed: Item = {
  ...BASE,
  linkId: 'weighed',
  type: 'choice',
  repeats: true,
  answerOption: [
    { code: 'one', weight: 1 },
    { code: 'two', weight: 2 },
    { code: 'less', weight: -4 },
  ],
};
const words: Item = { ...BASE, linkId: 'words', type: 'string', maxLength: 5 };
const people: Item = {
  ...BASE,
  linkId: 'people',
  type: 'circle',
  maxPeople: 2,
  who: [{ code: 'friend' }, { code: 'sister' }],
  ring: [{ code: 'here' }, { code: 'far' }],
};
const times: Item = {
  ...BASE,
  linkId: 'times',
  type: 'episodes',
  maxEpisodes: 2,
  // 50 cl of 4 % hold 15.78 g of alcohol.
  container: [{ code: 'can', pictogram: 'can', centilitres: 50, percent: 4 }],
  asksShare: 'always',
  share: [
    { code: 'half', weight: 0.5 },
    { code: 'all', weight: 1 },
  ],
};
const mixed: Item = {
  ...BASE,
  linkId: 'mixed',
  type: 'choice',
  repeats: true,
  answerOption: [{ code: 'a', weight: 1 }, { code: 'b' }],
};
const days: Item = { ...BASE, linkId: 'days', type: 'days', lastDays: 14 };

const than = (question: string, operator: '>' | '<' | '>=' | '<=', answerDecimal: number): EnableWhen => ({
  question,
  operator,
  answerDecimal,
});
const exists = (question: string, answerBoolean: boolean): EnableWhen => ({
  question,
  operator: 'exists',
  answerBoolean,
});

test.each<[string, EnableWhen[], boolean]>([
  ['the least number', [than('count', '<=', 2)], true],
  ['less than the least', [than('count', '<', 2)], false],
  ['the most', [than('count', '>=', 9)], true],
  ['more than the most', [than('count', '>', 9)], false],
  ['a number between two', [than('count', '>', 3), than('count', '<', 5)], true],
  ['no number between two', [than('count', '>', 3), than('count', '<', 4)], false],
  ['part of a number', [than('count', '>=', 3.2), than('count', '<=', 3.8)], false],
  ['no days', [than('days', '<=', 0)], true],
  ['as many days as there are', [than('days', '>=', 14)], true],
  ['more days than there are', [than('days', '>', 14)], false],
  ['half a can', [than('times', '<=', 7.9)], true],
  ['less than half a can', [than('times', '<', 7.8)], false],
  ['grams between two', [than('times', '>', 20), than('times', '<', 20.1)], true],
  ['99 cans', [than('times', '>=', 1562)], true],
  ['100 cans', [than('times', '>=', 1578)], false],
  ['the sum of all', [than('weighed', '>=', 3)], true],
  ['more than the sum of all', [than('weighed', '>', 3)], false],
  ['less than nothing', [than('weighed', '<=', -4)], true],
  ['less than the least sum', [than('weighed', '<', -4)], false],
  [
    'a sum that one answer rules out',
    [{ question: 'weighed', operator: '=', answerCode: 'two' }, than('weighed', '<', -2)],
    false,
  ],
  [
    'a sum that one answer allows',
    [{ question: 'weighed', operator: '=', answerCode: 'two' }, than('weighed', '<', -1)],
    true,
  ],
  [
    'the sum of what counts nothing',
    [{ question: 'mixed', operator: '=', answerCode: 'b' }, than('mixed', '>=', 0)],
    false,
  ],
  ['the sum of what counts', [{ question: 'mixed', operator: '=', answerCode: 'a' }, than('mixed', '>=', 0)], true],
  ['words', [exists('words', true)], true],
  ['words and none', [exists('words', true), exists('words', false)], false],
  ['people', [exists('people', true)], true],
  ['people, declined', [exists('people', false), { question: 'people', operator: 'declined' }], true],
  ['nobody, twice over', [exists('people', false), exists('people', false)], true],
])('A question about %s is asked of somebody or not', (_, enableWhen, isAsked) => {
  const asked: Item = { ...BASE, linkId: 'asked', type: 'string', maxLength: 5, enableWhen };
  const found = checkReach(version([count, weighed, words, people, times, mixed, days, asked]));
  expect(found.map(({ place }) => place)).toEqual(isAsked ? [] : ['asked']);
});

/** Each asked only of who chose the first answer to the one before. */
function chain(length: number): readonly Item[] {
  return Array.from({ length }, (_, index) => ({
    ...BASE,
    linkId: `link-${index}`,
    type: 'choice',
    answerOption: [{ code: 'a' }, { code: 'b' }],
    ...(index === 0 ? {} : { enableWhen: [chose(`link-${index - 1}`, 'a')] }),
  }));
}

function chose(question: string, answerCode: string): EnableWhen {
  return { question, operator: '=', answerCode };
}

test.each([
  ['is found at the end of a chain', 60, ['never']],
  ['is taken to exist where the chain is too long to follow', 300, []],
])('What the beginning of a chain rules out %s', (_, length, found) => {
  const ends = [chose('link-0', 'b'), chose(`link-${length - 1}`, 'a')];
  const never: Item = { ...BASE, linkId: 'never', type: 'string', maxLength: 5, enableWhen: ends };
  expect(checkReach(version([...chain(length), never])).map(({ place }) => place)).toEqual(found);
});

test('What nobody is asked can still be looked at for having no answer', () => {
  const impossible: Item = {
    ...BASE,
    linkId: 'never',
    type: 'string',
    maxLength: 5,
    enableWhen: [than('count', '>', 9)],
  };
  const follows: Item = { ...words, enableWhen: [exists('count', true)] };
  const enableWhen = [exists('never', false), exists('words', true)];
  const asked: Item = { ...BASE, linkId: 'asked', type: 'string', maxLength: 5, enableWhen };
  expect(checkReach(version([count, impossible, follows, asked])).map(({ place }) => place)).toEqual(['never']);
});
