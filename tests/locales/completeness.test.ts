import { expect, test } from 'vitest';
import type { ReviewFile } from '../../core/translation/review.ts';
import { checkDoubledKeys, checkKeys, checkPlaceholders, checkReviews } from '../../tools/locales/completeness.ts';
import { allTexts, type LocaleFiles } from '../../tools/locales/locale-files.ts';
import { textHash, updatedReviews } from '../../tools/locales/review-update.ts';
import { SOUND, withText, withTexts } from './sample-locales.ts';

const REQUIRED = { intake: ['intake.helper.title'], pictures: ['pictures.land.stone'] };

test('finds nothing wrong with whole texts', () => {
  expect(checkKeys(SOUND, REQUIRED)).toEqual([]);
  expect(checkPlaceholders(SOUND)).toEqual([]);
});

test('names the file and the key of a text that a language lacks', () => {
  const broken = withTexts('kl', 'kiosk', { 'kiosk.hide': 'Isertoruk' });
  expect(checkKeys(broken, REQUIRED)).toEqual([
    { file: 'locales/kl/kiosk.json', key: 'kiosk.chooseUpTo', remedy: 'This text is missing: write it.' },
  ]);
});

test('finds a text that the questionnaire needs and no language has', () => {
  const required = { ...REQUIRED, intake: ['intake.helper.title', 'intake.age.title'] };
  expect(checkKeys(SOUND, required).map(({ file, key }) => `${file} ${key}`)).toEqual([
    'locales/kl/intake.json intake.age.title',
    'locales/da/intake.json intake.age.title',
    'locales/sv/intake.json intake.age.title',
  ]);
});

test('finds a text that nothing asks for, and one in the wrong file', () => {
  expect(checkKeys(withText('sv', 'staff', 'staff.old', 'Gammalt'), REQUIRED)).toHaveLength(1);
  expect(checkKeys(withText('sv', 'staff', 'kiosk.old', 'Gammalt'), REQUIRED)).toHaveLength(2);
});

test('finds a key that a file says twice', () => {
  expect(checkDoubledKeys('a.json', '{\n  "kiosk.a": "x",\n  "kiosk.b": "y",\n  "kiosk.a": "z"\n}\n')).toEqual([
    { file: 'a.json', key: 'kiosk.a', remedy: 'This key stands twice: keep one.' },
  ]);
  expect(checkDoubledKeys('a.json', '{\n  "kiosk.a": "\\"kiosk.a\\": x"\n}\n')).toEqual([]);
});

test.each([
  ['a missing placeholder', 'Amerlanerpaamik toqqakkit'],
  ['a placeholder of another name', 'Amerlanerpaamik toqqakkit: {{number}}'],
  ['a doubled placeholder', '{{count}} toqqakkit: {{count}}'],
])('finds %s', (_, text) => {
  const [problem] = checkPlaceholders(withText('kl', 'kiosk', 'kiosk.chooseUpTo', text));
  expect(problem).toMatchObject({ file: 'locales/kl/kiosk.json', key: 'kiosk.chooseUpTo' });
  expect(problem?.remedy).toContain('{{count}}');
});

const NOTHING: ReviewFile = { texts: {} };
const reviewsOf = (locales: LocaleFiles, language: 'kl' | 'da' | 'sv'): ReviewFile =>
  updatedReviews(allTexts(locales[language]), allTexts(locales.da), NOTHING);
const reviews = { kl: reviewsOf(SOUND, 'kl'), da: reviewsOf(SOUND, 'da'), sv: reviewsOf(SOUND, 'sv') };

test('asks for a review state of every text and for none of a text that is gone', () => {
  expect(checkReviews(SOUND, reviews)).toEqual([]);
  expect(checkReviews(SOUND, { ...reviews, kl: NOTHING })).toHaveLength(6);
  expect(checkReviews(withTexts('sv', 'staff', {}), reviews)).toMatchObject([
    { file: 'locales/sv/review.json', key: 'staff.demo.mark' },
  ]);
});

test('finds the states of every language stale when the Danish text has changed', () => {
  const changed = withText('da', 'kiosk', 'kiosk.hide', 'Gem væk');
  expect(checkReviews(changed, reviews).map(({ file }) => file)).toEqual([
    'locales/kl/review.json',
    'locales/da/review.json',
    'locales/sv/review.json',
  ]);
});

test('finds one state stale when its own text has changed', () => {
  const changed = withText('kl', 'kiosk', 'kiosk.hide', 'Matuuk');
  expect(checkReviews(changed, reviews)).toMatchObject([{ file: 'locales/kl/review.json', key: 'kiosk.hide' }]);
});

const approved: ReviewFile = {
  texts: {
    'kiosk.hide': {
      status: 'approved',
      source: textHash('Skjul'),
      text: textHash('Isertoruk matoqqasoq'),
      unattested: ['isertoruk', 'matoqqasoq'],
    },
    'kiosk.gone': { status: 'approved', source: textHash('Væk'), text: textHash('Peerpoq') },
  },
};

test('keeps a state while both texts are the same', () => {
  const after = updatedReviews({ 'kiosk.hide': 'Isertoruk matoqqasoq' }, { 'kiosk.hide': 'Skjul' }, approved);
  expect(after.texts['kiosk.hide']).toEqual(approved.texts['kiosk.hide']);
});

test('sets a state back to draft when the Danish text has changed', () => {
  const after = updatedReviews({ 'kiosk.hide': 'Isertoruk matoqqasoq' }, { 'kiosk.hide': 'Gem væk' }, approved);
  expect(after.texts['kiosk.hide']).toMatchObject({ status: 'draft', source: textHash('Gem væk') });
});

test('sets a state back to draft when the text itself has changed, and keeps the unproven words that still stand', () => {
  const after = updatedReviews({ 'kiosk.hide': 'Isertoruk!' }, { 'kiosk.hide': 'Skjul' }, approved);
  expect(after.texts).toEqual({
    'kiosk.hide': {
      status: 'draft',
      source: textHash('Skjul'),
      text: textHash('Isertoruk!'),
      unattested: ['isertoruk'],
    },
  });
});
