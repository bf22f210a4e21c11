import { setTexts } from '../open-content.ts';
import type { BrokenContent } from './broken-content.ts';

const MISSING = 'This text is missing: write it.';

/** Mistakes in the texts themselves. */
export const TEXTS: readonly BrokenContent[] = [
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
