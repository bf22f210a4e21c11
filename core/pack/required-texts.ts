import {
  codedParts,
  nonAnswerKey,
  textKey,
  type CultureVersion,
  type TextPart,
} from '../questionnaire/culture-version.ts';
import { NON_ANSWERS } from './condition.ts';
import type { Item } from './questionnaire.ts';

/** Every text key that one culture version shows, so that a missing text is found before a person meets it. */
export function requiredTexts(version: CultureVersion): readonly string[] {
  const items = version.items.flatMap(({ item }) => textParts(item).map((part) => textKey(version, item.linkId, part)));
  return [
    ...items,
    ...version.sections.map((section) => `intake.section.${section}`),
    ...version.whoCanSee.map(({ code }) => `intake.whoCanSee.${code}`),
    ...NON_ANSWERS.map((nonAnswer) => nonAnswerKey(version, nonAnswer)),
  ];
}

/** The parts of an item that have a text. */
export function textParts(item: Item): readonly TextPart[] {
  const parts: TextPart[] = ['title'];
  if (item.hint === true) parts.push('hint');
  if (item.notice === true) parts.push('notice');
  return [...parts, ...codedParts(item)];
}
