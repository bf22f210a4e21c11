import { PACK_FOLDER, REGISTER_FILE } from '../../../tools/content/content-source.ts';
import { fileText, write } from '../open-content.ts';
import { QUESTIONNAIRE, editRegister, type BrokenContent } from './broken-content.ts';

/** Mistakes in the files as files. */
export const FILES: readonly BrokenContent[] = [
  {
    what: 'a file that is missing',
    breaking: (content) => content.files.delete(`${PACK_FOLDER}/safety.json`),
    problem: {
      file: `${PACK_FOLDER}/safety.json`,
      key: 'the whole file',
      remedy: 'This file is missing: put it back.',
    },
  },
  {
    what: 'a file of texts that is missing',
    breaking: (content) => content.files.delete('locales/kl/intake.json'),
    problem: {
      file: 'locales/kl/intake.json',
      key: 'the whole file',
      remedy: 'This file is missing: put it back.',
    },
  },
  {
    what: 'a comma too many',
    breaking: (content) => content.files.set('locales/sv/staff.json', '{\n  "staff.demo.mark": "DEMO",\n}\n'),
    problem: {
      file: 'locales/sv/staff.json',
      key: 'the whole file',
      remedy: 'This is no JSON: look at line 3. A comma, bracket or quotation mark is often missing or one too many.',
    },
  },
  {
    what: 'a file that breaks off',
    breaking: (content) => content.files.set(QUESTIONNAIRE, '{ "format": 2, '),
    problem: {
      file: QUESTIONNAIRE,
      key: 'the whole file',
      remedy: 'This is no JSON: look at line 1. A comma, bracket or quotation mark is often missing or one too many.',
    },
  },
  {
    what: 'an empty file',
    breaking: (content) => content.files.set('locales/da/pictures.json', ''),
    problem: {
      file: 'locales/da/pictures.json',
      key: 'the whole file',
      remedy:
        'This is no JSON: it breaks off at its end. A comma, bracket or quotation mark is often missing or one too many.',
    },
  },
  {
    what: 'a file in another encoding',
    breaking: (content) => content.files.set('locales/da/intake.json', null),
    problem: {
      file: 'locales/da/intake.json',
      key: 'the whole file',
      remedy: 'This file is not saved as UTF-8: save it so.',
    },
  },
  {
    what: 'texts in a list',
    breaking: (content) => write(content, 'locales/da/intake.json', ['Hvem?']),
    problem: { file: 'locales/da/intake.json', key: 'the whole file', remedy: 'This must be an object in { }.' },
  },
  {
    what: 'a text that stands twice',
    breaking: (content) =>
      content.files.set(
        'locales/sv/staff.json',
        fileText(content, 'locales/sv/staff.json').replace('{', '{ "staff.demo.mark": "X",'),
      ),
    problem: { file: 'locales/sv/staff.json', key: 'staff.demo.mark', remedy: 'This key stands twice: keep one.' },
  },
  {
    what: 'a property of a question that stands twice',
    breaking: (content) =>
      content.files.set(
        QUESTIONNAIRE,
        fileText(content, QUESTIONNAIRE).replace('"linkId": "helper",', '"linkId": "helper", "sensitivity": 0,'),
      ),
    problem: { file: QUESTIONNAIRE, key: 'sensitivity', remedy: 'This key stands twice: keep one.' },
  },
  {
    what: 'a file of texts under a name of its own',
    breaking: (content) => write(content, 'locales/kl-tunumiit/intakes.json', {}),
    problem: {
      file: 'locales/kl-tunumiit/intakes.json',
      key: 'the whole file',
      remedy: 'Nothing reads this file: mend its name or that of its folder, or remove it.',
    },
  },
  {
    what: 'a folder of a language that there is not',
    breaking: (content) => write(content, 'locales/kl-tunumit/intake.json', {}),
    problem: {
      file: 'locales/kl-tunumit/intake.json',
      key: 'the whole file',
      remedy: 'Nothing reads this file: mend its name or that of its folder, or remove it.',
    },
  },
  {
    what: 'a register with an unknown key',
    breaking: (content) => editRegister(content, (register) => Object.assign(register, { note: 'x' })),
    problem: {
      file: REGISTER_FILE,
      key: 'the whole file',
      remedy: 'Nothing is called "note" here: remove it, or mend its spelling.',
    },
  },
  {
    what: 'no register at all',
    breaking: (content) => content.files.delete(REGISTER_FILE),
    problem: { file: REGISTER_FILE, key: 'the whole file', remedy: 'This file is missing: put it back.' },
  },
];
