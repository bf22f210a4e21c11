import { setTexts, write } from '../open-content.ts';
import { QUESTIONNAIRE, type BrokenContent } from './broken-content.ts';

/** Mistakes that only show when texts, pack and program are held against each other. */
export const AGREEMENT: readonly BrokenContent[] = [
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
];
