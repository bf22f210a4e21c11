import { REGISTER_FILE } from '../../../tools/content/content-source.ts';
import { fileText, setTexts } from '../open-content.ts';
import { QUESTIONNAIRE, editRegister, type BrokenContent } from './broken-content.ts';

const CONFIRM = (code: string): string =>
  `If the meaning is the same, confirm it with \`npm run codes -- --same ${code}\`; if it is another meaning, give it a new code.`;

/** Mistakes that would give an old code another meaning. */
export const CODES: readonly BrokenContent[] = [
  {
    what: 'another meaning under an old code',
    breaking: (content) => setTexts(content, 'da', 'intake', { 'intake.helper.option.alone': 'Jeg er med en ven' }),
    problem: {
      file: REGISTER_FILE,
      key: 'helper.option.alone',
      remedy: `The Danish text or the number of this code has changed. ${CONFIRM('helper.option.alone')}`,
    },
  },
  {
    what: 'another question under an old linkId in one version',
    breaking: (content) =>
      setTexts(content, 'da', 'intake', { 'intake.strengths@greenlandic.title': 'Hvad kan du lide?' }),
    problem: {
      file: REGISTER_FILE,
      key: 'strengths',
      remedy: `The Danish text or the number of this code has changed. ${CONFIRM('strengths')}`,
    },
  },
  {
    what: 'another strength under an old code',
    breaking: (content) =>
      content.files.set(QUESTIONNAIRE, fileText(content, QUESTIONNAIRE).replace(/"percent": 4.6\b/, '"percent": 5.2')),
    problem: {
      file: REGISTER_FILE,
      key: 'last-times.container.beer-33',
      remedy: `The Danish text or the number of this code has changed. ${CONFIRM('last-times.container.beer-33')}`,
    },
  },
  {
    what: 'a code that is not registered',
    breaking: (content) => editRegister(content, ({ codes }) => delete codes['helper.option.alone']),
    problem: {
      file: REGISTER_FILE,
      key: 'helper.option.alone',
      remedy: 'This code is new: run `npm run codes`, so that nobody ever uses it for something else.',
    },
  },
  {
    what: 'a code that was given up and now means something else',
    breaking: (content) =>
      editRegister(content, ({ codes }) => {
        codes['helper.option.alone'] = { texts: { 'intake.helper.option.alone': '0'.repeat(16) }, retired: true };
      }),
    problem: {
      file: REGISTER_FILE,
      key: 'helper.option.alone',
      remedy: `This code had been given up and meant something else. ${CONFIRM('helper.option.alone')}`,
    },
  },
  {
    what: 'a code that was given up and is used again',
    breaking: (content) =>
      editRegister(content, ({ codes }) => Object.assign(codes['helper.option.alone'] ?? {}, { retired: true })),
    problem: {
      file: REGISTER_FILE,
      key: 'helper.option.alone',
      remedy: 'This code had been given up and is used again: run `npm run codes`.',
    },
  },
  {
    what: 'a code that nothing uses any more',
    breaking: (content) => editRegister(content, ({ codes }) => (codes['helper.option.robot'] = { texts: {} })),
    problem: {
      file: REGISTER_FILE,
      key: 'helper.option.robot',
      remedy: 'No version uses this code any more: run `npm run codes`, so that nobody uses it for something else.',
    },
  },
];
