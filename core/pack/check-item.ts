import { codedParts } from '../questionnaire/culture-version.ts';
import { doubled } from './problem.ts';
import type { AnswerOption, Item } from './questionnaire.ts';

/**
 * Checks what a question says about itself, apart from every other.
 *
 * @returns what to do, one line for each problem
 */
export function itemRemedies(item: Item): readonly string[] {
  return [
    ...doubled(codedParts(item)).map((part) => `The code of "${part}" stands twice: use each code once.`),
    ...conditionRemedies(item),
    ...(item.noticePolicy !== undefined && item.notice !== true
      ? ['A noticePolicy says when the notice is shown: add "notice": true, or remove it.']
      : []),
    ...kindRemedies(item),
  ];
}

function conditionRemedies(item: Item): readonly string[] {
  const conditional = item.type === 'choice' ? [item, ...item.answerOption] : [item];
  const idle = conditional.some(({ enableWhen, enableBehavior }) => enableWhen === undefined && enableBehavior);
  return idle ? ['An enableBehavior stands without enableWhen: remove it, or write the conditions.'] : [];
}

/** Longer words are FHIR's `text`, which takes no keyboard but that of words. */
const MAX_STRING_LENGTH = 255;

function kindRemedies(item: Item): readonly string[] {
  switch (item.type) {
    case 'choice':
      return choiceRemedies(item);
    case 'integer':
      return item.minValue > item.maxValue ? ['The minValue is larger than the maxValue: mend one of them.'] : [];
    case 'episodes':
      return episodesRemedies(item);
    case 'string':
      return item.keyboard !== undefined && item.maxLength > MAX_STRING_LENGTH
        ? [`A keyboard is for at most ${MAX_STRING_LENGTH} characters: lower the maxLength, or remove "keyboard".`]
        : [];
    case 'days':
    case 'circle':
      return [];
  }
}

/** Ways of showing that leave room for one answer only. */
const ONE_ANSWER_ONLY: readonly string[] = ['path', 'scale', 'stories'];

function choiceRemedies(item: Extract<Item, { type: 'choice' }>): readonly string[] {
  const { repeats = false, maxAnswers, presentation = 'cards', imagery, answerOption } = item;
  const isAlone = answerOption.find(({ exclusive }) => exclusive === true);
  return [
    ...(maxAnswers !== undefined && !repeats
      ? ['A maxAnswers stands without "repeats": true: add it, or remove the maxAnswers.']
      : []),
    ...(isAlone !== undefined && !repeats
      ? [`"${isAlone.code}" is exclusive, but only one answer can be chosen anyway: remove "exclusive".`]
      : []),
    ...(repeats && ONE_ANSWER_ONLY.includes(presentation)
      ? [`A ${presentation} takes one answer only: remove "repeats", or show the options as cards.`]
      : []),
    ...(imagery !== undefined && presentation !== 'path'
      ? ['The imagery is the picture along a path: add "presentation": "path", or remove it.']
      : []),
    ...weightRemedies(answerOption),
  ];
}

function weightRemedies(options: readonly AnswerOption[]): readonly string[] {
  const unweighted = options.filter(({ weight }) => weight === undefined).map(({ code }) => `"${code}"`);
  if (unweighted.length === 0 || unweighted.length === options.length) return [];
  return [`Some options have a weight and some have none: give one to ${unweighted.join(', ')}.`];
}

function episodesRemedies(item: Extract<Item, { type: 'episodes' }>): readonly string[] {
  const { asksShare, share, container } = item;
  if (asksShare === 'never') {
    return share === undefined ? [] : ['The share is never asked for: change asksShare, or remove "share".'];
  }
  if (share === undefined) return ['The own share is asked for, but there is none to choose: write "share".'];
  const isNeverAsked = asksShare === 'ofShared' && container.every(({ shared }) => shared !== true);
  return isNeverAsked ? ['The share of shared vessels is asked for, but none is "shared": mark those that are.'] : [];
}
