import { optionsOf, textKey, type CultureVersion, type TextPart } from '../questionnaire/culture-version.ts';

/** Every text key that one culture version shows, so that a missing text is found before a person meets it. */
export function requiredTexts(version: CultureVersion): readonly string[] {
  const items = version.items.flatMap(({ item }) => {
    const parts: TextPart[] = ['title'];
    if (item.hint === true) parts.push('hint');
    if (item.notice === true) parts.push('notice');
    for (const { code } of optionsOf(item)) parts.push(`option.${code}`);
    return parts.map((part) => textKey(version, item.linkId, part));
  });
  const sections = version.sections.map((section) => `intake.section.${section}`);
  return [...items, ...sections, ...version.whoCanSee.map(({ code }) => `intake.whoCanSee.${code}`)];
}
