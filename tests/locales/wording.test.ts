import { expect, test } from 'vitest';
import { lix, sentencesOf } from '../../core/translation/readability.ts';
import { checkReadability, measureReadability, worstReadability } from '../../tools/locales/readability.ts';
import { realPack } from '../journeys/real-pack.ts';
import {
  checkGreenlandicLength,
  checkQuestionLength,
  checkWording,
  longGreenlandicWords,
} from '../../tools/locales/wording.ts';
import { SOUND, withText, withTexts } from './sample-locales.ts';

test('finds nothing wrong with sound texts', () => {
  expect(checkWording(SOUND)).toEqual([]);
  expect(checkGreenlandicLength(SOUND)).toEqual([]);
  expect(checkReadability(measureReadability(SOUND, null))).toEqual([]);
  expect(checkQuestionLength(SOUND)).toEqual([]);
  expect(longGreenlandicWords(SOUND)).toEqual([]);
});

test.each([
  ['an empty text', 'da', '', 'empty'],
  ['a text of spaces', 'sv', '  ', 'empty'],
  ['a space at the end', 'da', 'Skjul ', 'spaces'],
  ['two spaces', 'da', 'Skjul  det', 'spaces'],
  ['a mark that turns the direction', 'kl', 'Iser\u202Etoruk', 'invisible'],
  ['an invisible joiner', 'sv', 'Döl\u200Dj', 'invisible'],
  ['a line break', 'da', 'Skjul\ndet', 'invisible'],
  ['a soft hyphen by hand', 'kl', 'Iser\u00ADtoruk', 'invisible'],
  ['a word that labels in Danish', 'da', 'Er du misbruger?', 'misbrug'],
  ['a word that labels in Swedish', 'sv', 'Är du missbrukare?', 'missbruk'],
  ['a word that labels in Greenlandic', 'kl', 'Atornerluisuuvit?', 'Atornerlui'],
  ['a word that makes a case of a person', 'da', 'Klientens navn', 'Klient'],
  ['a word that makes somebody ill', 'sv', 'Patientens namn', 'Patient'],
] as const)('finds %s', (_, language, text, said) => {
  const problems = checkWording(withText(language, 'kiosk', 'kiosk.hide', text));
  expect(problems).toMatchObject([{ file: `locales/${language}/kiosk.json`, key: 'kiosk.hide' }]);
  expect(problems[0]?.remedy).toContain(said);
});

test.each([
  ['eight words', 'Aap aap aap aap aap aap aap aap.', '8 words'],
  ['three sentences', 'Aap. Naamik. Immaqa.', '3 sentences'],
])('finds a Greenlandic text of %s', (_, text, said) => {
  const [problem] = checkGreenlandicLength(withText('kl', 'intake', 'intake.helper.title', text));
  expect(problem?.remedy).toContain(said);
});

test('allows two Greenlandic sentences of seven words each', () => {
  const text = 'Aap aap aap aap aap aap aap. Aap aap aap aap aap aap aap.';
  expect(checkGreenlandicLength(withText('kl', 'intake', 'intake.helper.title', text))).toEqual([]);
});

test('parts sentences where a capital follows, not at the point of a date', () => {
  expect(sentencesOf('Hvem er du? Sig det. Den 5. marts')).toEqual(['Hvem er du?', 'Sig det.', 'Den 5. marts']);
});

test('measures readability as words for each sentence and percent of long words', () => {
  expect(lix(['Hun går.', 'Han arbejder i haven'])).toBeCloseTo(3 + 100 / 6);
  expect(lix(['Vælg: {{count}}'])).toBe(1);
  expect(lix([])).toBe(0);
});

test('finds a file that is hard to read, in the languages that can be measured', () => {
  const hard = 'Behandlingsansvarlige myndigheder tilvejebringer nødvendige oplysninger vedrørende henvendelsen.';
  const problemsWith = (language: 'da' | 'kl') =>
    checkReadability(measureReadability(withText(language, 'intake', 'intake.helper.title', hard), null));
  expect(problemsWith('da')).toMatchObject([{ file: 'locales/da/intake.json', key: 'all texts' }]);
  expect(problemsWith('kl')).toEqual([]);
});

test.each(['intake', 'kiosk', 'safety', 'presence', 'speech', 'keyboard', 'letter', 'pictures'] as const)(
  'measures the file %s, which people who come for help read',
  (name) => {
    const hard = { [`${name}.hard`]: 'Behandlingsansvarlige myndigheder tilvejebringer oplysninger.' };
    const problems = checkReadability(measureReadability(withTexts('da', name, hard), null));
    expect(problems.map(({ file }) => file)).toEqual([`locales/da/${name}.json`]);
  },
);

test('leaves what staff and the centre read unmeasured', () => {
  const hard = { 'staff.hard': 'Behandlingsansvarlige myndigheder tilvejebringer oplysninger.' };
  expect(checkReadability(measureReadability(withTexts('da', 'staff', hard), null))).toEqual([]);
});

test('measures a section only from a hundred words on, and else the whole file', () => {
  const worst = (words: number): number => {
    const locales = withText('sv', 'intake', 'intake.helper.title', 'kort '.repeat(words).trim());
    return worstReadability(measureReadability(locales, realPack), 'sv');
  };
  expect(worst(100)).toBe(100);
  // The file with the other texts of the kiosk is read instead: it has the same sentence, and two short ones.
  expect(worst(99)).toBe(99);
  const sections = (words: number) =>
    measureReadability(withText('sv', 'intake', 'intake.helper.title', 'kort '.repeat(words).trim()), realPack).filter(
      ({ isSection }) => isSection,
    );
  expect(sections(99)).toEqual([]);
  expect(sections(100).map(({ key }) => key)).toEqual(
    ['greenlandic', 'danish', 'swedish'].map((culture) => `the section "start" of the ${culture} version`),
  );
});

test('counts the words of a question in Danish and Swedish, not in Greenlandic', () => {
  const sixteen = 'ja '.repeat(16).trim();
  expect(checkQuestionLength(withText('sv', 'intake', 'intake.helper.title', sixteen))).toEqual([
    {
      file: 'locales/sv/intake.json',
      key: 'intake.helper.title',
      remedy: '16 words in a question: 15 are the most.',
    },
  ]);
  expect(checkQuestionLength(withText('kl', 'intake', 'intake.helper.title', sixteen))).toEqual([]);
  expect(checkQuestionLength(withText('sv', 'intake', 'intake.helper.hint', sixteen))).toEqual([]);
});
