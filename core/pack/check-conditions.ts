import { optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import { inCircles } from './circles.ts';
import type { EnableWhen } from './condition.ts';
import type { Finding } from './problem.ts';
import type { Item } from './questionnaire.ts';

/** Checks that every condition looks back at an answer that can be given. */
export function checkConditions(version: CultureVersion): readonly Finding[] {
  const found: Finding[] = [];
  const earlier = new Set<string>();
  let circular: ReadonlySet<string> | null = null;
  for (const { item } of version.items) {
    for (const condition of conditionsOf(item)) {
      // Only a condition on something else than an earlier item can close a circle; most packs have none.
      if (!earlier.has(condition.question)) circular ??= circularItems(version);
      const remedy = lookBackRemedy(condition, { item, version, earlier, circular });
      if (remedy !== null) found.push({ place: item.linkId, remedy });
    }
    earlier.add(item.linkId);
    // Whether an answer is sent is decided at the end: it may hang on anything.
    for (const condition of item.sendWhen ?? []) {
      const remedy = answerRemedy(condition, version.byLinkId.get(condition.question)?.item);
      if (remedy !== null) found.push({ place: item.linkId, remedy });
    }
  }
  return found;
}

function circularItems({ items }: CultureVersion): ReadonlySet<string> {
  return inCircles(new Map(items.map(({ item }) => [item.linkId, conditionsOf(item).map(({ question }) => question)])));
}

/** Every condition of an item and of its options. */
function conditionsOf(item: Item): readonly EnableWhen[] {
  return [item, ...optionsOf(item)].flatMap(({ enableWhen = [] }) => enableWhen);
}

/** Where a condition stands, for judging whether it looks at something that can be known by then. */
interface Standpoint {
  readonly item: Item;
  readonly version: CultureVersion;
  readonly earlier: ReadonlySet<string>;
  /** Items whose conditions go round in circles; null while every condition has looked back. */
  readonly circular: ReadonlySet<string> | null;
}

/** What to do about a condition that does not look back at an earlier answer; null when it does. */
function lookBackRemedy(condition: EnableWhen, standpoint: Standpoint): string | null {
  const { item, version, earlier, circular } = standpoint;
  const { question } = condition;
  if (question === item.linkId) return 'A condition looks at the question that it stands in: look at an earlier one.';
  if (!earlier.has(question) && version.byLinkId.has(question)) {
    return circular?.has(question) && circular.has(item.linkId)
      ? `This question and "${question}" wait for each other: take the condition away from one of them.`
      : `It follows "${question}", which is asked later: put it behind "${question}" in the order.`;
  }
  return answerRemedy(condition, version.byLinkId.get(question)?.item);
}

/** What to do about a condition on an answer that its question does not offer; null when it does. */
export function answerRemedy(condition: EnableWhen, question: Item | undefined): string | null {
  const name = condition.question;
  if (question === undefined) return `A condition looks at "${name}", which is not asked: mend the name, or remove it.`;
  if ('answerCode' in condition && !optionsOf(question).some(({ code }) => code === condition.answerCode)) {
    return `"${name}" has no answer option "${condition.answerCode}": mend the code.`;
  }
  if ('answerDecimal' in condition && !hasNumber(question)) {
    return `The answer to "${name}" is no number: give its options weights, or ask in another way.`;
  }
  return null;
}

function hasNumber(item: Item): boolean {
  return item.type === 'choice'
    ? item.answerOption.some(({ weight }) => weight !== undefined)
    : item.type !== 'string' && item.type !== 'circle';
}
