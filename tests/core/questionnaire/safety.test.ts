import { describe, expect, test } from 'vitest';
import { CULTURES, type Culture } from '../../../core/basics/language.ts';
import { composeIntake } from '../../../core/intake/compose-intake.ts';
import { interviewOf } from '../../../core/intake/visit.ts';
import type { EnableWhen } from '../../../core/pack/condition.ts';
import type { SafetyRule } from '../../../core/pack/safety.ts';
import { optionsOf } from '../../../core/questionnaire/culture-version.ts';
import { raisedRules, safetyLevel } from '../../../core/questionnaire/safety.ts';
import { journey, type Journey } from '../../journeys/journey.ts';
import { oddPack } from '../../journeys/odd-pack.ts';
import { realPack } from '../../journeys/real-pack.ts';
import { sourceOf } from '../intake/example-source.ts';
import { NOT_REACHING, REACHING, type Row, type Said } from './safety-table.ts';

/** Goes through all questions, saying this and "not now" to everything else; everything said has to be asked for. */
function saying(culture: Culture, said: Said): Journey {
  const visit = journey({ culture });
  while (visit.passOffer().place !== 'readBack') {
    const answer = said[visit.place];
    if (answer === undefined) visit.notNow(visit.place);
    else if ('kind' in answer) visit.give(visit.place, answer);
    else visit.answer(visit.place, answer);
  }
  expect(visit.asked).toEqual(expect.arrayContaining(Object.keys(said)));
  return visit;
}

function rulesOf(visit: Journey): readonly string[] {
  return visit.view.safety.rules;
}

const reachingCases = REACHING.flatMap(({ rule, level, said, cultures }) =>
  cultures.map((culture) => [rule, level, culture, JSON.stringify(said), said] as const),
);

describe('A rule is reached, with its level, by', () => {
  test.each(reachingCases)('%s (%s) in the %s version: %s', (rule, level, culture, _, said) => {
    const { safety } = saying(culture, said).view;
    expect(safety.rules).toContain(rule);
    expect(safety.level).toBe(level);
  });
});

describe('A rule is not reached by', () => {
  test.each(NOT_REACHING)('%s (%s)', (_, rule, said, culture) => {
    expect(realPack[culture].safety.map(({ id }) => id)).toContain(rule);
    expect(rulesOf(saying(culture, said))).not.toContain(rule);
  });
});

/** Whether a version can give the answer that a condition looks for. */
function canBeSaid(culture: Culture, condition: EnableWhen): boolean {
  const item = realPack[culture].byLinkId.get(condition.question)?.item;
  if (item === undefined || condition.operator !== '=') return item !== undefined;
  return optionsOf(item).some(({ code }) => code === condition.answerCode);
}

/** The conditions of a rule that have to stand in the table for a version: none where it cannot be reached there. */
function conditionsIn(culture: Culture, { enableWhen, enableBehavior }: SafetyRule): readonly EnableWhen[] {
  const sayable = enableWhen.filter((condition) => canBeSaid(culture, condition));
  const isReachable = enableBehavior === 'any' || sayable.length === enableWhen.length;
  return isReachable ? sayable.filter(({ operator }) => operator !== 'exists' && operator !== '!=') : [];
}

function says({ said }: Row, condition: EnableWhen): boolean {
  const answer = said[condition.question];
  if (answer === undefined) return false;
  if (condition.operator === '=') return !('kind' in answer) && answer.includes(condition.answerCode);
  return condition.operator !== 'declined' || ('kind' in answer && answer.kind === condition.answerNonAnswer);
}

/** What a rule lacks in the table: the rule itself, or a row for one of its conditions in a version that asks it. */
function lackingRows(rule: SafetyRule): readonly string[] {
  const rows = REACHING.filter((row) => row.rule === rule.id);
  const lacking = CULTURES.flatMap((culture) =>
    conditionsIn(culture, rule)
      .filter((condition) => !rows.some((row) => row.cultures.includes(culture) && says(row, condition)))
      .map((condition) => `${rule.id}: ${culture}, ${condition.question}`),
  );
  return rows.length === 0 ? [rule.id] : lacking;
}

test('Every rule, and each of its conditions, has a row in every version that asks it', () => {
  expect(realPack.danish.safety.flatMap(lackingRows)).toEqual([]);
});

test('The table names no rule that is gone', () => {
  const rules = new Set(realPack.danish.safety.map(({ id }) => id));
  const named = [...REACHING.map(({ rule }) => rule), ...NOT_REACHING.map(([, rule]) => rule)];
  expect(named.filter((rule) => !rules.has(rule))).toEqual([]);
});

test('The rules are the same in every version', () => {
  expect(realPack.greenlandic.safety).toEqual(realPack.danish.safety);
  expect(realPack.swedish.safety).toEqual(realPack.danish.safety);
});

describe.each(CULTURES)('Non-answers in the %s version', (culture) => {
  const declining = (kind: 'notNow' | 'tellAPerson' | 'dontKnow'): Journey => {
    const visit = journey({ culture });
    while (visit.passOffer().place !== 'readBack') {
      // Of whoever drinks, so that shaking and fits are asked about.
      if (visit.place === 'takes-room') visit.answer('takes-room', ['alcohol', 'pills']);
      else visit.decline(visit.place, kind);
    }
    return visit;
  };

  test('reach no rule when said as "not now"', () => {
    const nothing = { level: 'none', rules: [], red: [], tellsCalls: false, offer: null };
    expect(declining('notNow').view.safety).toEqual(nothing);
  });

  test.each(['tellAPerson', 'dontKnow'] as const)('reach, when said as %s, exactly the rules that name it', (kind) => {
    const names = (each: EnableWhen): boolean => each.operator === 'declined' && each.answerNonAnswer === kind;
    const rules = realPack[culture].safety.filter(({ enableWhen }) => enableWhen.some(names)).map(({ id }) => id);
    expect(rules.length).toBeGreaterThan(4);
    expect(rulesOf(declining(kind))).toEqual(rules);
  });
});

test('Who would rather tell a person is asked: now, or later today?', () => {
  const toldToAPerson = (each: EnableWhen): boolean =>
    each.operator === 'declined' && each.answerNonAnswer === 'tellAPerson';
  for (const { enableWhen, asksNowOrLater } of realPack.danish.safety) {
    if (enableWhen.some(toldToAPerson)) expect(asksNowOrLater).toBe(true);
  }
});

describe('A hidden answer', () => {
  const withFits = (): Journey =>
    saying('danish', { 'takes-room': ['alcohol'], shaking: ['now'], fits: ['now'], 'last-drink': ['today'] });

  test('reaches no rule, and one again when it comes back', () => {
    const visit = withFits();
    expect(visit.view.safety).toMatchObject({ level: 'red', rules: ['fits-now', 'shaking-now'] });
    visit.edit('takes-room').answer('takes-room', ['tobacco']);
    expect(visit.view.safety).toMatchObject({ level: 'none', rules: [] });
    visit.edit('takes-room').answer('takes-room', ['alcohol']);
    expect(rulesOf(visit)).toEqual(['fits-now', 'shaking-now']);
  });

  test('raises no flag in what is sealed', () => {
    const flags = (visit: Journey): readonly string[] => composeIntake(sourceOf(visit)).flags.map(({ rule }) => rule);
    expect(flags(withFits())).toEqual(['fits-now', 'shaking-now']);
    expect(flags(withFits().edit('shaking').answer('shaking', ['no']))).toEqual([]);
  });
});

test('A rule is reached as soon as its answer is given, whatever comes after', () => {
  const visit = journey().until('urgent').answer('urgent', ['body-now']);
  expect(visit.view.safety).toMatchObject({ level: 'red', rules: ['body-in-danger'] });
  expect(visit.until('mood').view.safety.level).toBe('red');
});

test('A rule is reached with a helper, on the short track, and after a change of version all the same', () => {
  const visit = journey({ culture: 'greenlandic', track: 'short', helped: true }).until('urgent');
  visit.answer('urgent', ['threatened-now']).chooseCulture('swedish').chooseLanguage('sv');
  expect(rulesOf(visit)).toEqual(['threatened-now']);
});

test('Rules are told red ones first, each with the items whose answers reach it', () => {
  const visit = journey({ pack: oddPack, culture: 'danish' })
    .decline('first', 'tellAPerson')
    .answer('second', ['yes'])
    .until('secret')
    .answer('secret', ['yes']);
  const raised = raisedRules(interviewOf(visit.visit, oddPack));
  expect(raised.map(({ rule, linkIds }) => [rule.id, linkIds])).toEqual([
    ['secret-yes', ['secret']],
    ['first-untold', ['first']],
  ]);
  expect(safetyLevel(raised)).toBe('red');
  expect(safetyLevel(raised.slice(1))).toBe('amber');
  expect(safetyLevel([])).toBe('none');
});

test('A rule with several conditions names only the items that reach it, each once', () => {
  const linkIdsOf = (said: Said): readonly string[] | undefined =>
    raisedRules(interviewOf(saying('danish', said).visit, realPack)).find(({ rule }) => rule.id === 'withdrawal-before')
      ?.linkIds;
  expect(linkIdsOf({ 'takes-room': ['alcohol'], shaking: ['earlier'], fits: ['no'] })).toEqual(['shaking']);
  expect(linkIdsOf({ 'takes-room': ['alcohol'], shaking: ['now'], fits: ['earlier'] })).toEqual(['fits']);
  expect(linkIdsOf({ 'takes-room': ['alcohol'], shaking: ['earlier'], fits: ['earlier'] })).toEqual([
    'shaking',
    'fits',
  ]);
});
