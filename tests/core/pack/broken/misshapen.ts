import { addedItem, changeIn, itemIn, itemOf, optionIn, ruleIn } from '../open-pack.ts';
import { D, Q, type BrokenPack } from './broken-pack.ts';

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
