import { changeIn, itemIn, itemOf, move, optionIn, WHY } from '../open-pack.ts';
import { D, EXTRA, Q, is, when, type BrokenPack } from './broken-pack.ts';

/** Mistakes in what the files say of each other, and of each version as a whole. */
export const CONTRADICTORY: readonly BrokenPack[] = [
  {
    what: 'two items of one linkId',
    breaking: (pack) => pack.questionnaire.item.push(itemIn(pack, 'age')),
    problem: {
      file: Q,
      place: 'age',
      remedy: 'Two questions have this linkId: give every question a linkId of its own.',
    },
  },
  {
    what: 'an overlay of another culture than its file',
    breaking: ({ overlays }) => (overlays.danish.culture = 'swedish'),
    problem: { file: D, place: 'culture', remedy: 'Write "danish", as the file is named.' },
  },
  {
    what: 'a change to an unknown item',
    breaking: ({ overlays }) =>
      overlays.danish.changes.push({ change: 'hint', linkId: 'nothing', shown: true, ...WHY }),
    problem: { file: D, place: 'nothing', remedy: 'No such question: check the linkId.' },
  },
  {
    what: 'an added item that exists already',
    breaking: (pack) => pack.overlays.danish.changes.push({ change: 'add', item: itemIn(pack, 'age'), ...WHY }),
    problem: { file: D, place: 'age', remedy: 'This question exists already: change it instead of adding it.' },
  },
  {
    what: 'answer options for a text',
    breaking: (pack) =>
      pack.overlays.danish.changes.push({
        change: 'options',
        linkId: 'call-name',
        answerOption: itemOf(pack, 'age', 'choice').answerOption,
        ...WHY,
      }),
    problem: {
      file: D,
      place: 'call-name',
      remedy: 'This question has no answer options: change its answerKind instead.',
    },
  },
  {
    what: 'answer options for what another change has made a number',
    breaking: (pack) =>
      pack.overlays.danish.changes.unshift({
        change: 'answerKind',
        linkId: 'worker',
        answer: { type: 'integer', minValue: 0, maxValue: 2 },
        ...WHY,
      }),
    problem: {
      file: D,
      place: 'worker',
      remedy: 'This question has no answer options: change its answerKind instead.',
    },
  },
  {
    what: 'a change that is said twice',
    breaking: ({ overlays }) =>
      overlays.danish.changes.push({ change: 'wording', linkId: 'takes-room', parts: ['hint'], ...WHY }),
    problem: { file: D, place: 'takes-room > wording', remedy: 'This change is said twice: say it once.' },
  },
  {
    what: 'a change to an item after it was dropped',
    breaking: ({ overlays }) =>
      overlays.danish.changes.push(
        { change: 'drop', linkId: 'helper', ...WHY },
        { change: 'notice', linkId: 'helper', shown: true, ...WHY },
      ),
    problem: { file: D, place: 'helper', remedy: 'No such question: check the linkId.' },
  },
  {
    what: 'an item without a place in the order',
    breaking: ({ overlays }) => overlays.danish.order.items.pop(),
    problem: { file: D, place: 'most-important', remedy: 'Give this question a place in the order, or drop it.' },
  },
  {
    what: 'an added item without a place in the order',
    breaking: ({ overlays }) => overlays.danish.changes.push({ change: 'add', item: EXTRA, ...WHY }),
    problem: { file: D, place: 'extra', remedy: 'Give this question a place in the order, or drop it.' },
  },
  {
    what: 'an item twice in the order',
    breaking: ({ overlays }) => overlays.danish.order.items.push('age'),
    problem: { file: D, place: 'age', remedy: 'The order names this question twice: keep one.' },
  },
  {
    what: 'a dropped item in the order',
    breaking: ({ overlays }) => overlays.danish.changes.push({ change: 'drop', linkId: 'helper', ...WHY }),
    problem: { file: D, place: 'helper', remedy: 'The order names a question that this version lacks: remove it.' },
  },
  {
    what: 'a section that is torn apart',
    breaking: (pack) => move(pack, 'danish', 'psychiatry', 'strengths'),
    problem: {
      file: D,
      place: 'people',
      remedy: 'The section "strengths" was left already: put its questions next to each other in the order.',
    },
  },
  {
    what: 'a question that its version asks before what it follows',
    breaking: (pack) => move(pack, 'danish', 'drink-when', 'became-hard'),
    problem: {
      file: D,
      place: 'drink-when',
      remedy: 'It follows "last-drink", which is asked later: put it behind "last-drink" in the order.',
    },
  },
  {
    what: 'a condition on the question itself',
    breaking: (pack) => Object.assign(optionIn(pack, 'helper', 'alone'), when(is('helper', 'friend'))),
    problem: {
      file: Q,
      place: 'helper',
      remedy: 'A condition looks at the question that it stands in: look at an earlier one.',
    },
  },
  {
    what: 'questions that wait for each other in a circle',
    breaking: (pack) => {
      Object.assign(itemIn(pack, 'importance'), when(is('takes-room', 'alcohol')));
      Object.assign(
        itemIn(pack, 'confidence'),
        when({ question: 'importance', operator: 'exists', answerBoolean: true }),
      );
      Object.assign(itemIn(pack, 'takes-room'), when(is('confidence', '5')));
    },
    problem: {
      file: Q,
      place: 'importance',
      remedy: 'This question and "takes-room" wait for each other: take the condition away from one of them.',
    },
  },
  {
    what: 'a condition on a question that a version does not ask',
    breaking: (pack) => Object.assign(itemIn(pack, 'income'), when(is('children-home', 'live-here'))),
    problem: {
      file: 'swedish.json',
      place: 'income',
      remedy: 'A condition looks at "children-home", which is not asked: mend the name, or remove it.',
    },
  },
  {
    what: 'a condition on a code that no longer exists',
    breaking: (pack) => Object.assign(optionIn(pack, 'shaking', 'now'), { code: 'today' }),
    problem: { file: Q, place: 'fits', remedy: '"shaking" has no answer option "now": mend the code.' },
  },
  {
    what: 'a condition on a code of a text',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'age'), when({ question: 'call-name', operator: '!=', answerCode: 'maja' })),
    problem: { file: Q, place: 'age', remedy: '"call-name" has no answer option "maja": mend the code.' },
  },
  {
    what: 'a condition on the number of a text',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'age'), when({ question: 'call-name', operator: '>', answerDecimal: 1 })),
    problem: {
      file: Q,
      place: 'age',
      remedy: 'The answer to "call-name" is no number: give its options weights, or ask in another way.',
    },
  },
  {
    what: 'two options of one code',
    breaking: (pack) => itemOf(pack, 'age', 'choice').answerOption.push(optionIn(pack, 'age', 'under-18')),
    problem: { file: Q, place: 'age', remedy: 'The code of "option.under-18" stands twice: use each code once.' },
  },
  {
    what: 'a wording that is never shown',
    breaking: (pack) => changeIn(pack, 'danish', 'wording', 'worker').parts.push('hint', 'option.robot'),
    problem: {
      file: D,
      place: 'worker',
      remedy: 'This version words "option.robot" in its own way but never shows it: remove the part, or show it.',
    },
  },
  {
    what: 'a code that counts something else in another version',
    breaking: (pack) => {
      const { answer } = changeIn(pack, 'swedish', 'answerKind', 'importance');
      if (answer.type === 'choice') for (const option of answer.answerOption) option.weight = Number(option.code) + 1;
    },
    problem: {
      file: 'swedish.json',
      place: 'importance.option.5',
      remedy: 'This code counts something else in another version: give it the same numbers, or a new code.',
    },
  },
];
