import { expect, test } from 'vitest';
import { changed, changeOf, visitChangeSchema } from '../../../core/intake/visit-change.ts';
import { beginVisit, type Given, type Visit } from '../../../core/intake/visit.ts';

const start = beginVisit({
  intakeId: '7d2a4f5e-6c1b-4f0e-9a3d-2b8c1e5f7a90',
  contentVersion: 'c0ffee00'.repeat(8),
  startedAt: '2026-03-01T11:00:00.000Z',
  language: 'da',
  culture: 'danish',
});

const said = (text: string): Given => ({
  answer: { kind: 'text', text },
  language: 'da',
  culture: 'danish',
  at: '2026-03-01T11:01:00.000Z',
  accompanied: false,
});

/** As a draft has it: through JSON. */
const kept = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const before = { ...start, answers: { name: said('Karl'), hope: said('ro') } } satisfies Visit;
const STEPS: readonly (readonly [what: string, after: Visit, names: readonly string[]])[] = [
  ['nothing', { ...before }, []],
  ['another place', { ...before, stage: { kind: 'readBack' } }, ['stage']],
  ['one more answer', { ...before, answers: { ...before.answers, work: said('fisk') } }, ['work']],
  ['another answer', { ...before, answers: { ...before.answers, name: said('Kalle') } }, ['name']],
  ['an answer taken away', { ...before, answers: { hope: said('ro') } }, ['name', 'hope']],
  ['the place of an answer', { ...before, answers: { hope: before.answers.hope, name: said('Kalle') } }, ['name']],
  [
    'an answer for another one',
    { ...before, answers: { name: before.answers.name, work: said('fisk') } },
    ['work', 'hope'],
  ],
  ['all of it', { ...start, culture: 'greenlandic', answers: {} }, ['culture', 'name', 'hope']],
];

test.each(STEPS)('a change of %s says that alone, and leads to the visit after it', (_, after, names) => {
  const change = visitChangeSchema.parse(kept(changeOf(before, after)));
  expect([...Object.keys(change.changed), ...Object.keys(change.answers)].sort()).toEqual([...names].sort());
  expect(changed(kept(before), change)).toEqual(kept(after));
});

test('fields that have changed their places and hold the same are no change', () => {
  const { intakeId, ...others } = before;
  expect(changeOf(before, { ...others, intakeId })).toEqual({ changed: {}, answers: {} });
  const exchanged = { ...others, culture: before.language, language: before.culture, intakeId } as unknown as Visit;
  expect(changeOf(before, exchanged).changed).toEqual({ culture: before.language, language: before.culture });
});

test.each([
  ['nothing', null, null],
  ['no record', 'text', null],
  ['no answers', { format: 2 }, { format: 2, stage: 1, answers: { hope: 2 } }],
])('a change in %s makes no more of it than there is', (_, standing, expected) => {
  expect(changed(standing, { changed: { stage: 1 }, answers: { hope: 2, name: null } })).toEqual(expected);
});

test('a name that objects are born with is a field like another, and changes no other object', () => {
  const change = visitChangeSchema.safeParse(JSON.parse('{"changed":{"__proto__":{"isPoor":true}},"answers":{}}'));
  if (change.success) changed({ answers: {} }, change.data);
  expect(({} as { isPoor?: boolean }).isPoor).toBeUndefined();
});
