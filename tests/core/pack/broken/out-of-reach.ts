import { CULTURES } from '../../../../core/basics/language.ts';
import { addedItem, itemIn, optionIn, slotIn } from '../open-pack.ts';
import { D, EXTRA, Q, is, when, type BrokenPack } from './broken-pack.ts';

const NEVER_TOGETHER = 'Nobody is ever asked this. Its conditions can never all hold: take one of them away.';

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
