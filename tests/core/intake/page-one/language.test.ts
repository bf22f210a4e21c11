import { expect, test } from 'vitest';
import type { Intake } from '../../../../core/intake/intake.ts';
import { pageOne } from '../../../../core/intake/page-one.ts';
import type { Texts } from '../../../../core/translation/catalogue.ts';
import { keyTexts } from '../../translation/key-texts.ts';
import { answerTo, chosen, facts, intakeOf, notAsked, textsWithout } from './example-page.ts';

const texts = keyTexts('', { 'pageOne.ofAnswers': '{{count}} of {{of}}' });

function said(
  label: string,
  answers: Intake['answers'],
  more: Partial<Intake> = {},
  read: Texts = texts,
): string | null {
  const block = pageOne(intakeOf(answers, more), facts, read).blocks.find(({ name }) => name === 'language');
  return block?.entries.find((entry) => entry.label === label)?.parts[0]?.text ?? null;
}

test('The page says once in which language and version it was answered', () => {
  expect(said('pageOne.language', [], { language: 'kl', culture: 'greenlandic' })).toBe(
    'kiosk.languageName.kl; pageOne.culture.greenlandic',
  );
});

test('Several languages and versions are named, the most used first', () => {
  const kl = { language: 'kl', culture: 'greenlandic' } as const;
  const answers = [
    answerTo('age', chosen('x'), kl),
    answerTo('mood', chosen('x'), kl),
    answerTo('worker', chosen('x'), kl),
    answerTo('income', chosen('x'), { language: 'sv', culture: 'danish' }),
    answerTo('legal', notAsked('leftOpen'), { language: 'da', culture: 'swedish' }),
  ];
  expect(said('pageOne.language', answers)).toBe(
    'kiosk.languageName.kl; kiosk.languageName.da; kiosk.languageName.sv; pageOne.culture.greenlandic; pageOne.culture.danish',
  );
});

test('A dialect has its own name, or that of its language where the page has none', () => {
  const east = { language: 'kl-tunumiit' } as const;
  expect(said('pageOne.language', [], east)).toContain('kiosk.languageName.kl-tunumiit');
  expect(said('pageOne.language', [], east, textsWithout(/tunumiit/))).toBe(
    'kiosk.languageName.kl; pageOne.culture.danish',
  );
});

test('Somebody who sat there is counted over the answers that were given', () => {
  const answers = [
    answerTo('helper', chosen('friend'), { accompanied: true }),
    answerTo('age', chosen('x')),
    answerTo('fits', notAsked('helperPresent'), { accompanied: true }),
  ];
  expect(said('pageOne.accompanied', answers)).toBe('1 of 2');
  expect(said('pageOne.item.helper', answers)).toBe('s friend');
});

test('Somebody who never sat there is not spoken of', () => {
  expect(said('pageOne.accompanied', [answerTo('age', chosen('x'))])).toBeNull();
});
