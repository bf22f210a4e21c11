import { ruleIn } from '../open-pack.ts';
import { is, when, type BrokenPack } from './broken-pack.ts';

/** Safety rules with which nobody would ever be fetched, or everybody. */
export const UNSAFE: readonly BrokenPack[] = [
  {
    what: 'two rules of one id',
    breaking: (pack) => pack.safety.rule.push(ruleIn(pack, 'pregnant')),
    problem: {
      file: 'safety.json',
      place: 'pregnant',
      remedy: 'Two rules have this id: give every rule an id of its own.',
    },
  },
  {
    what: 'a rule about a question that no version asks',
    breaking: (pack) => Object.assign(ruleIn(pack, 'injects-now'), when(is('injects', 'now'))),
    problem: {
      file: 'safety.json',
      place: 'injects-now',
      remedy: 'A condition looks at "injects", which is not asked: mend the name, or remove it.',
    },
  },
  {
    what: 'a rule about an answer that no version offers',
    breaking: (pack) => Object.assign(ruleIn(pack, 'injects-now'), when(is('injecting', 'today'))),
    problem: {
      file: 'safety.json',
      place: 'injects-now',
      remedy: '"injecting" has no answer option "today": mend the code.',
    },
  },
  {
    what: 'a rule that no answers reach in any version',
    breaking: (pack) =>
      Object.assign(
        ruleIn(pack, 'heavy-every-day'),
        when({ question: 'days-without', operator: '<', answerDecimal: 0 }),
      ),
    problem: {
      file: 'safety.json',
      place: 'heavy-every-day',
      remedy: 'No answers reach this rule in any version: mend its conditions.',
    },
  },
  {
    what: 'a rule that no answers reach because its question hangs on the opposite',
    breaking: (pack) => Object.assign(ruleIn(pack, 'fits-now'), when(is('fits', 'now'), is('shaking', 'no'))),
    problem: {
      file: 'safety.json',
      place: 'fits-now',
      remedy: 'No answers reach this rule in any version: mend its conditions.',
    },
  },
  {
    what: 'a rule that holds before anything is said',
    breaking: (pack) =>
      Object.assign(ruleIn(pack, 'pregnant'), {
        enableWhen: [is('pregnant', 'yes'), { question: 'pregnant', operator: 'exists', answerBoolean: false }],
      }),
    problem: {
      file: 'safety.json',
      place: 'pregnant',
      remedy: 'This rule holds before anything is said: add a condition.',
    },
  },
];
