import { expect, test } from 'vitest';
import {
  cellOf,
  isFound,
  roomsOf,
  searchedText,
  type TextCell,
  type TextFilter,
  type TextRow,
} from '../../../core/translation/text-row.ts';

const CELL: TextCell = { text: 'Hej', status: 'approved', isSourceChanged: false, isOvertaken: false, hasVoice: true };

function rowOf(cell: Partial<TextCell>, row: Partial<TextRow> = {}): TextRow {
  return { key: 'kiosk.hello', isGuarded: false, room: 10, cells: { da: CELL, kl: { ...CELL, ...cell } }, ...row };
}

test.each<[TextFilter, Partial<TextCell>, Partial<TextRow>]>([
  ['missing', { text: null, status: 'missing' }, {}],
  ['draft', { status: 'draft' }, {}],
  ['draft', { status: 'reviewed' }, {}],
  ['changed', { isSourceChanged: true }, {}],
  ['changed', { isOvertaken: true }, {}],
  ['tooLong', { text: 'Tikilluarit' }, {}],
  ['noVoice', { hasVoice: false }, {}],
  ['unsafe', { status: 'reviewed' }, { isGuarded: true }],
  ['unsafe', { hasVoice: false }, { isGuarded: true }],
])('%s finds %o, and nothing of a text with which all is well', (filter, cell, row) => {
  expect(isFound(filter, rowOf(cell, row), ['kl'])).toBe(true);
  expect(isFound(filter, rowOf({}, row), ['kl'])).toBe(false);
  expect(isFound('all', rowOf({}, row), ['kl'])).toBe(true);
});

test('a filter looks at the languages that are shown, and at what they have', () => {
  expect(isFound('draft', rowOf({ status: 'draft' }), ['da'])).toBe(false);
  expect(isFound('missing', rowOf({ text: null, status: 'missing' }), ['da', 'kl'])).toBe(true);
  expect(isFound('all', rowOf({}), ['sv'])).toBe(false);
});

test('a dialect that does not word a text lacks it where its language needs it', () => {
  const row = rowOf({});
  expect(cellOf(row, 'kl')).toEqual(row.cells.kl);
  expect(cellOf(row, 'kl-tunumiit')).toMatchObject({ text: null, status: 'missing' });
  expect(cellOf({ cells: { da: CELL } }, 'kl-tunumiit')).toBeUndefined();
  expect(cellOf({ cells: { kl: CELL, 'kl-tunumiit': { ...CELL, text: 'Ii' } } }, 'kl-tunumiit')?.text).toBe('Ii');
});

test('words that nobody need see unsafe are not unsafe', () => {
  expect(isFound('unsafe', rowOf({ status: 'draft', hasVoice: false }), ['kl'])).toBe(false);
});

test('guarded words that are not there are not to be used yet', () => {
  const row = rowOf({ text: null, status: 'approved', hasVoice: false }, { isGuarded: true });
  expect(isFound('unsafe', row, ['kl'])).toBe(true);
});

test('what is filled in when it is shown needs no voice of a person', () => {
  const row = rowOf({ text: 'Ullumi: {{name}}', hasVoice: false }, { isGuarded: true, room: 50 });
  expect(isFound('noVoice', row, ['kl'])).toBe(false);
  expect(isFound('unsafe', rowOf({ text: 'Ullumi: {{name}}', hasVoice: false }, { isGuarded: true }), ['kl'])).toBe(
    false,
  );
});

test('what is not there has no length and no voice to lack', () => {
  const row = rowOf({ text: null, status: 'missing', hasVoice: false });
  expect(isFound('tooLong', row, ['kl'])).toBe(false);
  expect(isFound('noVoice', row, ['kl'])).toBe(false);
});

test('a search looks in the key and in the words of every language, without capitals', () => {
  const searched = searchedText(rowOf({ text: null }, { key: 'kiosk.Hello' }));
  expect(searched).toContain('kiosk.hello');
  expect(searched).toContain('hej');
});

test('the room of a text is the longest of its place in any language', () => {
  const room = roomsOf([
    { 'intake.a.title': '12345', 'intake.b.title': '1234567', 'kiosk.hide': '123' },
    { 'kiosk.hide': '12345', 'intake.section.a': '1' },
  ]);
  expect(room('intake.a.title')).toBe(7);
  expect(room('intake.c@danish.title')).toBe(7);
  expect(room('kiosk.hide')).toBe(5);
  expect(room('intake.section.a')).toBe(1);
  expect(room('kiosk.other')).toBe(0);
});
