import { describe, expect, test } from 'vitest';
import type { QuestionScene, ShownField } from '../../../core/intake/scene.ts';
import { answerSchema, type Answer } from '../../../core/questionnaire/answer.ts';
import { begunAnswerSchema, type BegunValue } from '../../../core/questionnaire/begun-answer.ts';
import {
  chooseNonAnswer,
  fitting,
  nextMove,
  previousStep,
  selectionOf,
  shownSelection,
  shownValue,
  touched,
} from '../../../renderer/screens/citizen/selection.ts';

const choices = (...codes: string[]) => codes.map((code) => ({ code, textKey: code, pictogram: null }));

const FIELDS = {
  choice: {
    kind: 'choice',
    presentation: 'cards',
    imagery: null,
    options: choices('sea', 'song').map((option) => ({ ...option, exclusive: false })),
    maxAnswers: 2,
  },
  text: { kind: 'text', maxLength: 60, masked: false, keyboard: null, warnsOfNames: false },
  number: { kind: 'number', minValue: 0, maxValue: 28 },
  days: { kind: 'days', lastDays: 28 },
  episodes: {
    kind: 'episodes',
    maxEpisodes: 2,
    containers: [{ code: 'can', textKey: 'can', pictogram: null, shared: false }],
    asksShare: 'always',
    shares: choices('all', 'half'),
    company: [],
  },
  circle: { kind: 'circle', who: choices('partner'), rings: choices('here'), maxPeople: 20 },
} as const satisfies Record<string, ShownField>;

const time = { drinks: [{ container: 'can', count: 2 }], share: 'half', company: null };

/** Of every kind of question an answer that the kiosk takes. */
const ANSWERS: readonly { readonly field: ShownField; readonly answer: Answer }[] = [
  { field: FIELDS.choice, answer: { kind: 'codes', codes: ['sea', 'song'] } },
  { field: FIELDS.text, answer: { kind: 'text', text: 'Malik' } },
  { field: FIELDS.number, answer: { kind: 'number', value: 0 } },
  { field: FIELDS.days, answer: { kind: 'days', daysAgo: [0, 12] } },
  { field: FIELDS.days, answer: { kind: 'days', daysAgo: [] } },
  { field: FIELDS.episodes, answer: { kind: 'episodes', episodes: [time, time] } },
  { field: FIELDS.circle, answer: { kind: 'circle', people: [{ who: 'partner', ring: 'here' }] } },
  { field: FIELDS.circle, answer: { kind: 'circle', people: [] } },
];

const nothing = selectionOf(null);

describe('An answer that stands', () => {
  test.each([...ANSWERS, { field: FIELDS.choice, answer: { kind: 'notNow' } as const }])(
    'is not given a second time while it is untouched: %j',
    ({ field, answer }) => {
      expect(nextMove(fitting(selectionOf(answer), field), answer, field)).toEqual({ kind: 'proceed' });
    },
  );

  test.each(ANSWERS)('is given again as it stands once it was touched: %j', ({ field, answer }) => {
    const move = nextMove(touched(fitting(selectionOf(answer), field).value), answer, field);
    expect(move).toEqual({ kind: 'answer', answer });
    expect(answerSchema.parse(answer)).toEqual(answer);
  });

  test('goes on although this version of the question shows none of it', () => {
    const answer: Answer = { kind: 'days', daysAgo: [1, 2] };
    expect(nextMove(fitting(selectionOf(answer), FIELDS.number), answer, FIELDS.number)).toEqual({ kind: 'proceed' });
  });

  test('is missing once it was taken away', () => {
    const answer: Answer = { kind: 'codes', codes: ['sea'] };
    expect(nextMove(touched({ kind: 'codes', codes: [] }), answer, FIELDS.choice).kind).toBe('missing');
  });
});

describe('What was begun', () => {
  const half = { ...time, drinks: [], share: null };
  const circle = { kind: 'circle', people: [{ who: 'partner', ring: 'here' }], saidNobody: false } as const;
  const BEGUN: readonly { readonly field: ShownField; readonly value: BegunValue }[] = [
    ...ANSWERS.map(({ field, answer }) => ({ field, value: selectionOf(answer).value })),
    { field: FIELDS.choice, value: { kind: 'codes', codes: [] } },
    { field: FIELDS.text, value: { kind: 'text', text: '' } },
    { field: FIELDS.number, value: { kind: 'number', digits: '' } },
    { field: FIELDS.days, value: { kind: 'days', daysAgo: [], saidNone: false } },
    { field: FIELDS.episodes, value: { kind: 'episodes', times: [time, half], open: { time: 1, step: 'drinks' } } },
    { field: FIELDS.episodes, value: { kind: 'episodes', times: [half], open: { time: 0, step: 'around' } } },
    { field: FIELDS.circle, value: { ...circle, placing: 'partner' } },
  ];

  test.each(BEGUN)('passes to the kiosk, and stands on the screen again as it was: %j', ({ field, value }) => {
    const begun = { linkId: 'it', value, nonAnswer: null };
    expect(begunAnswerSchema.parse(begun)).toEqual(begun);
    const scene: QuestionScene = {
      kind: 'question',
      item: { linkId: 'it', sensitivity: 0, titleKey: '', hintKey: null, noticeKey: null, field, nonAnswers: [] },
      answer: { kind: 'dontKnow' },
      begun,
    };
    expect(shownSelection(scene, undefined)).toEqual({ value, nonAnswer: null, touched: true });
    expect(shownSelection({ ...scene, begun: { ...begun, nonAnswer: 'notNow' } }, undefined).nonAnswer).toBe('notNow');
  });
});

describe('Continue says what is missing', () => {
  test.each<{ field: ShownField; value: BegunValue; problemKey: string }>([
    { field: FIELDS.choice, value: nothing.value, problemKey: 'kiosk.chooseFirst' },
    { field: FIELDS.text, value: { kind: 'text', text: '  ' }, problemKey: 'kiosk.problem.empty' },
    { field: FIELDS.number, value: { kind: 'number', digits: '' }, problemKey: 'kiosk.chooseFirst' },
    {
      field: FIELDS.days,
      value: { kind: 'days', daysAgo: [], saidNone: false },
      problemKey: 'kiosk.chooseFirst',
    },
    { field: FIELDS.episodes, value: nothing.value, problemKey: 'kiosk.episodes.missing.drinks' },
    {
      field: FIELDS.episodes,
      value: { kind: 'episodes', times: [{ ...time, share: null }], open: { time: 0, step: 'around' } },
      problemKey: 'kiosk.episodes.missing.share',
    },
    {
      field: FIELDS.circle,
      value: { kind: 'circle', people: [], placing: null, saidNobody: false },
      problemKey: 'kiosk.chooseFirst',
    },
    {
      field: FIELDS.circle,
      value: { kind: 'circle', people: [{ who: 'partner', ring: 'here' }], placing: 'partner', saidNobody: false },
      problemKey: 'kiosk.circle.missing.ring',
    },
  ])('$problemKey after $value', ({ field, value, problemKey }) => {
    expect(nextMove(touched(value), null, field)).toEqual({ kind: 'missing', problemKey });
  });
});

test('Times of drinking are told step by step before they are an answer', () => {
  const told = { kind: 'episodes', times: [time], open: { time: 0, step: 'drinks' } } as const;
  const around = nextMove(touched(told), null, FIELDS.episodes);
  if (around.kind !== 'step') throw new Error('The question about the part does not follow');
  expect(previousStep(around.selection, FIELDS.episodes)).toEqual(touched(told));
  const list = nextMove(around.selection, null, FIELDS.episodes);
  if (list.kind !== 'step') throw new Error('The list does not follow');
  expect(nextMove(list.selection, null, FIELDS.episodes)).toEqual({
    kind: 'answer',
    answer: { kind: 'episodes', episodes: [time] },
  });
});

test('Back leads out of every other kind of question', () => {
  expect(previousStep(touched({ kind: 'codes', codes: ['sea'] }), FIELDS.choice)).toBeNull();
});

describe('A non-answer', () => {
  const cards = touched({ kind: 'codes', codes: ['sea'] });
  const notNow = chooseNonAnswer(cards, 'notNow');

  test('is given instead of what was chosen', () => {
    expect(nextMove(notNow, null, FIELDS.choice)).toEqual({ kind: 'answer', answer: { kind: 'notNow' } });
  });

  test('hides what was chosen, and a second tap brings it back', () => {
    expect(shownValue(notNow)).toEqual({ kind: 'nothing' });
    expect(shownValue(chooseNonAnswer(notNow, 'notNow'))).toEqual(cards.value);
  });

  test('leaves what was built piece by piece to be seen', () => {
    const built = touched({
      kind: 'circle',
      people: [{ who: 'partner', ring: 'here' }],
      placing: null,
      saidNobody: false,
    });
    expect(shownValue(chooseNonAnswer(built, 'dontKnow'))).toEqual(built.value);
  });

  test('gives way to another one, and to a card', () => {
    expect(chooseNonAnswer(notNow, 'tellAPerson').nonAnswer).toBe('tellAPerson');
    expect(touched({ kind: 'codes', codes: ['song'] }).nonAnswer).toBeNull();
  });
});

test('In a version that asks in another way nothing is chosen', () => {
  for (const [kind, field] of Object.entries(FIELDS)) {
    const ofAnotherKind = ANSWERS.filter((each) => each.field.kind !== kind);
    for (const { answer } of ofAnotherKind)
      expect(fitting(selectionOf(answer), field).value, `${answer.kind} on ${kind}`).toEqual({ kind: 'nothing' });
  }
});
