import { languageOf, type LanguageTag } from '../../basics/language.ts';
import { text } from '../../translation/catalogue.ts';
import { entriesOf, isAllDraft } from './entries.ts';
import { summary, type PageOneEntry } from './model.ts';
import { itemsOf } from './places.ts';
import { askedAnswers, textIfAny, type Reading } from './reading.ts';

/** How to speak with the person: their languages, and how the questions were shown and answered. */
export function languageEntries(reading: Reading): readonly PageOneEntry[] {
  const { intake, texts } = reading;
  const asked = askedAnswers(intake);
  const accompanied = asked.filter((answer) => answer.accompanied).length;
  const share = { count: accompanied, of: asked.length };
  return [
    ...entriesOf(itemsOf('language'), reading),
    ...(accompanied === 0
      ? []
      : [summary(text(texts, 'pageOne.accompanied'), text(texts, 'pageOne.ofAnswers', share))]),
    summary(text(texts, 'pageOne.language'), shownIn(reading)),
    ...(isAllDraft(reading) ? [summary(text(texts, 'pageOne.wording'), text(texts, 'pageOne.draftWording'))] : []),
  ];
}

/** The languages and culture versions in which the questions were answered, the most used first. */
function shownIn({ intake, texts }: Reading): string {
  const asked = askedAnswers(intake);
  const languages = mostUsed([intake.language, ...asked.map(({ language }) => language)]);
  const cultures = mostUsed([intake.culture, ...asked.map(({ culture }) => culture)]);
  return [
    ...languages.map((tag) => languageName(tag, texts)),
    ...cultures.map((culture) => text(texts, `pageOne.culture.${culture}`)),
  ].join('; ');
}

function mostUsed<T>(values: readonly T[]): readonly T[] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([value]) => value);
}

function languageName(tag: LanguageTag, texts: Reading['texts']): string {
  return textIfAny(texts, `kiosk.languageName.${tag}`) ?? text(texts, `kiosk.languageName.${languageOf(tag)}`);
}
