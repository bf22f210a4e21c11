import { CULTURES } from '../basics/language.ts';
import { isEnabled, type Answered } from '../questionnaire/conditions.ts';
import { answerRemedy } from './check-conditions.ts';
import type { EnableWhen } from './condition.ts';
import type { Pack } from './pack.ts';
import { doubled, type PackProblem } from './problem.ts';
import { canBeShown } from './reach.ts';
import type { SafetyFile, SafetyRule } from './safety.ts';

/**
 * Checks the safety rules against all versions. A rule may speak of an item that only some versions ask, but it has to
 * be reached by an answer in one of them at least.
 */
export function checkSafety(pack: Pack, { rule }: SafetyFile): readonly PackProblem[] {
  const file = 'safety.json';
  return [
    ...doubled(rule.map(({ id }) => id)).map((place) => ({
      file,
      place,
      remedy: 'Two rules have this id: give every rule an id of its own.',
    })),
    ...rule.flatMap((each) => ruleRemedies(pack, each).map((remedy) => ({ file, place: each.id, remedy }))),
  ];
}

const NOTHING_ANSWERED: Answered = { answer: () => undefined, item: () => undefined };

function ruleRemedies(pack: Pack, rule: SafetyRule): readonly string[] {
  const remedies = rule.enableWhen.flatMap((condition) => conditionRemedies(pack, condition));
  if (remedies.length > 0) return remedies;
  if (isEnabled(rule, NOTHING_ANSWERED)) return ['This rule holds before anything is said: add a condition.'];
  const isReached = CULTURES.some((culture) =>
    canBeShown({ version: pack[culture], mayAsk: () => true, mayChoose: () => true, reached: new Map() }, [rule]),
  );
  return isReached ? [] : ['No answers reach this rule in any version: mend its conditions.'];
}

/** What to do about a condition that looks at nothing in any version; said in the words of the first that asks it. */
function conditionRemedies(pack: Pack, condition: EnableWhen): readonly string[] {
  const items = CULTURES.flatMap((culture) => pack[culture].byLinkId.get(condition.question)?.item ?? []);
  const asked = items.length > 0 ? items : [undefined];
  const remedies = asked.map((item) => answerRemedy(condition, item)).filter((remedy) => remedy !== null);
  return remedies.length === asked.length ? remedies.slice(0, 1) : [];
}
