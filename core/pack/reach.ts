import type { Conditional } from '../questionnaire/conditions.ts';
import { optionsOf, type CultureVersion } from '../questionnaire/culture-version.ts';
import type { EnableWhen } from './condition.ts';
import { canSatisfy } from './possible-answers.ts';
import type { AnswerOption, Item } from './questionnaire.ts';

/** The questions that can be asked, among which a way to something is looked for. */
export interface World {
  readonly version: CultureVersion;
  /** Whether a question may be asked at all, for example on the short track. */
  readonly mayAsk: (item: Item) => boolean;
  /** Whether an option may be chosen with questions still to come. */
  readonly mayChoose: (item: Item, option: AnswerOption) => boolean;
  /** Items that are known to be reached, by linkId, with their places in the order. */
  readonly reached: ReadonlyMap<string, number>;
}

/** After so many steps a way is taken to exist: no pack that a person writes needs as many. */
const MOST_STEPS = 200;

/**
 * Tells whether answers exist with which all of these are shown at once: items, options, or whatever else stands under
 * conditions. It follows the conditions back through the questions that they look at.
 *
 * Sound but not complete: what it calls impossible is impossible; of the rest it may miss some. Conditions may look only
 * at earlier items, or it would run in circles until its steps are used up.
 */
export function canBeShown(world: World, goals: readonly Goal[]): boolean {
  return reaches({ world, wishes: new Map(), steps: MOST_STEPS }, listOf(goals, null));
}

/** Something under conditions; `linkId` where it is an item. */
type Goal = Conditional & { readonly linkId?: string };

interface Search {
  readonly world: World;
  /** What the answer to each question has to satisfy, on the way that is being tried. */
  readonly wishes: Map<string, readonly EnableWhen[]>;
  steps: number;
}

type Goals = { readonly goal: Goal; readonly next: Goals } | null;

function listOf(goals: readonly Goal[], next: Goals): Goals {
  return goals.reduceRight<Goals>((rest, goal) => ({ goal, next: rest }), next);
}

function reaches(search: Search, goals: Goals): boolean {
  if (goals === null || search.steps <= 0) return true;
  search.steps -= 1;
  const { enableWhen = [], enableBehavior } = goals.goal;
  if (goals.next === null && isKnown(search, goals.goal)) return true;
  const ways =
    enableBehavior === 'any' && enableWhen.length > 0 ? enableWhen.map((condition) => [condition]) : [enableWhen];
  return ways.some((way) => reachesBy(search, way, goals.next));
}

/**
 * Tells whether the last thing to be shown is an item that was reached before. What it hangs on stands earlier than it,
 * so wishes for it and for later items change nothing about that.
 */
function isKnown({ world, wishes }: Search, { linkId = '' }: Goal): boolean {
  const place = world.reached.get(linkId);
  if (place === undefined) return false;
  return [...wishes].every(([about, wished]) => wished.length === 0 || (world.reached.get(about) ?? -1) >= place);
}

/** Wishes for all conditions of a way, goes on, and takes the wishes back. */
function reachesBy(search: Search, way: readonly EnableWhen[], next: Goals): boolean {
  const [condition, ...others] = way;
  if (condition === undefined) return reaches(search, next);
  const { question } = condition;
  const before = search.wishes.get(question) ?? [];
  const wishes = [...before, condition];
  if (!isPossible(search.world, question, wishes)) return false;
  const goals = listOf(newGoals(search.world, condition, !before.some(needsAnswer)), next);
  search.wishes.set(question, wishes);
  const isReached = reachesBy(search, others, goals);
  search.wishes.set(question, before);
  return isReached;
}

/** Nothing has to be given for an answer not to exist. */
function needsAnswer(condition: EnableWhen): boolean {
  return condition.operator !== 'exists' || condition.answerBoolean;
}

/** What has to be shown so that a condition can hold: the question, and the option that it names. */
function newGoals({ version }: World, condition: EnableWhen, isFirst: boolean): readonly Goal[] {
  const item = version.byLinkId.get(condition.question)?.item;
  if (item === undefined || !needsAnswer(condition)) return [];
  const option =
    condition.operator === '=' ? optionsOf(item).find(({ code }) => code === condition.answerCode) : undefined;
  const goals = [...(isFirst ? [item] : []), ...(option === undefined ? [] : [option])];
  return goals.filter(({ enableWhen }) => enableWhen !== undefined);
}

function isPossible(world: World, question: string, conditions: readonly EnableWhen[]): boolean {
  if (!conditions.some(needsAnswer)) return true;
  const item = world.version.byLinkId.get(question)?.item;
  if (item === undefined || !world.mayAsk(item)) return false;
  return canSatisfy(
    item,
    optionsOf(item).filter((option) => world.mayChoose(item, option)),
    conditions,
  );
}
