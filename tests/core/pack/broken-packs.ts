import { CULTURES } from '../../../core/basics/language.ts';
import type { PackProblem } from '../../../core/pack/load.ts';
import type { EnableWhen } from '../../../core/pack/condition.ts';
import type { Item } from '../../../core/pack/questionnaire.ts';
import {
  addedItem,
  changeIn,
  itemIn,
  itemOf,
  move,
  optionIn,
  ruleIn,
  slotIn,
  WHY,
  type OpenPack,
} from './open-pack.ts';

/** The pack that ships with one mistake, and the problem that says what to do about it. */
export interface BrokenPack {
  readonly what: string;
  readonly breaking: (pack: OpenPack) => unknown;
  readonly problem: PackProblem;
}

const EXTRA: Item = { linkId: 'extra', section: 'next', sensitivity: 0, type: 'string', maxLength: 20 };
const Q = 'questionnaire.json';
const D = 'danish.json';

function when(...enableWhen: EnableWhen[]): { readonly enableWhen: EnableWhen[] } {
  return { enableWhen };
}

function is(question: string, answerCode: string): EnableWhen {
  return { question, operator: '=', answerCode };
}

const NEVER_TOGETHER = 'Nobody is ever asked this. Its conditions can never all hold: take one of them away.';

/** Mistakes that the shape of a file gives away. */
export const MISSHAPEN: readonly BrokenPack[] = [
  {
    what: 'an item with an unknown key',
    breaking: (pack) => Object.assign(itemIn(pack, 'age'), { colour: 'red' }),
    problem: {
      file: Q,
      place: 'item > age',
      remedy: 'Nothing is called "colour" here: remove it, or mend its spelling.',
    },
  },
  {
    what: 'an overlay with an unknown key',
    breaking: ({ overlays }) => Object.assign(overlays.swedish, { note: 'x', notes: 'y' }),
    problem: {
      file: 'swedish.json',
      place: 'the whole file',
      remedy: 'Nothing is called "note", "notes" here: remove it, or mend its spelling.',
    },
  },
  {
    what: 'a safety rule with an unknown level',
    breaking: (pack) => Object.assign(ruleIn(pack, 'pregnant'), { level: 'yellow' }),
    problem: { file: 'safety.json', place: 'rule > pregnant > level', remedy: 'Write one of "red", "amber".' },
  },
  {
    what: 'another format',
    breaking: ({ questionnaire }) => Object.assign(questionnaire, { format: 1 }),
    problem: { file: Q, place: 'format', remedy: 'Write 2.' },
  },
  {
    what: 'a sensitivity beyond 3',
    breaking: (pack) => Object.assign(itemIn(pack, 'helper'), { sensitivity: 4 }),
    problem: { file: Q, place: 'item > helper > sensitivity', remedy: 'Write at most 3.' },
  },
  {
    what: 'a sensitivity between two steps',
    breaking: (pack) => Object.assign(itemIn(pack, 'helper'), { sensitivity: 1.5 }),
    problem: { file: Q, place: 'item > helper > sensitivity', remedy: 'This must be a whole number.' },
  },
  {
    what: 'a unit of nothing',
    breaking: ({ questionnaire }) => Object.assign(questionnaire.unitGrams, { DK: 0 }),
    problem: { file: Q, place: 'unitGrams > DK', remedy: 'Write more than 0.' },
  },
  {
    what: 'a choice of one',
    breaking: (pack) => itemOf(pack, 'age', 'choice').answerOption.splice(1),
    problem: { file: Q, place: 'item > age > answerOption', remedy: 'Write at least 2 entries.' },
  },
  {
    what: 'a reason that gives none',
    breaking: (pack) => Object.assign(changeIn(pack, 'danish', 'options', 'worker'), { reason: 'better' }),
    problem: { file: D, place: 'changes > worker > reason', remedy: 'Write at least 10 characters.' },
  },
  {
    what: 'a change without a dimension',
    breaking: (pack) => Object.assign(changeIn(pack, 'danish', 'options', 'worker'), { dimension: undefined }),
    problem: { file: D, place: 'changes > worker > dimension', remedy: '"dimension" is missing: write it.' },
  },
  {
    what: 'an item without a linkId',
    breaking: (pack) => Object.assign(itemIn(pack, 'read-or-listen'), { linkId: undefined }),
    problem: { file: Q, place: 'item > number 1 > linkId', remedy: '"linkId" is missing: write it.' },
  },
  {
    what: 'an option that is no code',
    breaking: (pack) => Object.assign(optionIn(pack, 'age', 'under-18'), { code: 'Under 18' }),
    problem: {
      file: Q,
      place: 'item > age > answerOption > Under 18 > code',
      remedy: 'Use 1 to 41 small letters, digits and hyphens, and begin with no hyphen.',
    },
  },
  {
    what: 'a linkId that is none',
    breaking: (pack) => Object.assign(itemIn(pack, 'age'), { linkId: '2age' }),
    problem: {
      file: Q,
      place: 'item > 2age > linkId',
      remedy: 'Use 2 to 41 small letters, digits and hyphens, and begin with a letter.',
    },
  },
  {
    what: 'a wording of a part that no item has',
    breaking: (pack) => changeIn(pack, 'danish', 'wording', 'worker').parts.push('option'),
    problem: {
      file: D,
      place: 'changes > worker > parts > number 2',
      remedy: 'Write title, hint, notice, or a part and its code, for example option.yes.',
    },
  },
  {
    what: 'an unknown kind of answer',
    breaking: (pack) => Object.assign(itemIn(pack, 'age'), { type: 'chioce' }),
    problem: {
      file: Q,
      place: 'item > age > type',
      remedy: 'Write one of "choice", "string", "integer", "days", "episodes", "circle".',
    },
  },
  {
    what: 'an operator of its own',
    breaking: (pack) => Object.assign(itemIn(pack, 'since-when').enableWhen?.[0] ?? {}, { operator: 'matches' }),
    problem: {
      file: Q,
      place: 'item > since-when > enableWhen > takes-room > operator',
      remedy: 'Write one of "exists", "=", "!=", ">", "<", ">=", "<=", "declined".',
    },
  },
  {
    what: 'a list that is none',
    breaking: ({ overlays }) => Object.assign(overlays.greenlandic.order, { items: 'helper' }),
    problem: { file: 'greenlandic.json', place: 'order > items', remedy: 'This must be a list in [ ].' },
  },
  {
    what: 'an added item of a shape of its own',
    breaking: (pack) => Object.assign(addedItem(pack, 'greenlandic', 'dialect'), { hint: 'yes' }),
    problem: {
      file: 'greenlandic.json',
      place: 'changes > dialect > item > hint',
      remedy: 'This must be true or false.',
    },
  },
];

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
    what: 'a most of answers where one is the most',
    breaking: (pack) => Object.assign(itemIn(pack, 'good-day'), { repeats: false }),
    problem: {
      file: Q,
      place: 'good-day',
      remedy: 'A maxAnswers stands without "repeats": true: add it, or remove the maxAnswers.',
    },
  },
  {
    what: 'an option that is chosen alone where all are',
    breaking: (pack) => Object.assign(optionIn(pack, 'too-much', 'never'), { exclusive: true }),
    problem: {
      file: Q,
      place: 'too-much',
      remedy: '"never" is exclusive, but only one answer can be chosen anyway: remove "exclusive".',
    },
  },
  {
    what: 'a path on which one stands at several stops',
    breaking: (pack) => Object.assign(itemIn(pack, 'confidence'), { repeats: true }),
    problem: {
      file: D,
      place: 'confidence',
      remedy: 'A path takes one answer only: remove "repeats", or show the options as cards.',
    },
  },
  {
    what: 'a picture of a path without one',
    breaking: (pack) => Object.assign(itemIn(pack, 'tobacco-amount'), { imagery: 'hill' }),
    problem: {
      file: Q,
      place: 'tobacco-amount',
      remedy: 'The imagery is the picture along a path: add "presentation": "path", or remove it.',
    },
  },
  {
    what: 'a weight below nothing',
    breaking: (pack) => Object.assign(optionIn(pack, 'importance', '5'), { weight: -0.5 }),
    problem: { file: Q, place: 'item > importance > answerOption > 5 > weight', remedy: 'Write at least 0.' },
  },
  {
    what: 'a weight that some options lack',
    breaking: (pack) => delete optionIn(pack, 'importance', '5').weight,
    problem: {
      file: D,
      place: 'importance',
      remedy: 'Some options have a weight and some have none: give one to "5".',
    },
  },
  {
    what: 'a least number beyond the most',
    breaking: (pack) => Object.assign(itemIn(pack, 'cannabis-amount'), { minValue: 61 }),
    problem: {
      file: D,
      place: 'cannabis-amount',
      remedy: 'The minValue is larger than the maxValue: mend one of them.',
    },
  },
  {
    what: 'keys for a number where a long text is written',
    breaking: (pack) => Object.assign(itemIn(pack, 'good-day-words'), { keyboard: 'number' }),
    problem: {
      file: Q,
      place: 'good-day-words',
      remedy: 'A keyboard is for at most 255 characters: lower the maxLength, or remove "keyboard".',
    },
  },
  {
    what: 'a share that is asked for and cannot be told',
    breaking: (pack) => Object.assign(itemIn(pack, 'last-times'), { asksShare: 'always' }),
    problem: {
      file: D,
      place: 'last-times',
      remedy: 'The own share is asked for, but there is none to choose: write "share".',
    },
  },
  {
    what: 'a share that is never asked for',
    breaking: (pack) => Object.assign(itemIn(pack, 'last-times'), { share: SHARES }),
    problem: {
      file: D,
      place: 'last-times',
      remedy: 'The share is never asked for: change asksShare, or remove "share".',
    },
  },
  {
    what: 'a share of shared vessels where none is shared',
    breaking: (pack) => {
      const item = itemOf(pack, 'last-times', 'episodes');
      Object.assign(item, { asksShare: 'ofShared', share: SHARES });
      for (const vessel of item.container) delete vessel.shared;
    },
    problem: {
      file: D,
      place: 'last-times',
      remedy: 'The share of shared vessels is asked for, but none is "shared": mark those that are.',
    },
  },
  {
    what: 'a policy for a notice that is not shown',
    breaking: (pack) => Object.assign(itemIn(pack, 'anonymity'), { notice: false }),
    problem: {
      file: Q,
      place: 'anonymity',
      remedy: 'A noticePolicy says when the notice is shown: add "notice": true, or remove it.',
    },
  },
  {
    what: 'a way of combining conditions that are not there',
    breaking: (pack) => Object.assign(itemIn(pack, 'income'), { enableBehavior: 'any' }),
    problem: {
      file: Q,
      place: 'income',
      remedy: 'An enableBehavior stands without enableWhen: remove it, or write the conditions.',
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

const SHARES = [
  { code: 'all', weight: 1 },
  { code: 'half', weight: 0.5 },
];

/** Mistakes through which nobody ever comes to something. */
export const OUT_OF_REACH: readonly BrokenPack[] = [
  {
    what: 'two answers at once to a question that takes one',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'tobacco-amount'), {
        ...when(is('gambling', 'no'), is('gambling', 'often')),
        enableBehavior: 'all',
      }),
    problem: { file: Q, place: 'tobacco-amount', remedy: NEVER_TOGETHER },
  },
  {
    what: 'an answer and none at once',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'illness-what'), {
        enableWhen: [is('illness', 'yes'), { question: 'illness', operator: 'exists', answerBoolean: false }],
      }),
    problem: { file: Q, place: 'illness-what', remedy: NEVER_TOGETHER },
  },
  {
    what: 'two non-answers at once',
    breaking: (pack) =>
      Object.assign(
        itemIn(pack, 'income'),
        when(
          { question: 'barriers', operator: 'declined', answerNonAnswer: 'notNow' },
          { question: 'barriers', operator: 'declined', answerNonAnswer: 'tellAPerson' },
        ),
      ),
    problem: { file: Q, place: 'income', remedy: NEVER_TOGETHER },
  },
  {
    what: 'an option that is chosen alone together with another',
    breaking: (pack) => Object.assign(itemIn(pack, 'income'), when(is('barriers', 'nothing'), is('barriers', 'money'))),
    problem: { file: Q, place: 'income', remedy: NEVER_TOGETHER },
  },
  {
    what: 'more answers than may be chosen',
    breaking: (pack) =>
      Object.assign(
        itemIn(pack, 'income'),
        when(...['far', 'work', 'children', 'dog', 'afraid', 'money'].map((code) => is('barriers', code))),
      ),
    problem: { file: Q, place: 'income', remedy: NEVER_TOGETHER },
  },
  {
    what: 'conditions that only contradict each other through what stands behind one of them',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'injecting'), {
        ...when(is('other-substances', 'opioids'), is('takes-room', 'not-sure')),
        enableBehavior: 'all',
      }),
    problem: { file: D, place: 'injecting', remedy: NEVER_TOGETHER },
  },
  {
    what: 'a condition on less than nothing',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'ran-away'), {
        enableWhen: [{ question: 'days-without', operator: '>=', answerDecimal: -0.5 }],
      }),
    problem: {
      file: Q,
      place: 'item > ran-away > enableWhen > days-without > answerDecimal',
      remedy: 'Write at least 0.',
    },
  },
  {
    what: 'a number outside the range',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'ran-away'), {
        enableWhen: [{ question: 'days-without', operator: '>', answerDecimal: 28 }],
      }),
    problem: {
      file: Q,
      place: 'ran-away',
      remedy: 'Nobody is ever asked this. Its condition on "days-without" can never hold: mend it, or take it away.',
    },
  },
  {
    what: 'numbers between which there is no whole one',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'ran-away'), {
        ...when(
          { question: 'days-without', operator: '>', answerDecimal: 3 },
          { question: 'days-without', operator: '<', answerDecimal: 4 },
        ),
        enableBehavior: 'all',
      }),
    problem: { file: Q, place: 'ran-away', remedy: NEVER_TOGETHER },
  },
  {
    what: 'more grams than vessels can hold',
    breaking: (pack) =>
      Object.assign(itemIn(pack, 'ran-away'), {
        enableWhen: [{ question: 'last-times', operator: '>=', answerDecimal: 1_000_000 }],
      }),
    problem: {
      file: Q,
      place: 'ran-away',
      remedy: 'Nobody is ever asked this. Its condition on "last-times" can never hold: mend it, or take it away.',
    },
  },
  {
    what: 'a question behind one that nobody is asked',
    breaking: (pack) => {
      Object.assign(itemIn(pack, 'looks-after'), when(is('letters', 'no'), is('letters', 'easily')));
    },
    problem: {
      file: Q,
      place: 'looks-after-needs',
      remedy: 'Nobody is ever asked this. Its condition on "looks-after" can never hold: mend it, or take it away.',
    },
  },
  {
    what: 'a question behind an answer that ends the questions',
    breaking: (pack) => Object.assign(itemIn(pack, 'home-feeling'), when(is('age', 'under-18'))),
    problem: {
      file: Q,
      place: 'home-feeling',
      remedy: 'Nobody is ever asked this. Its condition on "age" can never hold: mend it, or take it away.',
    },
  },
  {
    what: 'an option whose conditions never hold',
    breaking: (pack) =>
      Object.assign(optionIn(pack, 'companion', 'peer'), when(is('peer-mentor', 'no'), is('peer-mentor', 'yes'))),
    problem: {
      file: Q,
      place: 'companion > answerOption > peer',
      remedy: 'Nobody ever sees this answer. Its conditions can never all hold: take one of them away.',
    },
  },
  {
    what: 'an option that its own question rules out',
    breaking: (pack) => Object.assign(optionIn(pack, 'fits', 'now'), when(is('shaking', 'no'))),
    problem: {
      file: Q,
      place: 'fits > answerOption > now',
      remedy: 'Nobody ever sees this answer. Its conditions can never all hold: take one of them away.',
    },
  },
  {
    what: 'a question on the short track behind one that is not on it',
    breaking: (pack) => Object.assign(itemIn(pack, 'illness-what'), { short: true }),
    problem: {
      file: Q,
      place: 'illness-what',
      remedy: 'Nobody on the short track is ever asked this: put "short": true at what its conditions look at too.',
    },
  },
  {
    what: 'an answer that hangs on a question which is not asked',
    breaking: (pack) => Object.assign(itemIn(pack, 'own-word'), { sendWhen: [is('named-after-shared', 'yes')] }),
    problem: {
      file: D,
      place: 'own-word',
      remedy: 'A condition looks at "named-after-shared", which is not asked: mend the name, or remove it.',
    },
  },
  {
    what: 'an answer that is never sent',
    breaking: (pack) =>
      Object.assign(addedItem(pack, 'greenlandic', 'named-after'), {
        sendWhen: [is('anonymity', 'code-only'), is('named-after-shared', 'yes')],
      }),
    problem: {
      file: 'greenlandic.json',
      place: 'named-after',
      remedy: 'This answer is never sent: its sendWhen can never hold while it is asked.',
    },
  },
  {
    what: 'an answer on the short track that hangs on a question which is not on it',
    breaking: (pack) => Object.assign(addedItem(pack, 'greenlandic', 'named-after'), { short: true }),
    problem: {
      file: 'greenlandic.json',
      place: 'named-after',
      remedy: 'On the short track this answer is never sent: put "short": true at what its sendWhen looks at too.',
    },
  },
  {
    what: 'a slot after an unknown question',
    breaking: (pack) => Object.assign(slotIn(pack, 'who-5'), { after: 'sleep' }),
    problem: { file: Q, place: 'who-5', remedy: 'It stands after "sleep", which is not asked: name another question.' },
  },
  {
    what: 'a slot in another section than the question before it',
    breaking: (pack) => Object.assign(slotIn(pack, 'who-5'), { section: 'body' }),
    problem: {
      file: Q,
      place: 'who-5',
      remedy: '"sleep-quality" stands in the section "mind": name that section.',
    },
  },
  {
    what: 'a slot that looks at a later question',
    breaking: (pack) => Object.assign(slotIn(pack, 'who-5'), when(is('psychiatry', 'now'))),
    problem: {
      file: Q,
      place: 'who-5',
      remedy: 'Its condition looks at "psychiatry", which is asked later: move the slot behind it.',
    },
  },
  {
    what: 'a slot that looks at an unknown answer',
    breaking: (pack) => Object.assign(slotIn(pack, 'ftnd'), when(is('tobacco', 'pipe'))),
    problem: { file: Q, place: 'ftnd', remedy: '"tobacco" has no answer option "pipe": mend the code.' },
  },
  {
    what: 'a slot whose instrument nobody would be asked',
    breaking: (pack) => Object.assign(slotIn(pack, 'ftnd'), when(is('tobacco', 'none'), is('tobacco', 'snus'))),
    problem: {
      file: Q,
      place: 'ftnd',
      remedy:
        'An instrument in this slot would never be asked. Its conditions can never all hold: take one of them away.',
    },
  },
  {
    what: 'two slots of one name',
    breaking: (pack) => pack.questionnaire.instrumentSlot.push(slotIn(pack, 'k6')),
    problem: { file: Q, place: 'k6', remedy: 'Two instrument slots have this name: keep one.' },
  },
  {
    what: 'a question that is called as an instrument would call its own',
    breaking: ({ questionnaire, overlays }) => {
      questionnaire.item.push({ ...EXTRA, linkId: 'k6-q1', section: 'end' });
      for (const culture of CULTURES) overlays[culture].order.items.push('k6-q1');
    },
    problem: { file: Q, place: 'k6-q1', remedy: 'An instrument uses this linkId: choose another.' },
  },
];

/** Safety rules with which nobody would ever be fetched, or everybody. */
export const UNSAFE: readonly BrokenPack[] = [
  {
    what: 'two rules of one id',
    breaking: (pack) => pack.safety.rule.push(ruleIn(pack, 'pregnant')),
    problem: {
      file: 'safety.json',
      place: 'pregnant',
      remedy: 'Two rules have this id: give every rule an id of its own.',
    },
  },
  {
    what: 'a rule about a question that no version asks',
    breaking: (pack) => Object.assign(ruleIn(pack, 'injects-now'), when(is('injects', 'now'))),
    problem: {
      file: 'safety.json',
      place: 'injects-now',
      remedy: 'A condition looks at "injects", which is not asked: mend the name, or remove it.',
    },
  },
  {
    what: 'a rule about an answer that no version offers',
    breaking: (pack) => Object.assign(ruleIn(pack, 'injects-now'), when(is('injecting', 'today'))),
    problem: {
      file: 'safety.json',
      place: 'injects-now',
      remedy: '"injecting" has no answer option "today": mend the code.',
    },
  },
  {
    what: 'a rule that no answers reach in any version',
    breaking: (pack) =>
      Object.assign(
        ruleIn(pack, 'heavy-every-day'),
        when({ question: 'days-without', operator: '<', answerDecimal: 0 }),
      ),
    problem: {
      file: 'safety.json',
      place: 'heavy-every-day',
      remedy: 'No answers reach this rule in any version: mend its conditions.',
    },
  },
  {
    what: 'a rule that no answers reach because its question hangs on the opposite',
    breaking: (pack) => Object.assign(ruleIn(pack, 'fits-now'), when(is('fits', 'now'), is('shaking', 'no'))),
    problem: {
      file: 'safety.json',
      place: 'fits-now',
      remedy: 'No answers reach this rule in any version: mend its conditions.',
    },
  },
  {
    what: 'a rule that holds before anything is said',
    breaking: (pack) =>
      Object.assign(ruleIn(pack, 'pregnant'), {
        enableWhen: [is('pregnant', 'yes'), { question: 'pregnant', operator: 'exists', answerBoolean: false }],
      }),
    problem: {
      file: 'safety.json',
      place: 'pregnant',
      remedy: 'This rule holds before anything is said: add a condition.',
    },
  },
];

/** Every broken pack. */
export const BROKEN_PACKS: readonly BrokenPack[] = [...MISSHAPEN, ...CONTRADICTORY, ...OUT_OF_REACH, ...UNSAFE];
