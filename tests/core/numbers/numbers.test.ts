import { describe, expect, expectTypeOf, test } from 'vitest';
import { NO_COUNTS, withFact, type Counts } from '../../../core/numbers/counts.ts';
import { callTime, itemNameOf, receiptTime, type CountedFact, type ItemName } from '../../../core/numbers/fact.ts';
import { CallTimer } from '../../../core/numbers/call-timer.ts';
import { numbersCsv } from '../../../core/numbers/csv.ts';
import { newNumbers, numbersSchema, turned, type KeptNumbers } from '../../../core/numbers/period.ts';
import { shownPeriod, shownPeriodSchema } from '../../../core/numbers/report.ts';
import type { Answer } from '../../../core/questionnaire/answer.ts';
import { shippedContent } from '../../electron/content/shipped-content.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const { pack } = shippedContent();

function item(linkId: string): ItemName {
  const found = itemNameOf(pack, linkId);
  if (found === null) throw new Error(`No version asks ${linkId}`);
  return found;
}

const STARTED: CountedFact = { kind: 'started', language: 'da', culture: 'danish', track: 'whole' };
const times = (count: number, fact: CountedFact): readonly CountedFact[] => Array.from({ length: count }, () => fact);
const countsOf = (...facts: readonly CountedFact[]): Counts => facts.reduce(withFact, NO_COUNTS);
const shown = (...facts: readonly CountedFact[]) =>
  shownPeriod({ from: '2026-01-01', to: '2026-04-01', counts: countsOf(...facts) });

describe('A counted fact', () => {
  test('has no room for an answer, a name, a moment or an identifier, by type', () => {
    type Fields = { [K in CountedFact['kind']]: Exclude<keyof Extract<CountedFact, { kind: K }>, 'kind'> };
    expectTypeOf<Fields>().toEqualTypeOf<{
      started: 'language' | 'culture' | 'track';
      turnedAway: 'at';
      sent: 'nonAnswers';
      stopped: 'at';
      called: 'time';
      receipted: 'time';
    }>();
    // A free text is no name of an item, and no value of an answer fits anywhere.
    expectTypeOf<string>().not.toExtend<Extract<CountedFact, { kind: 'stopped' }>['at']>();
    expectTypeOf<string>().not.toExtend<Extract<CountedFact, { kind: 'sent' }>['nonAnswers'][number]['item']>();
    expectTypeOf<Answer>().not.toExtend<Extract<CountedFact, { kind: 'sent' }>['nonAnswers'][number]>();
    expectTypeOf<Extract<Answer, { kind: 'codes' }>['kind']>().not.toExtend<
      Extract<CountedFact, { kind: 'sent' }>['nonAnswers'][number]['kind']
    >();
  });

  test('takes the names of items from the pack alone', () => {
    expect(itemNameOf(pack, 'call-name')).toBe('call-name');
    for (const other of ['Ñuka', 'alcohol', 'toString', '__proto__', '']) expect(itemNameOf(pack, other)).toBeNull();
  });

  test.each([
    [null, 'calledOff'],
    [0, 'within1Minute'],
    [60_000, 'within1Minute'],
    [60_001, 'within2Minutes'],
    [300_000, 'within5Minutes'],
    [300_001, 'later'],
  ] as const)('puts a call of %s ms into %s', (waitedMs, time) => expect(callTime(waitedMs)).toBe(time));

  test.each([
    [-DAY_MS, 'within1Day'],
    [DAY_MS, 'within1Day'],
    [DAY_MS + 1, 'within3Days'],
    [7 * DAY_MS, 'within7Days'],
    [14 * DAY_MS, 'within14Days'],
    [14 * DAY_MS + 1, 'later'],
  ] as const)('puts a receipt of %s ms into %s', (waitedMs, time) => expect(receiptTime(waitedMs)).toBe(time));
});

describe('The call that is timed', () => {
  const steps = (...taken: readonly (readonly [Parameters<CallTimer['step']>[0], number])[]) => {
    const timer = new CallTimer();
    return taken.flatMap(([step, seconds]) => timer.step(step, seconds * 1000) ?? []);
  };

  test('is counted once, when somebody comes', () => {
    expect(
      steps(
        [{ kind: 'raised', alert: 1, why: 'danger' }, 0],
        [{ kind: 'second', alert: 1 }, 60],
        [{ kind: 'here', alert: 1 }, 90],
        [{ kind: 'noted', alert: 1 }, 100],
        [{ kind: 'over', alert: 1 }, 110],
      ),
    ).toEqual([{ kind: 'called', time: 'within2Minutes' }]);
  });

  test('is counted as called off where nobody came before it ended', () => {
    expect(steps([{ kind: 'raised', alert: 1, why: 'fetch' }, 0], [{ kind: 'over', alert: 1 }, 20])).toEqual([
      { kind: 'called', time: 'calledOff' },
    ]);
  });

  test('is none where staff try the call, and the newer one where danger follows on a wish', () => {
    expect(steps([{ kind: 'raised', alert: 1, why: 'test' }, 0], [{ kind: 'here', alert: 1 }, 5])).toEqual([]);
    expect(
      steps(
        [{ kind: 'raised', alert: 2, why: 'fetch' }, 0],
        [{ kind: 'raised', alert: 3, why: 'danger' }, 300],
        [{ kind: 'here', alert: 2 }, 301],
        [{ kind: 'here', alert: 3 }, 310],
      ),
    ).toEqual([{ kind: 'called', time: 'within1Minute' }]);
  });
});

test('A fact of a kind that the types rule out is never counted', () => {
  expect(() => withFact(NO_COUNTS, { kind: 'dance' } as never)).toThrow();
});

describe('A period that may be shown', () => {
  test('tells what was counted, in steps of five', () => {
    const nonAnswers = [{ item: item('mood'), kind: 'tellAPerson' }] as const;
    const period = shown(
      ...times(31, STARTED),
      ...times(6, { ...STARTED, language: 'kl', culture: 'greenlandic' }),
      ...times(8, { kind: 'sent', nonAnswers }),
      ...times(13, { kind: 'sent', nonAnswers: [] }),
      ...times(9, { kind: 'stopped', at: item('mood') }),
      ...times(6, { kind: 'stopped', at: 'readBack' }),
      ...times(7, { kind: 'called', time: 'within1Minute' }),
      ...times(7, { kind: 'receipted', time: 'within3Days' }),
    );
    expect(shownPeriodSchema.parse(period)).toEqual(period);
    const table = (name: string) => period.tables.find((each) => each.name === name);
    expect(table('visits')).toEqual({
      name: 'visits',
      total: 35,
      rows: [
        { name: 'sent', count: 20 },
        { name: 'notSent', count: 15 },
      ],
    });
    expect(table('languages')).toEqual({ name: 'languages', total: 35, rows: [{ name: 'da', count: 30 }] });
    // Of 16 who did not send, one lies under a code: nobody may learn where the last seven are.
    expect(table('stops')?.rows).toEqual([{ name: 'mood', count: 5 }]);
    expect(table('callTimes')).toEqual({ name: 'callTimes', total: 5, rows: [] });
    expect(period.nonAnswers).toEqual([{ item: 'mood', rows: [{ name: 'tellAPerson', count: 5 }] }]);
  });

  test('tells where people stopped only where it tells how many did not send', () => {
    const stops = times(12, { kind: 'stopped', at: item('mood') } as const);
    const screens = times(5, { kind: 'stopped', at: 'readBack' } as const);
    const stopsOf = (sent: number) =>
      shown(
        ...times(17 + sent, STARTED),
        ...times(sent, { kind: 'sent', nonAnswers: [] }),
        ...[...stops, ...screens],
      ).tables.find(({ name }) => name === 'stops')?.rows;
    expect(stopsOf(20)).toEqual([{ name: 'mood', count: 10 }]);
    expect(stopsOf(3)).toEqual([]);
  });

  test('tells no total of visits where some of those that ended began in the period before', () => {
    const { tables } = shown(...times(6, STARTED), ...times(11, { kind: 'stopped', at: 'readBack' }));
    expect(tables.find(({ name }) => name === 'visits')?.total).toBeNull();
  });

  test('names the items without a value in the order of their names, whichever was counted first', () => {
    const found = ['mood', 'age', 'barriers'].map((linkId) => ({ item: item(linkId), kind: 'notNow' }) as const);
    const sent = times(10, { kind: 'sent', nonAnswers: [] } as const);
    const period = shown(...times(20, STARTED), ...times(10, { kind: 'sent', nonAnswers: found }), ...sent);
    expect(period.nonAnswers.map((each) => each.item)).toEqual(['age', 'barriers', 'mood']);
  });

  test('shows nothing of a house with four visitors', () => {
    const period = shown(
      ...times(4, STARTED),
      ...times(4, { kind: 'sent', nonAnswers: [{ item: item('mood'), kind: 'notNow' }] }),
    );
    expect(period.tables.every(({ total, rows }) => total === null && rows.length === 0)).toBe(true);
    expect(period.nonAnswers).toEqual([]);
  });

  test('never tells that all who sent said the same', () => {
    const all = times(20, { kind: 'sent', nonAnswers: [{ item: item('mood'), kind: 'tellAPerson' }] } as const);
    expect(shown(...times(20, STARTED), ...all).nonAnswers).toEqual([]);
  });
});

describe('The running period', () => {
  const at = (day: string, passedDays: number) => ({
    nowMs: Date.parse(`${day}T12:00:00Z`),
    passedMs: passedDays * DAY_MS,
  });
  const counting = (numbers: KeptNumbers, ...facts: readonly CountedFact[]): KeptNumbers => ({
    ...numbers,
    running: { ...numbers.running, counts: facts.reduce(withFact, numbers.running.counts) },
  });

  test('is never shown, and closes when its quarter is over', () => {
    const begun = counting(newNumbers(at('2026-01-10', 0)), ...times(12, STARTED));
    expect(turned(begun, at('2026-03-31', 80))).toBe(begun);
    const closed = turned(begun, at('2026-04-01', 81));
    expect(closed.closed).toMatchObject([{ from: '2026-01-10', to: '2026-04-01' }]);
    expect(closed.running).toEqual({ from: '2026-04-01', beganMs: 81 * DAY_MS, counts: NO_COUNTS });
    expect(numbersSchema.parse(closed)).toEqual(closed);
  });

  test('keeps of what is closed only what may be shown', () => {
    const begun = counting(newNumbers(at('2026-01-10', 0)), ...times(12, STARTED), { ...STARTED, language: 'sv' });
    expect(JSON.stringify(turned(begun, at('2026-04-01', 81)).closed)).not.toContain('"sv"');
  });

  test('cannot be cut short by setting the clock', () => {
    const begun = counting(newNumbers(at('2026-01-10', 0)), STARTED);
    expect(turned(begun, at('2026-04-01', 27))).toBe(begun);
    expect(turned(begun, at('2038-01-19', 27))).toBe(begun);
    expect(turned(begun, at('2026-04-29', 28)).closed).toHaveLength(1);
  });

  test('recovers from a clock that was far ahead', () => {
    const ahead = newNumbers(at('2038-01-19', 0));
    const closed = turned(ahead, at('2026-05-01', 28));
    expect(turned(closed, at('2026-07-01', 89)).closed.map(({ from }) => from)).toEqual(['2038-01-19', '2026-05-01']);
  });

  test('leaves twelve closed ones behind it at most', () => {
    let numbers = newNumbers(at('2020-01-01', 0));
    for (let quarter = 1; quarter <= 30; quarter++) {
      const day = new Date(Date.UTC(2020, quarter * 3, 1)).toISOString().slice(0, 10);
      numbers = turned(numbers, at(day, quarter * 91));
    }
    expect(numbers.closed).toHaveLength(12);
    expect(numbers.closed.at(-1)).toMatchObject({ to: '2027-07-01' });
  });
});

test('writes CSV that no spreadsheet takes for a formula', () => {
  const period = shown(
    ...times(30, STARTED),
    ...times(12, { kind: 'stopped', at: item('mood') }),
    ...times(12, { kind: 'sent', nonAnswers: [] }),
  );
  const csv = numbersCsv([period], {
    columns: ['=from', '+to', '-what', '@name', 'count'],
    table: (name) => `=${name}`,
    total: '=SUM(A1)',
  });
  const lines = csv.trimEnd().split('\r\n');
  expect(lines[0]).toBe(`"'=from","'+to","'-what","'@name","count"`);
  expect(lines).toContain(`"2026-01-01","2026-04-01","'=visits","'=SUM(A1)","30"`);
  for (const field of lines.flatMap((line) => line.split('","')))
    expect(field.replace(/^"/, '')).not.toMatch(/^[=+\-@\t\r]/);
});
