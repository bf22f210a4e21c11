import { expect, test } from 'vitest';
import { machineLine, thisMachine } from '../../tools/bench/machine.ts';
import { processesBelow, pssOf } from '../../tools/bench/memory/process-memory.ts';
import { percentile, spreadOf } from '../../tools/bench/statistics.ts';
import { memoryTable, networkTable, startTable, windowTable } from '../../tools/bench/window-tables.ts';
import { surveyQuestion } from '../../tools/bench/window/survey-question.ts';

const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
const spread = (p50: number, p95: number) => ({ count: 60, p50, p95, max: 99 });
const taps = (p50: number, p95: number) => ({
  standsMs: spread(p50 / 4, p95 / 4),
  drawnMs: spread(p50 / 2, p95 / 2),
  shownMs: spread(p50, p95),
});

test.each([
  [50, 50],
  [95, 95],
  [100, 100],
  [0.5, 1],
])('Of the numbers from 1 to 100, %d percent do not exceed %d', (percent, value) => {
  expect(percentile(hundred, percent)).toBe(value);
});

test('A percentile is always a value that was measured', () => {
  expect(spreadOf([7])).toEqual({ count: 1, p50: 7, p95: 7, max: 7 });
  expect(spreadOf([3, 1, 2, 10])).toEqual({ count: 4, p50: 2, p95: 10, max: 10 });
});

test('Nothing measured has no spread', () => {
  expect(() => spreadOf([])).toThrow('Nothing was measured');
});

test('The table of taps sets Matu against SurveyJS at each moment', () => {
  const lines = windowTable([
    { program: 'matu', isSaved: true, taps: taps(20, 40) },
    { program: 'surveyjs', isSaved: true, taps: taps(50, 60) },
  ]);
  const place = lines.findIndex((line) => line.includes('on the screen, Matu'));
  expect(lines[place]).toMatch(/on the screen, Matu +60 +20\.0 +40\.0 +99\.0$/);
  expect(lines[place + 2]).toMatch(/Matu \/ SurveyJS +0\.40 +0\.67$/);
});

test('Without SurveyJS the table of taps has Matu alone', () => {
  const lines = windowTable([{ program: 'matu', isSaved: false, taps: taps(20, 40) }]);
  expect(lines.filter((line) => line.includes('SurveyJS'))).toEqual(['Matu in memory, SurveyJS saving nothing']);
});

test('The table of dead servers sets them against none, and says how often they were tried', () => {
  const lines = networkTable({ alone: taps(20, 40), dead: taps(21, 50), tries: 6 });
  expect(lines).toHaveLength(10);
  expect(lines[0]).toMatch(/6 tries/);
  expect(lines[5]).toMatch(/first frame drawn, dead +60 +10\.5 +25\.0 +99\.0$/);
  expect(lines.at(-1)).toMatch(/dead \/ none +1\.05 +1\.25$/);
});

test('The tables of start and memory say how much more it is', () => {
  const start = startTable({ matuMs: spread(600, 700), bareMs: spread(500, 600), ratio: 1.2 });
  expect(start.at(-1)).toMatch(/Matu \/ bare +1\.20$/);
  const held = { sessions: 20, pssBytes: 100 * 2 ** 20, heapBytes: 10 * 2 ** 20 };
  const memory = memoryTable({
    early: held,
    late: { ...held, sessions: 200, heapBytes: 11 * 2 ** 20 },
    pssGrowth: 1,
    heapGrowth: 1.1,
  });
  expect(memory[0]).toMatch(/20 +200 +late\/early$/);
  expect(memory.at(-1)).toMatch(/heap of main +10\.0 +11\.0 +1\.100$/);
});

test('A program is its process and everything that it started, whoever else runs', () => {
  const parents = new Map([
    [2, 1],
    [10, 2],
    [11, 10],
    [12, 10],
    [13, 1],
  ]);
  expect(processesBelow(10, parents)).toEqual([10, 11, 12]);
  expect(processesBelow(2, parents).toSorted((a, b) => a - b)).toEqual([2, 10, 11, 12]);
});

test('The proportional set size is read in bytes, and what is not told counts nothing', () => {
  expect(pssOf('Rss:  99 kB\nPss:                 12 kB\nPss_Dirty:  3 kB\n')).toBe(12 * 1024);
  expect(pssOf('')).toBe(0);
});

test('A machine that does something else is named busy', () => {
  const machine = { ...thisMachine(), cores: 2 };
  expect(machineLine({ ...machine, load: 1.5 })).toContain('BUSY');
  expect(machineLine({ ...machine, load: 0.2 })).not.toContain('BUSY');
});

test('SurveyJS is given the question in words, with its choices, and without pictures', () => {
  const choice = {
    linkId: 'sleep',
    sensitivity: 1,
    titleKey: 'title',
    hintKey: null,
    noticeKey: null,
    nonAnswers: [],
    field: {
      kind: 'choice',
      presentation: 'cards',
      imagery: null,
      maxAnswers: 2,
      options: [{ code: 'well', textKey: 'well', pictogram: 'sleep', exclusive: false }],
    },
  } as const;
  const texts = { title: 'Hvordan sover du?', well: 'Godt' };
  expect(surveyQuestion(choice, texts)).toEqual({
    name: 'sleep',
    title: 'Hvordan sover du?',
    description: null,
    kind: 'choice',
    options: [{ code: 'well', text: 'Godt' }],
    maxAnswers: 2,
  });
  const days = { ...choice, hintKey: 'hint', field: { kind: 'days', lastDays: 14 } } as const;
  expect(surveyQuestion(days, texts)).toMatchObject({ kind: 'text', options: [], description: 'hint' });
});
