import { expect, test } from 'vitest';
import { CULTURES } from '../../core/basics/language.ts';
import type { ReviewFile } from '../../core/translation/review.ts';
import {
  checkExtra,
  checkMissing,
  checkPlaceholders,
  checkReviews,
  type RequiredKeys,
} from '../../tools/locales/completeness.ts';
import { allTexts, type LocaleFiles } from '../../tools/locales/locale-files.ts';
import { textHash, updatedReviews } from '../../tools/locales/review-update.ts';
import { SOUND, withText, withTexts } from './sample-locales.ts';

const REQUIRED: RequiredKeys = {
  intake: new Map([['intake.helper.title', CULTURES]]),
  pictures: ['pictures.land.stone'],
};

test('finds nothing wrong with whole texts', () => {
  expect(checkMissing(SOUND, REQUIRED)).toEqual([]);
  expect(checkExtra(SOUND, REQUIRED)).toEqual([]);
  expect(checkPlaceholders(SOUND)).toEqual([]);
});

test('names the file and the key of a text that a language lacks', () => {
  const broken = withTexts('kl', 'kiosk', { 'kiosk.hide': 'Isertoruk' });
  expect(checkMissing(broken, REQUIRED)).toEqual([
    { file: 'locales/kl/kiosk.json', key: 'kiosk.chooseUpTo', remedy: 'This text is missing: write it.' },
  ]);
});

test('finds a text that one version needs and no language has, and names the version', () => {
  const intake = new Map([...REQUIRED.intake, ['intake.age.title', ['swedish'] as const]] as const);
  const remedy = 'This text is missing, which the swedish version shows: write it.';
  expect(checkMissing(SOUND, { ...REQUIRED, intake })).toEqual(
    ['kl', 'da', 'sv'].map((language) => ({
      file: `locales/${language}/intake.json`,
      key: 'intake.age.title',
      remedy,
    })),
  );
});

test('finds a text that nothing asks for, and one in the wrong file', () => {
  expect(checkExtra(withText('sv', 'staff', 'staff.old', 'Gammalt'), REQUIRED)).toHaveLength(1);
  expect(checkExtra(withText('sv', 'staff', 'kiosk.old', 'Gammalt'), REQUIRED)).toHaveLength(2);
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

const danish = allTexts(SOUND.da);
const statesOf = (locales: LocaleFiles, language: 'kl' | 'da' | 'sv'): ReviewFile =>
  updatedReviews(allTexts(locales[language]), allTexts(locales.da), { texts: {} });

/** Checks today's texts of a language against the states that were made for sound ones. */
function reviewProblems(today: LocaleFiles, language: 'kl' | 'da' | 'sv', review = statesOf(SOUND, language)) {
  return checkReviews('review.json', { texts: allTexts(today[language]), danish: allTexts(today.da), review });
}

test('asks for a review state of every text and for none of a text that is gone', () => {
  expect(reviewProblems(SOUND, 'kl')).toEqual([]);
  expect(reviewProblems(SOUND, 'sv', { texts: {} })).toHaveLength(Object.keys(danish).length);
  expect(reviewProblems(withTexts('sv', 'staff', {}), 'sv')).toEqual([
    {
      file: 'review.json',
      key: 'staff.demo.mark',
      remedy: 'The text is gone. Run npx tsx tools/review-states.ts',
    },
  ]);
});

test.each(['kl', 'da', 'sv'] as const)('finds the state in %s stale when the Danish text has changed', (language) => {
  const changed = withText('da', 'kiosk', 'kiosk.hide', 'Gem væk');
  expect(reviewProblems(changed, language).map(({ key }) => key)).toEqual(['kiosk.hide']);
});

test('finds one state stale when its own text has changed', () => {
  const changed = withText('kl', 'kiosk', 'kiosk.hide', 'Matuuk');
  expect(reviewProblems(changed, 'kl').map(({ key }) => key)).toEqual(['kiosk.hide']);
  expect(reviewProblems(changed, 'sv')).toEqual([]);
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

test('misses a text of the desks in Swedish, and none in Greenlandic', () => {
  const missing = checkMissing(withTexts('sv', 'desk', {}), REQUIRED);
  expect(missing.map(({ file, key }) => [file, key])).toEqual([['locales/sv/desk.json', 'desk.title']]);
});
