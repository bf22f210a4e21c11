import { itemIn, itemOf, optionIn } from '../open-pack.ts';
import { D, Q, type BrokenPack } from './broken-pack.ts';

const SHARES = [
  { code: 'all', weight: 1 },
  { code: 'half', weight: 0.5 },
];

/** Mistakes in what one question says of itself. */
export const INCONSISTENT: readonly BrokenPack[] = [
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
];
