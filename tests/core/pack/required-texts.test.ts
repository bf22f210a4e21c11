import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CULTURES } from '../../../core/basics/language.ts';
import { requiredTexts } from '../../../core/pack/required-texts.ts';
import { textsSchema } from '../../../core/translation/catalogue.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';

const danishTexts = textsSchema.parse(
  JSON.parse(readFileSync(new URL('../../../locales/da/intake.json', import.meta.url), 'utf8')),
);

test('A version needs its titles, options, sections and points', () => {
  const needed = requiredTexts(oddPack.swedish);
  expect(needed.slice(0, 4)).toEqual([
    'intake.second.title',
    'intake.second.option.yes',
    'intake.second.option.maybe',
    'intake.second.option.no',
  ]);
  expect(needed).toContain('intake.words.title');
  expect(needed.slice(-2)).toEqual(['intake.section.all', 'intake.whoCanSee.centre']);
});

test('A hint and a notice are needed only where they are shown', () => {
  expect(requiredTexts(realPack.swedish)).toContain('intake.cannabis-pattern.notice');
  expect(requiredTexts(realPack.danish)).not.toContain('intake.cannabis-pattern.notice');
  expect(requiredTexts(realPack.danish)).toContain('intake.strengths.hint');
  expect(requiredTexts(realPack.danish)).not.toContain('intake.helper.hint');
});

test('A wording of its own replaces the common one', () => {
  const needed = requiredTexts(realPack.greenlandic);
  expect(needed).toContain('intake.strengths@greenlandic.title');
  expect(needed).not.toContain('intake.strengths.title');
});

test.each(CULTURES)('Danish has every text of the %s version', (culture) => {
  for (const key of requiredTexts(realPack[culture])) expect(danishTexts).toHaveProperty([key]);
});
