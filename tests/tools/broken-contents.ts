import type { Register } from '../../core/pack/meanings.ts';
import { PACK_FOLDER, REGISTER_FILE } from '../../tools/content/content-source.ts';
import type { TextProblem } from '../../tools/locales/locale-files.ts';
import { fileText, setTexts, write, type OpenContent } from './open-content.ts';

/** The content that ships with one mistake in its texts or files, and the problem that says what to do about it. */
export interface BrokenContent {
  readonly what: string;
  readonly breaking: (content: OpenContent) => unknown;
  readonly problem: TextProblem;
}

const MISSING = 'This text is missing: write it.';
const QUESTIONNAIRE = `${PACK_FOLDER}/questionnaire.json`;
const CONFIRM = (code: string): string =>
  `If the meaning is the same, confirm it with \`npm run codes -- --same ${code}\`; if it is another meaning, give it a new code.`;

/** Mistakes in the texts themselves. */
const TEXTS: readonly BrokenContent[] = [
  {
    what: 'a text that Swedish lacks',
    breaking: (content) => setTexts(content, 'sv', 'intake', { 'intake.helper.title': undefined }),
    problem: { file: 'locales/sv/intake.json', key: 'intake.helper.title', remedy: MISSING },
  },
  {
    what: 'a text that Danish lacks in one version',
    breaking: (content) => setTexts(content, 'da', 'intake', { 'intake.strengths@greenlandic.title': undefined }),
    problem: {
      file: 'locales/da/intake.json',
      key: 'intake.strengths@greenlandic.title',
      remedy: 'This text is missing, which the greenlandic version shows: write it.',
    },
  },
  {
    what: 'a text that Greenlandic lacks in two versions',
    breaking: (content) => setTexts(content, 'kl', 'intake', { 'intake.must-not-see.title': undefined }),
    problem: {
      file: 'locales/kl/intake.json',
      key: 'intake.must-not-see.title',
      remedy: 'This text is missing, which the greenlandic and the swedish version shows: write it.',
    },
  },
  {
    what: 'a text of the program that a language lacks',
    breaking: (content) => setTexts(content, 'kl', 'kiosk', { 'kiosk.bar.finish': undefined }),
    problem: { file: 'locales/kl/kiosk.json', key: 'kiosk.bar.finish', remedy: MISSING },
  },
  {
    what: 'a text that nothing asks for',
    breaking: (content) => setTexts(content, 'sv', 'intake', { 'intake.helper.titel': 'Vem?' }),
    problem: {
      file: 'locales/sv/intake.json',
      key: 'intake.helper.titel',
      remedy: 'Nothing asks for this text: remove it, or mend the key.',
    },
  },
  {
    what: 'a text in the file of others',
    breaking: (content) => setTexts(content, 'da', 'staff', { 'kiosk.other': 'Andet' }),
    problem: { file: 'locales/da/staff.json', key: 'kiosk.other', remedy: 'Keys of this file begin with "staff.".' },
  },
  {
    what: 'a text that the program does not show',
    breaking: (content) => {
      for (const tag of ['kl', 'da', 'sv'] as const) setTexts(content, tag, 'kiosk', { 'kiosk.bar.dance': 'Aap' });
    },
    problem: {
      file: 'locales/da/kiosk.json',
      key: 'kiosk.bar.dance',
      remedy: 'Nothing shows this text: remove it in every language.',
    },
  },
  {
    what: 'a placeholder that a language lacks',
    breaking: (content) => setTexts(content, 'sv', 'page-one', { 'pageOne.dayOf14': 'Dag av 14' }),
    problem: {
      file: 'locales/sv/page-one.json',
      key: 'pageOne.dayOf14',
      remedy: 'Use the placeholders of the Danish text: {{day}}.',
    },
  },
  {
    what: 'a placeholder that Danish does not have',
    breaking: (content) => setTexts(content, 'kl', 'page-one', { 'pageOne.site': 'Illu {{name}}' }),
    problem: {
      file: 'locales/kl/page-one.json',
      key: 'pageOne.site',
      remedy: 'Use the placeholders of the Danish text: none.',
    },
  },
  {
    what: 'a placeholder in a question, which nothing fills',
    breaking: (content) => setTexts(content, 'da', 'intake', { 'intake.helper.title': 'Hvem er {{name}}?' }),
    problem: {
      file: 'locales/da/intake.json',
      key: 'intake.helper.title',
      remedy: 'Nothing fills {{name}}: remove it.',
    },
  },
  {
    what: 'a placeholder with one bracket',
    breaking: (content) => setTexts(content, 'sv', 'kiosk', { 'kiosk.bar.finish': 'Klar {name}' }),
    problem: {
      file: 'locales/sv/kiosk.json',
      key: 'kiosk.bar.finish',
      remedy: 'Write a placeholder as {{name}}, and no other { or }.',
    },
  },
  {
    what: 'an empty text',
    breaking: (content) => setTexts(content, 'sv', 'intake', { 'intake.helper.title': '' }),
    problem: { file: 'locales/sv/intake.json', key: 'intake.helper.title', remedy: 'Write at least 1 characters.' },
  },
  {
    what: 'a text of spaces',
    breaking: (content) => setTexts(content, 'sv', 'intake', { 'intake.helper.title': '  ' }),
    problem: { file: 'locales/sv/intake.json', key: 'intake.helper.title', remedy: 'The text is empty: write it.' },
  },
  {
    what: 'a text that is no text',
    breaking: (content) => setTexts(content, 'da', 'pictures', { 'pictures.kind.land': 7 }),
    problem: {
      file: 'locales/da/pictures.json',
      key: 'pictures.kind.land',
      remedy: 'This must be a text in quotation marks.',
    },
  },
  {
    what: 'superfluous spaces',
    breaking: (content) => setTexts(content, 'da', 'intake', { 'intake.helper.title': 'Hvem er  med dig?' }),
    problem: { file: 'locales/da/intake.json', key: 'intake.helper.title', remedy: 'Remove the superfluous spaces.' },
  },
  {
    what: 'a word that labels a person in Danish',
    breaking: (content) => setTexts(content, 'da', 'intake', { 'intake.helper.title': 'Er du misbruger?' }),
    problem: {
      file: 'locales/da/intake.json',
      key: 'intake.helper.title',
      remedy: '"misbrug" labels a person: say it in another way.',
    },
  },
  {
    what: 'a word that labels a person in Swedish',
    breaking: (content) => setTexts(content, 'sv', 'page-one', { 'pageOne.site': 'Klientens hus' }),
    problem: {
      file: 'locales/sv/page-one.json',
      key: 'pageOne.site',
      remedy: '"Klient" labels a person: say it in another way.',
    },
  },
  {
    what: 'a word that labels a person in Greenlandic',
    breaking: (content) => setTexts(content, 'kl', 'intake', { 'intake.helper.title': 'Atornerluisuuvit?' }),
    problem: {
      file: 'locales/kl/intake.json',
      key: 'intake.helper.title',
      remedy: '"Atornerlui" labels a person: say it in another way.',
    },
  },
  {
    what: 'a character that turns the text round',
    breaking: (content) => setTexts(content, 'kl', 'intake', { 'intake.helper.title': 'Kina\u202E?' }),
    problem: { file: 'locales/kl/intake.json', key: 'intake.helper.title', remedy: 'Remove the invisible character.' },
  },
  {
    what: 'a control character',
    breaking: (content) => setTexts(content, 'da', 'staff', { 'staff.demo.mark': 'DEMO\u0007' }),
    problem: { file: 'locales/da/staff.json', key: 'staff.demo.mark', remedy: 'Remove the invisible character.' },
  },
  {
    what: 'eight Greenlandic words in a sentence',
    breaking: (content) =>
      setTexts(content, 'kl', 'intake', { 'intake.helper.title': 'Aap aap aap aap aap aap aap aap.' }),
    problem: {
      file: 'locales/kl/intake.json',
      key: 'intake.helper.title',
      remedy: '8 words in a sentence: seven are the most.',
    },
  },
  {
    what: 'three Greenlandic sentences',
    breaking: (content) => setTexts(content, 'kl', 'intake', { 'intake.helper.title': 'Aap. Naamik. Immaqa.' }),
    problem: { file: 'locales/kl/intake.json', key: 'intake.helper.title', remedy: '3 sentences: two are the most.' },
  },
  {
    what: 'a Danish question of sixteen words',
    breaking: (content) =>
      setTexts(content, 'da', 'intake', { 'intake.helper.title': `${'er du '.repeat(8).trim()}?` }),
    problem: {
      file: 'locales/da/intake.json',
      key: 'intake.helper.title',
      remedy: '16 words in a question: 15 are the most.',
    },
  },
];

/** Mistakes that only show when texts, pack and program are held against each other. */
const AGREEMENT: readonly BrokenContent[] = [
  {
    what: 'a drawing that does not exist',
    breaking: (content) => content.pictograms.delete('alone'),
    problem: {
      file: QUESTIONNAIRE,
      key: 'alone',
      remedy: 'There is no drawing assets/pictograms/alone.svg: name another, or have it drawn.',
    },
  },
  {
    what: 'a rule without a label on page 1',
    breaking: (content) => setTexts(content, 'sv', 'page-one', { 'pageOne.flag.pregnant': undefined }),
    problem: {
      file: 'locales/sv/page-one.json',
      key: 'pageOne.flag.pregnant',
      remedy: 'Page 1 has no short label for this: write it.',
    },
  },
  {
    what: 'a label on page 1 of a question that is gone',
    breaking: (content) => setTexts(content, 'da', 'page-one', { 'pageOne.item.shoe-size': 'Sko' }),
    problem: {
      file: 'locales/da/page-one.json',
      key: 'pageOne.item.shoe-size',
      remedy: 'No question or rule is called so any more: remove the label.',
    },
  },
  {
    what: 'a text that has changed since it was reviewed',
    breaking: (content) => setTexts(content, 'sv', 'intake', { 'intake.helper.title': 'Vem är här med dig?' }),
    problem: {
      file: 'locales/sv/review.json',
      key: 'intake.helper.title',
      remedy: 'The text is new or has changed. Run npx tsx tools/review-states.ts',
    },
  },
  {
    what: 'an approval by one person',
    breaking: (content) => {
      const state = { status: 'approved', source: '0'.repeat(16), text: '0'.repeat(16) };
      write(content, 'locales/kl/review.json', { texts: { 'kiosk.hide': state } });
    },
    problem: {
      file: 'locales/kl/review.json',
      key: 'texts > kiosk.hide > reviews',
      remedy: 'An approved text needs a translator and a treatment worker, two different people.',
    },
  },
  {
    what: 'a dialect that words what its language does not have',
    breaking: (content) => setTexts(content, 'kl-tunumiit', 'intake', { 'intake.helper.titel': 'Kina?' }),
    problem: {
      file: 'locales/kl-tunumiit/intake.json',
      key: 'intake.helper.titel',
      remedy: 'The language has no such text: mend the key, or remove it.',
    },
  },
  {
    what: 'a dialect that says what its language says',
    breaking: (content) => setTexts(content, 'kl-x-avaneq', 'kiosk', { 'kiosk.languageName.kl': 'Kalaallisut' }),
    problem: {
      file: 'locales/kl-x-avaneq/kiosk.json',
      key: 'kiosk.languageName.kl',
      remedy: 'The language says the same: remove it, the dialect takes it from there.',
    },
  },
  {
    what: 'a dialect with a placeholder of its own, and too many words',
    breaking: (content) =>
      setTexts(content, 'kl-tunumiit', 'kiosk', { 'kiosk.bar.finish': 'Aap aap aap aap aap aap aap {{name}}' }),
    problem: {
      file: 'locales/kl-tunumiit/kiosk.json',
      key: 'kiosk.bar.finish',
      remedy: '8 words in a sentence: seven are the most.',
    },
  },
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

/** Mistakes in the files as files. */
const FILES: readonly BrokenContent[] = [
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

function editRegister(content: OpenContent, edit: (register: Register) => unknown): void {
  const register = JSON.parse(fileText(content, REGISTER_FILE)) as Register;
  edit(register);
  write(content, REGISTER_FILE, register);
}

/** Every broken content. */
export const BROKEN_CONTENTS: readonly BrokenContent[] = [...TEXTS, ...AGREEMENT, ...FILES];
