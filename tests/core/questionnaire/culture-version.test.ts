import { describe, expect, test } from 'vitest';
import type { Change, Overlay } from '../../../core/pack/overlay.ts';
import type { AnswerKind, Item, QuestionnaireFile } from '../../../core/pack/questionnaire.ts';
import type { SafetyFile } from '../../../core/pack/safety.ts';
import {
  adapt,
  codedParts,
  nonAnswerKey,
  optionsOf,
  textKey,
  versionOf,
  type CultureVersion,
} from '../../../core/questionnaire/culture-version.ts';

const why = { dimension: 'content', reason: 'A reason that a clinician understands.' } as const;
const pictures = { notNow: 'later', tellAPerson: 'talk', dontKnow: 'not-sure' };
const whenText = [{ question: 'text', operator: 'exists', answerBoolean: true } as const];

// What every item has, and how this one is answered.
const common = {
  linkId: 'choice',
  section: 'one',
  sensitivity: 2,
  short: true,
  hint: true,
  notice: true,
  noticePolicy: 'noMedicineWhileAnonymous',
  mayNamePeople: true,
  sendWhen: whenText,
} as const;
const conditions = { enableWhen: whenText, enableBehavior: 'any' } as const;
const kind: AnswerKind = {
  type: 'choice',
  repeats: true,
  maxAnswers: 2,
  presentation: 'path',
  imagery: 'hill',
  answerOption: [{ code: 'a' }, { code: 'b' }],
};
const choice: Item = { ...common, ...conditions, ...kind };
const text: Item = { linkId: 'text', section: 'two', sensitivity: 1, type: 'string', maxLength: 10 };
const added: Item = { linkId: 'added', section: 'two', sensitivity: 0, type: 'string', maxLength: 10 };

const base: QuestionnaireFile = {
  format: 2,
  whoCanSee: [{ code: 'centre', pictogram: 'centre' }],
  nonAnswers: pictures,
  unitGrams: { DK: 12, SE: 12, GL: 12 },
  instrumentSlot: [{ slot: 'example', section: 'one', sensitivity: 1, after: 'choice' }],
  item: [choice, text],
};
const safety: SafetyFile = {
  format: 1,
  rule: [{ id: 'rule', level: 'amber', enableWhen: whenText, reason: 'Made for tests.' }],
};

function overlay(items: string[], changes: Change[], more: Partial<Overlay> = {}): Overlay {
  return { format: 2, culture: 'danish', order: { items, ...why }, changes, ...more };
}

function adapted(items: string[], changes: Change[], more: Partial<Overlay> = {}): CultureVersion {
  return adapt({ base, overlay: overlay(items, changes, more), safety });
}

/** The choice after one change to it. */
function changedBy(change: Change): Item | undefined {
  return adapted(['text', 'choice'], [change]).byLinkId.get('choice')?.item;
}

test('An overlay without changes gives the questionnaire in its own order', () => {
  const version = adapted(['text', 'choice'], []);
  expect(version.items.map(({ item }) => item)).toEqual([text, choice]);
  expect(version.sections).toEqual(['two', 'one']);
  expect(version.whoCanSee).toEqual(base.whoCanSee);
  expect(version.nonAnswers).toEqual({ pictures, ownWording: false });
  expect(version.safety).toEqual(safety.rule);
  expect(version.instrumentSlots).toEqual(base.instrumentSlot);
  expect(version.unitGrams).toEqual(base.unitGrams);
});

describe('A change', () => {
  test('drops an item', () => {
    const version = adapted(['choice'], [{ change: 'drop', linkId: 'text', ...why }]);
    expect(version.byLinkId.has('text')).toBe(false);
    expect(version.items).toHaveLength(1);
  });

  test('adds an item', () => {
    const version = adapted(['text', 'added', 'choice'], [{ change: 'add', item: added, ...why }]);
    expect(version.items.map(({ item }) => item.linkId)).toEqual(['text', 'added', 'choice']);
    expect(version.byLinkId.get('added')?.item).toEqual(added);
  });

  test('gives other options, and leaves everything else', () => {
    const answerOption = [{ code: 'c' }, { code: 'd' }];
    const changed = changedBy({ change: 'options', linkId: 'choice', answerOption, ...why });
    expect(changed).toEqual({ ...choice, answerOption });
  });

  test.each<[string, AnswerKind]>([
    ['words', { type: 'string', maxLength: 40 }],
    ['a number', { type: 'integer', minValue: 1, maxValue: 9 }],
    ['days', { type: 'days', lastDays: 28 }],
    ['two stories', { type: 'choice', presentation: 'stories', answerOption: [{ code: 'c' }, { code: 'd' }] }],
    ['people', { type: 'circle', who: [{ code: 'c' }], ring: [{ code: 'd' }], maxPeople: 3 }],
  ])('asks for %s instead, keeps what every item has, and nothing of the old kind', (_, answer) => {
    const changed = changedBy({ change: 'answerKind', linkId: 'choice', answer, ...why });
    expect(changed).toEqual({ ...common, ...conditions, ...answer });
  });

  test('sets other conditions', () => {
    const enableWhen = [{ question: 'text', operator: 'declined' } as const];
    const changed = changedBy({ change: 'conditions', linkId: 'choice', enableWhen, enableBehavior: 'all', ...why });
    expect(changed).toEqual({ ...choice, enableWhen, enableBehavior: 'all' });
  });

  test('takes the conditions away', () => {
    expect(changedBy({ change: 'conditions', linkId: 'choice', ...why })).toEqual({ ...common, ...kind });
  });

  test('shows or hides a hint and a notice', () => {
    expect(changedBy({ change: 'hint', linkId: 'choice', shown: false, ...why })).toEqual({ ...choice, hint: false });
    expect(changedBy({ change: 'notice', linkId: 'choice', shown: false, ...why })).toEqual({
      ...choice,
      notice: false,
    });
  });

  test('comes after the one before it', () => {
    const version = adapted(
      ['text', 'choice'],
      [
        { change: 'drop', linkId: 'choice', ...why },
        { change: 'add', item: { ...added, linkId: 'choice' }, ...why },
        { change: 'hint', linkId: 'choice', shown: true, ...why },
      ],
    );
    expect(version.byLinkId.get('choice')?.item).toEqual({ ...added, linkId: 'choice', hint: true });
  });

  test('names other points of who can see, and pictures of its own for the non-answers', () => {
    const points = [{ code: 'police', pictogram: 'police-no' }];
    const faces = { notNow: 'face-no', tellAPerson: 'talk', dontKnow: 'face-shrug' };
    const version = adapted(['text', 'choice'], [], {
      whoCanSee: { points, ...why },
      nonAnswers: { pictures: faces, ...why },
    });
    expect(version.whoCanSee).toEqual(points);
    expect(version.nonAnswers).toEqual({ pictures: faces, ownWording: true });
    expect(nonAnswerKey(version, 'notNow')).toBe('intake.nonAnswer@danish.notNow');
    expect(nonAnswerKey(adapted(['text', 'choice'], []), 'notNow')).toBe('intake.nonAnswer.notNow');
  });
});

describe('The key of a text', () => {
  const version = adapted(
    ['text', 'choice'],
    [{ change: 'wording', linkId: 'choice', parts: ['title', 'option.a'], ...why }],
  );

  test('is the version’s own where it has a wording of its own, and the common one elsewhere', () => {
    expect(textKey(version, 'choice', 'title')).toBe('intake.choice@danish.title');
    expect(textKey(version, 'choice', 'option.a')).toBe('intake.choice@danish.option.a');
    expect(textKey(version, 'choice', 'option.b')).toBe('intake.choice.option.b');
    expect(textKey(version, 'text', 'title')).toBe('intake.text.title');
  });

  test('is the common one for an item that the version lacks', () => {
    expect(textKey(version, 'nothing', 'title')).toBe('intake.nothing.title');
  });

  test('stands apart for an instrument, whatever wording the version has', () => {
    const items = version.items.map((each) => ({
      ...each,
      instrument: { slot: 'example', languages: ['da' as const] },
    }));
    expect(textKey(versionOf(items, version), 'choice', 'title')).toBe('instrument.choice.title');
  });
});

test.each<[string, Item, readonly string[]]>([
  ['each option of a choice', choice, ['option.a', 'option.b']],
  ['nothing where words are asked for', text, []],
  ['nothing where a number is asked for', { ...added, type: 'integer', minValue: 0, maxValue: 1 }, []],
  ['nothing where days are asked for', { ...added, type: 'days', lastDays: 7 }, []],
  [
    'each of the people, and each ring',
    { ...added, type: 'circle', who: [{ code: 'a' }], ring: [{ code: 'b' }], maxPeople: 1 },
    ['who.a', 'ring.b'],
  ],
  [
    'each vessel, each part and all company',
    {
      ...added,
      type: 'episodes',
      maxEpisodes: 1,
      container: [{ code: 'a', pictogram: 'a', centilitres: 1, percent: 1 }],
      asksShare: 'always',
      share: [{ code: 'b', weight: 1 }],
      company: [{ code: 'c' }],
    },
    ['container.a', 'share.b', 'company.c'],
  ],
  [
    'each vessel alone where no more is asked for',
    {
      ...added,
      type: 'episodes',
      maxEpisodes: 1,
      container: [{ code: 'a', pictogram: 'a', centilitres: 1, percent: 1 }],
      asksShare: 'never',
    },
    ['container.a'],
  ],
])('A text stands for %s', (_, item, parts) => {
  expect(codedParts(item)).toEqual(parts);
});

test('A text has no options', () => {
  expect(optionsOf(text)).toEqual([]);
  expect(optionsOf(choice)).toEqual([{ code: 'a' }, { code: 'b' }]);
});

describe('What loadPack refuses stops an adaptation that comes all the same:', () => {
  const options = [{ code: 'c' }, { code: 'd' }];
  test.each<[string, Overlay]>([
    ['an order with an unknown item', overlay(['nothing'], [])],
    ['a change to an unknown item', overlay(['text'], [{ change: 'hint', linkId: 'nothing', shown: true, ...why }])],
    ['options for a text', overlay(['text'], [{ change: 'options', linkId: 'text', answerOption: options, ...why }])],
  ])('%s', (_, broken) => {
    expect(() => adapt({ base, overlay: broken, safety })).toThrow();
  });
});
