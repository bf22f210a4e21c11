import { describe, expect, test } from 'vitest';
import type { LanguageTag } from '../../../core/basics/language.ts';
import { itemSchema, type Item } from '../../../core/pack/questionnaire.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { versionOf, type AdaptedItem, type CultureVersion } from '../../../core/questionnaire/culture-version.ts';
import {
  interviewFrom,
  nextStep,
  openItems,
  previousItem,
  unasked,
  type Interview,
  type InterviewFacts,
} from '../../../core/questionnaire/flow.ts';
import { oddPack } from '../../journeys/odd-pack.ts';

const notNow: Answer = { kind: 'notNow' };

function code(...codes: string[]): Answer {
  return { kind: 'codes', codes };
}

function item(linkId: string, more: object = {}): Item {
  const answerOption = [{ code: 'yes' }, { code: 'no' }];
  return itemSchema.parse({ linkId, section: 'all', sensitivity: 0, type: 'choice', answerOption, ...more });
}

function adapted(each: Item): AdaptedItem {
  return { item: each, ownWording: new Set(), instrument: null };
}

function version(...items: readonly (Item | AdaptedItem)[]): CultureVersion {
  return versionOf(
    items.map((each) => ('item' in each ? each : adapted(each))),
    oddPack.danish,
  );
}

function asking(
  asked: CultureVersion,
  answers: Readonly<Record<string, Answer>> = {},
  more: Partial<InterviewFacts> = {},
): Interview {
  const leftOpen = new Set<string>();
  const given = (linkId: string): Answer | undefined => answers[linkId];
  return interviewFrom({
    version: asked,
    given,
    askedIn: () => asked,
    others: [],
    language: 'da',
    track: 'whole',
    accompanied: false,
    leftOpen,
    ...more,
  });
}

const ifYes = { enableWhen: [{ question: 'first', operator: '=', answerCode: 'yes' }] };
const three = version(item('first'), item('second', ifYes), item('third'));

describe('The next step', () => {
  test.each<[string, Readonly<Record<string, Answer>>, string | null, string | null]>([
    ['is the first item at the start', {}, null, 'first'],
    ['is the item behind', { first: code('yes') }, 'first', 'second'],
    ['steps over what is hidden', { first: code('no') }, 'first', 'third'],
    ['steps over what is answered', { first: code('yes'), second: notNow }, 'first', 'third'],
    ['is what is open before, when nothing is behind', { second: notNow, third: notNow }, 'third', 'first'],
    ['is the first open item from one that the version lacks', { first: code('yes') }, 'nothing', 'second'],
    ['may be the item itself, when it is still open', { first: code('no') }, 'third', 'third'],
    ['is none when everything is answered', { first: code('no'), third: notNow }, 'third', null],
    [
      'is none for an answer behind which nothing is open',
      { first: code('yes'), second: notNow, third: notNow },
      null,
      null,
    ],
  ])('%s', (_, answers, current, expected) => {
    const step = nextStep(asking(three, answers), current);
    expect(step).toEqual(expected === null ? { kind: 'done' } : { kind: 'ask', linkId: expected });
  });
});

describe('The item before', () => {
  test.each<[string, Readonly<Record<string, Answer>>, string | null, string | null]>([
    ['the first is none', {}, 'first', null],
    ['another is the one that was met', { first: code('yes') }, 'second', 'first'],
    ['steps over what is hidden', { first: code('no') }, 'third', 'first'],
    ['the end is the last', { first: code('no'), third: notNow }, null, 'third'],
    ['one that the version lacks is none', { first: code('yes') }, 'nothing', null],
  ])('%s', (_, answers, current, expected) => {
    expect(previousItem(asking(three, answers), current)).toBe(expected);
  });

  test('the end of a version without items is none', () => {
    expect(previousItem(asking(version()), null)).toBeNull();
  });

  test('steps over what was answered alone, and what is kept, while somebody helps', () => {
    const kept = version(item('first'), item('secret', { sensitivity: 3 }), item('third'));
    const answers = { first: notNow, secret: notNow };
    expect(previousItem(asking(kept, answers), 'third')).toBe('secret');
    expect(previousItem(asking(kept, answers, { accompanied: true }), 'third')).toBe('first');
  });

  test('steps over what the short track leaves out, unless it was answered', () => {
    const short = version(item('first', { short: true }), item('second'), item('third', { short: true }));
    expect(previousItem(asking(short, {}, { track: 'short' }), 'third')).toBe('first');
    expect(previousItem(asking(short, { second: notNow }, { track: 'short' }), 'third')).toBe('second');
  });
});

describe('Not asked, and why:', () => {
  const mixed = version(
    item('first', { short: true }),
    item('long'),
    item('secret', { sensitivity: 3, short: true }),
    item('long-secret', { sensitivity: 3 }),
    item('hidden', { ...ifYes, sensitivity: 3 }),
  );

  test.each<[string, Partial<InterviewFacts>, object]>([
    ['nothing on the whole track, alone', {}, {}],
    [
      'what is highly sensitive, with a helper',
      { accompanied: true },
      { secret: 'helperPresent', 'long-secret': 'helperPresent' },
    ],
    ['what the short track leaves out', { track: 'short' }, { long: 'shortTrack', 'long-secret': 'shortTrack' }],
    ['what was left open', { leftOpen: new Set(['long', 'hidden']) }, { long: 'leftOpen' }],
    [
      'the short track before the helper, and the helper before what was left open',
      { track: 'short', accompanied: true, leftOpen: new Set(['first', 'secret', 'long-secret']) },
      { first: 'leftOpen', long: 'shortTrack', secret: 'helperPresent', 'long-secret': 'shortTrack' },
    ],
  ])('%s', (_, more, expected) => {
    const interview = asking(mixed, {}, more);
    expect(Object.fromEntries(unasked(interview))).toEqual(expected);
    const leftOver = ['first', 'long', 'secret', 'long-secret'].filter((linkId) => !(linkId in expected));
    expect(openItems(interview)).toEqual(leftOver);
  });

  test('what is answered never', () => {
    const answers = { first: notNow, long: notNow, secret: notNow, 'long-secret': notNow };
    expect(unasked(asking(mixed, answers, { track: 'short', accompanied: true })).size).toBe(0);
  });
});

describe('Of the answers count', () => {
  test('those of shown items only: a hidden answer decides nothing that comes after it', () => {
    const ifSecond = { enableWhen: [{ question: 'second', operator: '=', answerCode: 'yes' }] };
    const chained = version(item('first'), item('second', ifYes), item('third', ifSecond));
    const visible = (first: string): readonly string[] => [
      ...asking(chained, { first: code(first), second: code('yes'), third: notNow }).visible.keys(),
    ];
    expect(visible('yes')).toEqual(['first', 'second', 'third']);
    expect(visible('no')).toEqual(['first']);
  });

  test('those without hidden options: an answer of hidden options alone is none', () => {
    const answerOption = [{ code: 'yes', ...ifYes }, { code: 'maybe' }];
    const narrowed = version(item('first'), item('second', { answerOption, repeats: true }));
    const answerOf = (first: string, ...codes: string[]): Answer | undefined =>
      asking(narrowed, { first: code(first), second: code(...codes) }).visible.get('second');
    expect(answerOf('yes', 'yes', 'maybe')).toEqual(code('yes', 'maybe'));
    expect(answerOf('no', 'yes', 'maybe')).toEqual(code('maybe'));
    expect(answerOf('no', 'yes')).toBeUndefined();
  });

  test('codes of another version, which this one may not offer', () => {
    expect(asking(three, { first: code('from-another-version') }).visible.get('first')).toEqual(
      code('from-another-version'),
    );
  });

  test('codes of a version that has lost the question since', () => {
    const lost = asking(three, { first: code('yes', 'gone') }, { askedIn: () => version(item('third')) });
    expect(lost.visible.get('first')).toEqual(code('yes', 'gone'));
  });

  test('such codes only while the version that offered them would still show them', () => {
    const answerOption = [{ code: 'yes' }, { code: 'elsewhere', ...ifYes }];
    const other = version(item('first'), item('second', { answerOption }));
    const here = version(item('first'), item('second'));
    const answerOf = (first: string): Answer | undefined =>
      asking(here, { first: code(first), second: code('elsewhere') }, { askedIn: () => other }).visible.get('second');
    expect(answerOf('yes')).toEqual(code('elsewhere'));
    expect(answerOf('no')).toBeUndefined();
  });
});

describe('The question of an instrument', () => {
  const instrument = { slot: 'example', languages: ['da' as const] };
  const asked = version(item('first'), { ...adapted(item('official')), instrument });

  test.each<[LanguageTag, boolean]>([
    ['da', true],
    ['sv', false],
    ['kl', false],
    ['kl-tunumiit', false],
  ])('is shown in a language of its wording and no other: %s', (language, isShown) => {
    expect(asking(asked, {}, { language }).visible.has('official')).toBe(isShown);
  });

  test('is shown in a dialect of such a language', () => {
    const greenlandic = version({ ...adapted(item('official')), instrument: { slot: 'example', languages: ['kl'] } });
    expect(asking(greenlandic, {}, { language: 'kl-x-avaneq' }).visible.has('official')).toBe(true);
  });

  test('is shown in any language once it is answered', () => {
    expect(asking(asked, { official: notNow }, { language: 'sv' }).visible.get('official')).toEqual(notNow);
  });
});
