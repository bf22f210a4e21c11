import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST_SHOWN, shownRows, shownTotal } from '../../../core/numbers/suppression.ts';

const NAMES = ['a', 'b', 'c'] as const;
type Name = (typeof NAMES)[number];
type Table = readonly [number, number, number];
const sumOf = (table: Table): number => table[0] + table[1] + table[2];

/** What somebody sees of a table. */
type Show = (table: Table) => { readonly total: number | null; readonly rows: ReadonlyMap<string, number> };
const show: Show = ([a, b, c]) => {
  const total = a + b + c;
  const rows = shownRows<Name>({ counts: { a, b, c }, total, names: NAMES });
  return { total: shownTotal(total), rows: new Map(rows.map(({ name, count }) => [name, count])) };
};

test.each<[string, Table, number | null, readonly (readonly [string, number])[]]>([
  ['nothing of nobody', [0, 0, 0], null, []],
  ['nothing of four', [4, 0, 0], null, []],
  ['the total of five, and not where they are', [5, 0, 0], 5, []],
  [
    'everything where no cell is small, rounded down',
    [14, 5, 9],
    25,
    [
      ['a', 10],
      ['b', 5],
      ['c', 5],
    ],
  ],
  ['no row from which a small cell follows', [10, 9, 2], 20, [['a', 10]]],
  ['no row from which follows that nobody is in another', [20, 9, 0], 25, [['a', 20]]],
  ['what is left where small cells hide each other', [20, 3, 4], 25, [['a', 20]]],
])('shows %s', (_, table, total, rows) => {
  expect(show(table)).toEqual({ total, rows: new Map(rows) });
});

/** Out of how many numbers an attacker who knows the rules must guess a cell that is not shown, in the worst table. */
function fewestGuesses(shows: Show, most = 24): number {
  const seen = new Map<string, { readonly hidden: readonly number[]; readonly guesses: readonly Set<number>[] }>();
  for (let a = 0; a <= most; a++) {
    for (let b = 0; b <= most; b++) {
      for (let c = 0; c <= most; c++) {
        const { total, rows } = shows([a, b, c]);
        // A larger total could come of cells that are not tried here.
        if ((total ?? 0) > most) continue;
        const key = JSON.stringify([total, ...rows]);
        const hidden = [0, 1, 2].filter((place) => !rows.has(NAMES[place] ?? ''));
        const group = seen.get(key) ?? { hidden, guesses: [new Set<number>(), new Set<number>(), new Set<number>()] };
        seen.set(key, group);
        for (const [place, cell] of [a, b, c].entries()) group.guesses[place]?.add(cell);
      }
    }
  }
  return Math.min(
    ...[...seen.values()].flatMap(({ hidden, guesses }) => hidden.map((place) => guesses[place]?.size ?? 0)),
  );
}

test('leaves an attacker who knows the rules at least four numbers for every cell that is not shown', () => {
  expect(fewestGuesses(show)).toBeGreaterThanOrEqual(4);
});

test('is needed: leaving out small cells alone gives them away by the total', () => {
  const leavesOut: Show = (table) => ({
    total: sumOf(table),
    rows: new Map(NAMES.map((name, place) => [name, table[place] ?? 0] as const).filter(([, n]) => n >= LEAST_SHOWN)),
  });
  expect(fewestGuesses(leavesOut)).toBe(1);
});

test('never shows a number below five, one between the steps, or more than there are', () => {
  const counts = fc.dictionary(fc.stringMatching(/^[a-z][a-z-]{1,8}$/), fc.nat(40));
  fc.assert(
    fc.property(counts, fc.nat(20), (cells, more) => {
      const total = Object.values(cells).reduce((sum, count) => sum + count, more);
      const rows = shownRows<string>({ counts: cells, total, names: null });
      for (const { name, count } of rows) {
        expect(count).toBeGreaterThanOrEqual(LEAST_SHOWN);
        expect(count % LEAST_SHOWN).toBe(0);
        expect(count).toBeLessThanOrEqual(cells[name] ?? 0);
      }
      const truth = rows.reduce((sum, { name }) => sum + (cells[name] ?? 0), 0);
      if (rows.length > 0) expect(total - truth).toBeGreaterThanOrEqual(LEAST_SHOWN);
    }),
  );
});

test('tells nothing by the order of rows that nobody can list', () => {
  const total = 40;
  const one = shownRows<string>({ counts: { b: 10, a: 10 }, total, names: null });
  expect(shownRows<string>({ counts: { a: 10, b: 10 }, total, names: null })).toEqual(one);
});
